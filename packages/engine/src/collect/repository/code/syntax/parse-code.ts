import { Parser, type Tree } from 'web-tree-sitter';
import { type GrammarName, grammarOf, loadGrammar } from '../../../cdk/source/grammar.ts';
import { type FlatTree, flatTree } from './flat-tree.ts';
import { errorsIn, parsedOverGaps } from './grammar-gaps.ts';
import type { Place } from './source-module.ts';
import { placeOf } from './syntax-node.ts';

/** Larger files are bundles or data, not code that people write. In characters. */
export const LONGEST_MODULE = 600_000;

/** A file of code whose parser has done its work. Plain data. */
export interface ParsedCode {
  readonly grammar: GrammarName;
  readonly tree: FlatTree;
  /** Where it is not in its language. */
  readonly errors: readonly Place[];
}

/** Parses a file of code, and does not ask yet what it says; `undefined` where the parser gives up. */
export type CodeParser = (grammar: GrammarName, text: string) => Promise<ParsedCode | undefined>;

/** In this thread. */
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

const parsers = new Map<GrammarName, Promise<Parser>>();

/** One parser for each language: making one takes longer than parsing a small file. */
export function parserOf(grammar: GrammarName): Promise<Parser> {
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
