/** Where the time of a run went, in milliseconds. */
export interface Timings {
  /** Finding, reading and evaluating the files. */
  readonly reading: number;
  /** Deciding: all checks, and what follows from them. */
  readonly deciding: number;
  /** Of deciding, the part of each check over all roots, the slowest first. */
  readonly checks: readonly { readonly id: string; readonly milliseconds: number }[];
}

/** Measures one run. Started when it is made. */
export class Stopwatch {
  readonly #now: () => number;
  readonly #start: number;
  #hasRead: number;
  readonly #checks = new Map<string, number>();

  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
    this.#start = now();
    this.#hasRead = this.#start;
  }

  /** Everything is read. */
  read(): void {
    this.#hasRead = this.#now();
  }

  around<T>(check: string, work: () => T): T {
    const before = this.#now();
    const result = work();
    this.#checks.set(check, (this.#checks.get(check) ?? 0) + this.#now() - before);
    return result;
  }

  timings(): Timings {
    const checks = Array.from(this.#checks, ([id, milliseconds]) => ({ id, milliseconds }));
    return {
      reading: this.#hasRead - this.#start,
      deciding: this.#now() - this.#hasRead,
      checks: checks.sort((a, b) => b.milliseconds - a.milliseconds),
    };
  }
}
