import type { Assessment } from '../../assess/assessment.ts';
import { type Decider, decidersOf, deciderText } from '../deciders.ts';
import type { Entry } from '../entries.ts';
import { ASKS, capital, count, leftOutSentences, rootName, shortList } from '../wording.ts';
import { html, type Markup } from './markup.ts';
import { section } from './parts.ts';

const FEW = 3;

/** One thing to do, with what it is about: a long list is folded. */
function step(decider: Decider): Markup {
  const { about, requirements, blocks } = decider;
  const decides = html`<span class="soft">decides ${requirements.join(', ')}${blocks.length > 0 && `; keeps open: ${blocks.map((c) => c.title).join(', ')}`}</span>`;
  if (about.length <= FEW) return html`<strong>${capital(deciderText(decider, FEW))}</strong> ${decides}`;
  return html`<strong>${capital(decider.step)}</strong> ${decides}<details><summary class="more small">${about.length} places: ${shortList(about, FEW, ', ')}</summary><ul class="inside small">${about.map((one) => html`<li><code>${one}</code></li>`)}</ul></details>`;
}

/** What we could not see: the coverage ledger in words, and what would decide each. */
export function unseen(assessment: Assessment, entries: readonly Entry[]): Markup {
  const { coverage, scope } = assessment;
  const { files, resources, notSeen, unmappedArguments } = coverage;
  const blocks: Markup[] = [];
  const block = (title: string, items: readonly Markup[]) => {
    if (items.length === 0) return;
    blocks.push(
      html`<div class="block"><h3>${title}</h3><ul class="plainlist">${items.map((item) => html`<li>${item}</li>`)}</ul></div>`,
    );
  };
  block('What would decide the unknown checks', decidersOf(assessment, entries).map(step));
  block(
    'Not seen',
    notSeen.map(
      (n) =>
        html`<code>${n.what}</code> in ${n.root === '' ? rootName('') : html`<code>${n.root}</code>`}: ${n.why}. Decided by: ${n.decidedBy}.`,
    ),
  );
  block(
    'Read in part',
    files.partly.map((f) => html`<code>${f.file}:${f.line}</code> ${f.why}`),
  );
  block(
    'Not read',
    files.skipped.map((f) => html`<code>${f.file}</code> ${f.why}`),
  );
  block(
    'Left out',
    leftOutSentences(coverage).map((sentence) => html`${capital(sentence)}`),
  );
  block(
    'Resource types that are not known here',
    resources.unmapped.map((u) => html`<code>${u.type}</code> ${count(u.count, 'resource', 'resources')}`),
  );
  block(
    'Arguments that are not known here',
    unmappedArguments.map((u) => html`<code>${u.argument}</code> ${count(u.count, 'time', 'times')}`),
  );
  block(
    'Not asked',
    [...Map.groupBy(scope.notAsked, (n) => n.ask)].map(
      ([ask, rows]) =>
        html`<strong>${ask
          .split(' or ')
          .map((a) => ASKS[a] ?? a)
          .join(
            ' or ',
          )}</strong> would decide ${count(rows.length, 'requirement', 'requirements')}: <span class="soft">${rows.map((r) => r.requirement).join(', ')}</span>`,
    ),
  );
  block(
    'To be stated',
    scope.notAsked.flatMap(({ requirement, title, write }) =>
      write === undefined
        ? []
        : [
            html`${requirement}: ${title}. <span class="soft">attestations in airworthy.yaml:</span> <code>${write}</code>`,
          ],
    ),
  );
  block(
    'Not covered',
    scope.notCovered.length === 0
      ? []
      : [html`No check in this version: <span class="soft">${scope.notCovered.join(', ')}</span>`],
  );
  const read = `${count(files.read.length, 'file was', 'files were')} read in full; ${resources.mapped} of ${count(resources.total, 'resource is', 'resources are')} known by type.`;
  return section(
    'unseen',
    'What we could not see',
    html`<div class="block"><p>${read}${blocks.length === 0 && ' Nothing was left out.'}</p></div>${blocks}`,
  );
}
