import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliDecompress } from 'node:zlib';

/** In bytes: what a build packs is unpacked in one go. */
const LARGEST = 2 * 1024 * 1024;

/** A file that a build puts beside the bundle, packed. From source it lies at `unpacked`, which is only asked for then. */
export async function assetOf(name: string, unpacked: () => string): Promise<Uint8Array> {
  const beside = fileURLToPath(new URL(`${name}.br`, import.meta.url));
  return existsSync(beside)
    ? promisify(brotliDecompress)(await readFile(beside), { chunkSize: LARGEST })
    : readFile(unpacked());
}
