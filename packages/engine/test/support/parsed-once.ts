import { decodeTree, encodeTree } from '../../src/cache/tree-codec.ts';
import type { ParsedFiles } from '../../src/collect/files/parsed-files.ts';

/** Syntax trees of earlier assessments of the same process, handed out as the cache on disk does it: hundreds of assessments that differ in one file parse that file alone. */
export class ParsedOnce implements ParsedFiles {
  readonly #trees = new Map<string, Uint8Array>();

  of<T>(reader: string, file: string, text: string, parse: () => T): T {
    const key = keyOf(reader, file, text);
    const before = this.#trees.get(key);
    if (before !== undefined) return decodeTree(before) as T;
    return this.#kept(key, parse());
  }

  async later<T>(reader: string, file: string, text: string, parse: () => Promise<T>): Promise<T> {
    const key = keyOf(reader, file, text);
    const before = this.#trees.get(key);
    if (before !== undefined) return decodeTree(before) as T;
    return this.#kept(key, await parse());
  }

  #kept<T>(key: string, tree: T): T {
    const encoded = encodeTree(tree);
    if (encoded !== undefined) this.#trees.set(key, encoded);
    return tree;
  }
}

function keyOf(...parts: readonly string[]): string {
  return parts.join('\0');
}
