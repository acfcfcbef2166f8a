import { hash } from 'node:crypto';
import type { DirectoryEntry, FileSystem } from '../collect/files/file-system.ts';
import { limitTo } from '../collect/files/limit.ts';

/** What was asked of a file system (`readFile /a/main.tf`), with a digest of each answer. Refusals are answers too. */
export type Recorded = ReadonlyMap<string, string>;

/** The folder that we write ourselves: whether it is there says nothing about what is assessed. */
const OWN_FOLDER = '.airworthy';

/** Refusals that stay as they are until somebody changes something. Others may be gone a moment later. */
const LASTING: ReadonlySet<string> = new Set([
  'ENOENT',
  'EACCES',
  'EPERM',
  'ELOOP',
  'ENOTDIR',
  'EISDIR',
  'ENAMETOOLONG',
]);

type Question = keyof FileSystem;
type Answer<Q extends Question> = Awaited<ReturnType<FileSystem[Q]>>;

/** A file system that notes everything that is asked of it, so that no reader of files can be forgotten. */
export class RecordingFileSystem implements FileSystem {
  readonly #fs: FileSystem;
  readonly #answers = new Map<string, string>();
  readonly #sizes = new Map<string, number>();
  #unsteady = false;

  constructor(fs: FileSystem) {
    this.#fs = fs;
  }

  readDirectory(path: string): Promise<readonly DirectoryEntry[]> {
    return this.#ask('readDirectory', path);
  }

  async readFile(path: string): Promise<Uint8Array> {
    const bytes = await this.#ask('readFile', path);
    this.#sizes.set(path, bytes.length);
    return bytes;
  }

  stat(path: string): Promise<Answer<'stat'>> {
    return this.#ask('stat', path);
  }

  realPath(path: string): Promise<string> {
    return this.#ask('realPath', path);
  }

  /** Everything asked so far; `undefined` where the files changed meanwhile or an answer may be another one soon. */
  recorded(): Recorded | undefined {
    if (this.#unsteady) return undefined;
    const all = new Map(this.#answers);
    // Whoever reads the same bytes again knows that they are a file of this size.
    for (const [path, size] of this.#sizes) {
      if (all.get(`stat ${path}`) === `file ${size}`) all.delete(`stat ${path}`);
    }
    return all;
  }

  async #ask<Q extends Question>(question: Q, path: string): Promise<Answer<Q>> {
    try {
      const answer = (await this.#fs[question](path)) as Answer<Q>;
      this.#note(`${question} ${path}`, digestOf(question, answer));
      return answer;
    } catch (error) {
      const code = codeOf(error);
      if (!LASTING.has(code)) this.#unsteady = true;
      this.#note(`${question} ${path}`, `refused ${code}`);
      throw error;
    }
  }

  #note(asked: string, digest: string): void {
    const before = this.#answers.get(asked);
    if (before !== undefined && before !== digest) this.#unsteady = true;
    this.#answers.set(asked, digest);
  }
}

/**
 * Asks everything again. Answers with the contents of the `wanted` files where every answer is the same as before, and
 * with `undefined` as soon as one is not.
 */
export async function askAgain(
  recorded: Recorded,
  fs: FileSystem,
  wanted: ReadonlySet<string>,
): Promise<ReadonlyMap<string, Uint8Array> | undefined> {
  const contents = new Map<string, Uint8Array>();
  const limited = limitTo(32);
  let same = true;
  await Promise.all(
    Array.from(recorded, ([asked, before]) =>
      limited(async () => {
        if (!same) return;
        const space = asked.indexOf(' ');
        const question = asked.slice(0, space) as Question;
        const path = asked.slice(space + 1);
        try {
          const answer = await fs[question](path);
          if (digestOf(question, answer) !== before) same = false;
          else if (question === 'readFile' && wanted.has(path)) contents.set(path, answer as Uint8Array);
        } catch (error) {
          if (`refused ${codeOf(error)}` !== before) same = false;
        }
      }),
    ),
  );
  return same ? contents : undefined;
}

function digestOf(question: Question, answer: Answer<Question>): string {
  switch (question) {
    case 'readFile':
      return hash('sha256', answer as Uint8Array, 'base64');
    case 'readDirectory': {
      const entries = (answer as Answer<'readDirectory'>).filter((entry) => entry.name !== OWN_FOLDER);
      return hash('sha256', JSON.stringify(entries.map((e) => [e.name, e.kind]).sort(byName)), 'base64');
    }
    case 'stat': {
      const { kind, size } = answer as Answer<'stat'>;
      // A folder's size is a matter of the disk.
      return kind === 'file' ? `file ${size}` : kind;
    }
    case 'realPath':
      return answer as string;
  }
}

function byName([a]: readonly string[], [b]: readonly string[]): number {
  return a! < b! ? -1 : a! > b! ? 1 : 0;
}

function codeOf(error: unknown): string {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : 'unknown';
}
