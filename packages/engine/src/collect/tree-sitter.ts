import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { Language, Parser } from 'web-tree-sitter';
import { packedPart } from '../packed-asset.ts';

const require = createRequire(import.meta.url);
let engine: Promise<void> | undefined;

/**
 * A grammar by its package and the name of its binary; grammar and engine are WebAssembly. The engine is made once, the grammar
 * anew each time.
 */
export async function loadLanguage(folder: string, binary: string): Promise<Language> {
  engine ??= startEngine();
  const bytes = packedPart(folder.replace(/^.*\//, ''), binary, () => require.resolve(`${folder}/${binary}`));
  const [grammar] = await Promise.all([bytes, engine]);
  return Language.load(grammar);
}

/** The engine is told where its own binary lies, because a bundle no longer stands beside it. */
async function startEngine(): Promise<void> {
  const wasmBinary = await readFile(require.resolve('web-tree-sitter/web-tree-sitter.wasm'));
  await Parser.init({ wasmBinary });
}
