import type { Value } from '../../../model/value.ts';
import { placeIn, written } from '../fact.ts';
import { minutesIn } from './dates.ts';
import type { Section } from './markup.ts';

const SEVERITY =
  /^\s*(?:(?:P|S|SEV|Sev|Severity|Priority)[- ]?[0-5]\b|critical|major|minor|high|medium|low\b)/i;
const BEGINS = /^(?:begins?|starts?|work (?:begins|starts)|begin work|start work)\b/i;
const ANSWERED = /^(?:respon\w+|answer\w*|acknowledg\w*|reaction)\b/i;

/** Severities for which a table says both when somebody begins and when somebody answers, in minutes. */
export function clocksIn(path: string, sections: readonly Section[]): readonly Value[] {
  return sections.flatMap(({ lines }) => {
    let head: readonly string[] = [];
    return lines.flatMap((line): readonly Value[] => {
      if (line.kind === 'head') head = line.cells ?? [];
      else if (line.kind !== 'row') head = [];
      const [first = ''] = line.cells ?? [];
      if (line.kind !== 'row' || !SEVERITY.test(first)) return [];
      const begins = minutesOf(line.cells?.[head.findIndex((cell) => BEGINS.test(cell))]);
      const answered = minutesOf(line.cells?.[head.findIndex((cell) => ANSWERED.test(cell))]);
      if (begins === undefined || answered === undefined) return [];
      return [written({ severity: first, begins, answered }, placeIn(path, line.line))];
    });
  });
}

function minutesOf(cell: string | undefined): number | undefined {
  if (cell === undefined) return undefined;
  return /\b(?:immediately|at once|instantly)\b/i.test(cell) ? 0 : minutesIn(cell);
}
