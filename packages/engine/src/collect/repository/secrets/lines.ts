import type { Location } from '../../../model/origin.ts';
import { placeIn } from '../fact.ts';

/** Where characters of a file stand. Offsets are asked for in any order; the lines are found once. */
export class Lines {
  readonly #file: string;
  readonly #text: string;
  #starts: readonly number[] | undefined;

  constructor(file: string, text: string) {
    this.#file = file;
    this.#text = text;
  }

  /** The line of a character: of a secret no column is told, so that nothing marks it alone. */
  place(offset: number): Location {
    this.#starts ??= startsIn(this.#text);
    const starts = this.#starts;
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return placeIn(this.#file, low + 1);
  }
}

function startsIn(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}
