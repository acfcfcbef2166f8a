import { inCode } from '../../../model/origin.ts';
import { unknown, type Value } from '../../../model/value.ts';
import { placeIn, written } from '../fact.ts';
import type { DocumentKind } from './kinds.ts';
import type { Section } from './markup.ts';
import { isLeftOpen } from './own-words.ts';

/** What these tell was measured is of a bad day, of somebody else, or an example. */
const NEVER: ReadonlySet<DocumentKind> = new Set(['talk', 'runbook', 'post-mortem', 'terms', 'privacy']);
const TARGET = /^(?:targets?|goals?|objectives?|slos?|limits?)$/i;
const MEASURED = /^(?:measured|actual|results?|observed|achieved)$/i;

/** Rows of tables that say of one thing what is wanted and what was measured, in the same unit and each in one figure. */
export function measuredIn(path: string, kind: DocumentKind, sections: readonly Section[]): readonly Value[] {
  if (NEVER.has(kind)) return [];
  return sections.flatMap(({ lines }) => {
    let columns: Columns | undefined;
    return lines.flatMap((line) => {
      if (line.kind === 'head') columns = columnsOf(line.cells ?? []);
      else if (line.kind !== 'row') columns = undefined;
      if (line.kind !== 'row' || columns === undefined || isLeftOpen(line.text)) return [];
      const [what = ''] = line.cells ?? [];
      const wanted = line.cells?.[columns.target]?.trim() ?? '';
      const found = line.cells?.[columns.measured]?.trim() ?? '';
      const place = placeIn(path, line.line);
      const target = targetOf(wanted);
      if (target === undefined || found === '') return [];
      const value = figureOf(MEASUREMENT.exec(plain(found)));
      if (value?.kind !== target.kind)
        return [unknown('not-readable', `reading "${found}" as what was measured`, inCode(place))];
      const bound = { [target.bound]: target.amount };
      return [
        written({ says: `${what.trim()}: ${found}, target ${wanted}`, value: value.amount, ...bound }, place),
      ];
    });
  });
}

interface Columns {
  readonly target: number;
  readonly measured: number;
}

/** Nothing where two columns could be meant. */
function columnsOf(head: readonly string[]): Columns | undefined {
  const only = (pattern: RegExp) => {
    const found = head.flatMap((cell, index) => (pattern.test(cell.trim()) ? [index] : []));
    return found.length === 1 ? found[0] : undefined;
  };
  const target = only(TARGET);
  const measured = only(MEASURED);
  return target === undefined || measured === undefined || target === 0 || measured === 0
    ? undefined
    : { target, measured };
}

const FIGURE = String.raw`(\d{1,7}(?:\.\d+)?)\s*(%|ms|milliseconds?|s|secs?|seconds?|min|minutes?|KB|MB|GB)`;
const AT_MOST = new RegExp(
  String.raw`^(?:under|below|less than|at most|within|up to|no more than|max\.?|<=?|≤)\s*${FIGURE}$`,
  'i',
);
const AT_LEAST = new RegExp(String.raw`^(?:over|above|more than|at least|min\.?|>=?|≥)\s*${FIGURE}$`, 'i');
const OR_MORE = new RegExp(String.raw`^${FIGURE}\s*(?:\+|or (?:more|above|better|higher))$`, 'i');
const OR_LESS = new RegExp(String.raw`^${FIGURE}\s*or (?:less|below|lower|faster)$`, 'i');
const MEASUREMENT = new RegExp(String.raw`^${FIGURE}(?:\s*\([^()]*\))?$`, 'i');

/** By unit, how many of the smallest of its kind it is. */
const UNITS: readonly (readonly [RegExp, kind: string, factor: number])[] = [
  [/^%$/, 'percent', 1],
  [/^m(?:s|illiseconds?)$/i, 'time', 1],
  [/^s(?:ecs?|econds?)?$/i, 'time', 1000],
  [/^min(?:utes?)?$/i, 'time', 60_000],
  [/^KB$/i, 'size', 1],
  [/^MB$/i, 'size', 1000],
  [/^GB$/i, 'size', 1_000_000],
];

/** Nothing where it is not said which way it holds. */
function targetOf(wanted: string) {
  const most = AT_MOST.exec(plain(wanted)) ?? OR_LESS.exec(plain(wanted));
  const least = AT_LEAST.exec(plain(wanted)) ?? OR_MORE.exec(plain(wanted));
  const figure = figureOf(most ?? least);
  return figure === undefined ? undefined : { ...figure, bound: most === null ? 'atLeast' : 'atMost' };
}

function plain(cell: string): string {
  return cell
    .replace(/[*_`\u2705\u274c\u2714]|\ufe0f/g, '')
    .replace(/(?<=\d),(?=\d{3}\b)/g, '')
    .trim();
}

function figureOf(
  found: RegExpExecArray | null,
): { readonly kind: string; readonly amount: number } | undefined {
  const unit = UNITS.find(([pattern]) => pattern.test(found?.[2] ?? ''));
  return found === null || unit === undefined
    ? undefined
    : { kind: unit[1], amount: Number(found[1]) * unit[2] };
}
