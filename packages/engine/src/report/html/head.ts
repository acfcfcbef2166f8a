import type { Assessment } from '../../assess/assessment.ts';
import {
  countSentence,
  environmentSentence,
  levelReached,
  notAskedSentence,
  notCoveredSentence,
  percent,
  verdictSentence,
  verdictWord,
} from '../wording.ts';
import { html, type Markup } from './markup.ts';
import { intervalBar } from './parts.ts';

/** May we launch, and how sure is that. */
export function head(assessment: Assessment, date: Date): Markup {
  const { verdict, subject, scope, score, levels } = assessment;
  const word = verdictWord(assessment);
  const tone = word === 'GO' ? 'go' : word === 'LIBRARY' ? '' : verdict.lackOfEvidence ? 'lack' : 'nogo';
  const { pass, fail, unknown } = score.checks;
  const unasked = notAskedSentence(assessment);
  const uncovered = notCoveredSentence(assessment);
  const facts: readonly (readonly [string, string])[] = [
    ['Environment', environmentSentence(assessment).replace(/^environment /, '')],
    ['Revision', subject.revision ?? 'not known: the assessed folder is not the top of a Git repository'],
    ['Date', `${date.toISOString().slice(0, 16).replace('T', ' ')} UTC`],
    ['Scope', scope.planes.join(', ') || 'nothing was asked'],
    ...(unasked === '' ? [] : [['Not asked', unasked] as const]),
    ...(uncovered === '' ? [] : [['Not covered', uncovered] as const]),
  ];
  return html`<header class="card head ${tone}" id="verdict"><p class="name">Production readiness of ${assessment.service}</p><h1>${word}</h1><p class="sentence">${verdictSentence(assessment)}.</p>${
    pass + fail + unknown > 0 &&
    html`<div class="measure"><div><h2 class="small soft">Ready</h2><p class="figure">${percent(score)}</p>${intervalBar(score)}<p class="small soft">${countSentence(assessment)}.${score.lower < score.upper && ' The full bar is proven; the pale bar is what the unknown checks leave open.'}</p></div><div><h2 class="small soft">Level</h2><p class="figure">${levelReached(assessment)} of ${levels.length}</p><ol class="levels">${levels.map(
      (level, index) =>
        html`<li class="${level.reached ? 'reached' : ''}"><b>${index + 1} ${level.phase}</b><span>${level.reached ? '✓ reached' : `${level.counts.pass} of ${level.counts.pass + level.counts.fail + level.counts.unknown}`}</span></li>`,
    )}</ol></div></div>`
  }<dl class="facts">${facts.map(([term, text]) => html`<div><dt>${term}</dt><dd>${options(text)}</dd></div>`)}</dl></header>`;
}

/** Options as code, so that none is broken after its dashes. */
function options(text: string): Markup {
  return html`${text.split(/(--[a-z-]+)/).map((part, index) => (index % 2 === 1 ? html`<code class="whole">${part}</code>` : part))}`;
}
