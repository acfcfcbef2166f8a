import type { DocumentLine, Section } from './markup.ts';
import { isLeftOpen } from './own-words.ts';

/** What a system is held to, as a heading or as a line before a list: `Limits:`. */
const OF_LIMITS =
  /^(?:(?:the|its|our|current|known|hard|system|service|operational) )*(?:limits|limitations|constraints|quotas|restrictions)\b[^.]{0,40}$/i;

/** What callers are held to is no limit of the system. */
const OF_CALLERS = /\b(?:rate|usage|api|requests?|upload|file|pricing|plans?)\b/i;

/** At most so much, or so much in a time: `max 5 MB upload`, `100 requests/s`. */
const LIMIT =
  /\b(?:max(?:imum)?|at most|up to|no more than|not more than|limited to|limit(?: of| is|:)|capped at)\b[^.;]{0,60}\d|\d[^.;]{0,40}\b(?:max(?:imum)?|at most)\b|\d\s*k?\s*(?:[a-z]+\s*){0,2}(?:\/\s*|per\s+|a\s+|each\s+)(?:s|secs?|seconds?|min|minutes?|h|hours?|days?)\b/i;

/** Whether limits stand as items or rows below a heading or a line that says that they are some. */
export function statesLimits(sections: readonly Section[]): boolean {
  return sections.some(
    ({ heading, lines }) =>
      (isOfLimits(heading) && hasLimit(lines)) || lines.some((line, at) => leadsToLimits(lines, line, at)),
  );
}

function leadsToLimits(lines: readonly DocumentLine[], { kind, text }: DocumentLine, at: number): boolean {
  if (kind !== 'text' || !text.endsWith(':') || !isOfLimits(text.slice(0, -1))) return false;
  const rest = lines.slice(at + 1);
  const end = rest.findIndex((line) => !isListed(line));
  return hasLimit(end < 0 ? rest : rest.slice(0, end));
}

function isOfLimits(text: string): boolean {
  return OF_LIMITS.test(text.trim()) && !OF_CALLERS.test(text);
}

function hasLimit(lines: readonly DocumentLine[]): boolean {
  return lines.some((line) => isListed(line) && LIMIT.test(line.text) && !isLeftOpen(line.text));
}

function isListed({ kind }: DocumentLine): boolean {
  return kind === 'item' || kind === 'row';
}
