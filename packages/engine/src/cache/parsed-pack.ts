import { hash } from 'node:crypto';
import { deserialize, serialize } from 'node:v8';
import type { ParsedFiles } from '../collect/files/parsed-files.ts';
import type { CacheFolder } from './folder.ts';
import { decodeTree, encodeTree } from './tree-codec.ts';

const NAME = 'parsed-files';
const MEGABYTE = 1024 * 1024;

export interface PackLimits {
  /** Bytes of all trees together. */
  readonly bytes: number;
  /** Runs in which a tree may be of no use: other roots, other branches. */
  readonly unusedRuns: number;
  /** Less text than this is parsed sooner than its trees are written. In UTF-16 units. */
  readonly leastText: number;
}

export const PACK_LIMITS: PackLimits = { bytes: 90 * MEGABYTE, unusedRuns: 10, leastText: 200_000 };

interface Packed {
  readonly bytes: Uint8Array;
  /** Runs since it was of use. */
  readonly unused: number;
}

/**
 * Syntax trees by a digest of reader, path and text, in one sealed entry of the cache folder: thousands of files would be
 * thousands to open. Of runs that write at once the last one wins; what the others had parsed is parsed again.
 */
export class ParsedPack implements ParsedFiles {
  readonly #folder: CacheFolder;
  readonly #limits: PackLimits;
  readonly #used = new Map<string, Uint8Array>();
  /** Parsed so far, as long as it is too little to be kept. */
  readonly #waiting = new Map<string, unknown>();
  /** Trees that last as long as the run: they are encoded when it is over. */
  readonly #lasting = new Map<string, unknown>();
  #before: ReadonlyMap<string, Packed> | undefined;
  #textParsed = 0;
  #changed = false;

  constructor(folder: CacheFolder, limits: PackLimits = PACK_LIMITS) {
    this.#folder = folder;
    this.#limits = limits;
  }

  of<T>(reader: string, file: string, text: string, parse: () => T): T {
    const key = keyOf(reader, file, text);
    const packed = this.#packed(key);
    return packed === undefined ? this.#parsed(key, text, parse()) : (decodeTree(packed) as T);
  }

  async later<T>(reader: string, file: string, text: string, parse: () => Promise<T>): Promise<T> {
    const key = keyOf(reader, file, text);
    const packed = this.#packed(key);
    if (packed !== undefined) return decodeTree(packed) as T;
    const tree = await parse();
    this.#textParsed += text.length;
    this.#lasting.set(key, tree);
    return tree;
  }

  #packed(key: string): Uint8Array | undefined {
    const packed = this.#read().get(key)?.bytes;
    if (packed !== undefined) this.#used.set(key, packed);
    return packed;
  }

  #parsed<T>(key: string, text: string, tree: T): T {
    this.#textParsed += text.length;
    this.#waiting.set(key, tree);
    if (this.#isWorthKeeping()) this.#keep(this.#waiting);
    return tree;
  }

  #isWorthKeeping(): boolean {
    return this.#read().size > 0 || this.#textParsed >= this.#limits.leastText;
  }

  /** Writes the pack where there is something new to keep. Throws where the disk refuses. */
  write(now: Date): void {
    if (this.#isWorthKeeping()) this.#keep(this.#lasting);
    if (!this.#changed) {
      this.#folder.touch(NAME, now);
      return;
    }
    const { bytes: most, unusedRuns } = this.#limits;
    const kept = new Map<string, Packed>();
    let total = 0;
    const keep = (key: string, packed: Packed): void => {
      if (kept.has(key) || total + packed.bytes.length > most) return;
      total += packed.bytes.length;
      kept.set(key, packed);
    };
    for (const [key, bytes] of this.#used) keep(key, { bytes, unused: 0 });
    const others = [...this.#read()].sort(([, a], [, b]) => a.unused - b.unused);
    for (const [key, { bytes, unused }] of others) {
      if (unused < unusedRuns) keep(key, { bytes, unused: unused + 1 });
    }
    this.#folder.write(NAME, serialize(kept), now);
  }

  #keep(trees: Map<string, unknown>): void {
    for (const [key, tree] of trees) this.#add(key, tree);
    trees.clear();
  }

  #add(key: string, tree: unknown): void {
    const bytes = encodeTree(tree);
    if (bytes === undefined) return;
    this.#used.set(key, bytes);
    this.#changed = true;
  }

  /** What an earlier run left. The seal says that it is ours. */
  #read(): ReadonlyMap<string, Packed> {
    if (this.#before === undefined) {
      const sealed = this.#folder.read(NAME);
      this.#before = sealed === undefined ? new Map() : (deserialize(sealed) as ReadonlyMap<string, Packed>);
    }
    return this.#before;
  }
}

function keyOf(reader: string, file: string, text: string): string {
  return hash('sha256', `${reader} ${file.length} ${file}\n${text}`, 'base64');
}

/** Keeps the pack of a folder whose result did not have to be found again. */
export function touchPack(folder: CacheFolder, now: Date): void {
  folder.touch(NAME, now);
}
