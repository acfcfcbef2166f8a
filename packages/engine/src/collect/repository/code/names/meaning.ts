import type { Expression, SourceModule } from '../syntax/source-module.ts';

/** A class of the repository. */
export interface ClassAt {
  readonly module: SourceModule;
  readonly class: number;
}

/** A function of the repository. */
export interface MethodAt {
  readonly module: SourceModule;
  readonly function: number;
  /** Of a method the class of the object that it is called on, where another may override what it calls. */
  readonly receiver?: ClassAt;
}

/** What an expression leads to. */
export type Meaning =
  /** Something of a package, or of the language: `express.Router`, `JSON.parse`. */
  | { readonly kind: 'external'; readonly path: string }
  | ({ readonly kind: 'function' } & MethodAt)
  | { readonly kind: 'class'; readonly module: SourceModule; readonly class: number }
  | { readonly kind: 'module'; readonly module: SourceModule }
  | { readonly kind: 'folder'; readonly folder: string; readonly from: SourceModule }
  /** A value as it is written: a literal, an object, a list, a text. */
  | {
      readonly kind: 'value';
      readonly module: SourceModule;
      readonly value: Expression;
      readonly within: number;
    }
  /** What a call gave, or a member of it. */
  | {
      readonly kind: 'made';
      readonly module: SourceModule;
      readonly call: number;
      readonly members: readonly string[];
    }
  | {
      readonly kind: 'parameter';
      readonly module: SourceModule;
      readonly function: number;
      readonly parameter: number;
      readonly members: readonly string[];
    }
  /** An object of a class of the repository that somebody else makes: `constructor(private users: Users)`. */
  | {
      readonly kind: 'instance';
      readonly module: SourceModule;
      readonly class: number;
      /** Of this very class, and of none below it. */
      readonly isExact?: true;
    }
  /** `inTurn` where each stands in for those before it: `a ?? b`. */
  | { readonly kind: 'several'; readonly of: readonly Meaning[]; readonly inTurn?: true }
  | {
      readonly kind: 'open';
      readonly why: string;
      /** Methods of which each is called on objects of another class; empty where they are no methods alone. */
      readonly overridden?: readonly MethodAt[];
    };

export const NOT_FOLLOWED: Meaning = { kind: 'open', why: 'what it is cannot be told from the code' };

/** A name with more values than this is taken for one that anything may be put into. */
const MOST_VALUES = 8;
/** One of several meanings. */
export function several(meanings: readonly Meaning[]): Meaning {
  if (meanings.length === 1) return meanings[0]!;
  return meanings.length === 0 || meanings.length > MOST_VALUES
    ? NOT_FOLLOWED
    : { kind: 'several', of: meanings };
}

export function isSame(a: ClassAt, b: ClassAt): boolean {
  return a.module === b.module && a.class === b.class;
}
