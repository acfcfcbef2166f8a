import type { Assessment, CriterionResult } from '../../assess/assessment.ts';
import { type Entry, placesOf, resourcesOf } from '../entries.ts';
import { CRITERION_WORDS, capital } from '../wording.ts';
import { anchorOf } from './evidence.ts';
import { html, type Markup } from './markup.ts';
import { section, state } from './parts.ts';

const ORDER: readonly CriterionResult['outcome'][] = [
  'fail',
  'unknown',
  'met',
  'not-asked',
  'not-applicable',
];

/** What stops us: the criteria, those that do not hold first, opening to the outcomes behind them. */
export function criteria({ verdict }: Assessment, entries: readonly Entry[]): Markup {
  const sorted = [...verdict.criteria].sort((a, b) => ORDER.indexOf(a.outcome) - ORDER.indexOf(b.outcome));
  return section(
    'criteria',
    'What stops us',
    html`${verdict.decision === 'GO' && html`<p class="block">Nothing that was asked stops the launch.</p>`}<ul class="lines">${sorted.map((criterion) => html`<li>${line(criterion, entries)}</li>`)}</ul>`,
  );
}

function line(criterion: CriterionResult, entries: readonly Entry[]): Markup {
  const { word, state: kind } = CRITERION_WORDS[criterion.outcome];
  const said = html`${state(kind, word)}<span class="title">${capital(criterion.title)}</span>`;
  const keys = new Set(criterion.outcomes);
  const checks = new Set(criterion.checks);
  // A criterion that holds names no outcomes; what it rests on are those of its checks.
  const own = entries.filter((e) =>
    keys.size > 0 ? e.outcomes.some((o) => keys.has(o.key)) : checks.has(e.check.id),
  );
  if (own.length === 0) return html`<div class="line two flat">${said}<span class="after"></span></div>`;
  // What is not known may stop the launch too, but what was found stops it for sure.
  const [found, open] = [own.filter((e) => e.kind !== 'unknown'), own.filter((e) => e.kind === 'unknown')];
  const folded = found.length > 0 && open.length > FEW;
  const listed = folded ? found : [...found, ...open];
  return html`<details${criterion.outcome === 'fail' && html` open`}><summary class="line two">${said}<span class="after">${own.length} ${own.length === 1 ? 'reason' : 'reasons'}</span></summary><div class="inside"><ul class="reasons">${reasons(listed)}</ul>${
    folded &&
    html`<details><summary class="more">and ${open.length} unknown that would keep it open</summary><ul class="inside">${reasons(open)}</ul></details>`
  }</div></details>`;
}

const FEW = 3;

/** Checks that say the same are one row: what could not be seen leaves many of them open. */
function reasons(entries: readonly Entry[]): readonly Markup[] {
  return [...Map.groupBy(entries, (e) => `${e.kind} ${e.title}`).values()].flatMap((same) =>
    new Set(same.map((e) => e.check.id)).size > 1 ? together(same) : same.map(reason),
  );
}

function together(same: readonly Entry[]): Markup {
  const { kind, title } = same[0]!;
  return html`<li class="row ${kind}"><div>${state(kind)} ${capital(title)}</div><ul class="small">${same.map(
    (e) =>
      html`<li><span class="req">${e.check.requirement}</span> <a href="#${anchorOf(e.outcomes[0]!)}">${e.check.title}</a></li>`,
  )}</ul></li>`;
}

function reason(e: Entry): Markup {
  return html`<li class="row ${e.kind}"><div>${state(e.kind)} <span class="req">${e.check.requirement}</span> <a href="#${anchorOf(e.outcomes[0]!)}">${capital(e.title)}</a></div><div class="small soft"><code>${placesOf(e.outcomes, 6)}</code> ${resourcesOf(e.outcomes, 8)}</div></li>`;
}
