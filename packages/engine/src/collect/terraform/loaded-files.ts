import { join } from '../files/paths.ts';
import type { Repository } from '../files/repository.ts';
import type { ScopeFiles } from './evaluate/scope.ts';

type Read = ReturnType<ScopeFiles['read']>;

/**
 * Files for `file()` and its relatives. Evaluation cannot wait, so a file that was not read yet is noted in
 * `wanted`; the caller reads those and evaluates again.
 */
export class LoadedFiles implements ScopeFiles {
  readonly wanted = new Set<string>();
  /** Files that an expression read. */
  readonly used = new Set<string>();
  /** Files that an expression asked for and that could not be read, with the reason. */
  readonly refused = new Map<string, string>();
  readonly #repository: Repository;
  readonly #folder: string;
  readonly #loaded: Map<string, Read>;

  constructor(repository: Repository, folder: string, loaded: Map<string, Read> = new Map()) {
    this.#repository = repository;
    this.#folder = folder;
    this.#loaded = loaded;
  }

  /** The same files, for another evaluation. */
  again(): LoadedFiles {
    return new LoadedFiles(this.#repository, this.#folder, this.#loaded);
  }

  async load(): Promise<void> {
    await Promise.all(
      [...this.wanted].map(async (path) => {
        const bytes = await this.#repository.bytes(path);
        if (bytes !== undefined) {
          this.#loaded.set(path, { text: new TextDecoder('utf-8').decode(bytes), bytes, file: path });
          return;
        }
        const text = await this.#repository.text(path);
        this.#loaded.set(path, {
          why: text.kind === 'skipped' ? text.why : 'could not be read',
          missing: false,
        });
      }),
    );
    this.wanted.clear();
  }

  read(path: string): Read {
    const inside = this.#inside(path);
    if (inside === undefined) return { why: 'outside the assessed folder', missing: false };
    if (!this.#repository.has(inside)) {
      const why = this.#repository.leftOut(inside);
      return why === undefined ? { why: 'no such file', missing: true } : { why, missing: false };
    }
    const loaded = this.#loaded.get(inside);
    if (loaded === undefined) {
      this.wanted.add(inside);
      return { why: 'not read yet', missing: false };
    }
    if ('why' in loaded) this.refused.set(inside, loaded.why);
    else this.used.add(inside);
    return loaded;
  }

  list(path: string): readonly string[] | { readonly why: string } {
    const inside = this.#inside(path);
    if (inside === undefined) return { why: 'outside the assessed folder' };
    const why = inside === '.' ? undefined : this.#repository.leftOut(inside);
    if (why !== undefined) return { why };
    const prefix = inside === '.' ? '' : `${inside}/`;
    return this.#repository.paths.filter((p) => p.startsWith(prefix)).map((p) => p.slice(prefix.length));
  }

  #inside(path: string): string | undefined {
    const root = `${this.#repository.root}/`;
    if (path.startsWith(root)) return join('.', path.slice(root.length));
    return path.startsWith('/') || path.startsWith('~') ? undefined : join(this.#folder, path);
  }
}
