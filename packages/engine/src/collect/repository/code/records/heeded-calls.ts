import { onceFor } from '../../../../once-for.ts';
import { lastName } from '../behaviour/reach.ts';
import { partsOf } from '../syntax/expressions.ts';
import { type Expression, isInside, type SourceModule, TOP } from '../syntax/source-module.ts';

const WRITES_IT_DOWN = /^(log|trace|debug|info|warn|warning|error|print)$/;

/**
 * The calls of a module whose answer somebody acts by: it stands in a condition, is given back, or has a name that does. What
 * another call is given is for that to say, but what a log is. `isOwner(note, user)` alone refuses nobody.
 */
export const heededCalls = onceFor((module: SourceModule): ReadonlySet<number> => {
  const heeded = new Set<number>();
  /** The functions in which names are acted by. */
  const uses = new Map<string, Set<number>>();
  let found = 0;
  const use = (name: string, within: number): void => {
    const before = uses.get(name) ?? new Set();
    if (before.has(within)) return;
    uses.set(name, before.add(within));
    found++;
  };
  const add = (value: Expression, within: number): void => {
    if (value.kind === 'name') use(value.name, within);
    if (value.kind === 'call') {
      const { callee, arguments: given } = module.calls[value.call]!;
      if (heeded.has(value.call)) return;
      heeded.add(value.call);
      found++;
      add(callee, within);
      for (const one of given) add(one.value, within);
    }
    for (const part of partsOf(value)) add(part, within);
  };
  for (const { test, within } of module.branches) add(test, within);
  for (const { value, within } of [...module.returns, ...module.throws])
    if (value !== undefined) add(value, within);
  for (const [number, { gives }] of module.functions.entries()) if (gives !== undefined) add(gives, number);
  for (const { callee, arguments: given, within } of module.calls)
    if (!WRITES_IT_DOWN.test(lastName(callee) ?? '')) for (const { value } of given) add(value, within);
  const isUsed = (name: string, from: number) =>
    [...(uses.get(name) ?? [])].some((within) => from === TOP || isInside(module, within, from));
  for (let before = -1; before !== found; ) {
    before = found;
    for (const { target, value, within } of module.bindings)
      if (namesIn(target).some((name) => isUsed(name, within))) add(value, within);
  }
  return heeded;
});

/** What a binding gives a name to; of a pattern each of its names. */
function namesIn(target: Expression): readonly string[] {
  return target.kind === 'name' ? [target.name] : partsOf(target).flatMap(namesIn);
}
