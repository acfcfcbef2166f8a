/** Goes over the text of a component, and notes the remarks of markup that stand within code. */
export class MarkupCursor {
  readonly text: string;
  /** Whether elements may stand in code, as in Astro. */
  readonly hasElements: boolean;
  readonly remarks: { from: number; to: number }[] = [];

  constructor(text: string, hasElements: boolean) {
    this.text = text;
    this.hasElements = hasElements;
  }
}

/** Nobody nests deeper by hand. */
const DEEPEST = 200;

/** Where the brace is that ends the code which begins at a place; nothing where there is none. */
export function codeEnd(cursor: MarkupCursor, from: number, depth = 0): number | undefined {
  const { text, hasElements } = cursor;
  let open = 0;
  for (let at = from; at < text.length; ) {
    const sign = text[at]!;
    if (sign === '}' && open === 0) return at;
    if (sign === '{') open++;
    else if (sign === '}') open--;
    else if (sign === "'" || sign === '"' || sign === '`') {
      const end = textEnd(cursor, at, depth);
      if (end === undefined) return undefined;
      at = end;
      continue;
    } else if (sign === '/' && text[at + 1] === '/' && text[at - 1] !== ':') {
      const end = text.indexOf('\n', at);
      at = end < 0 ? text.length : end;
      continue;
    } else if (sign === '/' && text[at + 1] === '*') {
      const end = text.indexOf('*/', at + 2);
      at = end < 0 ? text.length : end + 2;
      continue;
    } else if (hasElements && sign === '<' && beginsElement(text, at, from)) {
      const end = elementEnd(cursor, at, depth + 1);
      if (end === undefined) return undefined;
      at = end;
      continue;
    }
    at++;
  }
  return undefined;
}

/** Where a text in quotes ends, just behind it. */
function textEnd(cursor: MarkupCursor, from: number, depth: number): number | undefined {
  const { text } = cursor;
  const quote = text[from]!;
  for (let at = from + 1; at < text.length; at++) {
    const sign = text[at];
    if (sign === '\\') at++;
    else if (sign === quote) return at + 1;
    else if (quote === '`' && sign === '$' && text[at + 1] === '{') {
      if (depth >= DEEPEST) return undefined;
      const end = codeEnd(cursor, at + 2, depth + 1);
      if (end === undefined) return undefined;
      at = end;
    } else if (quote !== '`' && sign === '\n') return from + 1;
  }
  return undefined;
}

/** An element, and no comparison: something stands before it that no value ends with. */
function beginsElement(text: string, at: number, from: number): boolean {
  if (text.startsWith('<!--', at)) return true;
  if (!/[A-Za-z>]/.test(text[at + 1] ?? '')) return false;
  const before = text.slice(Math.max(from, at - 40), at).trimEnd();
  return before === '' || /[(>&|?:{},=[;]$|\breturn$/.test(before);
}

const TAG = /[^\s/>]*/y;
const VOID = /^(area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr)$/i;

/** Where an element ends, with all that is in it; just behind it. */
function elementEnd(cursor: MarkupCursor, from: number, depth: number): number | undefined {
  const { text } = cursor;
  if (depth >= DEEPEST) return undefined;
  let open = 0;
  for (let at = from; at < text.length; ) {
    if (text.startsWith('<!--', at)) {
      const end = text.indexOf('-->', at + 4);
      const to = end < 0 ? text.length : end + 3;
      cursor.remarks.push({ from: at, to });
      at = to;
      if (open === 0) return at;
    } else if (text[at] === '{') {
      const end = codeEnd(cursor, at + 1, depth + 1);
      if (end === undefined) return undefined;
      at = end + 1;
    } else if (text[at] === '<' && text[at + 1] === '/') {
      const end = text.indexOf('>', at);
      if (end < 0) return undefined;
      at = end + 1;
      if (--open <= 0) return at;
    } else if (text[at] === '<' && /[A-Za-z>]/.test(text[at + 1] ?? '')) {
      TAG.lastIndex = at + 1;
      const name = TAG.exec(text)![0];
      const end = tagEnd(cursor, at + 1 + name.length, depth);
      if (end === undefined) return undefined;
      at = end;
      if (text[at - 2] !== '/' && !VOID.test(name)) open++;
      if (open === 0) return at;
    } else at++;
  }
  return undefined;
}

/** Just behind the `>` of a tag whose attributes begin at a place. */
function tagEnd(cursor: MarkupCursor, from: number, depth: number): number | undefined {
  const { text } = cursor;
  for (let at = from; at < text.length; at++) {
    const sign = text[at]!;
    if (sign === '>') return at + 1;
    if (sign === '"' || sign === "'") {
      const end = text.indexOf(sign, at + 1);
      if (end < 0) return undefined;
      at = end;
    } else if (sign === '{' || sign === '`') {
      const end = sign === '{' ? codeEnd(cursor, at + 1, depth + 1) : textEnd(cursor, at, depth + 1);
      if (end === undefined) return undefined;
      at = sign === '{' ? end : end - 1;
    }
  }
  return undefined;
}
