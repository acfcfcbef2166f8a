import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { Language, Parser } from 'web-tree-sitter';

const GRAMMAR = 'tree-sitter-terraform.wasm';

/** The Terraform grammar with its engine, both WebAssembly. Starts in about 10 ms; loaded once. */
export function loadGrammar(): Promise<Language> {
  loading ??= load();
  return loading;
}

let loading: Promise<Language> | undefined;

async function load(): Promise<Language> {
  const require = createRequire(import.meta.url);
  // The engine is told where its own binary lies, because a bundle no longer stands beside it.
  const wasmBinary = await readFile(require.resolve('web-tree-sitter/web-tree-sitter.wasm'));
  await Parser.init({ wasmBinary });
  // A build puts the grammar beside the bundle; from source it lies with its package.
  const beside = fileURLToPath(new URL(GRAMMAR, import.meta.url));
  const file = existsSync(beside)
    ? beside
    : require.resolve(`@tree-sitter-grammars/tree-sitter-hcl/${GRAMMAR}`);
  return Language.load(await readFile(file));
}
