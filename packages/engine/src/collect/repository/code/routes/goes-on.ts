import type { FunctionAt } from '../behaviour/reach.ts';
import { lastName } from '../behaviour/reach.ts';
import { partsOf } from '../syntax/expressions.ts';
import { type Expression, isIn, type SourceModule } from '../syntax/source-module.ts';

/** Whether a function that looks for its route in a table answers more than what stands there: it goes on where nothing was found. */
export function goesOnAfter(table: string, { module, function: number }: FunctionAt): boolean {
  const names = new Set<string>();
  const speaks = (value: Expression): boolean =>
    isLookedUp(value, table, module) || (value.kind === 'name' && names.has(value.name)) || inside(value);
  const inside = (value: Expression): boolean => {
    if (value.kind === 'text')
      return module.texts[value.text]!.parts.some((part) => typeof part !== 'string' && speaks(part));
    if (value.kind !== 'call') return partsOf(value).some(speaks);
    const { callee, arguments: given } = module.calls[value.call]!;
    return speaks(callee) || given.some((one) => speaks(one.value));
  };
  let isHere = false;
  // Names are given from top to bottom.
  for (const { target, value, within } of module.bindings)
    if (within === number && speaks(value)) {
      isHere = true;
      const name = lastName(target);
      if (name !== undefined) names.add(name);
    }
  const returned = module.returns.filter(({ within, value }) => within === number && value !== undefined);
  const others = returned.filter(({ value }) => !speaks(value!));
  if (!isHere && others.length === returned.length) return false;
  return others.some(
    ({ value, at }) => !refuses(value!, module) && !module.catches.some(({ caught }) => isIn(at, caught)),
  );
}

/** `ROUTES[key]`, `ROUTES.get(key)`. */
function isLookedUp(value: Expression, table: string, module: SourceModule): boolean {
  if (value.kind === 'index') return lastName(value.of) === table;
  if (value.kind !== 'call') return false;
  const { callee } = module.calls[value.call]!;
  return callee.kind === 'member' && callee.name === 'get' && lastName(callee.of) === table;
}

const REFUSES =
  /not_?(found|allowed|implemented)|bad_?request|error|refus|fail|forbid|forbidden|unauthori|problem|no_?content|preflight|cors|options/i;

/** `{ statusCode: 404 }`, `answer(405, …)`, `notFound()`; what answers a browser that only asks what it may. */
function refuses(value: Expression, module: SourceModule): boolean {
  if (value.kind === 'literal') return true;
  if (value.kind === 'name') return REFUSES.test(value.name);
  if (value.kind === 'object') {
    const status = value.members.find(({ name }) => /^status(_?code)?$/i.test(name))?.value;
    return status !== undefined && isRefusal(status);
  }
  if (value.kind !== 'call') return false;
  const { callee, arguments: given } = module.calls[value.call]!;
  return (
    REFUSES.test(lastName(callee) ?? '') ||
    given.some((one) => isRefusal(one.value) || (one.value.kind === 'object' && refuses(one.value, module)))
  );
}

function isRefusal(value: Expression): boolean {
  return (
    value.kind === 'literal' && typeof value.value === 'number' && (value.value >= 400 || value.value === 204)
  );
}
