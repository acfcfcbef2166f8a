import { placedPartsIn } from '../../joins/expressions.ts';
import { branchesAround, type FunctionAt, type Reach, type Reaches } from '../behaviour/reach.ts';
import { RoutePart } from '../behaviour/route-part.ts';
import { type Expression, isIn, type Place, type SourceModule, TOP } from '../syntax/source-module.ts';
import { handlersOf, isMentioned, TYPED_FOR_REQUESTS, takesAnEvent } from './handlers.ts';
import { type LeftOver, leftOver } from './left-over.ts';
import type { FoundRoute } from './route.ts';
import { tablesOf } from './tables.ts';
import { handlersIn } from './walk.ts';

/** A function that Lambda calls with requests of API Gateway, a load balancer or a function URL. */
export interface HttpHandler extends FunctionAt {
  /** `src/app.handler`. */
  readonly name: string;
  readonly at: Place;
  /** The routes that it tells apart itself. */
  readonly routes: readonly FoundRoute[];
  /** Nothing seen deploys it, and it is not called a handler: it only looks like one. */
  readonly isUnnamed?: true;
  /** Where it does so by branches: what runs for none of them. */
  readonly rest?: RoutePart;
  /** What it answers where none of its routes is asked for; nothing where it tells none apart. */
  readonly leftOver?: LeftOver;
}

const HTTP_READS =
  /\.(httpMethod|pathParameters|queryStringParameters|multiValueQueryStringParameters|routeKey|rawPath|rawQueryString|requestContext|isBase64Encoded)\b|^(event|evt)\.(headers|body|path|resource)\b/;
const KEY = /^(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS|ANY) (\/\S*)$/;
const VERB = /^(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)$/;

/** Functions of Lambda that answer requests, with the routes that their own code tells apart. */
export function httpHandlers(reaches: Reaches): readonly HttpHandler[] {
  return [...reaches.program.modules.values()].flatMap((module) => {
    const own = answeringIn(module, reaches);
    return own.map((found) => ({ ...found, ...routesTold(reaches, found, own.length === 1) }));
  });
}

function answeringIn(module: SourceModule, reaches: Reaches): readonly Omit<HttpHandler, 'routes'>[] {
  const { program } = reaches;
  return handlersOf(program, module).flatMap(({ name, value, at, isNamed }) => {
    const [found, ...inside] = handlersIn(program, { module, value, within: TOP });
    if (found === undefined) return [];
    const answers = isNamed
      ? answersRequests(reaches.of(found), found)
      : answersFromOutside(reaches, [found, ...inside], name);
    const own = `${module.file.replace(/\.\w+$/, '')}.${name}`;
    return answers ? [{ ...found, name: own, at, ...(isNamed ? {} : { isUnnamed: true as const }) }] : [];
  });
}

/** A function that Lambda calls for a field of GraphQL. */
export interface FieldResolver extends FunctionAt {
  /** `src/looks.handler`. */
  readonly name: string;
  readonly at: Place;
  /** The names of the arguments that it reads. */
  readonly asks: readonly string[];
}

const ARGUMENT = /^(?:event|evt|ctx|context)\.arguments\.(\w+)/;

/** Functions of Lambda that AppSync calls: they read the arguments of a field. */
export function fieldResolvers(reaches: Reaches): readonly FieldResolver[] {
  const { program } = reaches;
  return [...program.modules.values()].flatMap((module) =>
    handlersOf(program, module).flatMap(({ name, value, at, isNamed }): FieldResolver[] => {
      if (!isNamed) return [];
      const [found] = handlersIn(program, { module, value, within: TOP });
      if (found === undefined) return [];
      const asks = argumentsRead(reaches.of(found), found);
      const own = `${module.file.replace(/\.\w+$/, '')}.${name}`;
      return asks.length === 0 ? [] : [{ ...found, name: own, at, asks }];
    }),
  );
}

function argumentsRead(reach: Reach, { module, function: number }: FunctionAt): readonly string[] {
  const [event] = module.functions[number]!.parameters;
  const taken = (event?.members ?? []).flatMap(({ member }) => /^arguments\.(\w+)/.exec(member)?.[1] ?? []);
  const read = reach.reads.flatMap(({ read: { path } }) => ARGUMENT.exec(path ?? '')?.[1] ?? []);
  return [...new Set([...taken, ...read])];
}

/** The same of what nothing names, a function and those around it: it takes an event, answers with a status, and nothing else calls it. */
function answersFromOutside(reaches: Reaches, functions: readonly FunctionAt[], name: string): boolean {
  return functions.some(
    (one) =>
      takesAnEvent(one) && answersWithStatus(reaches.of(one)) && !isMentioned(reaches.program, one, name),
  );
}

/** Whether it is given requests: it reads their parts, is typed for them, or answers with a status. */
function answersRequests(reach: Reach, { module, function: number }: FunctionAt): boolean {
  const { parameters } = module.functions[number]!;
  if (answersWithStatus(reach)) return true;
  return (
    !authorizes(reach) &&
    (TYPED_FOR_REQUESTS.test(parameters[0]?.type ?? '') ||
      reach.reads.some(({ read }) => HTTP_READS.test(read.path ?? '')))
  );
}

function answersWithStatus({ returns }: Reach): boolean {
  return returns.some(({ value, depth }) => depth <= 1 && statusIn(value) !== undefined);
}

/** Whether all that it answers says whether a call may pass, and it answers nothing with a status. */
function authorizes({ returns }: Reach): boolean {
  return (
    returns.some(({ value, depth }) => depth <= 1 && isOfAuthorizer(value)) &&
    !returns.some(({ value }) => statusIn(value) !== undefined)
  );
}

/** Source: API Gateway, "Output from an API Gateway Lambda authorizer", and the simple response of HTTP APIs. */
function isOfAuthorizer(value: Expression | undefined): boolean {
  if (value?.kind !== 'object' || value.open) return false;
  const names = value.members.map(({ name }) => name);
  return (
    names.some((name) => name === 'policyDocument' || name === 'isAuthorized') &&
    names.every((name) => OF_AUTHORIZERS.test(name))
  );
}

const OF_AUTHORIZERS = /^(?:isAuthorized|principalId|policyDocument|context|usageIdentifierKey)$/;

/** The status that an answer of Lambda has. */
export function statusIn(value: Expression | undefined): Expression | undefined {
  return value?.kind === 'object'
    ? value.members.find(({ name }) => name === 'statusCode')?.value
    : undefined;
}

/** Tables by key (`'GET /cards': cards`) and branches by method and path. */
function routesTold(
  reaches: Reaches,
  start: FunctionAt,
  isAlone: boolean,
): Pick<HttpHandler, 'routes' | 'rest' | 'leftOver'> {
  // Of several functions in a file those have a table that look into it.
  const isOwn = (table: string | undefined) =>
    isAlone || (table !== undefined && says(reaches, start, table));
  const tables = tablesOf(reaches, start, isOwn);
  const told = tables.length > 0 ? { routes: tables.flatMap(({ routes }) => routes) } : inBranches(start);
  if (told.routes.length === 0) return told;
  const rest = 'rest' in told ? told.rest : undefined;
  const open = tables.flatMap((one) => one.open ?? [])[0];
  const names = (those: typeof tables) => new Set(those.map(({ name }) => name));
  const nested = names(tables.filter(({ isNested }) => isNested));
  const left = leftOver(reaches, start, { tables: names(tables), nested, rest });
  return { ...told, leftOver: open === undefined ? left : { ...left, open } };
}

/** Whether a function, or one that it calls, says a name. */
function says(reaches: Reaches, start: FunctionAt, name: string): boolean {
  return [start, ...reaches.of(start).functions].some(({ module, function: number }) => {
    const own = new Set([number, ...reaches.inside(module, number)]);
    return placedPartsIn(module).some(
      ({ value, within }) => own.has(within) && value.kind === 'name' && value.name === name,
    );
  });
}

/** `if (event.httpMethod === 'GET' && event.path === '/cards')`, `case 'GET /cards'`. */
function inBranches(start: FunctionAt): Pick<HttpHandler, 'routes' | 'rest'> {
  const { module } = start;
  const whole = module.functions[start.function]!;
  const telling = module.branches.flatMap((branch) => {
    const said = toldBy(branch.test);
    if (said.method === undefined && said.path === undefined) return [];
    const around = branchesAround(module, branch.at, whole)
      .filter((one) => one !== branch && isIn(branch.at, one.then))
      .map((one) => toldBy(one.test));
    const method = said.method ?? around.find((one) => one.method !== undefined)?.method;
    const path = said.path ?? around.find((one) => one.path !== undefined)?.path;
    return [{ branch, asked: { method, path }, asksMore: asksMore(branch.test) }];
  });
  // What only tells methods apart holds branches for paths, or is for the one path that leads here.
  const answering = telling.filter(({ asked }) => asked.path !== undefined);
  const own = answering.filter((one) => {
    const { method, path } = one.asked;
    const same = answering.filter(({ asked }) => asked.path!.value === path!.value);
    // A branch by path that holds branches by method is not a route of its own.
    if (method === undefined)
      return !same.some(({ asked, asksMore: more }) => asked.method !== undefined || (one.asksMore && !more));
    // Nor is what is done first for some who ask for it: `if (path === '/cards' && !token) return refused`.
    return (
      !one.asksMore ||
      !same.some(({ asked, asksMore: more }) => asked.method?.value === method.value && !more)
    );
  });
  const plain = telling.flatMap((one) => (one.asksMore ? [] : [one.branch]));
  const routes = own.map(({ branch, asked }): FoundRoute => {
    const others = telling.filter((one) => excludes(asked, one.asked) && !isIn(branch.at, one.branch.then));
    const part = new RoutePart(
      module,
      branch,
      others.map((one) => one.branch),
      plain,
    );
    return {
      framework: 'lambda',
      method: asked.method?.value ?? 'ANY',
      path: asked.path!.value,
      module,
      at: branch.at,
      handlers: [{ ...start, part }],
      handlerName: undefined,
      guards: [],
      guardsOpen: undefined,
      options: [],
    };
  });
  if (routes.length === 0) return { routes };
  const preflights = telling.filter(
    ({ asked, asksMore: more }) => asked.method?.value === 'OPTIONS' && !more,
  );
  const rest = new RoutePart(
    module,
    undefined,
    [...own, ...preflights].map(({ branch }) => branch),
    plain,
  );
  return { routes, rest };
}

/** A method or path, and the name of what is compared with it. */
interface Said {
  readonly value: string;
  readonly of: string;
}

interface Asked {
  readonly method?: Said | undefined;
  readonly path?: Said | undefined;
}

/** Whether whoever asks for the one does not ask for the other: the same is compared with something else. */
function excludes(one: Asked, other: Asked): boolean {
  const differ = (a: Said | undefined, b: Said | undefined) =>
    a !== undefined && b !== undefined && a.of === b.of && a.value !== b.value;
  return differ(one.method, other.method) || differ(one.path, other.path);
}

/** Whether a test asks for more than a method and a path. */
function asksMore(test: Expression): boolean {
  return test.kind === 'both' ? test.of.some(asksMore) : Object.keys(toldBy(test)).length === 0;
}

function toldBy(test: Expression): Asked {
  if (test.kind === 'both') return Object.assign({}, ...test.of.map(toldBy));
  if (test.kind !== 'compare' || test.operator !== '==') return {};
  const [subject, literal] =
    test.right.kind === 'literal' ? [test.left, test.right] : [test.right, test.left];
  if (literal.kind !== 'literal' || typeof literal.value !== 'string') return {};
  const of = subject.kind === 'name' || subject.kind === 'member' ? subject.name : '';
  const key = KEY.exec(literal.value);
  if (key !== null) return { method: { value: key[1]!, of }, path: { value: key[2]!, of } };
  if (VERB.test(literal.value) && /method|verb/i.test(of)) return { method: { value: literal.value, of } };
  return literal.value.startsWith('/') && /path|resource|route|url/i.test(of)
    ? { path: { value: literal.value, of } }
    : {};
}
