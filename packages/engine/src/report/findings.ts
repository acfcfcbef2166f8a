import type { Assessment, ReportedOutcome } from '../assess/assessment.ts';
import { entriesOf } from './entries.ts';
import {
  capital,
  countSentence,
  environmentSentence,
  notAskedSentence,
  notCoveredSentence,
  percent,
  STATE_WORDS,
  verdictSentence,
  verdictWord,
} from './wording.ts';

/**
 * What formats made for findings show: gaps, unknowns and what somebody took responsibility for, the most urgent first.
 * What passes or does not apply is no finding: a tool that knows no passes would show it as a problem.
 */
export function findingsOf(assessment: Assessment): readonly ReportedOutcome[] {
  return entriesOf(assessment)
    .filter((e) => e.kind !== 'pass' && e.kind !== 'not-applicable')
    .sort((a, b) => RANK.indexOf(a.kind) - RANK.indexOf(b.kind))
    .flatMap((e) => e.outcomes);
}

const RANK = ['fail', 'unknown', 'waived', 'attested'];

/** Keys of the outcomes that keep a criterion from holding. */
export function blockingKeys({ verdict }: Assessment): ReadonlySet<string> {
  return new Set(
    verdict.criteria
      .filter((c) => c.outcome === 'fail' || c.outcome === 'unknown')
      .flatMap((c) => c.outcomes),
  );
}

/** An outcome in one sentence that stands alone: its state, what it is about, and for an unknown what decides. */
export function sentenceOf(outcome: ReportedOutcome): string {
  const { resource, message, decidedBy, accepted } = outcome;
  const state = outcome.outcome === 'fail' ? '' : `${capital(STATE_WORDS[outcome.outcome].word)}: `;
  const about = resource === null ? '' : `${resource.address}: `;
  const decided =
    outcome.outcome === 'unknown' && decidedBy !== undefined && !message.includes(decidedBy)
      ? `; decided by: ${decidedBy}`
      : '';
  const by =
    accepted === undefined ? '' : `; ${accepted.reason} (${accepted.owner}, until ${accepted.until})`;
  const synthesis = outcome.notSynthesized === true ? ' (not synthesized)' : '';
  return shown(`${outcome.requirement} ${state}${about}${message}${decided}${by}${synthesis}`);
}

/** The verdict in one sentence: with environment, scope and counts. */
export function headline(assessment: Assessment): string {
  const { scope, subject } = assessment;
  const parts = [
    `${verdictWord(assessment)}: ${verdictSentence(assessment)}`,
    `ready ${percent(assessment.score)}, ${countSentence(assessment)}`,
    `scope: ${scope.planes.join(', ') || 'nothing was asked'}`,
    ...unaskedOf(assessment),
  ];
  return shown(
    `${assessment.service}, ${environmentSentence(assessment)}${subject.library ? ', a library' : ''}. ${parts.map((p) => `${capital(p)}.`).join(' ')}`,
  );
}

/** What was not asked and what no check looks at, as sentences: never part of a verdict, and never left unsaid. */
export function unaskedOf(assessment: Assessment): readonly string[] {
  const unasked = notAskedSentence(assessment);
  return [unasked === '' ? '' : `not asked: ${unasked}`, notCoveredSentence(assessment)].filter(
    (s) => s !== '',
  );
}

/** A text from outside as one line that can be shown: without control characters and marks that turn its direction. */
export function shown(text: string): string {
  return text
    .replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ')
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
    .replace(
      /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]|[\ufffe\uffff]/g,
      '\ufffd',
    )
    .trim();
}
