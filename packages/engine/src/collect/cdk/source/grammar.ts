import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { Language, Parser } from 'web-tree-sitter';

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
  const now = load(name);
  loading.set(name, now);
  return now;
}

const loading = new Map<GrammarName, Promise<Language>>();
let engine: Promise<void> | undefined;

async function load(name: GrammarName): Promise<Language> {
  const require = createRequire(import.meta.url);
  engine ??= readFile(require.resolve('web-tree-sitter/web-tree-sitter.wasm')).then((wasmBinary) =>
    Parser.init({ wasmBinary }),
  );
  await engine;
  const [folder, wasm] = GRAMMARS[name];
  // A build puts the grammars beside the bundle; from source they lie with their packages.
  const beside = fileURLToPath(new URL(wasm, import.meta.url));
  return Language.load(await readFile(existsSync(beside) ? beside : require.resolve(`${folder}/${wasm}`)));
}
