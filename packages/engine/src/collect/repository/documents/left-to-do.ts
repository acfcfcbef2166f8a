import type { Value } from '../../../model/value.ts';
import { placeIn, written } from '../fact.ts';
import type { DocumentKind } from './kinds.ts';
import type { DocumentLine, Section } from './markup.ts';

/** Documents whose lists say what the launch waits for: elsewhere a box may stand for a feature that somebody thinks of. */
const OF_A_LAUNCH: ReadonlySet<DocumentKind> = new Set(['readiness', 'launch']);

/** Measures that no other evidence shows to be wanted here, as lists name them. */
const MEASURES: readonly (readonly [measure: string, named: RegExp])[] = [
  [
    'request-signing',
    /\brequests?[- ](?:signing|signatures?)\b|\bsign(?:ed|ing)?\b(?! ?-? ?(?:in|up|out|off|on)\b)(?: (?:all|the|every|our|internal|outgoing|api|http)){0,3} requests?\b|\brequests?\b(?: [\w-]+){0,6} (?:are|is|be|get) (?:hmac-?|not )?signed\b(?! ?-? ?(?:in|up|out|off|on|by)\b)/i,
  ],
];
/** What is not asked for now, what is left to somebody to think about, and what else is signed. */
const NOT_WANTED =
  /\b(?:optional(?:ly)?|nice[- ]to[- ]have|bonus|ideas?|not (?:needed|required|necessary|applicable|planned|in scope)|n\/a|unnecessary|won['’]?t|skip\w*|later|future|someday|backlog|out of scope|consider\w*|evaluat\w*|investigat\w*|decide|whether|maybe|perhaps|if|phase [2-9]|v[2-9]|post-?launch|after (?:the )?launch)\b|certificate|webhook|pre-?sign|\b(?:pull|merge|change|access|deletion|feature)[- ]requests?\b|\burls?\b|~~/i;

/**
 * What lists of a document say is still to be done, each at its own line. A list in which nothing is ticked may be a form
 * that nobody went through.
 */
export function leftToDo(path: string, kind: DocumentKind, sections: readonly Section[]): readonly Value[] {
  if (!OF_A_LAUNCH.has(kind)) return [];
  return sections.flatMap((section, index) => {
    const gone = section.lines.some(({ box }) => box === 'ticked');
    if (!gone || headingsOver(sections, index).some((heading) => NOT_WANTED.test(heading))) return [];
    return section.lines.flatMap((line) => {
      const measure = line.box === 'open' ? measureOf(line) : undefined;
      return measure === undefined ? [] : [written({ measure, text: line.text }, placeIn(path, line.line))];
    });
  });
}

function measureOf({ text }: DocumentLine): string | undefined {
  return NOT_WANTED.test(text) ? undefined : MEASURES.find(([, named]) => named.test(text))?.[0];
}

/** The heading of a section and those that it stands below. */
function headingsOver(sections: readonly Section[], index: number): readonly string[] {
  const found: string[] = [];
  let level = Number.POSITIVE_INFINITY;
  for (const section of sections.slice(0, index + 1).reverse()) {
    if (section.level >= level) continue;
    level = section.level;
    found.push(section.heading);
  }
  return found;
}
