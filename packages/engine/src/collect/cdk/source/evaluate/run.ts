import { SYNTHESIZE } from '../../../../knowledge/synthesis.ts';
import type { Condition } from '../../../../model/condition.ts';
import type { Location, Origin } from '../../../../model/origin.ts';
import { type Scalar, type Unknown, type UnknownReason, unknown } from '../../../../model/value.ts';
import type { ClassExpression, FunctionExpression } from '../syntax/tree.ts';
import type { Construct } from './construct.ts';
import type { Scope } from './scope.ts';

/** Where a value stands, and through which names it was seen, the nearest to its use last. */
interface Seen {
  readonly at: Location;
  readonly seen: readonly Location[];
}

/** A value while the source is followed. Objects and lists are shared, as in the languages themselves. */
export type Run =
  | (Seen & { readonly kind: 'scalar'; readonly value: Scalar })
  | (Seen & { readonly kind: 'undefined' })
  /** A text put together from parts of which one is not known. */
  | (Seen & { readonly kind: 'text'; readonly parts: readonly Run[] })
  | (Seen & { readonly kind: 'object'; readonly cell: ObjectCell })
  | (Seen & { readonly kind: 'list'; readonly cell: ListCell })
  | (Seen & {
      readonly kind: 'function';
      readonly node: FunctionExpression;
      readonly scope: Scope;
      readonly self?: Run;
    })
  | (Seen & { readonly kind: 'class'; readonly cell: ClassCell })
  | (Seen & { readonly kind: 'instance'; readonly cell: InstanceCell })
  | (Seen & { readonly kind: 'construct'; readonly construct: Construct })
  /** `construct.node`, the way to everything below it. */
  | (Seen & { readonly kind: 'node'; readonly construct: Construct | undefined })
  /** Something exported by the library: a module, a class, a member of an enumeration. */
  | (Seen & { readonly kind: 'library'; readonly module: string; readonly names: readonly string[] })
  /** What a function or class of the library makes that is no construct: `Duration.seconds(30)`. */
  | (Seen & {
      readonly kind: 'made';
      readonly module: string;
      readonly names: readonly string[];
      readonly args: readonly Run[];
    })
  | (Seen & { readonly kind: 'attribute'; readonly construct: Construct; readonly name: string })
  /** Something of another package, which is not read. */
  | (Seen & { readonly kind: 'foreign'; readonly module: string; readonly names: readonly string[] })
  /** Something of the language itself: `Object`, `len`. */
  | (Seen & { readonly kind: 'global'; readonly name: string; readonly of?: Run })
  | (Seen & {
      readonly kind: 'unknown';
      readonly id: number;
      readonly text: string;
      /** It is plain data: no construct is part of it. */
      readonly data?: boolean;
    })
  | (Seen & { readonly kind: 'choice'; readonly condition: Condition; readonly yes: Run; readonly no: Run });

export interface ObjectCell {
  readonly members: Map<string, Run>;
  /** More members may be there. */
  open: boolean;
}

export interface ListCell {
  items: Run[];
  open: boolean;
}

export interface ClassCell {
  readonly name: string;
  readonly node: ClassExpression;
  readonly scope: Scope;
  readonly fixed: Map<string, Run>;
  readonly base: Run | undefined;
}

export interface InstanceCell {
  readonly of: ClassCell;
  readonly fields: Map<string, Run>;
  /** Set once the constructor of the library below it has run. */
  construct: Construct | undefined;
  /** Its base is of a package that is not read. */
  foreign: boolean;
}

/** A value that is written out, where it is written. */
export function scalar(value: Scalar, at: Location): Extract<Run, { kind: 'scalar' }> {
  return { kind: 'scalar', value, at, seen: [] };
}

/** A value as the text of a key or an id, where it is known. */
export function textOf(run: Run | undefined): string | undefined {
  return run?.kind === 'scalar' && run.value !== null ? String(run.value) : undefined;
}

/** A scalar as a text that it becomes part of. */
export function shown(value: Scalar): string {
  return value === null ? 'null' : String(value);
}

/** The same value, as seen from a name that means it. */
export function seenAt(run: Run, at: Location): Run {
  if (run.kind === 'choice') return { ...run, yes: seenAt(run.yes, at), no: seenAt(run.no, at) };
  if (run.kind === 'global' || run.kind === 'function' || run.kind === 'class') return run;
  return run.seen.length >= MOST_STEPS ? run : { ...run, seen: [...run.seen, at] };
}

/** The value with the steps by which the object that holds it was seen. */
export function seenThrough(run: Run, steps: readonly Location[]): Run {
  return steps.reduce((value, step) => seenAt(value, step), run);
}

const MOST_STEPS = 8;

/** A value that only running the app shows, and what of it in particular. */
export function shownBySynthesis(reason: UnknownReason, what: string | undefined, origin: Origin): Unknown {
  return unknown(reason, SYNTHESIZE, what === undefined ? origin : { ...origin, at: { ...origin.at, what } });
}

/** Where a value is used, with the trail to where it stands. */
export function originOf({ at, seen }: Seen): Origin {
  const here = seen.at(-1);
  if (here === undefined) return { plane: 'code', at, trail: [] };
  return { plane: 'code', at: here, trail: [...seen.slice(0, -1).reverse(), at] };
}
