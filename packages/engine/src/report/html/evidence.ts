import { createHash } from 'node:crypto';
import type { ReportedOutcome } from '../../assess/assessment.ts';
import type { Location } from '../../model/origin.ts';
import type { Evidence } from '../../model/outcome.ts';
import { placeText } from '../entries.ts';
import { type ExcerptLine, excerptOf, type Sources } from '../excerpt.ts';
import { capital, STATE_WORDS, wholeOf } from '../wording.ts';
import { html, link, type Markup } from './markup.ts';

/** A stable address inside the page for an outcome. */
export function anchorOf(outcome: ReportedOutcome): string {
  return `o-${createHash('sha256').update(outcome.key).digest('hex').slice(0, 10)}`;
}

/** Evidence of outcomes, with each excerpt shown once: where a place comes up again, only its deciding line is. */
export class EvidenceWriter {
  readonly #sources: Sources;
  readonly #shown = new Set<string>();

  constructor(sources: Sources) {
    this.#sources = sources;
  }

  /** The outcomes of one entry; what they share is said once. */
  outcomes(outcomes: readonly ReportedOutcome[]): Markup {
    const [first] = outcomes;
    const shared =
      first !== undefined &&
      outcomes.length > 1 &&
      new Set(outcomes.map((o) => JSON.stringify(factsOf(o)))).size === 1
        ? factsOf(first)
        : undefined;
    const differ = new Set(outcomes.map((o) => o.message)).size > 1;
    return html`${shared !== undefined && facts(shared)}<ul class="found">${outcomes.map((o) => this.#outcome(o, shared === undefined, differ))}</ul>`;
  }

  #outcome(outcome: ReportedOutcome, alone: boolean, named: boolean): Markup {
    const { resource, accepted, evidence } = outcome;
    const open = isOpen(outcome);
    const about =
      resource === null
        ? html`<span data-resource>${wholeOf(outcome.root)}</span>`
        : html`<code data-resource>${resource.address}</code> <span class="soft small">${resource.type}</span>`;
    const quoted = open ? evidence : evidence.slice(0, 1);
    const here = new Set<string>();
    return html`<li id="${anchorOf(outcome)}"><div>${about}</div>${outcome.notSynthesized === true && html` <span class="soft small">not synthesized</span>`}${named && html`<p>${capital(outcome.message)}</p>`}${alone && facts(factsOf(outcome))}${
      accepted !== undefined &&
      html`<p class="small">${capital(accepted.reason)}. ${accepted.owner}, until ${accepted.until}.${accepted.link !== undefined && html` ${link(accepted.link, 'Where it was decided')}.`}</p>`
    }${quoted.map((one) => this.#evidence(one, outcome, here))}</li>`;
  }

  /** `here`: the places of this outcome that are shown already. */
  #evidence(evidence: Evidence, outcome: ReportedOutcome, here: Set<string>): Markup {
    const { at, trail, value, property } = evidence;
    const open = isOpen(outcome);
    const told = value === undefined || value === outcome.actual;
    const of = property === undefined || property === outcome.property ? '' : ` ${property}`;
    const said = told ? '' : `${of}: ${value}`;
    const caption = html`<code>${placeText(at)}</code>${at.what !== undefined && html` ${at.what}`}${said}`;
    const root = trail.at(-1);
    const seen = root !== undefined && this.#shown.has(keyOf(root));
    const again = here.has(keyOf(at));
    here.add(keyOf(at));
    return html`${again ? html`<p class="small">${caption}</p>` : this.#figure(caption, at, open ? 2 : 0)}${
      trail.length > 0 &&
      html`<ol class="trail" aria-label="Where the value comes from"><li>${value ?? 'value'} <code>${placeText(at)}</code></li>${trail.map(
        (step) =>
          html`<li>${step.what !== undefined && html`${step.what} `}<code>${placeText(step)}</code></li>`,
      )}</ol>`
    }${open && root !== undefined && !seen && this.#figure(html`decided at <code>${placeText(root)}</code>`, root, 1)}`;
  }

  #figure(caption: Markup, at: Location, context: number): Markup {
    const key = keyOf(at);
    const again = this.#shown.has(key);
    this.#shown.add(key);
    const lines = excerptOf(this.#sources, at, { context: again ? 0 : context, longest: again ? 1 : 9 });
    if (lines.length === 0) return html`<p class="small">${caption}</p>`;
    return html`<figure><figcaption>${caption}</figcaption><pre class="excerpt"><code>${lines.map(lineOf)}</code></pre></figure>`;
  }
}

function isOpen({ outcome }: ReportedOutcome): boolean {
  return outcome === 'fail' || outcome === 'unknown';
}

function keyOf(at: Location): string {
  return `${at.file}:${at.line}:${at.column}`;
}

type Facts = readonly (readonly [string, string])[];

function factsOf(outcome: ReportedOutcome): Facts {
  const { expected, actual, property, decidedBy, could, message } = outcome;
  const open = isOpen(outcome);
  const unknown = outcome.outcome === 'unknown';
  const told: readonly (readonly [string, string | undefined])[] = [
    ['Property', open ? property : undefined],
    ['Actual', actual],
    ['Expected', open ? expected : undefined],
    [
      'Decided by',
      unknown && decidedBy !== undefined && !message.includes(decidedBy) ? decidedBy : undefined,
    ],
    [
      'Could be',
      unknown && could.length > 0 ? could.map((c) => STATE_WORDS[c].word).join(' or ') : undefined,
    ],
  ];
  return told.flatMap(([term, text]) => (text === undefined ? [] : [[term, text] as const]));
}

function facts(told: Facts): Markup | undefined {
  if (told.length === 0) return undefined;
  return html`<dl class="pair">${told.map(([term, text]) => html`<dt>${term}</dt><dd>${text}</dd>`)}</dl>`;
}

function lineOf({ line, text, mark }: ExcerptLine): Markup {
  const shown =
    mark === undefined
      ? html`${text}`
      : html`${text.slice(0, mark.from)}<mark>${text.slice(mark.from, mark.to)}</mark>${text.slice(mark.to)}`;
  return html`<i>${line}</i><s>${shown}
</s>`;
}
