import type { FunctionAt } from '../behaviour/reach.ts';
import type { Program } from '../names/program.ts';
import { type Call, type Expression, isIn, type SourceModule, TOP } from '../syntax/source-module.ts';
import type { FoundRoute } from './route.ts';

/** What a function alone does that gives everybody the same. */
export type SameForEverybody = 'redirects' | 'shows-a-page';

/** Where a route is registered, and by which name its handler is known there. */
type Registered = Pick<FoundRoute, 'module' | 'at' | 'handlerName'>;

/**
 * Whether the handler of a route does nothing but name another address of the same site, or show a page that nothing is put
 * into: `response.render('sorry')`. What a function that makes it is given, is given before anybody calls.
 */
export function sameForEverybody(
  program: Program,
  at: FunctionAt,
  route: Registered,
): SameForEverybody | undefined {
  const { module, function: number } = at;
  const made = functionMade(at);
  if (made !== undefined) return sameForEverybody(program, { module, function: made }, route);
  const [only, ...others] = module.calls.filter(({ within }) => within === number);
  if (only === undefined || others.length > 0 || only.callee.kind !== 'member') return undefined;
  if (module.functions.some(({ within }) => within === number)) return undefined;
  const [what, more, ...rest] = only.arguments;
  if (what === undefined || rest.length > 0) return undefined;
  if (only.callee.name === 'redirect')
    return what.value.kind === 'literal' && more === undefined ? 'redirects' : undefined;
  const isPage =
    only.callee.name === 'render' &&
    isOfTheAnswer(only, at) &&
    isGivenBefore(program, at, what.value, route) &&
    (more === undefined || isGivenBefore(program, at, more.value, route));
  return isPage ? 'shows-a-page' : undefined;
}

/** The function that a function gives without doing anything itself. */
function functionMade({ module, function: number }: FunctionAt): number | undefined {
  if (module.calls.some(({ within }) => within === number)) return undefined;
  const given = module.returns.filter(({ within }) => within === number).map(({ value }) => value);
  const [only, ...others] = [module.functions[number]!.gives, ...given].filter((one) => one !== undefined);
  return others.length === 0 && only?.kind === 'function' ? only.function : undefined;
}

/** Whether it is called on what the framework hands over to answer with. */
function isOfTheAnswer({ callee }: Call, { module, function: number }: FunctionAt): boolean {
  const of = callee.kind === 'member' ? callee.of : undefined;
  return of?.kind === 'name' && module.functions[number]!.parameters.some(({ name }) => name === of.name);
}

/** Whether it is written, or handed so by the calls of the function around that make the handler of the route. */
function isGivenBefore(
  program: Program,
  { module, function: number }: FunctionAt,
  value: Expression,
  route: Registered,
): boolean {
  if (isWritten(value)) return true;
  const around = module.functions[number]!.within;
  if (value.kind !== 'name' || around === TOP) return false;
  const { name, parameters } = module.functions[around]!;
  const place = parameters.findIndex((one) => one.name === value.name && !one.rest);
  if (place < 0 || name === undefined) return false;
  const calls = makingCalls(callsOf(program, { module, function: around }, name), route);
  return calls.every((call) => {
    const given = call.arguments[place];
    return !call.arguments.some(({ spread }) => spread) && (given === undefined || isWritten(given.value));
  });
}

/** A text, a number, or a list or object of them. */
function isWritten(value: Expression): boolean {
  if (value.kind === 'object') return !value.open && value.members.every((one) => isWritten(one.value));
  if (value.kind === 'list') return !value.open && value.items.every(isWritten);
  return value.kind === 'literal';
}

/** Of the calls of a function those that make the handler of a route; all of them where that is not seen. */
function makingCalls(calls: readonly CallIn[], { module, at, handlerName }: Registered): readonly Call[] {
  const registration = module.calls.find((call) => call.at.line === at.line && call.at.column === at.column);
  const own = calls.filter(({ call, number, module: where }) => {
    if (where === module && registration !== undefined && isIn(call.at, registration)) return true;
    return [...where.bindings, ...where.exports].some((one) => {
      const name = 'target' in one ? (one.target.kind === 'name' ? one.target.name : undefined) : one.name;
      return name === handlerName && one.value?.kind === 'call' && one.value.call === number;
    });
  });
  return (own.length > 0 ? own : calls).map(({ call }) => call);
}

interface CallIn {
  readonly module: SourceModule;
  readonly number: number;
  readonly call: Call;
}

function callsOf(program: Program, at: FunctionAt, name: string): readonly CallIn[] {
  return [...program.modules.values()].flatMap((module) =>
    module.calls.flatMap((call, number) => {
      const { callee, within } = call;
      if (callee.kind !== 'member' && callee.kind !== 'name') return [];
      const renamed = module.imports.some(({ local, member }) => local === callee.name && member === name);
      if (callee.name !== name && !renamed) return [];
      const { functions, open } = program.functionsOf(program.resolve(module, callee, within));
      const isIt = functions.some((one) => one.module === at.module && one.function === at.function);
      return open || isIt ? [{ module, number, call }] : [];
    }),
  );
}
