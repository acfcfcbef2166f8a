import type { Location } from '../../../model/origin.ts';
import type { Value } from '../../../model/value.ts';
import { placeIn, written } from '../fact.ts';
import { minutesIn } from './dates.ts';
import type { DocumentKind } from './kinds.ts';
import type { DocumentLine, Section } from './markup.ts';
import { isLeftOpen } from './own-words.ts';

/** What a document promises and at what it says that somebody is told. */
export interface StatedTargets {
  readonly objectives: readonly Value[];
  readonly thresholds: readonly Value[];
}

/** Documents that state targets wherever they speak of them; others do below a heading that says so. */
const OF_TARGETS: ReadonlySet<DocumentKind> = new Set(['slo', 'readiness', 'recovery']);
const NEVER: ReadonlySet<DocumentKind> = new Set([
  'talk',
  'runbook',
  'rollback',
  'post-mortem',
  'terms',
  'privacy',
]);
const HEADING = /objective|target|\bSLOs?\b|\bSLAs?\b|service[- ]level|availability|recovery/i;

/** The targets of a document: availability, latency, errors and the time to restore, each at its own line. */
export function targetsIn(path: string, kind: DocumentKind, sections: readonly Section[]): StatedTargets {
  const objectives: Value[] = [];
  const thresholds: Value[] = [];
  if (NEVER.has(kind)) return { objectives, thresholds };
  for (const { heading, lines } of sections) {
    const promises = OF_TARGETS.has(kind) || HEADING.test(heading);
    let head: readonly string[] | undefined;
    for (const line of lines) {
      if (line.kind === 'head') head = line.cells;
      if (line.kind !== 'row') {
        if (line.kind !== 'head') head = undefined;
        if (promises && (line.kind === 'text' || line.kind === 'item') && !isLeftOpen(line.text))
          for (const clause of line.text.split(/[;,]\s+|\.\s+(?=[A-Z])/))
            objectives.push(...promised(clause, at(path, line)));
        continue;
      }
      const { target, threshold } = columnsOf(head);
      const [first = '', ...rest] = line.cells ?? [];
      if (threshold !== undefined)
        thresholds.push(...ringing(first, line.cells?.[threshold] ?? '', at(path, line)));
      if (target !== undefined || (promises && threshold === undefined && !namesRecovery(head)))
        objectives.push(
          ...promised(
            `${first} ${target === undefined ? rest.join(' ') : (line.cells?.[target] ?? '')}`,
            at(path, line),
            line.text,
          ),
        );
    }
  }
  return { objectives, thresholds };
}

function columnsOf(head: readonly string[] | undefined) {
  const find = (pattern: RegExp) => {
    const found = head?.findIndex((cell) => pattern.test(cell)) ?? -1;
    return found < 0 ? undefined : found;
  };
  return {
    target: find(/^(?:objectives?|targets?|goals?|slos?)\b/i),
    threshold: find(/^(?:thresholds?|alarms?(?: at)?|rings?(?: at)?|alerts?(?: at)?|fires?(?: at)?)$/i),
  };
}

/** Tables of recovery have their times in columns of their own. */
function namesRecovery(head: readonly string[] | undefined): boolean {
  return head?.some((cell) => /\bR[TP]O\b/.test(cell)) === true;
}

const PERCENT = /(\d{1,3}(?:[.,]\d+)?)\s*%/;
const DURATION = /(\d+(?:[.,]\d+)?)\s*(ms|milliseconds?|s|secs?|seconds?)\b/i;
const AT_MOST = /\b(?:under|below|within|less than|at most|no more than|fewer than)\b|[<≤]|\bp\d\d/i;
const RESTORE =
  /\btime to (?:restore|recover\w*|repair|resolve)\b|\bMTTR\b|\b(?:back|restored|recovered) (?:up )?within\b|\bRTO\b/i;
const ANSWERS = /latenc|\bp\d\d|respon[sd]|answer|\brequests?\b|\bcalls?\b|\bAPI\b/i;
/** What takes its time for other reasons, and what people answer. */
const NO_ANSWER =
  /cold|\bpages?\b|\bloads?\b|loading|export|import|\bjobs?\b|batch|report|upload|download|start-?up|incident|severit|\bP[1-5]\b|on[- ]call|mail|ticket|support|time-?out/i;
const FAILS = /\berrors?\b|\b5xx\b|\bfailed\b|\bfailures?\b|error rate/i;
const IS_UP = /availab|uptime|\bsuccess\w*|\b(?:calls|requests)\b.*\b(?:answered|succeed)/i;
/** What others promise. */
const OF_OTHERS =
  /\b(?:AWS|Amazon|provider|vendor|S3|DynamoDB|Lambda|CloudFront)\b.*\b(?:SLA|guarantees?|durab)/i;

/** What a clause or a row promises, at most one thing. */
function promised(text: string, place: Location, whole = text): readonly Value[] {
  if (OF_OTHERS.test(text) || isLeftOpen(text)) return [];
  const restore = RESTORE.exec(text);
  if (restore !== null) {
    const minutes = minutesIn(text.slice(restore.index));
    return minutes === undefined ? [] : [objective('restore', minutes, place)];
  }
  const duration = DURATION.exec(text);
  if (duration !== null) {
    if (!ANSWERS.test(text) || NO_ANSWER.test(text) || !AT_MOST.test(text)) return [];
    return [objective('latency', millisecondsOf(duration), place)];
  }
  const percent = PERCENT.exec(text);
  if (percent === null) return [];
  const value = Number(percent[1]!.replace(',', '.'));
  if (IS_UP.test(text) && value >= 90 && value <= 100)
    return [
      objective('availability', value, place, { leaves: Math.round((100 - value) * windowIn(whole)) / 100 }),
    ];
  return FAILS.test(text) && AT_MOST.test(text) && value < 50 ? [objective('errors', value, place)] : [];
}

function ringing(first: string, cell: string, place: Location): readonly Value[] {
  const duration = DURATION.exec(cell);
  if (duration !== null && ANSWERS.test(first) && !NO_ANSWER.test(first))
    return [objective('latency', millisecondsOf(duration), place)];
  const percent = PERCENT.exec(cell);
  return percent !== null && FAILS.test(first)
    ? [objective('errors', Number(percent[1]!.replace(',', '.')), place)]
    : [];
}

function objective(
  signal: string,
  value: number,
  place: Location,
  more: { readonly leaves?: number } = {},
): Value {
  return written({ signal, value, ...more }, place);
}

function millisecondsOf([, value, unit]: RegExpExecArray): number {
  return Number(value!.replace(',', '.')) * (/^m/i.test(unit!) ? 1 : 1_000);
}

const MINUTES_OF_A_DAY = 1_440;

/** The time over which it is measured, in minutes: a month unless another one is written. */
function windowIn(text: string): number {
  const days = /\b(\d+)[- ]days?\b/i.exec(text);
  if (days !== null) return Number(days[1]) * MINUTES_OF_A_DAY;
  if (/\byear|annual/i.test(text)) return 365 * MINUTES_OF_A_DAY;
  if (/\bquarter/i.test(text)) return 90 * MINUTES_OF_A_DAY;
  if (/\bweek/i.test(text)) return 7 * MINUTES_OF_A_DAY;
  return 30 * MINUTES_OF_A_DAY;
}

function at(path: string, { line }: DocumentLine): Location {
  return placeIn(path, line);
}
