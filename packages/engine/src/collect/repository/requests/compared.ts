import { lastOf } from '../changes/origins.ts';
import type { ValueAt } from '../code/routes/route.ts';
import {
  type Branch,
  type Expression,
  isIn,
  type Range,
  type SourceModule,
  TOP,
} from '../code/syntax/source-module.ts';
import { partsWithArguments } from '../joins/expressions.ts';
import { chainOf } from './written-as.ts';

const ENDS = /^(abort|exit|fail|error|reject|next|bad_?request|unprocessable)$/i;

/**
 * Whether code around keeps a number small where it is used: `if (limit > 100) …`, `if (limit <= 100) { … }`. It is `open` where it
 * asks whether it is too large, and what it does then is not told; nothing where it asks no such thing.
 */
export function keptSmall({ module, value, within }: ValueAt): 'code' | 'open' | undefined {
  const chain = chainOf(value, module);
  if (chain === undefined) return undefined;
  const found = module.branches
    .filter((branch) => within === TOP || branch.within === within)
    .map((branch) => {
      const asks = asksOf(module, branch.test, chain);
      if (asks === undefined || asks === 'which') return asks && 'code';
      const { then, otherwise } = branch;
      const [small, large] = asks === 'too large' ? [otherwise, then] : [then, otherwise];
      if (
        (small !== undefined && isIn(value.at, small)) ||
        (large !== undefined && leaves(module, large, chain))
      )
        return 'code';
      return asks === 'too large' ? 'open' : undefined;
    });
  return found.includes('code') ? 'code' : found.includes('open') ? 'open' : undefined;
}

/** Of `limit > 100 ? 100 : limit` the part that is small enough as it is. */
export function smallPart(
  module: SourceModule,
  { of, at }: Extract<Expression, { kind: 'choice' }>,
): Expression | undefined {
  const branch = module.branches.find((one) => one.at.line === at.line && one.at.column === at.column);
  if (branch === undefined) return undefined;
  return of.find((part, index) => {
    const chain = chainOf(part, module);
    const asks = chain === undefined ? undefined : asksOf(module, branch.test, chain);
    return asks === (index === 0 ? 'small enough' : 'too large');
  });
}

/** What a test asks of a number; `which` for one of several that are written. */
function asksOf(
  module: SourceModule,
  test: Branch['test'],
  chain: string,
): 'too large' | 'small enough' | 'which' | undefined {
  const isNot = test.kind === 'not';
  const each = partsWithArguments(isNot ? test.of : test, module).flatMap((part) => {
    if (part.kind !== 'compare' || !/^(<|>|<=|>=|in)$/.test(part.operator)) return [];
    const says = (one: Expression) =>
      partsWithArguments(one, module).some((own) => chainOf(own, module) === chain);
    const isLeft = says(part.left);
    const other = isLeft ? part.right : part.left;
    // A comparison with nothing says only that there is a number.
    if ((!isLeft && !says(part.right)) || isLittle(other)) return [];
    if (part.operator === 'in') return ['which' as const];
    return [
      (part.operator.startsWith('>') === isLeft) !== isNot
        ? ('too large' as const)
        : ('small enough' as const),
    ];
  });
  return (['which', 'too large', 'small enough'] as const).find((one) => each.includes(one));
}

function isLittle(value: Expression): boolean {
  return value.kind === 'literal' && typeof value.value === 'number' && value.value <= 1;
}

/** Whether a part of the code goes no further, or gives the number another value. */
function leaves(module: SourceModule, range: Range, chain: string): boolean {
  return (
    [...module.throws, ...module.returns].some(({ at }) => isIn(at, range)) ||
    module.bindings.some(({ target, at }) => isIn(at, range) && chainOf(target, module) === chain) ||
    module.calls.some(({ callee, at }) => isIn(at, range) && ENDS.test(lastOf(callee)))
  );
}
