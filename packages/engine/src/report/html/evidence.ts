import { createHash } from 'node:crypto';
import type { ReportedOutcome } from '../../assess/assessment.ts';
import type { Location } from '../../model/origin.ts';
import type { Evidence } from '../../model/outcome.ts';
import { placeText } from '../entries.ts';
import { type ExcerptLine, excerptOf, type Sources } from '../excerpt.ts';
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

  outcome(outcome: ReportedOutcome): Markup {
    const open = outcome.outcome === 'fail' || outcome.outcome === 'unknown';
    const { resource, expected, actual, property, decidedBy, accepted, evidence } = outcome;
    const shown = open ? evidence : evidence.slice(0, 1);
    const about =
      resource === null
        ? html`<span data-resource>${outcome.root === '' || outcome.root === '.' ? 'the whole root' : `the whole root ${outcome.root}`}</span>`
        : html`<code data-resource>${resource.address}</code> <span class="soft small">${resource.type}</span>`;
    const facts: readonly (readonly [string, string | undefined])[] = [
      ['Property', open ? property : undefined],
      ['Actual', open || evidence.length > 0 ? actual : undefined],
      ['Expected', open ? expected : undefined],
      ['Decided by', outcome.outcome === 'unknown' ? decidedBy : undefined],
      [
        'Could be',
        outcome.outcome === 'unknown' && outcome.could.length > 0
          ? outcome.could.join(' or ').replace('fail', 'gap')
          : undefined,
      ],
    ];
    const told = facts.filter(([, text]) => text !== undefined);
    return html`<li id="${anchorOf(outcome)}"><div>${about}</div>${
      told.length > 0 &&
      html`<dl class="pair">${told.map(([term, text]) => html`<dt>${term}</dt><dd>${text}</dd>`)}</dl>`
    }${
      accepted !== undefined &&
      html`<p class="small">${accepted.reason}. ${accepted.owner}, until ${accepted.until}.${accepted.link !== undefined && html` ${link(accepted.link, 'Where it was decided')}.`}</p>`
    }${shown.map((one) => this.#evidence(one, open))}</li>`;
  }

  #evidence(evidence: Evidence, open: boolean): Markup {
    const { at, trail } = evidence;
    const said = evidence.value === undefined ? '' : `: ${evidence.value}`;
    const caption = html`<code>${placeText(at)}</code>${at.what !== undefined && html` ${at.what}`}${said}`;
    const root = trail.at(-1);
    return html`${this.#figure(caption, at, open ? 2 : 0)}${
      trail.length > 0 &&
      html`<ol class="trail" aria-label="Where the value comes from"><li>${evidence.value ?? 'value'} <code>${placeText(at)}</code></li>${trail.map(
        (step) =>
          html`<li>${step.what !== undefined && html`${step.what} `}<code>${placeText(step)}</code></li>`,
      )}</ol>`
    }${open && root !== undefined && this.#figure(html`decided at <code>${placeText(root)}</code>`, root, 1)}`;
  }

  #figure(caption: Markup, at: Location, context: number): Markup {
    const key = `${at.file}:${at.line}:${at.column}`;
    const again = this.#shown.has(key);
    this.#shown.add(key);
    const lines = excerptOf(this.#sources, at, { context: again ? 0 : context, longest: again ? 1 : 9 });
    if (lines.length === 0) return html`<p class="small">${caption}</p>`;
    return html`<figure><figcaption>${caption}</figcaption><pre class="excerpt"><code>${lines.map(lineOf)}</code></pre></figure>`;
  }
}

function lineOf({ line, text, mark }: ExcerptLine): Markup {
  const shown =
    mark === undefined
      ? html`${text}`
      : html`${text.slice(0, mark.from)}<mark>${text.slice(mark.from, mark.to)}</mark>${text.slice(mark.to)}`;
  return html`<i>${line}</i><s>${shown}
</s>`;
}
