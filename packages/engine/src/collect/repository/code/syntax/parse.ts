import { Parser, type Node as SyntaxNode } from 'web-tree-sitter';
import { type GrammarName, grammarOf, loadGrammar } from '../../../cdk/source/grammar.ts';
import { Builder, placeOf } from './builder.ts';
import { walkPython } from './python.ts';
import { walkScript } from './script.ts';
import type { SourceModule } from './source-module.ts';

/** Larger files are bundles or data, not code that people write. In characters. */
export const LONGEST_MODULE = 600_000;

/** Whether a file is in a language that is read, by the end of its name. */
export function isReadableCode(file: string): boolean {
  return grammarOf(file) !== undefined;
}

/** Reads a file of code. `undefined` where its language is not read, or it is longer than {@link LONGEST_MODULE}. */
export async function parseModule(file: string, text: string): Promise<SourceModule | undefined> {
  const grammar = grammarOf(file);
  if (grammar === undefined || text.length > LONGEST_MODULE) return undefined;
  const parser = await parserOf(grammar);
  const tree = parser.parse(text);
  if (tree === null) return undefined;
  try {
    const builder = new Builder(text);
    const root = tree.rootNode;
    if (root.hasError) problemsIn(root, builder);
    if (grammar === 'python') walkPython(root, builder);
    else walkScript(root, builder);
    return builder.built(file, grammar === 'python' ? 'python' : 'script');
  } finally {
    tree.delete();
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

function problemsIn(root: SyntaxNode, builder: Builder): void {
  const open: SyntaxNode[] = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.isError || node.isMissing) builder.problem(placeOf(node), 'it cannot be read there');
    else if (node.hasError) for (const child of node.children) if (child !== null) open.push(child);
  }
}
