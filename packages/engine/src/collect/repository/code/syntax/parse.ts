import { Parser, type Tree } from 'web-tree-sitter';
import { type GrammarName, grammarOf, loadGrammar } from '../../../cdk/source/grammar.ts';
import { componentLanguage, parsedComponent } from '../components/component.ts';
import type { ComponentLanguage } from '../components/markup.ts';
import { placeAt, walkComponent } from '../components/rendering.ts';
import { Builder } from './builder.ts';
import { type FlatTree, flatTree } from './flat-tree.ts';
import { errorsIn, parsedOverGaps } from './grammar-gaps.ts';
import { walkPython } from './python.ts';
import { walkScript } from './script.ts';
import type { Place, SourceModule } from './source-module.ts';
import { placeOf, SyntaxNode } from './syntax-node.ts';

/** Larger files are bundles or data, not code that people write. In characters. */
export const LONGEST_MODULE = 600_000;

/** Whether a file is in a language that is read, by the end of its name. */
export function isReadableCode(file: string): boolean {
  return grammarOf(file) !== undefined || componentLanguage(file) !== undefined;
}

/** Reads a file of code. `undefined` where its language is not read, or it is longer than {@link LONGEST_MODULE}. */
export async function parseModule(file: string, text: string): Promise<SourceModule | undefined> {
  if (text.length > LONGEST_MODULE) return undefined;
  const component = componentLanguage(file);
  if (component !== undefined) return moduleOfComponent(component, file, text);
  const grammar = grammarOf(file);
  const parsed = grammar === undefined ? undefined : await parsedCode(grammar, text);
  return parsed === undefined ? undefined : moduleOfCode(file, parsed);
}

/** A file of code whose parser has done its work. Plain data. */
export interface ParsedCode {
  readonly grammar: GrammarName;
  readonly tree: FlatTree;
  /** Where it is not in its language. */
  readonly errors: readonly Place[];
}

/** Parses a file of code, and does not ask yet what it says. */
export async function parsedCode(grammar: GrammarName, text: string): Promise<ParsedCode | undefined> {
  const parser = await parserOf(grammar);
  const first = parser.parse(text);
  if (first === null) return undefined;
  const isWhole = !first.rootNode.hasError;
  const { tree, text: read } =
    isWhole || grammar === 'python' ? { tree: first, text } : parsedOverGaps(parser, text, first);
  try {
    const errors = errorsIn(tree.rootNode).map((error) => placeOf(error.startPosition));
    return { grammar, tree: flatTree(tree, read), errors };
  } finally {
    tree.delete();
  }
}

/** What a parsed file of code says. */
export function moduleOfCode(file: string, { grammar, tree, errors }: ParsedCode): SourceModule {
  const builder = new Builder(tree.text);
  for (const at of errors) builder.problem(at, 'the code there cannot be read');
  if (grammar === 'python') walkPython(SyntaxNode.rootOf(tree), builder);
  else walkScript(SyntaxNode.rootOf(tree), builder);
  return builder.built(file, grammar === 'python' ? 'python' : 'script');
}

/** A file of TypeScript or JavaScript as a tree, and its text as the tree was made of it. Whoever asks deletes the tree. */
export interface CodeTree {
  readonly tree: Tree;
  readonly text: string;
}

/** `undefined` where it is in another language, or longer than {@link LONGEST_MODULE}. */
export async function codeTree(file: string, text: string): Promise<CodeTree | undefined> {
  const grammar = grammarOf(file);
  if (grammar === undefined || grammar === 'python' || text.length > LONGEST_MODULE) return undefined;
  const parser = await parserOf(grammar);
  const tree = parser.parse(text);
  if (tree === null) return undefined;
  return tree.rootNode.hasError ? parsedOverGaps(parser, text, tree) : { tree, text };
}

/** Finding a line costs a look through the file. */
const MOST_TOLD = 20;

/** A file with scripts and markup is one module. */
async function moduleOfComponent(
  language: ComponentLanguage,
  file: string,
  text: string,
): Promise<SourceModule | undefined> {
  const component = await parsedComponent(language, text, parserOf);
  if (component === undefined) return undefined;
  try {
    const builder = new Builder(component.text);
    for (const error of errorsIn(component.tree.rootNode))
      builder.problem(placeOf(error.startPosition), 'the code there cannot be read');
    for (const { at, why } of component.unreadScripts.slice(0, MOST_TOLD))
      builder.problem(placeAt(text, at), why);
    for (const { at, why } of component.unread.slice(0, MOST_TOLD))
      builder.problemInMarkup(placeAt(text, at), why);
    walkComponent(component, text, builder);
    return builder.built(file, 'script');
  } finally {
    component.tree.delete();
  }
}

const parsers = new Map<GrammarName, Promise<Parser>>();

/** One parser for each language: making one takes longer than parsing a small file. */
function parserOf(grammar: GrammarName): Promise<Parser> {
  const before = parsers.get(grammar);
  if (before !== undefined) return before;
  const made = loadGrammar(grammar).then((language) => {
    const parser = new Parser();
    parser.setLanguage(language);
    return parser;
  });
  parsers.set(grammar, made);
  return made;
}
