import type { Location } from '../../../model/origin.ts';

/** Turns offsets of a text into lines and columns. Fast for offsets that come roughly in order. */
export class Positions {
  readonly #file: string;
  readonly #starts: number[] = [0];
  /** The line that was found last: the next offset is mostly on it or on the one after. */
  #last = 0;

  constructor(file: string, text: string) {
    this.#file = file;
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) this.#starts.push(at + 1);
  }

  /** The number of lines, an empty line after the last newline included. */
  get lines(): number {
    return this.#starts.length;
  }

  /** Line from 1. */
  line(offset: number): number {
    const starts = this.#starts;
    let line = this.#last;
    if (starts[line]! <= offset) {
      if (line + 1 === starts.length || offset < starts[line + 1]!) return line + 1;
      if (line + 2 === starts.length || offset < starts[line + 2]!) {
        this.#last = line + 1;
        return line + 2;
      }
    }
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      line = (low + high + 1) >> 1;
      if (starts[line]! <= offset) low = line;
      else high = line - 1;
    }
    this.#last = low;
    return low + 1;
  }

  /** Offset of the first character of a line (from 1). */
  startOf(line: number): number {
    return this.#starts[line - 1]!;
  }

  /** The range from `start` to before `end`; an empty range is the one character at `start`. */
  range(start: number, end: number): Location {
    const line = this.line(start);
    const column = start - this.#starts[line - 1]! + 1;
    const last = end > start ? end - 1 : start;
    const endLine = this.line(last);
    return { file: this.#file, line, column, endLine, endColumn: last - this.#starts[endLine - 1]! + 1 };
  }
}
