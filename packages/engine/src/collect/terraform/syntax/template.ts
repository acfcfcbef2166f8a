import { LEADING_SPACE, literalMarkers, normal, TRAILING_SPACE, unescaped } from './text.ts';
import type { Expression, TemplatePart } from './tree.ts';

/** A template in pieces, as it stands in the source: directives are not nested yet. */
export type TemplateToken =
  | { readonly kind: 'text'; text: string }
  | ({ readonly kind: 'value'; readonly of: Expression } & Trims)
  | ({ readonly kind: 'if'; readonly test: Expression } & Trims)
  | ({
      readonly kind: 'for';
      readonly keyName: string | undefined;
      readonly valueName: string;
      readonly collection: Expression;
    } & Trims)
  | ({ readonly kind: 'else' | 'endif' | 'endfor' } & Trims);

/** `~` at the opening or the closing of a sequence takes the white space on that side. */
interface Trims {
  readonly trimBefore: boolean;
  readonly trimAfter: boolean;
}

/**
 * How the text of a template reads: in quotes with backslash escapes, in a heredoc line by line,
 * in a `<<-` heredoc without the common indentation, in a template file as it stands.
 */
export type TemplateForm = 'quoted' | 'heredoc' | 'indented-heredoc' | 'bare';

/** The parts of a template, with escapes, indentation and strip markers interpreted. */
export function templateParts(tokens: readonly TemplateToken[], form: TemplateForm): readonly TemplatePart[] {
  let pieces = tokens;
  if (form === 'heredoc' || form === 'indented-heredoc') pieces = byLine(tokens);
  for (const piece of pieces) {
    if (piece.kind === 'text')
      piece.text = form === 'quoted' ? unescaped(piece.text) : normal(literalMarkers(piece.text));
  }
  // Terraform strips first: a line that begins with a strip marker has no indentation left to share.
  strip(pieces);
  if (form === 'indented-heredoc') unindent(pieces);
  return nest(pieces, { at: 0 });
}

/** Terraform reads heredocs line by line, and a strip marker reaches no further than its line. */
function byLine(tokens: readonly TemplateToken[]): TemplateToken[] {
  const out: TemplateToken[] = [];
  for (const token of tokens) {
    if (token.kind !== 'text') out.push(token);
    else
      for (const line of token.text.match(/[^\n]*\n|[^\n]+/g) ?? []) out.push({ kind: 'text', text: line });
  }
  return out;
}

/** Takes the indentation that all lines share; lines of nothing but white space do not count and stay. */
function unindent(tokens: readonly TemplateToken[]): void {
  let least = Number.POSITIVE_INFINITY;
  let lineStart = true;
  const indented: { text: string }[] = [];
  for (const token of tokens) {
    if (lineStart) {
      lineStart = false;
      let spaces = 0;
      if (token.kind === 'text') {
        spaces = LEADING_SPACE.exec(token.text)?.[0].length ?? 0;
        if (spaces === token.text.length && token.text.endsWith('\n')) spaces = Number.POSITIVE_INFINITY;
        else indented.push(token);
      }
      least = Math.min(least, spaces);
    }
    if (token.kind === 'text' && token.text.endsWith('\n')) lineStart = true;
  }
  for (const token of indented) token.text = token.text.slice(least);
}

function strip(tokens: readonly TemplateToken[]): void {
  tokens.forEach((token, index) => {
    if (token.kind === 'text') return;
    const before = tokens[index - 1];
    const after = tokens[index + 1];
    if (token.trimBefore && before?.kind === 'text') before.text = before.text.replace(TRAILING_SPACE, '');
    if (token.trimAfter && after?.kind === 'text') after.text = after.text.replace(LEADING_SPACE, '');
  });
}

function nest(tokens: readonly TemplateToken[], cursor: { at: number }): TemplatePart[] {
  const parts: TemplatePart[] = [];
  for (; cursor.at < tokens.length; cursor.at++) {
    const token = tokens[cursor.at]!;
    if (token.kind === 'text') {
      const last = parts.at(-1);
      // Lines of a heredoc were told apart for indentation only.
      if (last?.kind === 'text') parts[parts.length - 1] = { kind: 'text', text: last.text + token.text };
      else parts.push({ kind: 'text', text: token.text });
    } else if (token.kind === 'value') parts.push({ kind: 'value', of: token.of });
    else if (token.kind === 'if') {
      cursor.at++;
      const yes = nest(tokens, cursor);
      let no: TemplatePart[] = [];
      if (tokens[cursor.at]?.kind === 'else') {
        cursor.at++;
        no = nest(tokens, cursor);
      }
      parts.push({ kind: 'if', test: token.test, then: yes, else: no });
    } else if (token.kind === 'for') {
      cursor.at++;
      const body = nest(tokens, cursor);
      const { keyName, valueName, collection } = token;
      parts.push({ kind: 'for', keyName, valueName, collection, body });
    } else return parts;
  }
  return parts;
}
