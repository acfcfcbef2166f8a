/**
 * Says what is going on when it takes longer than a second: on a terminal in place. Elsewhere nothing, unless
 * `AIRWORTHY_PROGRESS=lines` asks for a line per step, as long pipelines like it.
 */
export class Progress {
  readonly #stream: NodeJS.WriteStream;
  readonly #mode: 'silent' | 'in-place' | 'lines';
  readonly #start = performance.now();
  readonly #quiet: boolean;
  #shown = false;

  /** `silent` is about steps: a report for machines needs none. `quiet` is about everything. */
  constructor(stream: NodeJS.WriteStream, { silent, quiet }: { silent: boolean; quiet: boolean }) {
    this.#stream = stream;
    this.#quiet = quiet;
    const lines = process.env['AIRWORTHY_PROGRESS'] === 'lines';
    this.#mode = lines ? 'lines' : silent || quiet || stream.isTTY !== true ? 'silent' : 'in-place';
  }

  show(step: string): void {
    if (this.#mode === 'lines') this.#stream.write(`${step}\n`);
    if (this.#mode !== 'in-place' || performance.now() - this.#start < 1000) return;
    this.#shown = true;
    this.#stream.write(`\r\x1b[2K${step} …`);
  }

  /** Says what stays to be read, a terminal or not. */
  say(sentence: string): void {
    if (this.#quiet) return;
    this.done();
    this.#shown = false;
    this.#stream.write(`${sentence}\n`);
  }

  done(): void {
    if (this.#shown) this.#stream.write('\r\x1b[2K');
  }
}
