import type { Interval } from '../../assess/assessment.ts';
import type { OutcomeKind } from '../../model/outcome.ts';
import { percentRange, STATE_WORDS } from '../wording.ts';
import { html, type Markup } from './markup.ts';

/** Pieces that several sections of the page share. */

/** A state as sign and word; the sign is for the eye only. */
export function state(kind: OutcomeKind, word = STATE_WORDS[kind].word): Markup {
  return html`<span class="state ${kind}"><i aria-hidden="true">${STATE_WORDS[kind].sign}</i>${word}</span>`;
}

/** What is sure as a full bar, what is possible as a pale one up to a line. The numbers stand beside it as text. */
export function intervalBar(interval: Interval): Markup {
  const { from, to } = percentRange(interval);
  return html`<svg class="bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect class="base" width="100" height="8"/><rect class="maybe" x="${from}" width="${to - from}" height="8"/><rect class="sure" width="${from}" height="8"/>${
    to > from &&
    html`<rect class="edge" x="${Math.min(99.5, Math.max(0, to - 0.5))}" width="0.5" height="8"/>`
  }</svg>`;
}

export function section(id: string, title: string, ...content: readonly Markup[]): Markup {
  return html`<section class="card" id="${id}" aria-labelledby="${id}-title"><h2 id="${id}-title">${title}</h2>${content}</section>`;
}
