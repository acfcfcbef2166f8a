import { branchesAround, type FunctionAt, type Reach, type Reaches } from '../behaviour/reach.ts';
import { RoutePart } from '../behaviour/route-part.ts';
import { type Expression, isIn, type Place, type SourceModule, TOP } from '../syntax/source-module.ts';
import { goesOnAfter } from './goes-on.ts';
import type { FoundRoute } from './route.ts';
import { handlersIn } from './walk.ts';

/** A function that Lambda calls with requests of API Gateway, a load balancer or a function URL. */
export interface HttpHandler extends FunctionAt {
  /** `src/app.handler`. */
  readonly name: string;
  readonly at: Place;
  /** The routes that it tells apart itself. */
  readonly routes: readonly FoundRoute[];
  /** Where it does so by branches: what runs for none of them. */
  readonly rest?: RoutePart;
}

const HTTP_READS =
  /\.(httpMethod|pathParameters|queryStringParameters|multiValueQueryStringParameters|routeKey|rawPath|rawQueryString|requestContext|isBase64Encoded)\b|^(event|evt)\.(headers|body|path|resource)\b/;
const KEY = /^(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS|ANY) (\/\S*)$/;
const VERB = /^(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)$/;

/** Functions of Lambda that answer requests, with the routes that their own code tells apart. */
export function httpHandlers(reaches: Reaches): readonly HttpHandler[] {
  const { program } = reaches;
  return [...program.modules.values()].flatMap((module) =>
    handlersOf(module).flatMap(({ name, value, at }): HttpHandler[] => {
      const functions = handlersIn(program, { module, value, within: TOP });
      return functions.slice(0, 1).flatMap((found) => {
        if (!answersRequests(reaches.of(found), found)) return [];
        const own = `${module.file.replace(/\.\w+$/, '')}.${name}`;
        return [{ ...found, name: own, at, ...routesTold(reaches, found) }];
      });
    }),
  );
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
    handlersOf(module).flatMap(({ name, value, at }): FieldResolver[] => {
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

function handlersOf(module: SourceModule): readonly { name: string; value: Expression; at: Place }[] {
  const fits = (name: string) => /handler$/i.test(name) && !/^[A-Z]/.test(name);
  if (module.language === 'python')
    return module.functions.flatMap((made, number) =>
      made.within === TOP &&
      made.class === undefined &&
      made.name !== undefined &&
      made.parameters.length === 2 &&
      fits(made.name)
        ? [
            {
              name: made.name,
              value: { kind: 'function' as const, function: number, at: made.at },
              at: made.at,
            },
          ]
        : [],
    );
  return module.exports.flatMap(({ name, value, at }) =>
    fits(name) && value !== undefined ? [{ name, value, at }] : [],
  );
}

/** Whether it is given requests: it reads their parts, is typed for them, or answers with a status. */
function answersRequests(reach: Reach, { module, function: number }: FunctionAt): boolean {
  const { parameters } = module.functions[number]!;
  if (/APIGateway|ALBEvent|LambdaFunctionURL/i.test(parameters[0]?.type ?? '')) return true;
  return (
    reach.returns.some(({ value, depth }) => depth <= 1 && statusIn(value) !== undefined) ||
    reach.reads.some(({ read }) => HTTP_READS.test(read.path ?? ''))
  );
}

/** The status that an answer of Lambda has. */
export function statusIn(value: Expression | undefined): Expression | undefined {
  return value?.kind === 'object'
    ? value.members.find(({ name }) => name === 'statusCode')?.value
    : undefined;
}

/** Tables by key (`'GET /cards': cards`) and branches by method and path. */
function routesTold(reaches: Reaches, start: FunctionAt): Pick<HttpHandler, 'routes' | 'rest'> {
  const files = new Set([start.module, ...reaches.of(start).functions.map(({ module }) => module)]);
  const tables = [...files].flatMap((module) => inTables(reaches, module, start));
  return tables.length > 0 ? { routes: tables } : inBranches(start);
}

function inTables(reaches: Reaches, module: SourceModule, start: FunctionAt): readonly FoundRoute[] {
  return module.bindings.flatMap(({ target, value, within }): FoundRoute[] => {
    if (value.kind !== 'object') return [];
    const keys = value.members.map((member) => ({ member, key: KEY.exec(member.name) }));
    if (keys.length === 0 || keys.some(({ key }) => key === null)) return [];
    const table = target.kind === 'name' || target.kind === 'member' ? target.name : undefined;
    const amongOthers =
      table !== undefined && [start, ...reaches.of(start).functions].some((one) => goesOnAfter(table, one));
    return keys.map(({ member, key }) => ({
      framework: 'lambda',
      method: key![1]!,
      path: key![2]!,
      module,
      at: member.at,
      handlers: handlersIn(reaches.program, { module, value: member.value, within }),
      answer: { module, value: member.value, within },
      handlerName: undefined,
      before: [start],
      guards: [],
      guardsOpen: undefined,
      options: [],
      amongOthers,
    }));
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
