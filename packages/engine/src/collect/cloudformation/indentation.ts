import { CST, isScalar, Lexer, parseDocument } from 'yaml';

/** A text whose characters are where they were, so that every place in it is a place in the original. */
export interface Indented {
  readonly text: string;
  /** Quoted texts that stand for others, by where they start, with what they say. */
  readonly quoted: ReadonlyMap<number, string>;
}

/**
 * CloudFormation, and Python, which SAM is read by, let what is in brackets or quotes go on as far left as it likes:
 *
 *     Role: !If [Own, !Sub [
 *       "${Name}-role", { Name: x }
 *     ], default]
 *
 * YAML 1.2 wants each line of it further right than its key. Here such a collection comes to stand on one line: its line
 * breaks and comments become spaces. What would become another text by that stays. A quoted text is read by itself, and
 * another of its length takes its place.
 */
export function indented(text: string): Indented {
  const quoted = new Map<number, string>();
  let joined = text;
  for (let read = 0; read <= MOST_READ; read += joined.length) {
    const broken = firstBroken(joined);
    const next = broken?.quoted ? standIn(joined, broken.at, quoted) : onOneLine(joined, broken?.at);
    if (next === undefined) break;
    joined = next;
  }
  return { text: joined, quoted };
}

/** The same for placeholders that stand without quotes in JSON: `"TimeoutSeconds": ${Timeout}`. */
export function withPlaceholders({ text, quoted }: Indented): Indented {
  const more = new Map(quoted);
  const filled = text.replace(STRING_OR_PLACEHOLDER, (part, placeholder: string | undefined, at: number) => {
    if (placeholder === undefined) return part;
    more.set(at, placeholder);
    return `"${'x'.repeat(part.length - 2)}"`;
  });
  return { text: filled, quoted: more };
}

const STRING_OR_PLACEHOLDER = /"(?:[^"\\]|\\.)*"|(\$\{[\w.:-]+\})/g;

/** Each broken place is found by reading from the start, so how much is read has to end somewhere. */
const MOST_READ = 20_000_000;

/** The first flow collection or quoted text that ends with its indentation. */
function firstBroken(text: string): { readonly at: number; readonly quoted: boolean } | undefined {
  const starts: number[] = [];
  let offset = 0;
  let literal = false;
  for (const lexeme of new Lexer().lex(text)) {
    const type: string | null = literal ? null : CST.tokenType(lexeme);
    literal = type === 'scalar';
    if (type === 'flow-error-end')
      return starts[0] === undefined ? undefined : { at: starts[0], quoted: false };
    if (type === 'scalar' || type === 'doc-mode') continue;
    if (type?.endsWith('-quoted-scalar') && endOfQuoted(lexeme, 0) !== lexeme.length) {
      return { at: offset, quoted: true };
    }
    if (type === 'flow-seq-start' || type === 'flow-map-start') starts.push(offset);
    if (type === 'flow-seq-end' || type === 'flow-map-end') starts.pop();
    offset += lexeme.length;
  }
  return undefined;
}

/** The text with another one in place of the quoted text that starts there; `undefined` where that has no end. */
function standIn(text: string, at: number, quoted: Map<number, string>): string | undefined {
  const end = endOfQuoted(text, at);
  if (end === undefined) return undefined;
  const { contents, errors } = parseDocument(text.slice(at, end), { logLevel: 'silent' });
  if (errors.length > 0 || !isScalar(contents)) return undefined;
  quoted.set(at, String(contents.value));
  return `${text.slice(0, at)}"${'x'.repeat(end - at - 2)}"${text.slice(end)}`;
}

/** The text with the collection that starts there on one line; `undefined` where that says something else or has no end. */
function onOneLine(text: string, start: number | undefined): string | undefined {
  if (start === undefined) return undefined;
  const characters: string[] = [];
  let level = 0;
  let last: Last = { ends: true, next: true };
  let broken = false;
  for (let at = start; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === '\n' || (character === '#' && last.next)) {
      const end = character === '\n' ? at + 1 : endOfLine(text, at);
      characters.push(' '.repeat(end - at));
      broken ||= character === '\n';
      at = end - 1;
      last = { ...last, next: true };
      continue;
    }
    if (/\s/.test(character)) {
      characters.push(character);
      last = { ...last, next: true };
      continue;
    }
    // A text without quotes that goes on in the next line has one space there.
    if (broken && !last.ends && !/[[\]{},:"'!&*]/.test(character)) return undefined;
    broken = false;
    const quoted = last.next && (character === '"' || character === "'");
    const end = quoted ? endOfQuoted(text, at) : at + 1;
    if (end === undefined) return undefined;
    characters.push(text.slice(at, end));
    at = end - 1;
    if (character === '[' || character === '{') level += 1;
    if (character === ']' || character === '}') level -= 1;
    if (level === 0) return text.slice(0, start) + characters.join('') + text.slice(at + 1);
    last = after(character, quoted, last);
  }
  return undefined;
}

/** What was read last: whether a value may end or begin after it, and whether a quote or comment may begin there. */
interface Last {
  readonly ends: boolean;
  readonly next: boolean;
  readonly tag?: boolean;
}

function after(character: string, quoted: boolean, last: Last): Last {
  if (quoted || /[\]}]/.test(character)) return { ends: true, next: false };
  if (/[[{,:]/.test(character)) return { ends: true, next: true };
  const tag = last.next ? /[!&]/.test(character) : last.tag === true;
  return { ends: tag, next: false, tag };
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end === -1 ? text.length : end;
}

/** Behind the closing quote; a doubled single quote and an escaped double quote do not close. */
function endOfQuoted(text: string, from: number): number | undefined {
  const quote = text.charAt(from);
  for (let at = from + 1; at < text.length; at++) {
    const character = text.charAt(at);
    if (quote === '"' && character === '\\') at += 1;
    else if (character === quote && quote === "'" && text.charAt(at + 1) === "'") at += 1;
    else if (character === quote) return at + 1;
  }
  return undefined;
}
