import { onceFor } from '../../../../once-for.ts';
import { partsOf } from '../syntax/expressions.ts';
import type { Expression, SourceModule } from '../syntax/source-module.ts';

/**
 * The calls of a module whose answer somebody acts by: it stands in a condition, is given back, or has a name that does. What
 * another call is given is for that to say. `isOwner(note, user)` alone refuses nobody.
 */
export const heededCalls = onceFor((module: SourceModule): ReadonlySet<number> => {
  const heeded = new Set<number>();
  const names = new Set<string>();
  const add = (value: Expression): void => {
    if (value.kind === 'name') names.add(value.name);
    if (value.kind === 'call') {
      const { callee, arguments: given } = module.calls[value.call]!;
      if (heeded.has(value.call)) return;
      heeded.add(value.call);
      add(callee);
      for (const one of given) add(one.value);
    }
    for (const part of partsOf(value)) add(part);
  };
  for (const { test } of module.branches) add(test);
  for (const { value } of [...module.returns, ...module.throws]) if (value !== undefined) add(value);
  for (const { gives } of module.functions) if (gives !== undefined) add(gives);
  for (const call of module.calls) for (const { value } of call.arguments) add(value);
  for (let before = -1; before !== heeded.size + names.size; ) {
    before = heeded.size + names.size;
    for (const { target, value } of module.bindings)
      if (namesIn(target).some((name) => names.has(name))) add(value);
  }
  return heeded;
});

/** What a binding gives a name to; of a pattern each of its names. */
function namesIn(target: Expression): readonly string[] {
  return target.kind === 'name' ? [target.name] : partsOf(target).flatMap(namesIn);
}
