import type { Location } from '../../model/origin.ts';
import { call } from '../cdk/source/evaluate/calls.ts';
import type { Construct } from '../cdk/source/evaluate/construct.ts';
import type { Execution } from '../cdk/source/evaluate/execution.ts';
import { spreadInto } from '../cdk/source/evaluate/literals.ts';
import type { ObjectCell, Run } from '../cdk/source/evaluate/run.ts';
import { hidden } from './values.ts';

/*
 * Source: SST documentation, "Components", "Transform": what is made may be changed by an object, whose members stand over what
 * was given, or by a function that is called with what was given and changes that.
 */

/** What something is given after it was changed so. */
export function transformed(args: Run, transform: Run | undefined, at: Location, by: Execution): Run {
  if (transform === undefined || transform.kind === 'undefined') return args;
  if (args.kind !== 'object') return hidden('what it is given', at);
  const watched = new WatchedCell(args.cell);
  const copy: Run = { ...args, cell: watched.cell };
  if (transform.kind === 'object') {
    spreadInto(transform, watched.cell, at, by);
    return transform.cell.open ? hidden('what it is given', at) : copy;
  }
  return transform.kind === 'function' && watched.isFollowed(transform, at, by)
    ? copy
    : hidden('what it is given', at);
}

/** The names that are set in what is changed so; nothing where that is not known. */
export function namesSet(
  transform: Run | undefined,
  at: Location,
  by: Execution,
): ReadonlySet<string> | undefined {
  if (transform === undefined || transform.kind === 'undefined') return new Set();
  if (transform.kind === 'object')
    return transform.cell.open ? undefined : new Set(transform.cell.members.keys());
  const watched = new WatchedCell({ members: new Map(), open: true });
  return transform.kind === 'function' && watched.isFollowed(transform, at, by)
    ? new Set(watched.cell.members.keys())
    : undefined;
}

/**
 * What a function is given together with what holds where it says nothing else; variables of both are put together.
 * Source: code of SST 2.49.6, `Function.mergeProps`.
 */
export function withDefaults(defaults: Run | undefined, args: Run, at: Location, by: Execution): Run {
  if (defaults === undefined || defaults.kind === 'undefined') return args;
  if (defaults.kind !== 'object' || args.kind !== 'object') return hidden('what it is given', at);
  const cell: ObjectCell = { members: new Map(), open: defaults.cell.open || args.cell.open };
  for (const one of [defaults, args]) spreadInto(one, cell, at, by);
  const variables: ObjectCell = { members: new Map(), open: false };
  const said = [defaults, args].map((one) => one.cell.members.get('environment'));
  for (const one of said) if (one !== undefined) spreadInto(one, variables, at, by);
  if (said.some((one) => one !== undefined))
    cell.members.set('environment', { kind: 'object', cell: variables, at, seen: [] });
  return { ...args, cell };
}

/** What a function is called with, so that it shows when the function loses it out of sight. */
class WatchedCell {
  readonly cell: ObjectCell;
  #isBlurred = false;

  constructor({ members, open }: ObjectCell) {
    const blur = () => {
      this.#isBlurred = true;
    };
    this.cell = {
      members: new Map(members),
      get open() {
        return open;
      },
      set open(_) {
        blur();
      },
    };
  }

  /** Calls a function with it; false where it may have been changed in a way that is not followed. */
  isFollowed(callback: Extract<Run, { kind: 'function' }>, at: Location, by: Execution): boolean {
    const inside: Construct = {
      path: '',
      address: '',
      module: '',
      name: '',
      parent: undefined,
      props: undefined,
      at,
      exists: by.exists,
      calls: [],
    };
    this.cell.members.set(INSIDE, { kind: 'construct', construct: inside, at, seen: [] });
    const whole: Run = { kind: 'object', cell: this.cell, at, seen: [] };
    call(callback, [whole, hidden('options', at), hidden('a name', at)], at, by);
    this.cell.members.delete(INSIDE);
    return !this.#isBlurred && inside.changed === undefined;
  }
}

/** Whoever is handed what holds this changes it. */
const INSIDE = '\u0000';
