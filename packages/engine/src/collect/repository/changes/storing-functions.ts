import { type Call, type SourceModule, TOP } from '../code/syntax/source-module.ts';
import type { Overwrite } from './guards.ts';
import type { Callers } from './origins.ts';
import type { StoreCall } from './store-calls.ts';

export interface JudgedStore extends StoreCall {
  readonly over: Overwrite;
}

/** Functions of the application that may write over what is stored, themselves or by those that they call. */
export interface StoringFunctions {
  has(module: SourceModule, number: number): boolean;
  /** Whether all that a call stores is new. */
  isNew(call: Call): boolean;
  /** Whether all functions of a name may write over something: what it leads to where that cannot be told. */
  isNamed(name: string): boolean;
}

export function storingFunctions(
  modules: Iterable<SourceModule>,
  callers: Callers,
  stores: readonly JudgedStore[],
): StoringFunctions {
  const found = new Map<SourceModule, Set<number>>();
  const fresh = new Set<Call>();
  const open: { module: SourceModule; within: number }[] = [];
  for (const { module, within, number, at, over } of stores) {
    if (over.replaces !== false) open.push({ module, within });
    else
      for (const call of module.calls)
        if (call === module.calls[number] || (call.at.line === at.line && call.at.column === at.column))
          fresh.add(call);
  }
  for (let one = open.pop(); one !== undefined; one = open.pop()) {
    const { module } = one;
    for (let at = one.within; at !== TOP; at = module.functions[at]!.within) {
      const own = found.get(module) ?? new Set();
      found.set(module, own);
      if (own.has(at)) break;
      own.add(at);
      for (const caller of callers.of(module, at))
        open.push({ module: caller.module, within: caller.call.within });
    }
  }
  const names = new Map<string, boolean>();
  for (const module of modules)
    for (const [number, { name }] of module.functions.entries())
      if (name !== undefined)
        names.set(name, (names.get(name) ?? true) && found.get(module)?.has(number) === true);
  return {
    has: (module, number) => found.get(module)?.has(number) === true,
    isNew: (call) => fresh.has(call),
    isNamed: (name) => names.get(name) === true,
  };
}
