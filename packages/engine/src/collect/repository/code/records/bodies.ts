import type { RoutePart } from '../behaviour/route-part.ts';
import type { Branch, Expression, SourceModule } from '../syntax/source-module.ts';

interface Body {
  readonly calls: readonly number[];
  readonly texts: readonly number[];
  readonly branches: readonly Branch[];
  readonly returns: readonly Expression[];
}

const EMPTY: Body = { calls: [], texts: [], branches: [], returns: [] };
const bodies = new WeakMap<SourceModule, Map<number, { [K in keyof Body]: Body[K][number][] }>>();

/** What stands in a function itself. */
export function bodyOf(module: SourceModule, number: number): Body {
  let all = bodies.get(module);
  if (all === undefined) {
    const made = new Map<number, { [K in keyof Body]: Body[K][number][] }>();
    const of = (within: number) => {
      const before = made.get(within) ?? { calls: [], texts: [], branches: [], returns: [] };
      made.set(within, before);
      return before;
    };
    for (const [index, one] of module.calls.entries()) of(one.within).calls.push(index);
    for (const [index, one] of module.texts.entries()) of(one.within).texts.push(index);
    for (const one of module.branches) of(one.within).branches.push(one);
    for (const one of module.returns) if (one.value !== undefined) of(one.within).returns.push(one.value);
    bodies.set(module, made);
    all = made;
  }
  return all.get(number) ?? EMPTY;
}

/** The same, as far as it runs for a route. */
export function bodyFor(part: RoutePart | undefined, module: SourceModule, number: number): Body {
  const whole = bodyOf(module, number);
  if (part?.module !== module) return whole;
  return {
    calls: whole.calls.filter((one) => part.runs(module.calls[one]!.at)),
    texts: whole.texts.filter((one) => part.runs(module.texts[one]!.at)),
    branches: whole.branches.filter((one) => part.runs(one.at) && !part.isOfOthers(one)),
    returns: whole.returns.filter((value) => part.runs(value.at)),
  };
}
