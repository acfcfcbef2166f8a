import type { Language } from 'web-tree-sitter';
import { loadLanguage } from '../../tree-sitter.ts';

/** The grammars of the languages that CDK applications are read in, with the packages that they lie in. */
export const GRAMMARS = {
  typescript: ['tree-sitter-typescript', 'tree-sitter-typescript.wasm'],
  tsx: ['tree-sitter-typescript', 'tree-sitter-tsx.wasm'],
  python: ['tree-sitter-python', 'tree-sitter-python.wasm'],
} as const;

export type GrammarName = keyof typeof GRAMMARS;

/** The grammar that a file is written in, by the end of its name; JavaScript is read as TSX. */
export function grammarOf(file: string): GrammarName | undefined {
  if (/\.py$/.test(file)) return 'python';
  if (/\.[cm]?ts$/.test(file)) return 'typescript';
  return /\.(?:tsx|jsx|[cm]?js)$/.test(file) ? 'tsx' : undefined;
}

/** A grammar, loaded once and only where a repository has a CDK application to read. */
export function loadGrammar(name: GrammarName): Promise<Language> {
  const before = loading.get(name);
  if (before !== undefined) return before;
  const [folder, binary] = GRAMMARS[name];
  const now = loadLanguage(folder, binary);
  loading.set(name, now);
  return now;
}

const loading = new Map<GrammarName, Promise<Language>>();
