import { Parser } from 'web-tree-sitter';
import { type GrammarName, grammarOf, loadGrammar } from '../../../cdk/source/grammar.ts';
import { Builder, placeOf } from './builder.ts';
import { errorsIn, parsedOverGaps } from './grammar-gaps.ts';
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
  const first = parser.parse(text);
  if (first === null) return undefined;
  const isWhole = !first.rootNode.hasError;
  const { tree, text: read } =
    isWhole || grammar === 'python' ? { tree: first, text } : parsedOverGaps(parser, text, first);
  try {
    const builder = new Builder(read);
    const root = tree.rootNode;
    for (const error of errorsIn(root)) builder.problem(placeOf(error), 'the code there cannot be read');
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
