import { GIVEN, isOpen, OPEN, TOP } from './shell-text.ts';
import type { List, Piece, ShellWord } from './shell-tree.ts';

/** Stands between the words of a list of bash: `ARGS=(a b)`. */
const NEXT_WORD = '\u001F';

/** What variables hold while a text of a shell runs, as far as its words tell. */
export class Variables {
  #values: ReadonlyMap<string, string>;
  /** The same where nobody else holds them, so that they may be changed: many commands are run between two changes. */
  #own: Map<string, string> | undefined;
  readonly #script: string | undefined;
  readonly #defaultsAreOpen: boolean;
  readonly #outputOf: ((body: List) => string | undefined) | undefined;

  /**
   * `script` is the file that is run, where it is one. With `defaultsAreOpen`, what holds where nobody says otherwise
   * (`${STAGE:-dev}`) is up to whoever runs it. `outputOf` tells what commands say whose output is put in, where that is known.
   */
  constructor(
    values: ReadonlyMap<string, string>,
    script: string | undefined,
    defaultsAreOpen: boolean,
    outputOf?: (body: List) => string | undefined,
  ) {
    this.#outputOf = outputOf;
    this.#values = values;
    this.#script = script;
    this.#defaultsAreOpen = defaultsAreOpen;
  }

  /** What is held now. */
  held(): ReadonlyMap<string, string> {
    this.#own = undefined;
    return this.#values;
  }

  /** Goes back to what was held before, or to what holds on another way. */
  hold(values: ReadonlyMap<string, string>): void {
    this.#values = values;
    this.#own = undefined;
  }

  /** What is held, to be changed. */
  #changed(): Map<string, string> {
    this.#own ??= new Map(this.#values);
    this.#values = this.#own;
    return this.#own;
  }

  get(name: string): string | undefined {
    return this.#values.get(name);
  }

  set(name: string, value: string): void {
    this.#changed().set(name, value);
  }

  setList(name: string, words: readonly string[], appends: boolean): void {
    const before = appends ? (this.get(listOf(name)) ?? '') : '';
    this.set(
      listOf(name),
      [...before.split(NEXT_WORD), ...words].filter((word) => word !== '').join(NEXT_WORD),
    );
  }

  /** Gives `$1`, those after it and `$@` other values, and says what they were. */
  arguments(values: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
    const before = new Map(ARGUMENTS.flatMap((name) => [[name, this.get(name)] as const]));
    const own = this.#changed();
    for (const name of ARGUMENTS) {
      const value = values.get(name);
      if (value === undefined) own.delete(name);
      else own.set(name, value);
    }
    return new Map([...before].flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
  }

  /** Takes the first arguments away, where it is known which there are. */
  shift(count: number): void {
    const held = this.get('@');
    if (held === undefined || isOpen(held) || Number.isNaN(count))
      this.arguments(new Map(ARGUMENTS.map((name) => [name, GIVEN])));
    else this.arguments(asArguments(wordsIn(held).slice(count)));
  }

  /**
   * What holds after one of several ways was gone, and nobody knows which. A variable that was only asked whether it is
   * empty (`defaulted`) and that nobody has set holds what it is given then, where defaults hold.
   */
  meet(ways: readonly ReadonlyMap<string, string>[], defaulted?: Defaulted): void {
    const [first, ...all] = ways;
    if (first === undefined) return;
    const others = all.filter((way) => way !== first);
    const met = new Map(first);
    for (const way of others) for (const name of way.keys()) if (!met.has(name)) met.set(name, GIVEN);
    for (const [name, value] of met)
      if (others.some((way) => (way.get(name) ?? GIVEN) !== value))
        met.set(name, either([value, ...others.map((way) => way.get(name) ?? GIVEN)]));
    const held = defaulted?.values.get(defaulted.name);
    if (held !== undefined && !this.#defaultsAreOpen) met.set(defaulted!.name, held);
    this.hold(met);
  }

  /** One word, or several where a variable that is not quoted holds some. */
  split(word: ShellWord, folder: string | undefined): readonly string[] {
    const [only, more] = word.pieces;
    if (only?.kind === 'variable' && more === undefined && /\[@\]$|^@$/.test(only.name)) {
      const held = this.get(only.name);
      return held === undefined ? [GIVEN] : wordsIn(held);
    }
    const text = this.text(word, folder);
    const spread = !word.quoted && word.pieces.some((piece) => piece.kind === 'variable');
    return spread && /\s/.test(text) ? text.split(/\s+/).filter((part) => part !== '') : [text];
  }

  /** A word with what is known put in, run in a folder. */
  text({ pieces }: { readonly pieces: readonly Piece[] }, folder: string | undefined): string {
    return pieces.map((piece) => this.#pieceText(piece, folder, this.#defaultsAreOpen)).join('');
  }

  /** The same where a condition asks: what is a default may be something else, and decides nothing. */
  asked({ pieces }: { readonly pieces: readonly Piece[] }, folder: string | undefined): string {
    return pieces.map((piece) => this.#pieceText(piece, folder, true)).join('');
  }

  #pieceText(piece: Piece, folder: string | undefined, defaultsAreOpen: boolean): string {
    switch (piece.kind) {
      case 'text':
        return piece.text;
      case 'open':
        return OPEN;
      case 'substitution':
        return this.folderOfScript(piece.written, folder) ?? this.#outputOf?.(piece.body) ?? OPEN;
      case 'variable': {
        const value = this.get(piece.name)?.replaceAll(NEXT_WORD, ' ');
        if (value !== undefined && !(value === '' && piece.otherwise !== undefined)) return value;
        if (WORKSPACE.test(piece.name)) return TOP;
        if (piece.name === 'PWD' && folder !== undefined) return `${TOP}${folder}`;
        if (piece.name === '0' && this.#script !== undefined) return `${TOP}${this.#script}`;
        if (piece.otherwise === undefined || (defaultsAreOpen && value === undefined)) return GIVEN;
        return piece.otherwise.map((part) => this.#pieceText(part, folder, defaultsAreOpen)).join('');
      }
    }
  }

  /** The folder of the script itself, which scripts find in a few ways. */
  folderOfScript(written: string, folder: string | undefined): string | undefined {
    if (/^\$\(\s*pwd\s*\)$|^`pwd`$|^\$\(git rev-parse --show-toplevel\)$/.test(written))
      return written.includes('git') ? TOP : folder === undefined ? OPEN : `${TOP}${folder}`;
    if (this.#script === undefined) return undefined;
    const up = upFrom(written);
    const own = this.#script.includes('/') ? this.#script.slice(0, this.#script.lastIndexOf('/')) : '.';
    return up === undefined ? undefined : `${TOP}${own}${up}`;
  }
}

const ARGUMENTS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '@', '*', '#'];

/** What `$1`, `$@` and the like hold where some words are given. */
export function asArguments(words: readonly string[]): ReadonlyMap<string, string> {
  const all = words.join(NEXT_WORD);
  return new Map([
    ...words.slice(0, 9).map((word, at) => [String(at + 1), word] as const),
    ['@', all],
    ['*', all],
    ['#', String(words.length)],
  ]);
}

function wordsIn(held: string): readonly string[] {
  return held.split(NEXT_WORD).filter((part) => part !== '');
}

/** How far above its own folder `$(cd "$(dirname "$0")/.." && pwd)` leads: `/..`. Nothing where it is something else. */
function upFrom(written: string): string | undefined {
  if (!/\$0|BASH_SOURCE/.test(written)) return undefined;
  const plain = written
    .replace(/"|>\s*\/dev\/null|2>&1|(?<=\s)--\s|(?<=pwd)\s+-P/g, '')
    .replace(/\$0|\$\{?BASH_SOURCE(?:\[0\](?::-\$0)?\})?/g, 'SELF')
    .replace(/\$\(\s*(?:realpath|readlink\s+-[ef])\s+SELF\s*\)/g, 'SELF')
    .replace(/\$\(\s*dirname\s+SELF\s*\)/g, 'HERE')
    .replace(/\$\(\s*(?:realpath|readlink\s+-[ef])\s+(HERE[/.]*)\s*\)/g, '$1')
    .replace(/^\$\(\s*cd\s+(HERE[/.]*)\s*&&\s*pwd\s*\)$/, '$1');
  return /^HERE((?:\/\.\.)*)\/?$/.exec(plain)?.[1];
}

/** A variable that was asked whether it is empty, and what is held where it is. */
export interface Defaulted {
  readonly name: string;
  readonly values: ReadonlyMap<string, string>;
}

/** Whether nothing was said for a variable, or only what whoever runs it may say. */
export function isUnset(value: string | undefined): boolean {
  return value === undefined || value === GIVEN;
}

const WORKSPACE = /^(GITHUB_WORKSPACE|CI_PROJECT_DIR|CODEBUILD_SRC_DIR|BITBUCKET_CLONE_DIR|WORKSPACE)$/;

/** The name under which the words of a list are kept: `"${ARGS[@]}"` puts them in. */
function listOf(name: string): string {
  return `${name}[@]`;
}

/** One of several texts: the words that all begin with, and then what is open. */
function either(values: readonly string[]): string {
  // `if $isRelease` runs one of them, and asks no more than that.
  if (values.every((value) => /^(true|false)$/.test(value))) return `test ${OPEN}`;
  const open = values.some((value) => value.includes(GIVEN)) ? GIVEN : OPEN;
  const words = values.map((value) => value.split(' '));
  const shared = words[0]!.findIndex((word, at) => isOpen(word) || words.some((other) => other[at] !== word));
  return [...words[0]!.slice(0, shared < 0 ? undefined : shared), open].join(' ');
}
