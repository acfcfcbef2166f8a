import { lastName } from '../behaviour/reach.ts';
import type { Call, Expression } from '../syntax/source-module.ts';
import { written } from './read-calls.ts';
import type { Run } from './run.ts';
import { type Activation, allWays, NAMED, WAY } from './ways.ts';
import { saysWhose } from './whose-rows.ts';

/** Names by which conditions say that one of several is enough. */
const EITHER = /^(\$?or|or_|Op\.or|anyOf|any_of)$/i;
/** Names by which they say what is not meant. */
const OTHERS =
  /^(\$?(not|ne|nin|nor)|not_|notIn|not_in|notInArray|notEq|not_eq|isNot|is_not|isNull|isNotNull|Op\.(not|ne|notIn))$/i;

/** The ways that surely narrow what a condition is met by: `{ id, owner }` by both, `or(id, owner)` by neither alone. */
export function narrowing(run: Run, value: Expression, activation: Activation, steps = 0): number {
  const { module } = activation;
  const of = (one: Expression) => narrowing(run, one, activation, steps + 1);
  const anyOf = (all: readonly Expression[]) => all.reduce((ways, one) => ways | of(one), 0);
  if (steps > 12) return 0;
  switch (value.kind) {
    case 'object':
      return value.members.reduce((ways, { name, value: own }) => {
        if (OTHERS.test(name)) return ways;
        return (
          ways | (EITHER.test(name) ? ofEither(run, itemsOf(own, run, activation), activation) : of(own))
        );
      }, 0);
    case 'list':
      return anyOf(value.items);
    case 'choice':
      return ofEither(run, value.of, activation);
    case 'both':
    case 'not':
      return 0;
    case 'compare':
      return /^(==|in)$/.test(value.operator) ? anyOf([value.left, value.right]) : 0;
    case 'call': {
      const { callee, arguments: given } = module.calls[value.call]!;
      const last = lastName(callee) ?? '';
      if (OTHERS.test(last)) return 0;
      const parts = given.map((one) => one.value);
      if (EITHER.test(last)) return ofEither(run, parts, activation);
      return /^(and|and_|eq|allOf)$/.test(last) ? anyOf(parts) : allWays(run.of(value, module, activation));
    }
    case 'name': {
      const written = writtenFor(value.name, run, activation);
      return written === undefined ? allWays(run.of(value, module, activation)) : of(written);
    }
    default:
      return allWays(run.of(value, module, activation));
  }
}

/** The same of `.where(…)`: `.where('id = :id OR owner = :owner', …)` is narrowed by neither alone. */
export function narrowingOfPart(run: Run, { arguments: given }: Call, activation: Activation): number {
  const [first] = given;
  const text = first === undefined ? undefined : written(first.value, activation.module);
  if (text !== undefined && /\b(or|not)\b|!=|<>/i.test(text) && !saysWhose(`select from where ${text}`))
    return 0;
  return given.reduce((ways, { value }) => ways | narrowing(run, value, activation), 0);
}

/** Of alternatives each has to narrow; those that nobody names anything by say something of the record alone: `{ shared: true }`. */
function ofEither(run: Run, all: readonly Expression[], activation: Activation): number {
  const named = all.filter(
    (one) =>
      isLeftOut(one) ||
      (allWays(run.of(one, activation.module, activation)) &
        (WAY.caller | NAMED | WAY.open | WAY.request)) !==
        0,
  );
  if (named.length === 0) return 0;
  return named.reduce((ways, one) => ways & narrowing(run, one, activation, 1), ~0);
}

/** `undefined` asks for nothing; it is read as `null` is. */
function isLeftOut(one: Expression): boolean {
  return one.kind === 'literal' && one.value === null;
}

function itemsOf(value: Expression, run: Run, activation: Activation): readonly Expression[] {
  if (value.kind === 'list') return value.items;
  const written = value.kind === 'name' ? writtenFor(value.name, run, activation) : undefined;
  return written === undefined ? [value] : itemsOf(written, run, activation);
}

/** What a name of the function itself is given, where it is given one thing only. */
function writtenFor(
  name: string,
  run: Run,
  { module, function: number }: Activation,
): Expression | undefined {
  const [only, ...others] = run.program.scopes(module).lookUp(name, number);
  return only?.kind === 'binding' &&
    others.length === 0 &&
    only.binding.within === number &&
    /^(object|list|choice|call|compare)$/.test(only.binding.value.kind)
    ? only.binding.value
    : undefined;
}
