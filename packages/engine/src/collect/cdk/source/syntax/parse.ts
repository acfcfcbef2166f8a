import { type Language, Parser, type Node as SyntaxNode } from 'web-tree-sitter';
import type { Location } from '../../../../model/origin.ts';
import { type GrammarName, grammarOf, loadGrammar } from '../grammar.ts';
import { callsIn } from './calls-written.ts';
import { mentionsIn } from './mentions.ts';
import { lowerPython } from './python.ts';
import { lowerScript } from './script.ts';
import type { SourceFile } from './tree.ts';

/** Larger files are bundles, not sources that people write. */
export const MAX_LENGTH = 600_000;
const MAX_PROBLEMS = 20;

/** Reads a file of a CDK application. `undefined` where its name says no language that is read, or it is too large. */
export async function parseSource(file: string, text: string): Promise<SourceFile | undefined> {
  const name = grammarOf(file);
  if (name === undefined || text.length > MAX_LENGTH) return undefined;
  return lowered(await loadGrammar(name), name, file, text);
}

function lowered(language: Language, name: GrammarName, file: string, text: string): SourceFile | undefined {
  const parser = new Parser();
  parser.setLanguage(language);
  const tree = parser.parse(text);
  try {
    if (tree === null) return undefined;
    const problems = tree.rootNode.hasError ? problemsIn(tree.rootNode, file) : [];
    const python = name === 'python';
    const body = python ? lowerPython(tree.rootNode, file) : lowerScript(tree.rootNode, file);
    return {
      file,
      language: python ? 'python' : 'script',
      body,
      problems,
      mentions: mentionsIn(tree.rootNode, file),
      calls: python ? undefined : callsIn(tree.rootNode, file),
    };
  } finally {
    tree?.delete();
    parser.delete();
  }
}

function problemsIn(root: SyntaxNode, file: string): Location[] {
  const found: Location[] = [];
  const open: SyntaxNode[] = [root];
  for (let node = open.pop(); node !== undefined && found.length < MAX_PROBLEMS; node = open.pop()) {
    if (node.isError || node.isMissing) found.push(placeOf(node, file));
    else if (node.hasError) open.push(...presentChildren(node));
  }
  return found;
}

function presentChildren(node: SyntaxNode): SyntaxNode[] {
  return node.children.filter((child): child is SyntaxNode => child !== null);
}

/** Where a node stands. */
export function placeOf(node: SyntaxNode, file: string, what?: string): Location {
  const { startPosition: start, endPosition: end } = node;
  return {
    file,
    line: start.row + 1,
    column: start.column + 1,
    endLine: end.row + 1,
    endColumn: Math.max(1, end.column),
    ...(what === undefined ? {} : { what }),
  };
}
