import { SYNTHESIZE } from '../../../../knowledge/synthesis.ts';
import { and, atom, type Condition } from '../../../../model/condition.ts';
import type { Location } from '../../../../model/origin.ts';
import type { Framework } from './framework.ts';
import type { Program } from './program.ts';
import type { Run } from './run.ts';
import type { Binding, Scope } from './scope.ts';

/**
 * One run of a program, as far as it is followed: the modules that ran, the conditions that are open, what is not
 * known, and how much was followed so far. Whatever follows a part of the program is handed it, and calls it `by`.
 */
export class Execution {
  readonly program: Program;
  readonly library: Framework;
  /** What the files that ran so far, or run now, have named. */
  readonly modules = new Map<string, Scope>();
  /** Open conditions around the statement that is being followed. */
  readonly open: Condition[] = [];
  /** How many calls, and how many expressions, are being followed inside one another. */
  calls = 0;
  depth = 0;
  /** How many places around what is followed catch failures. */
  tries = 0;
  /** How many places around it happen nobody knows how often, and with what. */
  guesses = 0;
  /** The calls that were followed, by where they stand. */
  readonly followed = new Set<Location>();
  /** What was called of which nothing is known, by the name that is written there. */
  readonly guessed: { readonly name: string | undefined; readonly at: Location }[] = [];
  #steps = 0;
  #ids = 0;
  readonly #parts = new Map<string, number>();

  constructor(program: Program, library: Framework) {
    this.program = program;
    this.library = library;
  }

  /** Counts a statement or expression; throws `Endless` where there have been too many. */
  step(): void {
    if (++this.#steps > MAX_STEPS) throw new Endless();
  }

  /** The condition under which what is being followed happens. */
  get exists(): Condition {
    return and(...this.open);
  }

  /** Follows something that happens under a condition. */
  under<T>(condition: Condition, follow: () => T): T {
    this.open.push(condition);
    try {
      return follow();
    } finally {
      this.open.pop();
    }
  }

  /** What follows may happen or not, nobody knows by what. */
  maybe<T>(at: Location, what: string, follow: () => T): T {
    this.guesses++;
    try {
      return this.under(this.doubt(`${what} at ${at.file}:${at.line}`), follow);
    } finally {
      this.guesses--;
    }
  }

  /** A condition of its own of which nothing is known. */
  doubt(text: string): Condition {
    return atom(`source ${this.freshId()}`, SYNTHESIZE, 'unresolved-expression', text);
  }

  /** A value of which nothing is known: it may be, or hold, a construct. */
  unknown(text: string, at: Location): Run {
    return { kind: 'unknown', id: this.freshId(), text, at, seen: [] };
  }

  /** Plain data that is not known. */
  data(text: string, at: Location): Run {
    return { kind: 'unknown', id: this.freshId(), text, data: true, at, seen: [] };
  }

  /** A member of an unknown: the same member of the same unknown is the same unknown. */
  partOf(object: Extract<Run, { kind: 'unknown' }>, name: string, at: Location): Run {
    const key = `${object.id} ${name}`;
    const id = this.#parts.get(key) ?? this.freshId();
    this.#parts.set(key, id);
    return {
      kind: 'unknown',
      id,
      text: `${object.text}.${name}`,
      ...(object.data === true ? { data: true } : {}),
      at: object.at,
      seen: [...object.seen.slice(0, 7), at],
    };
  }

  /** A number that nothing else in this run has. */
  freshId(): number {
    return this.#ids++;
  }

  /** A value as a name holds it that is declared here. */
  bound(value: Run): Binding {
    return { value, depth: this.open.length };
  }
}

/** Thrown where an application is followed no further; caught once, at its start. */
export class Endless extends Error {}

/** How much of an application is followed before it counts as endless: statements and expressions in all. */
const MAX_STEPS = 400_000;

/** Calls nested deeper than this are not followed. */
export const MAX_CALLS = 48;

/** Expressions nested deeper than this count as endless. */
export const MAX_DEPTH = 300;
