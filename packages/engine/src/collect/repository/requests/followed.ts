import { parentsIn } from '../changes/call-parents.ts';
import type { FunctionAt } from '../code/behaviour/reach.ts';
import type { ValueAt } from '../code/routes/route.ts';
import type { Call, Expression, SourceModule } from '../code/syntax/source-module.ts';

/** Gives each member of a list to a function. */
const GIVES_EACH = /^(map|forEach|flatMap|filter|find|some|every|each)$/;

/** A function that is followed into what it gives, with the call that it is followed from. */
export interface Followed extends FunctionAt {
  readonly call: Call;
  readonly from: SourceModule;
  /** Those that were followed before. */
  readonly before: Followed | undefined;
}

/** How many functions are followed; nothing where this one is among them. */
export function depthOf(
  followed: Followed | undefined,
  { module, function: number }: FunctionAt,
): number | undefined {
  let depth = 0;
  for (let one = followed; one !== undefined; one = one.before) {
    if (one.module === module && one.function === number) return undefined;
    depth++;
  }
  return depth;
}

/** What a function gives, each where it stands. */
export function valuesOf({ module, function: number }: FunctionAt): readonly ValueAt[] {
  const { gives } = module.functions[number]!;
  const returned = module.returns.flatMap(({ value, within }) =>
    within === number && value !== undefined ? [value] : [],
  );
  return [...(gives === undefined ? [] : [gives]), ...returned].map((value) => ({
    module,
    value,
    within: number,
  }));
}

export function memberOf({ module, value, within }: ValueAt, members: readonly string[]): ValueAt {
  const member = members.reduce<Expression>((of, name) => ({ kind: 'member', of, name, at: of.at }), value);
  return { module, value: member, within };
}

/** Whether other files may call a function. */
export function isFoundElsewhere({ module, function: number }: FunctionAt): boolean {
  const { name, class: own } = module.functions[number]!;
  return (
    module.language === 'python' ||
    own !== undefined ||
    module.exports.some(
      ({ name: exported, value }) =>
        exported === name ||
        (value?.kind === 'name' && value.name === name) ||
        (value?.kind === 'function' && value.function === number),
    )
  );
}

/** `records.map((record) => …)`: the list, to the function that is given its members. */
export function listGivenTo({ module, function: number }: FunctionAt): ValueAt | undefined {
  const parent = parentsIn(module).functions.get(number);
  if (parent?.kind !== 'argument') return undefined;
  const { callee, within } = module.calls[parent.call]!;
  if (callee.kind !== 'member' || !GIVES_EACH.test(callee.name)) return undefined;
  return { module, value: callee.of, within };
}
