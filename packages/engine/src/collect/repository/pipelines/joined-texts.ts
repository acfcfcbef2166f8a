import type { Piece, ShellWord, SimpleCommand } from './shell-tree.ts';

/**
 * Which variables of a script hold texts that are joined in it (`CMD="npx jest"`, `CMD="$CMD --ci"`) and have nothing in them that
 * begins another command: what is open of such a text are arguments.
 */
export class JoinedTexts {
  readonly #plain = new Map<string, boolean>();

  /** Takes notice of what a command assigns, by itself or by `export` and the like; `text` puts in what is known. */
  heed({ assignments, words }: SimpleCommand, text: (word: ShellWord) => string): void {
    for (const { name, value, words: list } of assignments)
      this.#note(name, list === undefined && !BEGINS_ANOTHER.test(text(value)) ? value.pieces : undefined);
    for (const word of words) {
      const [first, ...rest] = word.pieces;
      const [, name, own] = first?.kind === 'text' ? (ASSIGNS.exec(first.text) ?? []) : [];
      if (name === undefined) continue;
      this.#note(name, BEGINS_ANOTHER.test(text(word)) ? undefined : [{ kind: 'text', text: own! }, ...rest]);
    }
  }

  /** Whether words hold nothing but such variables and what is written. */
  areIn(words: SimpleCommand['words']): boolean {
    return words.every(({ pieces }) =>
      pieces.every(
        (piece) =>
          piece.kind === 'text' ||
          (piece.kind === 'variable' && this.#plain.has(piece.name) && this.#isPlain(piece)),
      ),
    );
  }

  /** One assignment that is none spoils all: nobody knows which of them was the last. */
  #note(name: string, pieces: readonly Piece[] | undefined): void {
    const isPlain = pieces?.every((piece) => this.#isPlain(piece)) === true;
    this.#plain.set(name, isPlain && this.#plain.get(name) !== false);
  }

  #isPlain(piece: Piece): boolean {
    if (piece.kind === 'text') return !BEGINS_ANOTHER.test(piece.text);
    // What a function is given was joined elsewhere.
    if (piece.kind !== 'variable' || !/^[A-Za-z_]/.test(piece.name)) return false;
    return (
      this.#plain.get(piece.name) !== false && (piece.otherwise ?? []).every((part) => this.#isPlain(part))
    );
  }
}

const BEGINS_ANOTHER = /[;&|<>()`\n]/;
const ASSIGNS = /^([A-Za-z_]\w*)\+?=([\s\S]*)$/;
