import type { UnknownReason } from './value.ts';

/**
 * Conditions that the code leaves open (`count = var.create ? 1 : 0` without a value for `create`).
 * An open condition is an atom; a world gives some atoms a truth value. Whatever depends on the same
 * atom is decided together in each world, which plain three-valued logic forgets.
 */
export type Condition =
  | { readonly op: 'always' }
  | { readonly op: 'never' }
  | {
      readonly op: 'atom';
      readonly id: string;
      readonly decidedBy: string;
      /** Why it is open; an input without value where nothing else is said. */
      readonly reason?: UnknownReason;
      /** What in particular is open, where several conditions are decided by the same. */
      readonly what?: string;
    }
  | { readonly op: 'not'; readonly of: Condition }
  | { readonly op: 'and'; readonly of: readonly Condition[] }
  | { readonly op: 'or'; readonly of: readonly Condition[] };

export type Atom = Extract<Condition, { op: 'atom' }>;

/** A partial assignment of atoms, by id. */
export type World = ReadonlyMap<string, boolean>;

export const ALWAYS: Condition = { op: 'always' };
export const NEVER: Condition = { op: 'never' };
export const NO_WORLD: World = new Map();

/** An open condition. Two atoms with the same `id` are the same condition. */
export function atom(
  id: string,
  decidedBy: string,
  reason: UnknownReason = 'input-without-value',
  what?: string,
): Atom {
  return {
    op: 'atom',
    id,
    decidedBy,
    ...(reason === 'input-without-value' ? {} : { reason }),
    ...(what === undefined ? {} : { what }),
  };
}

export function not(of: Condition): Condition {
  if (of.op === 'always') return NEVER;
  if (of.op === 'never') return ALWAYS;
  if (of.op === 'not') return of.of;
  return { op: 'not', of };
}

export function and(...of: readonly Condition[]): Condition {
  const open = of.filter((c) => c.op !== 'always');
  if (open.some((c) => c.op === 'never')) return NEVER;
  if (open.length === 0) return ALWAYS;
  return open.length === 1 ? open[0]! : { op: 'and', of: open };
}

export function or(...of: readonly Condition[]): Condition {
  const open = of.filter((c) => c.op !== 'never');
  if (open.some((c) => c.op === 'always')) return ALWAYS;
  if (open.length === 0) return NEVER;
  return open.length === 1 ? open[0]! : { op: 'or', of: open };
}

/** Kleene's truth of a condition in a world; `undefined` where the world leaves it open. */
export function holds(condition: Condition, world: World): boolean | undefined {
  switch (condition.op) {
    case 'always':
      return true;
    case 'never':
      return false;
    case 'atom':
      return world.get(condition.id);
    case 'not': {
      const inner = holds(condition.of, world);
      return inner === undefined ? undefined : !inner;
    }
    case 'and': {
      let open = false;
      for (const part of condition.of) {
        const truth = holds(part, world);
        if (truth === false) return false;
        if (truth === undefined) open = true;
      }
      return open ? undefined : true;
    }
    case 'or': {
      let open = false;
      for (const part of condition.of) {
        const truth = holds(part, world);
        if (truth === true) return true;
        if (truth === undefined) open = true;
      }
      return open ? undefined : false;
    }
  }
}

/** The atoms of a condition that a world leaves open, in reading order, each once. */
export function openAtoms(
  condition: Condition,
  world: World,
  found: Map<string, Atom> = new Map(),
): Map<string, Atom> {
  switch (condition.op) {
    case 'atom':
      if (!world.has(condition.id)) found.set(condition.id, condition);
      break;
    case 'not':
      openAtoms(condition.of, world, found);
      break;
    case 'and':
    case 'or':
      for (const part of condition.of) openAtoms(part, world, found);
  }
  return found;
}
