import type { Program } from '../code/names/program.ts';
import { type SourceModule, TOP } from '../code/syntax/source-module.ts';
import { functionAround } from '../practices/places.ts';
import { unreadIn } from '../practices/unread.ts';
import { lastOf } from './origins.ts';
import type { StoreCall } from './store-calls.ts';

/** What a change does to what others may have written since. */
export interface Overwrite {
  /** `true`, `false`, or what would decide it. */
  readonly replaces: boolean | string;
  readonly guard?: 'condition' | 'version' | 'lock' | 'transaction';
  /** `true`, `false`, or what would decide it. */
  readonly loses: boolean | string;
}

/** What makes something new, or changes what is there by what is there. */
export const ADDS: Overwrite = { replaces: false, loses: false };

/** A statement or call that replaces what is there, unless a lock or a transaction around it keeps others away. */
export function guarded(
  program: Program,
  { module, within }: Pick<StoreCall, 'module' | 'within'>,
  loses: boolean | string,
): Overwrite {
  const guard = guardAround(module, within);
  if (guard !== undefined) return { replaces: true, guard, loses: false };
  const unread = unreadIn(program);
  if (loses === true && unread !== undefined) return { replaces: true, loses: `reading ${unread}` };
  // Who asks for it may hold a lock already.
  if (loses === true && isCalledUnderLock(program, module, within))
    return { replaces: true, loses: 'whether all who ask for it hold the lock' };
  return { replaces: true, loses };
}

type Guard = 'lock' | 'transaction' | undefined;

const guards = new WeakMap<SourceModule, Map<number, Guard>>();

/** What keeps others away from all that a function does. */
function guardAround(module: SourceModule, within: number): Guard {
  const known = guards.get(module) ?? new Map<number, Guard>();
  guards.set(module, known);
  const outer = outermost(module, within);
  if (!known.has(outer)) known.set(outer, guardIn(module, within));
  return known.get(outer);
}

const LOCKING = /\bfor\s+(no\s+key\s+)?update\b|isolation\s+level\s+serializable|pg_advisory/i;

function guardIn(module: SourceModule, within: number): Guard {
  const around = callsAround(module, within);
  if (around.some(({ path, callee }) => LOCKS.test(path ?? lastOf(callee)))) return 'lock';
  const texts = [
    ...around.flatMap(({ arguments: given }) => given.map(({ value }) => value)),
    ...[...module.bindings]
      .filter(({ within: at }) => functionsAround(module, within).has(at))
      .map(({ value }) => value),
  ].flatMap((value) =>
    value.kind === 'literal'
      ? [String(value.value)]
      : value.kind === 'text'
        ? module.texts[value.text]!.parts.filter((part) => typeof part === 'string')
        : [],
  );
  return texts.some((text) => LOCKING.test(text)) ? 'transaction' : undefined;
}

const LOCKS =
  /(^|\.)(\w*(acquire|with|take|hold|get)_?\w*lock\w*|lock(s|ed)?(\.\w+)?|held|redlock\S*|mutex\S*|runExclusive|semaphore\S*|lease\w*|with_for_update|select_for_update|setLock)$/i;

const locked = new WeakMap<Program, ReadonlySet<string>>();

/** Names that are called in functions that take a lock. */
function isCalledUnderLock(program: Program, module: SourceModule, within: number): boolean {
  const names = locked.get(program) ?? namesUnderLocks(program);
  locked.set(program, names);
  const own = functionAround(module, within);
  return own !== undefined && names.has(own);
}

function namesUnderLocks(program: Program): ReadonlySet<string> {
  const names = new Set<string>();
  for (const module of program.modules.values()) {
    const locking = new Set(
      module.calls
        .filter(({ path, callee, within }) => within !== TOP && LOCKS.test(path ?? lastOf(callee)))
        .map(({ within }) => outermost(module, within)),
    );
    if (locking.size === 0) continue;
    for (const { callee, within } of module.calls)
      if (within !== TOP && locking.has(outermost(module, within))) names.add(lastOf(callee));
  }
  return names;
}

export function outermost(module: SourceModule, within: number): number {
  let at = within;
  while (at !== TOP && module.functions[at]!.name === undefined && module.functions[at]!.within !== TOP)
    at = module.functions[at]!.within;
  return at;
}

const around = new WeakMap<SourceModule, Map<number, ReadonlySet<number>>>();

/** The function with a name that a place stands in, with all that is written inside of it. */
export function functionsAround(module: SourceModule, within: number): ReadonlySet<number> {
  const outer = outermost(module, within);
  const known = around.get(module) ?? new Map<number, ReadonlySet<number>>();
  around.set(module, known);
  const before = known.get(outer);
  if (before !== undefined) return before;
  const found = new Set<number>([outer]);
  for (const [number, { within: at }] of module.functions.entries())
    if (at !== TOP && found.has(at)) found.add(number);
  known.set(outer, found);
  return found;
}

const callsOf = new WeakMap<SourceModule, Map<number, SourceModule['calls']>>();

/** All calls of the function with a name that a place stands in. */
export function callsAround(module: SourceModule, within: number) {
  if (within === TOP) return [];
  const known = callsOf.get(module) ?? new Map<number, SourceModule['calls']>();
  callsOf.set(module, known);
  const outer = outermost(module, within);
  const before = known.get(outer);
  if (before !== undefined) return before;
  const inside = functionsAround(module, within);
  const found = module.calls.filter(({ within: at }) => inside.has(at));
  known.set(outer, found);
  return found;
}
