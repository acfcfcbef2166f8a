import { lastName } from '../behaviour/reach.ts';
import { partsOf, rootOf } from '../syntax/expressions.ts';
import {
  type Argument,
  type Call,
  type CodeFunction,
  type Expression,
  isIn,
  type Range,
  type SourceModule,
} from '../syntax/source-module.ts';

/** What holds something of what went wrong: all of it, or some of its members. */
export type Held = 'all' | ReadonlySet<string>;

/** The names that an argument has in the function that it is handed to; nothing where that cannot be told. */
export function heldNames(
  { parameters }: CodeFunction,
  call: Call,
  index: number,
  held: Held,
): ReadonlyMap<string, Held> | undefined {
  if (call.arguments.slice(0, index + 1).some(({ spread }) => spread)) return undefined;
  const said = call.arguments[index]!.name;
  const bound = /^(self|cls)$/.test(parameters[0]?.name ?? '') && call.callee.kind === 'member' ? 1 : 0;
  const rest = parameters.find((one) => one.rest);
  const parameter =
    (said === undefined
      ? parameters[index + bound]
      : parameters.find((one) => !one.rest && one.name === said)) ?? rest;
  if (parameter === undefined) return undefined;
  if (parameter === rest) return rest.name === undefined ? undefined : new Map([[rest.name, 'all']]);
  if (parameter.name !== undefined) return new Map([[parameter.name, held]]);
  const members = parameter.members;
  if (members === undefined || held === 'all') return undefined;
  // A member that has no name of its own may be in what is left: `({ status, ...rest }) => …`.
  if ([...held].some((name) => !members.some(({ member }) => member === name))) return undefined;
  return new Map(members.flatMap(({ member, local }) => (held.has(member) ? [[local, 'all'] as const] : [])));
}

/** Whether an expression is a name, or a member of one, that holds it. */
export function isHeld(held: ReadonlyMap<string, Held> | undefined, value: Expression): boolean {
  if (held === undefined) return false;
  if (value.kind === 'name') return held.has(value.name);
  if (value.kind !== 'member') return false;
  const of = value.of.kind === 'name' ? held.get(value.of.name) : undefined;
  if (of !== undefined && of !== 'all') return of.has(value.name);
  return value.name !== 'length' && isHeld(held, value.of);
}

const PUTS_INTO = /^(update|append|push|unshift|set|add|extend|insert|setdefault)$/;

/** What is put into something that has a name: `body.error = text`, `body.update(error=text)`, `Object.assign(body, { error })`. */
export function putInto(
  module: SourceModule,
  range: Range,
): readonly { readonly into: string; readonly values: readonly Expression[] }[] {
  const put = module.bindings.flatMap(({ target, value, at }) => {
    const root = target.kind === 'name' || !isIn(at, range) ? undefined : rootOf(target);
    return root === undefined ? [] : [{ into: root, values: [value] }];
  });
  const called = module.calls.flatMap(({ callee, arguments: given, at, path }) => {
    if (callee.kind !== 'member' || !isIn(at, range)) return [];
    const [first] = given;
    const into =
      path === 'Object.assign' && first !== undefined
        ? rootOf(first.value)
        : PUTS_INTO.test(callee.name)
          ? rootOf(callee.of)
          : undefined;
    return into === undefined ? [] : [{ into, values: given.map((one: Argument) => one.value) }];
  });
  return [...put, ...called];
}

/** Whether there is something in a value that is not seen: what is spread, an element of JSX. */
export function isOpaque(module: SourceModule, value: Expression, within: number, steps = 0): boolean {
  if (steps > 8 || value.kind === 'other' || value.kind === 'function') return true;
  if ((value.kind === 'object' || value.kind === 'list') && value.open) return true;
  const parts: Expression[] = [...partsOf(value)];
  if (value.kind === 'call') {
    const { callee, arguments: given } = module.calls[value.call]!;
    if (given.some(({ spread }) => spread)) return true;
    parts.push(...given.map((one) => one.value));
    if (callee.kind === 'member') parts.push(callee.of);
  }
  if (value.kind === 'text')
    parts.push(...module.texts[value.text]!.parts.filter((one) => typeof one !== 'string'));
  if (value.kind === 'name')
    for (const { target, value: given, within: scope } of module.bindings)
      if (scope === within && target.kind === 'name' && target.name === value.name && given !== value)
        parts.push(given);
  return parts.some((one) => isOpaque(module, one, within, steps + 1));
}

/** What a function gives back or sends. */
export function valuesGiven(
  module: SourceModule,
  number: number,
  sends: RegExp,
  answer: RegExp,
): readonly Expression[] {
  const made = module.functions[number]!;
  const returned = module.returns.flatMap(({ value, within }) =>
    within === number && value !== undefined ? [value] : [],
  );
  const sent = module.calls.flatMap(({ callee, arguments: given, at }) => {
    if (!isIn(at, made)) return [];
    if (sends.test(lastName(callee) ?? '')) return given.map(({ value }) => value);
    const others = given.filter(({ value }) => value.kind !== 'name' || !answer.test(value.name));
    return others.length === given.length ? [] : others.map(({ value }) => value);
  });
  return [...(made.gives === undefined ? [] : [made.gives]), ...returned, ...sent];
}
