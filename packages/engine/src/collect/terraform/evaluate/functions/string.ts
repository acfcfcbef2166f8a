import type { Value } from '../../../../model/value.ts';
import { canonical } from '../canonical.ts';
import { fail, NotKnown } from '../failure.ts';
import { byteOrder } from '../scalar.ts';
import { ANY, NUMBER, STRING, STRINGS } from '../types.ts';
import { openPart, unknownFrom } from '../worlds.ts';
import { type Call, open, openNullable, type Plain, plain, structural, type Table } from './definition.ts';
import { formatList, formatText } from './format.ts';
import { goRegex, MAX_MATCHED } from './go-regex.ts';

/** Characters as people count them. */
export function graphemes(text: string): string[] {
  // Plain ASCII without line breaks is one character a code unit, and by far the most frequent.
  if (/^[\x20-\x7e]*$/.test(text)) return text.split('');
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

let segmenter: Intl.Segmenter | undefined;

function trimSet(text: string, cutset: string, left: boolean, right: boolean): string {
  const cut = new Set(cutset);
  const chars = [...text];
  let start = 0;
  let end = chars.length;
  while (left && start < end && cut.has(chars[start]!)) start++;
  while (right && end > start && cut.has(chars[end - 1]!)) end--;
  return chars.slice(start, end).join('');
}

function matched(text: string, call: Call): void {
  if (text.length > MAX_MATCHED)
    throw new NotKnown(
      unknownFrom(call.args[0]!, [], `${call.name}(${canonical(call.args[0]!)}, …)`, call.at),
    );
}

function groups(match: RegExpExecArray, names: readonly (string | undefined)[]): Plain {
  if (names.length === 0) return match[0];
  if (names.every((name) => name === undefined)) return names.map((_, index) => match[index + 1] ?? null);
  if (names.some((name) => name === undefined)) return fail('named and unnamed groups cannot be mixed');
  return new Map(names.map((name, index) => [name!, match[index + 1] ?? null]));
}

/** All matches as Go finds them: an empty one right behind another does not count. */
function allMatches(text: string, regex: RegExp): RegExpExecArray[] {
  let end = -1;
  return ([...text.matchAll(regex)] as RegExpExecArray[]).filter((match) => {
    if (match[0] === '' && match.index === end) return false;
    end = match.index + match[0].length;
    return true;
  });
}

function replaceAll(text: string, search: string, replacement: string, call: Call): string {
  if (!(search.length > 1 && search.startsWith('/') && search.endsWith('/')))
    return search === ''
      ? [...['', ...text], ''].join(replacement).slice(0)
      : text.split(search).join(replacement);
  matched(text, call);
  const { regex, names } = goRegex(search.slice(1, -1));
  return text.replace(regex, (...match) => {
    const captured = match.slice(0, names.length + 1) as (string | undefined)[];
    return replacement.replace(/\$(?:(\$)|\{(\w+)\}|(\w+))/g, (_, dollar, braced, bare) => {
      if (dollar !== undefined) return '$';
      const name = (braced ?? bare) as string;
      const index = /^\d+$/.test(name) ? Number(name) : names.indexOf(name) + 1 || -1;
      return captured[index] ?? '';
    });
  });
}

/** Go's strings.Title: a letter after anything that is neither letter, digit nor underscore. */
function title(text: string): string {
  return text.replace(
    /(^|[^\p{L}\p{N}_])(\p{L})/gu,
    (_, before: string, letter: string) => before + upper(letter),
  );
}

/** Go changes case letter by letter: `ß` has no capital of its own there. */
function upper(text: string): string {
  return [...text]
    .map((char) => (char.toUpperCase().length === char.length ? char.toUpperCase() : char))
    .join('');
}

function lower(text: string): string {
  return [...text.replaceAll('\u0130', 'i')]
    .map((char) => (char.toLowerCase().length === char.length ? char.toLowerCase() : char))
    .join('');
}

function substring(text: string, offset: number, length: number): string {
  const chars = graphemes(text);
  if (!Number.isInteger(offset) || !Number.isInteger(length)) return fail('whole numbers are required');
  const start = offset < 0 ? offset + chars.length : offset;
  return chars.slice(Math.max(0, start), length < 0 ? undefined : Math.max(0, start) + length).join('');
}

/** More text than a configuration holds is refused rather than built. */
const MAX_TEXT = 10_000_000;

export const string: Table = {
  chomp: plain([STRING], ([text]: [string]) => text.replace(/[\r\n]+$/, '')),
  endswith: plain([STRING, STRING], ([text, end]: [string, string]) => text.endsWith(end)),
  format: structural(
    [STRING],
    ([format, ...args], call) => formatText(format!, args, call),
    openNullable(ANY),
  ),
  formatlist: structural(
    [STRING],
    ([format, ...args], call) => formatList(format!, args, call),
    openNullable(ANY),
  ),
  indent: plain([NUMBER, STRING], ([spaces, text]: [number, string]) =>
    text.replaceAll('\n', `\n${' '.repeat(Math.max(0, Math.min(spaces, MAX_TEXT)))}`),
  ),
  join: structural(
    [STRING, open(STRINGS)],
    ([separator, ...lists], call) => join(separator!, lists, call),
    open(STRINGS),
  ),
  lower: plain([STRING], ([text]: [string]) => lower(text)),
  regex: plain([STRING, STRING], ([pattern, text]: [string, string], call: Call) => {
    matched(text, call);
    const { regex, names } = goRegex(pattern);
    const match = regex.exec(text);
    return match === null ? fail('the pattern did not match') : call.result(groups(match, names), 'tuple');
  }),
  regexall: plain([STRING, STRING], ([pattern, text]: [string, string], call: Call) => {
    matched(text, call);
    const { regex, names } = goRegex(pattern);
    return allMatches(text, regex).map((match) => groups(match, names));
  }),
  replace: plain([STRING, STRING, STRING], ([text, search, by]: [string, string, string], call: Call) =>
    replaceAll(text, search, by, call),
  ),
  sort: plain([STRINGS], ([list]: [(string | null)[]]) => {
    if (list.includes(null)) return fail('a null cannot be sorted');
    return (list as string[]).toSorted(byteOrder);
  }),
  split: plain([STRING, STRING], ([separator, text]: [string, string]) =>
    separator === '' ? [...text] : text.split(separator),
  ),
  startswith: structural([open(STRING), STRING], ([text, start], call) => {
    const wanted = start!.kind === 'known' ? String(start!.value) : '';
    if (text!.kind === 'known') return call.result(String(text!.value).startsWith(wanted));
    const first = text!.kind === 'composed' ? text!.parts[0] : undefined;
    const begins = first?.kind === 'known' ? String(first.value) : '';
    if (begins.startsWith(wanted)) return call.result(true);
    return wanted.startsWith(begins) ? call.unknown(openPart(text!) ?? text!) : call.result(false);
  }),
  strcontains: plain([STRING, STRING], ([text, part]: [string, string]) => text.includes(part)),
  strrev: plain([STRING], ([text]: [string]) => graphemes(text).reverse().join('')),
  substr: plain([STRING, NUMBER, NUMBER], ([text, offset, length]: [string, number, number]) =>
    substring(text, offset, length),
  ),
  templatestring: structural([STRING, open(ANY)], ([text, names], call) => {
    if (text!.kind !== 'known') return call.unknown(text!);
    return call.template('(template)', String(text!.value), members(names!, call));
  }),
  title: plain([STRING], ([text]: [string]) => title(text)),
  trim: plain([STRING, STRING], ([text, cut]: [string, string]) => trimSet(text, cut, true, true)),
  trimprefix: plain([STRING, STRING], ([text, start]: [string, string]) =>
    text.startsWith(start) ? text.slice(start.length) : text,
  ),
  trimspace: plain([STRING], ([text]: [string]) =>
    text.replace(/^[\s\u0085]+|[\s\u0085]+$/g, (space) => space.replace(/^[^\ufeff]*$/, '')),
  ),
  trimsuffix: plain([STRING, STRING], ([text, end]: [string, string]) =>
    end !== '' && text.endsWith(end) ? text.slice(0, -end.length) : text,
  ),
  upper: plain([STRING], ([text]: [string]) => upper(text)),
};

/** Names that a template is given. */
export function members(names: Value, call: Call): ReadonlyMap<string, Value> {
  if (names.kind === 'object' && names.open === undefined) return names.members;
  if (names.kind === 'known' || names.kind === 'list') return fail('an object with the names is required');
  throw new NotKnown(names.kind === 'object' ? names.open! : call.unknown(names));
}

/** Lists of texts as one text; parts that are not known stay parts. */
function join(separator: Value, lists: readonly Value[], call: Call): Value {
  const pieces: Value[] = [];
  for (const list of lists) {
    if (list.kind !== 'list') return call.unknown(list);
    if (list.open !== undefined) return call.unknown(list.open);
    for (const item of list.items) {
      if (item.kind === 'known' && item.value === null) return fail('a null cannot be joined');
      if (pieces.length > 0) pieces.push(separator);
      pieces.push(item);
    }
  }
  return call.join(pieces);
}
