import { codeEnd, type MarkupCursor } from './cursor.ts';

/** An attribute of a tag as it is written; `...` for what is spread into it. */
export interface MarkupAttribute {
  readonly name: string;
  readonly at: number;
  readonly value:
    | undefined
    | { readonly kind: 'text'; readonly text: string; readonly from: number; readonly to: number }
    | { readonly kind: 'code'; readonly from: number; readonly to: number }
    /** A text with code in it: `class="card {kind}"`. */
    | {
        readonly kind: 'parts';
        readonly parts: readonly { readonly from: number; readonly to: number }[];
        readonly from: number;
        readonly to: number;
      };
}

interface Tag {
  readonly attributes: readonly MarkupAttribute[];
  /** Just behind the tag. */
  readonly end: number;
  /** `<Card />` */
  readonly isClosed: boolean;
}

const SPACE = /\s*/y;
const NAME = /[^\s=>"'{}/][^\s=>"'{}]*/y;
const BARE = /[^\s>"'`]+/y;

/** The attributes of a tag, from behind its name on. In braces stands code where the language knows them. */
export function attributesOf(cursor: MarkupCursor, from: number, knowsBraces: boolean): Tag {
  const { text } = cursor;
  const attributes: MarkupAttribute[] = [];
  let at = from;
  for (;;) {
    at = after(SPACE, text, at);
    if (at >= text.length) return { attributes, end: text.length, isClosed: true };
    if (text[at] === '>') return { attributes, end: at + 1, isClosed: false };
    if (text.startsWith('/>', at)) return { attributes, end: at + 2, isClosed: true };
    if (knowsBraces && text[at] === '{') {
      const end = codeEnd(cursor, at + 1);
      if (end === undefined) return { attributes, end: text.length, isClosed: true };
      attributes.push(short(text, at, end));
      at = end + 1;
      continue;
    }
    const named = after(NAME, text, at);
    if (named === at) {
      at++;
      continue;
    }
    // `<a href=x/>` aside, a slash before the end of a tag is none of the name.
    const bare = text.slice(at, named).replace(/\/$/, '');
    const nameEnd = at + bare.length;
    const equals = after(SPACE, text, nameEnd);
    if (text[equals] !== '=') {
      attributes.push({ name: bare, at, value: undefined });
      at = nameEnd;
      continue;
    }
    const value = valueAt(cursor, after(SPACE, text, equals + 1), knowsBraces);
    attributes.push({ name: bare, at, value: value.value });
    at = value.end;
  }
}

/** `{name}`, `{...rest}`, `{@attach …}`. */
function short(text: string, at: number, end: number): MarkupAttribute {
  const said = text.slice(at + 1, end);
  const lead = /^\s*(?:\.\.\.|@\w+\s)?/.exec(said)![0].length;
  const value = { kind: 'code', from: at + 1 + lead, to: end } as const;
  if (/^\s*\.\.\./.test(said)) return { name: '...', at, value };
  return { name: /^\s*[\w$]+\s*$/.test(said) ? said.trim() : '{}', at, value };
}

function valueAt(
  cursor: MarkupCursor,
  at: number,
  knowsBraces: boolean,
): { readonly value: MarkupAttribute['value']; readonly end: number } {
  const { text } = cursor;
  const sign = text[at];
  if (sign === '"' || sign === "'") {
    if (!knowsBraces || cursor.hasElements) {
      const found = text.indexOf(sign, at + 1);
      const to = found < 0 ? text.length : found;
      return { value: { kind: 'text', text: text.slice(at + 1, to), from: at + 1, to }, end: to + 1 };
    }
    return withParts(cursor, at + 1, (one) => one === sign, 1);
  }
  if (
    knowsBraces &&
    sign === '{' &&
    (cursor.hasElements || !/^\S*\}[^\s>/]/.test(text.slice(at, at + 300)))
  ) {
    const end = codeEnd(cursor, at + 1);
    if (end === undefined) return { value: undefined, end: text.length };
    return { value: { kind: 'code', from: at + 1, to: end }, end: end + 1 };
  }
  if (cursor.hasElements && sign === '`') {
    const end = codeEnd(cursor, at) ?? text.length;
    const closed = text.lastIndexOf('`', end);
    const to = closed > at ? closed + 1 : at + 1;
    return { value: { kind: 'code', from: at, to }, end: to };
  }
  if (knowsBraces && !cursor.hasElements) return withParts(cursor, at, (one) => /[\s>]/.test(one), 0);
  const to = after(BARE, text, at);
  return { value: { kind: 'text', text: text.slice(at, to), from: at, to }, end: Math.max(to, at + 1) };
}

/** A text of Svelte with code in braces, up to its end. */
function withParts(
  cursor: MarkupCursor,
  from: number,
  isEnd: (sign: string) => boolean,
  behind: number,
): { readonly value: MarkupAttribute['value']; readonly end: number } {
  const { text } = cursor;
  const parts: { from: number; to: number }[] = [];
  let at = from;
  for (; at < text.length && !isEnd(text[at]!); at++) {
    if (text[at] !== '{') continue;
    const end = codeEnd(cursor, at + 1);
    if (end === undefined) break;
    parts.push({ from: at + 1, to: end });
    at = end;
  }
  const whole = { text: text.slice(from, at), from, to: at };
  const [only, ...others] = parts;
  // `on:click="{save}"`: nothing but code.
  const value: MarkupAttribute['value'] =
    only === undefined
      ? { kind: 'text', ...whole }
      : others.length === 0 && only.from === from + 1 && only.to === at - 1
        ? { kind: 'code', from: only.from, to: only.to }
        : { kind: 'parts', parts, from, to: at };
  return { value, end: Math.max(at + behind, from + 1) };
}

function after(form: RegExp, text: string, at: number): number {
  form.lastIndex = at;
  return form.test(text) ? form.lastIndex : at;
}
