import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliDecompress } from 'node:zlib';
import { Language, Parser } from 'web-tree-sitter';

const require = createRequire(import.meta.url);
let engine: Promise<void> | undefined;

/**
 * A grammar by its package and the name of its binary; grammar and engine are WebAssembly. The engine is made once, the grammar
 * anew each time.
 */
export async function loadLanguage(folder: string, binary: string): Promise<Language> {
  engine ??= startEngine();
  const [bytes] = await Promise.all([bytesOf(folder, binary), engine]);
  return Language.load(bytes);
}

/** The engine is told where its own binary lies, because a bundle no longer stands beside it. */
async function startEngine(): Promise<void> {
  const wasmBinary = await readFile(require.resolve('web-tree-sitter/web-tree-sitter.wasm'));
  await Parser.init({ wasmBinary });
}

/** In bytes: a grammar is unpacked in one go. */
const LARGEST_GRAMMAR = 2 * 1024 * 1024;

/** A build puts the grammars beside the bundle, packed; from source they lie with their packages. */
async function bytesOf(folder: string, binary: string): Promise<Uint8Array> {
  const beside = fileURLToPath(new URL(`${binary}.br`, import.meta.url));
  return existsSync(beside)
    ? promisify(brotliDecompress)(await readFile(beside), { chunkSize: LARGEST_GRAMMAR })
    : readFile(require.resolve(`${folder}/${binary}`));
}
