import type { Expression, SourceModule } from '../code/syntax/source-module.ts';
import { partsOf } from '../joins/expressions.ts';
import { parentsIn } from './call-parents.ts';
import { functionsAround } from './guards.ts';
import { lastOf } from './origins.ts';
import type { StoreCall } from './store-calls.ts';

const ROWS =
  /^(affectedRows|changedRows|rowCount|rowcount|rows_affected|numUpdatedRows|modifiedCount|matchedCount|modified_count|matched_count)$/;
/** Words of many things: they tell it only of what the call gives. */
const OF_WHAT_IT_GIVES = /^(changes|length|count)$/;

/** Helpers of an application that take the number out of what a driver gives. */
const TELLS_ROWS = /^(?:get|count)?_?(?:affected|changed)_?rows$|^get_?row_?count$/i;

/** Whether the function that changes something looks at how many rows it changed. */
export function looksAtRows({ module, within, number, statement }: StoreCall): boolean {
  const around = functionsAround(module, within);
  const gives = resultsOf(module, number);
  const isGiven = (value: Expression) =>
    partsOf(value, module).some(
      (part) =>
        (part.kind === 'call' && gives.calls.has(part.call)) ||
        (part.kind === 'name' && gives.names.has(part.name)),
    );
  const tells = (part: Expression) =>
    part.kind === 'member' &&
    (ROWS.test(part.name) || (OF_WHAT_IT_GIVES.test(part.name) && isGiven(part.of)));
  return (
    /\breturning\b/i.test(statement ?? '') ||
    module.reads.some(({ value, within: at }) => around.has(at) && tells(value)) ||
    module.bindings.some(
      ({ target, value, within: at }) =>
        around.has(at) &&
        (tells(value) ||
          (target.kind === 'name' &&
            (ROWS.test(target.name) || (OF_WHAT_IT_GIVES.test(target.name) && isGiven(value))))),
    ) ||
    module.branches.some(
      ({ test, within: at }) => around.has(at) && partsOf(test, module).some((part) => tells(part)),
    ) ||
    module.calls.some(({ callee, within: at }) => around.has(at) && TELLS_ROWS.test(lastOf(callee)))
  );
}

/** What a call gives: itself, what it is the begin of (`.exec()`), and the names that this is given. */
function resultsOf(
  module: SourceModule,
  number: number,
): { readonly calls: ReadonlySet<number>; readonly names: ReadonlySet<string> } {
  const parents = parentsIn(module).calls;
  const calls = new Set([number]);
  for (let up = parents.get(number); up?.kind === 'callee'; up = parents.get(up.call)) calls.add(up.call);
  const names = module.bindings.flatMap(({ target, value }) =>
    target.kind === 'name' &&
    partsOf(value, module).some((part) => part.kind === 'call' && calls.has(part.call))
      ? [target.name]
      : [],
  );
  return { calls, names: new Set(names) };
}
