/** Says what is going on when it takes longer than a second: on a terminal in place, elsewhere not at all. */
export class Progress {
  readonly #stream: NodeJS.WriteStream;
  readonly #silent: boolean;
  readonly #start = performance.now();
  #shown = false;

  constructor(stream: NodeJS.WriteStream, silent: boolean) {
    this.#stream = stream;
    this.#silent = silent || stream.isTTY !== true;
  }

  show(step: string): void {
    if (this.#silent || performance.now() - this.#start < 1000) return;
    this.#shown = true;
    this.#stream.write(`\r\x1b[2K${step} …`);
  }

  done(): void {
    if (this.#shown) this.#stream.write('\r\x1b[2K');
  }
}
