import type { Assessment, CheckInfo, ReportedOutcome } from '../../assess/assessment.ts';
import type { Area } from '../../catalog/check.ts';
import { standards } from '../../knowledge/frameworks/index.ts';
import type { OutcomeKind } from '../../model/outcome.ts';
import { type Entry, stateOf } from '../entries.ts';
import { type Snippet, snippetsFor } from '../snippets.ts';
import { AREA_TITLES, AREAS, capital, SEVERITIES, STATE_WORDS, STATES } from '../wording.ts';
import type { EvidenceWriter } from './evidence.ts';
import { markdown } from './markdown.ts';
import { html, type Markup } from './markup.ts';
import { section, state } from './parts.ts';

export function checkAnchor(id: string): string {
  return `check-${id.replace(/[^\w-]/g, '_')}`;
}

/** The areas that have a checklist, in the order of the page. */
export function listedAreas(entries: readonly Entry[]): readonly Area[] {
  return AREAS.filter((area) => entries.some((e) => e.check.area === area));
}

/** Every check one line with its state, opening to what decided it. */
export function checklists(
  assessment: Assessment,
  entries: readonly Entry[],
  evidence: EvidenceWriter,
): Markup {
  const byCheck = Map.groupBy(entries, (e) => e.check.id);
  const shown = listedAreas(entries);
  return section(
    'checklists',
    'Checklists',
    filter(shown),
    html`${shown.map((area) => {
      const own = [...byCheck.values()]
        .filter((list) => list[0]!.check.area === area)
        .sort(byStateThenRequirement);
      return html`<section class="area" id="area-${area}" aria-labelledby="area-${area}-title"><h3 id="area-${area}-title">${AREA_TITLES[area]} <span>${tally(own)}</span></h3><ul class="lines">${own.map(
        (list) => html`<li>${check(assessment, list, evidence)}</li>`,
      )}</ul></section>`;
    })}<p id="empty" hidden>Nothing matches the filter.</p>${shown.length === 0 && html`<p>No check applies to what was read.</p>`}`,
  );
}

function filter(areas: readonly Area[]): Markup {
  const choice = (name: string, label: string, options: readonly (readonly [string, string])[]) =>
    html`<label>${label}<select name="${name}"><option value="">all</option>${options.map(([value, word]) => html`<option value="${value}">${word}</option>`)}</select></label>`;
  return html`<form class="filter" id="filter" data-script hidden aria-label="Filter the checklists">${choice(
    'state',
    'State',
    STATES.map((kind) => [kind, STATE_WORDS[kind].word] as const),
  )}${choice(
    'severity',
    'Severity',
    SEVERITIES.map((s) => [s, s] as const),
  )}${choice(
    'area',
    'Area',
    areas.map((a) => [a, AREA_TITLES[a]] as const),
  )}<label>Resource<input name="resource" type="search" autocomplete="off"></label><label>Text<input name="text" type="search" autocomplete="off"></label><button type="reset">Show all</button><output id="shown"></output></form>`;
}

function outcomesOf(entries: readonly Entry[]): readonly ReportedOutcome[] {
  return entries.flatMap((e) => e.outcomes);
}

function byStateThenRequirement(a: readonly Entry[], b: readonly Entry[]): number {
  const rank = (list: readonly Entry[]) => STATES.indexOf(stateOf(outcomesOf(list)));
  return rank(a) - rank(b) || (a[0]!.check.requirement < b[0]!.check.requirement ? -1 : 1);
}

function tally(checks: readonly (readonly Entry[])[]): string {
  const kinds = Map.groupBy(checks, (list) => stateOf(outcomesOf(list)));
  return STATES.flatMap((kind) => {
    const number = kinds.get(kind)?.length ?? 0;
    const word = kind === 'fail' && number > 1 ? 'gaps' : STATE_WORDS[kind].word;
    return number === 0 ? [] : [`${number} ${word}`];
  }).join(', ');
}

function check(assessment: Assessment, entries: readonly Entry[], evidence: EvidenceWriter): Markup {
  const info = entries[0]!.check;
  const outcomes = outcomesOf(entries);
  const kind = stateOf(outcomes);
  const blocks = entries.some((e) => e.blocks.length > 0);
  const after = [
    ...(blocks ? ['blocks'] : []),
    entries[0]!.severity,
    ...(outcomes.length > 1 ? [howMany(outcomes, kind)] : []),
  ];
  const ordered = [...entries].sort((a, b) => STATES.indexOf(a.kind) - STATES.indexOf(b.kind));
  return html`<details class="check" id="${checkAnchor(info.id)}" data-severity="${entries[0]!.severity}" data-area="${info.area}"><summary class="line">${state(kind)}<span class="req">${info.requirement}</span><span class="title">${info.title}</span><span class="after">${after.join(', ')}</span></summary><div class="inside">${ordered.map(
    (entry) => row(entry, evidence),
  )}${about(info, kind, snippetsFor(assessment, outcomes, info))}</div></details>`;
}

function howMany(outcomes: readonly ReportedOutcome[], kind: OutcomeKind): string {
  const same = outcomes.filter((o) => o.outcome === kind).length;
  return `${same === outcomes.length ? '' : `${same} of `}${outcomes.length} places`;
}

function row(entry: Entry, evidence: EvidenceWriter): Markup {
  const same = new Set(entry.outcomes.map((o) => o.message)).size === 1;
  const message = same ? entry.outcomes[0]!.message : entry.title;
  return html`<div class="row ${entry.kind}" data-state="${entry.kind}"><div>${state(entry.kind)} ${capital(message)}</div>${evidence.outcomes(entry.outcomes)}</div>`;
}

/** The fix, why it matters, and what others call the same thing. */
function about(info: CheckInfo, kind: OutcomeKind, snippets: readonly Snippet[]): Markup {
  const { fix, why, aliases, frameworks } = info;
  const also = [
    ...(aliases.length > 0 ? [`also known as ${aliases.join(', ')}`] : []),
    ...standards(frameworks).map(([name, controls]) => `${name}: ${controls.join(', ')}`),
    `check ${info.id}`,
  ];
  const open = kind === 'fail' || kind === 'unknown' || kind === 'waived';
  return html`${
    open &&
    fix !== '' &&
    html`<div class="fix"><h4>What to do (${info.effort})</h4><p>${capital(fix)}.</p>${snippets.map(
      ({ title, code }) =>
        html`<figure><figcaption>${title}</figcaption><pre><code>${code}</code></pre></figure>`,
    )}</div>`
  }${why.trim() !== '' && html`<div class="why">${markdown(why)}</div>`}<p class="small soft">${capital(also.join('; '))}</p>`;
}
