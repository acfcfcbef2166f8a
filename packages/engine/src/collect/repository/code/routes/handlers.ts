import { onceFor } from '../../../../once-for.ts';
import { partsOfKind, placedPartsIn } from '../../joins/expressions.ts';
import type { FunctionAt } from '../behaviour/reach.ts';
import type { Program } from '../names/program.ts';
import { type Expression, type Place, type SourceModule, TOP } from '../syntax/source-module.ts';
import { handlersIn } from './walk.ts';

/** What a module gives to whoever deploys it under a name. */
export interface Deployable {
  readonly name: string;
  readonly value: Expression;
  readonly at: Place;
  /** Infrastructure or a framework names it as a handler, or it is called one. */
  readonly isNamed: boolean;
}

const CALLED_HANDLER = /^(?![A-Z])\w*[hH]andler$/;
/** Not classes, parts that a module keeps for itself, keys of a table, and what has no name. */
const DEPLOYABLE = /^(?!default$)[a-z]\w*$/;

/** What may be deployed as a function of Lambda: what something names as a handler, and all else that a module exports. */
export function handlersOf(program: Program, module: SourceModule): readonly Deployable[] {
  const named = program.handlers.get(module.file);
  return exportsOf(module).flatMap(({ name, value, at, takes }) => {
    const isNamed = named?.has(name) === true || (CALLED_HANDLER.test(name) && (takes ?? 2) === 2);
    return isNamed || DEPLOYABLE.test(name) ? [{ name, value, at, isNamed }] : [];
  });
}

/** In Python the functions of a module, with how many parameters they take. */
function exportsOf(
  module: SourceModule,
): readonly { name: string; value: Expression; at: Place; takes?: number }[] {
  if (module.language === 'python')
    return module.functions.flatMap(({ name, within, class: of, parameters, at }, number) =>
      within === TOP && of === undefined && name !== undefined
        ? [{ name, value: { kind: 'function' as const, function: number, at }, at, takes: parameters.length }]
        : [],
    );
  return module.exports.flatMap(({ name, value, at }) => {
    if (value === undefined) return [];
    // `module.exports = { list, create }`
    return name === '*' && value.kind === 'object' ? value.members : [{ name, value, at }];
  });
}

export const TYPED_FOR_REQUESTS = /APIGateway(?!(?:Token|Request)Authorizer)|ALBEvent|LambdaFunctionURL/i;
/** By these names functions call what Lambda gives them, and little else. */
const EVENT = /^(?:event|evt)$/;
const CONTEXT = /^_*(?:(?:lambda_?)?[cC]ontext|ctx)?$/;
/** No other request has these. */
const OF_REQUESTS =
  /^(?:pathParameters|queryStringParameters|multiValueQueryStringParameters|rawPath|rawQueryString|isBase64Encoded)$/;

/** Whether a function takes what Lambda gives: an event, and the context of the call where it takes more. */
export function takesAnEvent({ module, function: number }: FunctionAt): boolean {
  const [event, context, callback, ...more] = module.functions[number]!.parameters;
  const isEvent =
    EVENT.test(event?.name ?? '') ||
    TYPED_FOR_REQUESTS.test(event?.type ?? '') ||
    event?.members?.some(({ member }) => OF_REQUESTS.test(member)) === true ||
    (event?.name !== undefined && reads(module, number, event.name));
  const takesContext = CONTEXT.test(context?.name ?? '');
  if (module.language === 'python') return isEvent && context !== undefined && takesContext && !callback;
  return (
    isEvent &&
    (context === undefined || takesContext) &&
    /^(?:callback|cb|_*)$/.test(callback?.name ?? '') &&
    more.length === 0
  );
}

/** Whether a function reads parts of what it is given that only requests have. */
function reads(module: SourceModule, number: number, name: string): boolean {
  return partsOfKind(module, 'member').some(
    ({ value, within }) =>
      within === number && OF_REQUESTS.test(value.name) && value.of.kind === 'name' && value.of.name === name,
  );
}

/** Whether code of the repository names a function: then it is called there, or stands in a table or around another. */
export function isMentioned(program: Program, found: FunctionAt, name: string): boolean {
  return (
    handedOn(program).has(found.module) ||
    (mentionsOf(program).get(name) ?? []).some(({ module, value, within }) =>
      handlersIn(program, { module, value, within }).some(
        (one) => one.module === found.module && one.function === found.function,
      ),
    )
  );
}

/** Modules that are used as a whole: `actions[name](event)`, `serve(actions)`. */
const handedOn = onceFor((program: Program): ReadonlySet<SourceModule> => {
  const found = new Set<SourceModule>();
  for (const module of program.modules.values()) {
    const isPython = module.language === 'python';
    const whole = new Set(
      module.imports.flatMap(({ member, local }) => (isPython || member === '*' ? (local ?? []) : [])),
    );
    for (const { target, value } of module.bindings)
      if (target.kind === 'name' && value.kind === 'module') whole.add(target.name);
    const ofMembers = new Set<Expression>(partsOfKind(module, 'member').map(({ value }) => value.of));
    for (const { value, within } of whole.size === 0 ? [] : partsOfKind(module, 'name')) {
      if (!whole.has(value.name) || ofMembers.has(value)) continue;
      const meaning = program.resolve(module, value, within);
      if (meaning.kind === 'module') found.add(meaning.module);
    }
  }
  return found;
});

/** Where each name is said, but for where it is exported. */
const mentionsOf = onceFor((program: Program) =>
  Map.groupBy(
    [...program.modules.values()].flatMap((module) =>
      placedPartsIn(module).flatMap(({ value, within }) =>
        value.kind === 'name' || value.kind === 'member' ? [{ module, value, within }] : [],
      ),
    ),
    ({ value }) => value.name,
  ),
);
