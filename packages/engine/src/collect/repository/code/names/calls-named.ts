import { onceFor } from '../../../../once-for.ts';
import type { Call, SourceModule } from '../syntax/source-module.ts';

/** The numbers of the calls of a module, by the last name of what is called: `use` of `app.use(…)`. */
const byLastName = onceFor((module: SourceModule): ReadonlyMap<string, readonly number[]> => {
  const all = new Map<string, number[]>();
  for (const [number, { callee }] of module.calls.entries()) {
    if (callee.kind !== 'name' && callee.kind !== 'member') continue;
    const before = all.get(callee.name);
    if (before === undefined) all.set(callee.name, [number]);
    else before.push(number);
  }
  return all;
});

/** The calls by some last names, in the order in which they stand: most modules have none, and are not looked through. */
export function callsNamed(module: SourceModule, names: readonly string[]): readonly Call[] {
  const all = byLastName(module);
  const numbers = names.flatMap((name) => all.get(name) ?? []);
  return numbers.sort((a, b) => a - b).map((number) => module.calls[number]!);
}
