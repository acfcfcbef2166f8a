import type { Piece, SimpleCommand } from './shell-tree.ts';

/**
 * Which variables of a script hold texts that are joined in it (`CMD="npx jest"`, `CMD="$CMD --ci"`) and have nothing in them that
 * begins another command: what is open of such a text are arguments.
 */
export class JoinedTexts {
  readonly #plain = new Map<string, boolean>();

  /** Takes notice of what a command assigns, by itself or by `export` and the like. */
  heed({ assignments, words }: SimpleCommand): void {
    for (const { name, value, words: list } of assignments)
      this.#note(name, list === undefined ? value.pieces : undefined);
    for (const { pieces } of words) {
      const [first, ...rest] = pieces;
      const [, name, text] =
        first?.kind === 'text' ? (/^([A-Za-z_]\w*)\+?=([\s\S]*)$/.exec(first.text) ?? []) : [];
      if (name !== undefined) this.#note(name, [{ kind: 'text', text: text! }, ...rest]);
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
    if (piece.kind === 'text') return !/[;&|<>()`\n]/.test(piece.text);
    if (piece.kind !== 'variable') return false;
    return (
      this.#plain.get(piece.name) !== false && (piece.otherwise ?? []).every((part) => this.#isPlain(part))
    );
  }
}
