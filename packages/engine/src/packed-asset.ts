import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliDecompress } from 'node:zlib';

/** In bytes: what a build packs is unpacked in one go. */
const LARGEST = 4 * 1024 * 1024;

/** A file that a build puts beside the bundle, packed. From source it lies at `unpacked`, which is only asked for then. */
export async function assetOf(name: string, unpacked: () => string): Promise<Uint8Array> {
  return (await unpackedAsset(name)) ?? readFile(unpacked());
}

/**
 * A file out of several that a build packs together, because they repeat each other: a line of JSON says how long each is, in
 * bytes, and they follow in that order.
 */
export async function packedPart(name: string, part: string, unpacked: () => string): Promise<Uint8Array> {
  const all = together.get(name) ?? partsOf(name);
  together.set(name, all);
  return (await all)?.get(part) ?? readFile(unpacked());
}

const together = new Map<string, Promise<ReadonlyMap<string, Uint8Array> | undefined>>();

async function partsOf(name: string): Promise<ReadonlyMap<string, Uint8Array> | undefined> {
  const packed = await unpackedAsset(name);
  if (packed === undefined) return undefined;
  const line = packed.indexOf('\n');
  const parts = new Map<string, Uint8Array>();
  let from = line + 1;
  for (const [part, length] of Object.entries<number>(JSON.parse(packed.toString('utf8', 0, line)))) {
    parts.set(part, packed.subarray(from, from + length));
    from += length;
  }
  return parts;
}

/** `undefined` where no build has put it beside the bundle. */
async function unpackedAsset(name: string): Promise<Buffer | undefined> {
  const beside = fileURLToPath(new URL(`${name}.br`, import.meta.url));
  if (!existsSync(beside)) return undefined;
  return promisify(brotliDecompress)(await readFile(beside), { chunkSize: LARGEST });
}
