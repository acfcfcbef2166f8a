/**
 * Says what is going on when it takes longer than a second: on a terminal in place. Elsewhere nothing, unless
 * `AIRWORTHY_PROGRESS=lines` asks for a line per step, as long pipelines like it.
 */
export class Progress {
  readonly #stream: NodeJS.WriteStream;
  readonly #mode: 'silent' | 'in-place' | 'lines';
  readonly #start = performance.now();
  #shown = false;

  constructor(stream: NodeJS.WriteStream, silent: boolean) {
    this.#stream = stream;
    const lines = process.env['AIRWORTHY_PROGRESS'] === 'lines';
    this.#mode = lines ? 'lines' : silent || stream.isTTY !== true ? 'silent' : 'in-place';
  }

  show(step: string): void {
    if (this.#mode === 'lines') this.#stream.write(`${step}\n`);
    if (this.#mode !== 'in-place' || performance.now() - this.#start < 1000) return;
    this.#shown = true;
    this.#stream.write(`\r\x1b[2K${step} …`);
  }

  done(): void {
    if (this.#shown) this.#stream.write('\r\x1b[2K');
  }
}
