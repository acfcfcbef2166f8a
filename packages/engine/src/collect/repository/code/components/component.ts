import type { Parser, Tree } from 'web-tree-sitter';
import { errorsIn, parsedOverGaps } from '../syntax/grammar-gaps.ts';
import {
  type ComponentLanguage,
  type ComponentMarkup,
  type MarkupCode,
  type MarkupScript,
  markupOf,
} from './markup.ts';

/** The language of a file that holds a component with its scripts and its markup; nothing for other files. */
export function componentLanguage(file: string): ComponentLanguage | undefined {
  return /\.(vue|svelte|astro)$/.exec(file)?.[1] as ComponentLanguage | undefined;
}

/** A component whose code is parsed. */
export interface ParsedComponent {
  readonly language: ComponentLanguage;
  readonly markup: ComponentMarkup;
  readonly tree: Tree;
  /** As long as the file: the code stands where it stands there, and nothing else does. */
  readonly text: string;
  /** By the place where its statement begins in that text. */
  readonly code: ReadonlyMap<number, MarkupCode>;
  /** Places of the markup that could not be read, with why. */
  readonly unread: readonly { readonly at: number; readonly why: string }[];
  readonly unreadScripts: readonly { readonly at: number; readonly why: string }[];
}

/** Which grammar the scripts of a component are in: those of one file are in one. */
export type ScriptGrammar = 'typescript' | 'tsx';

/** Code that is left out where the grammar cannot read it is looked for so often. */
const MOST_ROUNDS = 4;
/** Markup with more is in a language that is not known: its scripts alone are read. */
const MOST_ERRORS = 200;

/**
 * Parses the scripts of a component and the code of its markup as one text. Code of the markup that the grammar does not
 * know is left out and told, and the rest is read.
 */
export async function parsedComponent(
  language: ComponentLanguage,
  text: string,
  parserOf: (grammar: ScriptGrammar) => Promise<Parser>,
): Promise<ParsedComponent | undefined> {
  const markup = markupOf(language, text);
  const scripts = markup.scripts.filter(isCode);
  const parser = await parserOf(grammarOf(language, scripts));
  const unread = [...markup.unread];
  const unreadScripts = [
    ...markup.unreadScripts,
    ...markup.scripts.flatMap(({ at, attributes }) => {
      const why = whyUnread(attributes);
      return why === undefined ? [] : [{ at, why }];
    }),
  ];
  let code = markup.code.filter((one) => isSaid(text, one));
  for (let round = 0; ; round++) {
    const written = writtenOut(language, text, markup, scripts, code);
    const first = parser.parse(written.text);
    if (first === null) return undefined;
    const isBroken =
      first.rootNode.hasError && errorsIn(first.rootNode).length > MOST_ERRORS && code.length > 0;
    const { tree, text: read } =
      first.rootNode.hasError && !isBroken
        ? parsedOverGaps(parser, written.text, first)
        : { tree: first, text: written.text };
    const lost = isBroken ? new Set(code) : lostIn(tree, written.ranges);
    if (lost.size === 0)
      return { language, markup, tree, text: read, code: written.code, unread, unreadScripts };
    tree.delete();
    for (const { from } of code.filter((one) => round >= MOST_ROUNDS || lost.has(one)))
      unread.push({ at: from, why: 'the code there cannot be read' });
    code = round >= MOST_ROUNDS ? [] : code.filter((one) => !lost.has(one));
  }
}

/** Blocks of data, templates of texts and other languages are no code that is read. */
function isCode({ attributes, from, to }: MarkupScript): boolean {
  return (
    to > from &&
    whyUnread(attributes) === undefined &&
    /^(module|.*(java|ecma|type)script.*|)$/i.test(typeOf(attributes))
  );
}

function whyUnread(attributes: MarkupScript['attributes']): string | undefined {
  const language = attributes.get('lang');
  return typeof language === 'string' && !/^(ts|tsx|js|jsx|typescript|javascript)$/i.test(language)
    ? `its script is written in ${language}`
    : undefined;
}

function typeOf(attributes: MarkupScript['attributes']): string {
  const type = attributes.get('type');
  return typeof type === 'string' ? type : '';
}

function grammarOf(language: ComponentLanguage, scripts: readonly MarkupScript[]): ScriptGrammar {
  const languages = scripts.map(({ attributes }) => attributes.get('lang'));
  const isTyped = languages.some((one) => one === 'ts' || one === 'typescript');
  return language !== 'astro' && isTyped && !languages.includes('tsx') ? 'typescript' : 'tsx';
}

function isSaid(text: string, { from, to }: MarkupCode): boolean {
  return (
    text
      .slice(from, to)
      .replace(/\/\*[\s\S]*?\*\/|(?<!:)\/\/[^\n]*/g, '')
      .trim() !== ''
  );
}

interface Written {
  readonly text: string;
  readonly code: ReadonlyMap<number, MarkupCode>;
  readonly ranges: readonly { readonly from: number; readonly to: number; readonly code: MarkupCode }[];
}

/** The file with all blank that is not code, and each place of the markup a statement of its own. */
function writtenOut(
  language: ComponentLanguage,
  text: string,
  { remarks }: ComponentMarkup,
  scripts: readonly MarkupScript[],
  all: readonly MarkupCode[],
): Written {
  const out = text.replace(/[^\r\n]/g, ' ').split('');
  const put = (from: number, to: number, said = text.slice(from, to)) => {
    for (let at = from; at < to; at++) out[at] = said[at - from]!;
  };
  for (const { at, from, to } of scripts) {
    put(from, to);
    // What stands before and behind is another statement.
    if (from > at) out[at] = ';';
    if (out[to] === ' ') out[to] = ';';
  }
  const code = new Map<number, MarkupCode>();
  const ranges = all.map((one) => {
    put(one.from, one.to, language === 'vue' ? withoutEntities(text.slice(one.from, one.to)) : undefined);
    const { from, to } = bracketed(out, text, one, language === 'vue');
    code.set(from, one);
    return { from, to, code: one };
  });
  for (const { from, to } of remarks) put(from, to, text.slice(from, to).replace(/[^\r\n]/g, ' '));
  return { text: out.join(''), code, ranges };
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&quot;': '"',
  '&#34;': '"',
  '&#39;': "'",
  '&apos;': "'",
  '&lt;': '<',
  '&gt;': '>',
  '&amp;': '&',
};

function withoutEntities(text: string): string {
  return text.replace(/&(?:quot|#34|#39|apos|lt|gt|amp);/g, (found) => ENTITIES[found]!.padEnd(found.length));
}

/** What would be taken for the beginning of a statement. */
const BEGINS_A_STATEMENT = /^\s*(?:\{|function\b|class\b|async\s+function\b|let\s*\[)/;

/** Makes a statement of a place: `;(value)` where there is always room for it or it must be so, else `{value}`. */
function bracketed(
  out: string[],
  text: string,
  { from, to, isHandler }: MarkupCode,
  hasRoom: boolean,
): { from: number; to: number } {
  const before = blankBefore(out, from);
  const behind = blankBehind(text, to);
  if (before === undefined || behind === undefined) return { from: separated(out, from), to };
  const separator = blankBefore(out, before);
  const isAlone = separator !== undefined && (hasRoom || BEGINS_A_STATEMENT.test(text.slice(from, to)));
  const isValue = !isHandler && isAlone;
  out[before] = isValue ? '(' : '{';
  out[behind] = isValue ? ')' : '}';
  if (separator !== undefined) out[separator] = ';';
  return { from: before, to: behind };
}

function separated(out: string[], from: number): number {
  const before = blankBefore(out, from);
  if (before !== undefined) out[before] = ';';
  return from;
}

/** The last place before that is blank, over ends of lines. */
function blankBefore(out: readonly string[], from: number): number | undefined {
  let at = from - 1;
  while (at >= 0 && /[\r\n]/.test(out[at]!)) at--;
  return out[at] === ' ' ? at : undefined;
}

function blankBehind(text: string, to: number): number | undefined {
  let at = to;
  while (at < text.length && /[\r\n]/.test(text[at]!)) at++;
  return at < text.length ? at : undefined;
}

/** The code of the markup around the places where the grammar went wrong. */
function lostIn(tree: Tree, ranges: Written['ranges']): ReadonlySet<MarkupCode> {
  if (!tree.rootNode.hasError) return new Set();
  const errors = errorsIn(tree.rootNode);
  return new Set(
    ranges.flatMap(({ from, to, code }) =>
      errors.some(({ startIndex, endIndex }) => startIndex <= to + 1 && endIndex >= from) ? [code] : [],
    ),
  );
}
