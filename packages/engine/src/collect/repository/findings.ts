import type { UnreadFile } from './code/most-code.ts';
import type { SourceModule } from './code/syntax/source-module.ts';
import type { RepositoryFact } from './fact.ts';
import { mending } from './mending.ts';
import type { ReadFacts, SourceOfFiles, UnseenFacts } from './reader.ts';
import type { RepositoryType } from './types.ts';

/** What code that shows something, or listens to people, can do by itself. */
const OF_MARKUP: ReadonlySet<RepositoryType> = new Set<RepositoryType>([
  'Repository::Client',
  'Repository::ClientBase',
  'Repository::ClientCall',
  'Repository::ClientField',
  'Repository::Page',
  'Repository::PageErrorTracker',
  'Repository::PageLink',
  'Repository::SignIn',
]);

/** Gathers what a reader finds, file by file. */
export class Findings {
  readonly #types: readonly RepositoryType[];
  readonly #facts: RepositoryFact[] = [];
  readonly #notSeen: UnseenFacts[] = [];
  readonly #partly: { file: string; line: number; why: string }[] = [];
  readonly #skipped: { file: string; why: string }[] = [];

  /** `types` are what a file that cannot be read could hold, unless it is said otherwise of one. */
  constructor(types: readonly RepositoryType[]) {
    this.#types = types;
  }

  add(...facts: readonly RepositoryFact[]): void {
    this.#facts.push(...facts);
  }

  /** A file that is read only in part, from a line on or around it: what it could hold besides is not known. */
  broken(file: string, line: number, why: string, holds = this.#types): void {
    this.#partly.push({ file, line, why });
    this.#notSeen.push({ what: file, why, decidedBy: mending(file, line), holds, file, line });
  }

  /** A module of code of which a part cannot be read. What markup says is told of pages, and holds nothing else. */
  brokenModule({ file, problems }: Pick<SourceModule, 'file' | 'problems'>, holds = this.#types): void {
    const [problem] = problems;
    if (problem === undefined) return;
    const own = problems.every(({ inMarkup }) => inMarkup)
      ? holds.filter((type) => OF_MARKUP.has(type))
      : holds;
    if (own.length > 0) this.broken(file, problem.line, problem.why, own);
    else this.leftOut(file, problem.line, problem.why);
  }

  /** A part of a file that is left out on purpose, and is said so: nothing is unknown by it. */
  leftOut(file: string, line: number, why: string): void {
    this.#partly.push({ file, line, why });
  }

  /** A file that is not read at all. */
  skipped(file: string, why: string, holds = this.#types): void {
    this.unread({ file, why }, holds);
  }

  /** The same for a file of code, which may need something else than to be made readable. */
  unread({ file, why, decidedBy = `making ${file} readable` }: UnreadFile, holds = this.#types): void {
    this.#skipped.push({ file, why });
    this.#notSeen.push({ what: file, why, decidedBy, holds, file });
  }

  /** Anything else that could hold more: a framework that is not read. */
  unseen(place: UnseenFacts): void {
    this.#notSeen.push(place);
  }

  get found(): ReadFacts {
    return {
      facts: this.#facts,
      notSeen: this.#notSeen,
      partly: this.#partly,
      skipped: this.#skipped,
    };
  }
}

/** Reads file by file; a file whose text cannot be had is one that was not seen. */
export async function readEach(
  files: readonly string[],
  source: SourceOfFiles,
  types: readonly RepositoryType[],
  read: (file: string, text: string, findings: Findings) => void | Promise<void>,
): Promise<ReadFacts> {
  const findings = new Findings(types);
  for (const file of files) {
    const got = await source.text(file);
    if (got.kind === 'text') await read(file, got.text, findings);
    else findings.skipped(file, got.why);
  }
  return findings.found;
}
