import type { RepositoryFact } from './fact.ts';
import { mending } from './mending.ts';
import type { ReadFacts, SourceOfFiles, UnseenFacts } from './reader.ts';
import type { RepositoryType } from './types.ts';

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

  /** A part of a file that is left out on purpose, and is said so: nothing is unknown by it. */
  leftOut(file: string, line: number, why: string): void {
    this.#partly.push({ file, line, why });
  }

  /** A file that is not read at all. */
  skipped(file: string, why: string, holds = this.#types): void {
    this.#skipped.push({ file, why });
    this.#notSeen.push({ what: file, why, decidedBy: `making ${file} readable`, holds, file });
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
