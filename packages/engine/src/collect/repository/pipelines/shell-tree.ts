/** A piece of a word: as it is written, a variable, or something that only running it tells. */
export type Piece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'variable'; readonly name: string; readonly otherwise?: readonly Piece[] }
  | { readonly kind: 'substitution'; readonly body: List; readonly written: string }
  | { readonly kind: 'open'; readonly written: string };

export interface ShellWord {
  readonly pieces: readonly Piece[];
  readonly quoted: boolean;
}

/** `STAGE=dev`, `ARGS+=(--yes)`. */
export interface Assignment {
  readonly name: string;
  readonly value: ShellWord;
  /** The words of a list. */
  readonly words?: readonly ShellWord[];
  /** It goes on after what is there. */
  readonly appends?: true;
}

export interface SimpleCommand {
  readonly kind: 'simple';
  readonly assignments: readonly Assignment[];
  readonly words: readonly ShellWord[];
  /** Where its output goes, when it goes to a file: `/dev/null`. */
  readonly output?: string;
  readonly line: number;
  readonly written: string;
}

/** What `for d in a b` puts in for `d`, where all words are written. */
export interface WrittenWords {
  readonly name: string;
  readonly words: readonly string[];
}

/** What a shell runs as one. */
export type ShellCommand =
  | SimpleCommand
  | { readonly kind: 'group'; readonly body: List }
  | {
      readonly kind: 'if';
      readonly branches: readonly { readonly when: List; readonly body: List; readonly written: string }[];
      readonly otherwise?: List;
    }
  | { readonly kind: 'loop'; readonly when?: List; readonly over?: WrittenWords; readonly body: List }
  | {
      readonly kind: 'case';
      readonly of: ShellWord;
      readonly arms: readonly { readonly patterns: readonly string[]; readonly body: List }[];
    }
  | { readonly kind: 'function'; readonly name: string; readonly body: List };

/** Commands joined by `|`. */
export interface Pipe {
  readonly commands: readonly ShellCommand[];
  readonly negated: boolean;
}

/** Pipes joined by `&&` and `||`; `background` where `&` ends them. */
export interface Chain {
  readonly pipes: readonly { readonly after?: '&&' | '||'; readonly pipe: Pipe }[];
  readonly background: boolean;
}

export type List = readonly Chain[];

export interface ShellText {
  readonly body: List;
  /** The line at which it could not be read any further. */
  readonly brokenAt?: number;
}
