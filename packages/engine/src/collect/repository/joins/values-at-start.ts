import type { Meaning, Program } from '../code/names/program.ts';
import { environmentReads } from '../code/syntax/environment.ts';
import type { Expression, SourceModule } from '../code/syntax/source-module.ts';

/** What a process finds where it starts. */
export interface Surroundings {
  /** The words that start it, and where they stand. */
  readonly words: readonly string[];
  readonly file: string;
  readonly line: number;
  /** The image that it runs in. */
  readonly base: string;
  /** The value of a variable; `null` where it is not set, nothing where that is not known. */
  readonly variable: (name: string) => string | null | undefined;
}

/** The port that an expression gives in this container. */
export function portOf(
  program: Program,
  module: SourceModule,
  value: Expression,
  within: number,
  around: Surroundings,
): number | undefined {
  const text = textOf(program, module, value, within, around);
  return text !== undefined && /^\d{1,5}$/.test(text) ? Number(text) : undefined;
}

/** How many names and calls are followed from one to the next. */
const FURTHEST = 10;

/** The text or number that an expression gives there; nothing where it is not set, or not known. */
export function textOf(
  program: Program,
  module: SourceModule,
  value: Expression,
  within: number,
  around: Surroundings,
): string | undefined {
  const told = givenBy(program, module, value, within, around, 0);
  return told === null ? undefined : told;
}

/** The text or number that an expression is; `null` where it is a variable that is not set, nothing where it is not known. */
function givenBy(
  program: Program,
  module: SourceModule,
  value: Expression,
  within: number,
  around: Surroundings,
  steps: number,
): string | null | undefined {
  if (steps > FURTHEST) return undefined;
  const on = (next: Expression, of = module, inside = within) =>
    givenBy(program, of, next, inside, around, steps + 1);
  const ofMeaning = (meaning: Meaning): string | null | undefined => {
    switch (meaning.kind) {
      case 'external': {
        const name = /^process\.env\.(\w+)$/.exec(meaning.path)?.[1];
        return name === undefined ? undefined : around.variable(name);
      }
      case 'made': {
        const { at, within: inside } = meaning.module.calls[meaning.call]!;
        return meaning.members.length > 0
          ? undefined
          : on({ kind: 'call', call: meaning.call, at }, meaning.module, inside);
      }
      case 'value':
        return meaning.value === value ? undefined : on(meaning.value, meaning.module, meaning.within);
      case 'several':
        return firstThere(meaning.of, ofMeaning, (one) => one.kind === 'value');
      default:
        return undefined;
    }
  };
  const read = environmentReads(module).find(
    ({ at }) => at.line === value.at.line && at.column === value.at.column,
  );
  if (read !== undefined && value.kind !== 'choice') {
    if (read.name === undefined) return undefined;
    const set = around.variable(read.name);
    return set === null && value.kind === 'call' && read.otherwise !== undefined ? on(read.otherwise) : set;
  }
  switch (value.kind) {
    case 'literal':
      return value.value === null ? null : String(value.value);
    case 'choice':
      return firstThere(
        value.of,
        (one) => on(one),
        ({ kind }) => kind === 'literal',
      );
    case 'call': {
      const { callee, arguments: given } = module.calls[value.call]!;
      const named = callee.kind === 'name' || callee.kind === 'member' ? callee.name : '';
      const first = given[0]?.value;
      return /^(?:Number|parseInt|String|int|str)$/.test(named) && first !== undefined
        ? on(first)
        : undefined;
    }
    case 'name':
    case 'member':
      return ofMeaning(program.resolve(module, value, within));
    default:
      return undefined;
  }
}

/** Of `a || b` the first that is there; what is always there has nothing behind it but in a condition. */
function firstThere<T>(
  parts: readonly T[],
  given: (part: T) => string | null | undefined,
  isAlways: (part: T) => boolean,
): string | null | undefined {
  if (parts.slice(0, -1).some(isAlways)) return undefined;
  for (const part of parts) {
    const value = given(part);
    if (value !== null) return value;
  }
  return null;
}
