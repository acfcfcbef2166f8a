import { rowOf } from '../../../../knowledge/row-of.ts';
import { inCode } from '../../../../model/origin.ts';
import { unknown } from '../../../../model/value.ts';
import { fact, openList, type Plain, placeIn, type RepositoryFact, written } from '../../fact.ts';
import { expressionsOf, partsOf } from '../../joins/expressions.ts';
import { sdkCalls } from '../../joins/sdk-calls.ts';
import type { CallAt, FunctionAt, Reach, Reaches } from '../behaviour/reach.ts';
import type { HttpHandler } from '../routes/lambda.ts';
import type { FoundRoute } from '../routes/route.ts';
import { type Expression, type Place, type SourceModule, TOP } from '../syntax/source-module.ts';

/** An address, or a file, of health. */
const PATH =
  /(^|\/)(health|healthz|health-?check|ready|readyz|readiness|live|livez|liveness|ping|heartbeat)\/?$/i;
const STATUS = /^(\/api)?(\/v\d+)?\/status\/?$/i;
const FILE = /(^|\/)health(-?check)?([/.][^/]*)?\.\w+$|(^|\/)health(-?check)?\/[^/]+\.\w+$/i;

interface Endpoint {
  readonly address: string;
  readonly module: SourceModule;
  readonly at: Place;
  readonly functions: readonly FunctionAt[];
  /** What calls it and makes the answer. */
  readonly around: readonly FunctionAt[];
}

/** Endpoints that say how the application is: what they ask before they answer, and what they tell. */
export function healthEndpoints(
  reaches: Reaches,
  routes: readonly FoundRoute[],
  handlers: readonly HttpHandler[],
): readonly RepositoryFact[] {
  const found = [...ofRoutes(routes), ...ofHandlers(handlers), ...ofComparisons(reaches, routes)];
  const seen = new Set<string>();
  return found.flatMap((endpoint) => {
    const key = `${endpoint.module.file}:${endpoint.at.line}:${endpoint.at.column}`;
    if (seen.has(key)) return [];
    seen.add(key);
    return [factOf(endpoint, reaches)];
  });
}

function ofRoutes(routes: readonly FoundRoute[]): readonly Endpoint[] {
  return routes.flatMap(({ method, path, module, at, handlers, before }) =>
    path !== undefined && (PATH.test(path) || STATUS.test(path)) && /^(GET|ANY)$/.test(method)
      ? [{ address: `${method} ${path}`, module, at, functions: handlers, around: before ?? [] }]
      : [],
  );
}

/** Functions of Lambda that answer all that comes to them, in a file that is called so. */
function ofHandlers(handlers: readonly HttpHandler[]): readonly Endpoint[] {
  return handlers.flatMap((handler) =>
    handler.routes.length === 0 && FILE.test(handler.module.file)
      ? [{ address: handler.name, module: handler.module, at: handler.at, functions: [handler], around: [] }]
      : [],
  );
}

/** `if (request.url !== '/health') …` in a server without a framework. */
function ofComparisons(reaches: Reaches, routes: readonly FoundRoute[]): readonly Endpoint[] {
  const told = new Set(routes.map(({ module }) => module));
  return [...reaches.program.modules.values()].flatMap((module) => {
    if (told.has(module)) return [];
    return module.branches.flatMap(({ test, within, at }): Endpoint[] => {
      const compared = [...partsOf(test, module)].find((part) => part.kind === 'compare');
      if (compared?.kind !== 'compare' || within === TOP) return [];
      const [literal, other] =
        compared.right.kind === 'literal' ? [compared.right, compared.left] : [compared.left, compared.right];
      if (literal.kind !== 'literal' || typeof literal.value !== 'string' || !literal.value.startsWith('/'))
        return [];
      const name = other.kind === 'member' || other.kind === 'name' ? other.name : '';
      if (!/^(url|path|pathname|rawPath|raw_path|originalUrl)$/.test(name) || !PATH.test(literal.value))
        return [];
      return [
        {
          address: `GET ${literal.value}`,
          module,
          at,
          functions: [{ module, function: within }],
          around: [],
        },
      ];
    });
  });
}

/** Methods of texts, lists and times, and of what answers: they ask nobody. */
const OF_THE_LANGUAGE =
  /^(values|items|keys|entries|get|map|filter|forEach|reduce|every|some|find|join|split|push|append|extend|update|format|toISOString|getTime|now|json|send|end|write|writeHead|status|code|type|header|headers|set|log|info|error|warn|warning|debug|exception|round|encode|decode|strip|lower|upper|isoformat|timestamp|total_seconds|toFixed|toString|catch|then|finally|all|allSettled|race)$/;

function factOf(endpoint: Endpoint, reaches: Reaches): RepositoryFact {
  const { module, at, functions } = endpoint;
  const place = placeIn(module.file, at.line, at.column);
  const reach = functions.map((one) => reaches.of(one));
  const handler = functions.at(-1);
  const why =
    functions.length === 0
      ? `finding what answers ${endpoint.address}`
      : reach.flatMap(({ open }) =>
          open.flatMap(({ name }) => (OF_THE_LANGUAGE.test(name) ? [] : [`what ${name || 'it'} does`])),
        )[0];
  const more = why === undefined ? undefined : unknown('unresolved-expression', why, inCode(place));
  const asks = asksOf(reaches, reach);
  const names = tellsOf(reaches, reach);
  const fails = failsIn(reaches, reach, endpoint.around);
  const list = (items: readonly Plain[]): Plain => (more === undefined ? items : openList(items, more));
  return fact({
    type: 'Repository::HealthEndpoint',
    address: endpoint.address,
    at: place,
    properties: {
      file: handler?.module.file ?? module.file,
      asks: list(
        asks.map(({ what, file, at: seen }) => {
          const where = placeIn(file, seen.line, seen.column);
          return written(
            what ?? unknown('unresolved-expression', 'what is asked there', inCode(where)),
            where,
          );
        }),
      ),
      tells: list(names),
      fails: fails || more === undefined ? fails : more,
    },
  });
}

interface Asked {
  readonly what: string | undefined;
  readonly file: string;
  readonly at: Place;
}

/** What the services of AWS, and clients of others, are for the application. */
const SERVICES: Readonly<Record<string, string>> = {
  dynamodb: 'database',
  'rds-data': 'database',
  rds: 'database',
  s3: 'storage',
  elasticache: 'cache',
  'cognito-idp': 'auth',
  sqs: 'queue',
  sns: 'queue',
  events: 'queue',
};
const PACKAGES: readonly (readonly [path: RegExp, what: string | undefined])[] = [
  [
    /^(pg|mysql2?|mysql2\/promise|psycopg2?|asyncpg|pymysql|sqlite3|better-sqlite3|mongodb|mongoose|knex|sequelize|typeorm|kysely|drizzle-orm|@prisma\/client|sqlalchemy|sqlmodel|motor|pymongo)\b/,
    'database',
  ],
  [/^(redis|ioredis|@redis\/client|memcached|aioredis)\b/, 'cache'],
  [
    /^(@nestjs\/terminus|@godaddy\/terminus|express-healthcheck|fastapi_health|flask_healthz|healthcheck|py_healthcheck)\b/,
    undefined,
  ],
];
/** Calls that ask a database or cache, whatever they are called on. */
const ASKS =
  /^(query|execute|exec|raw|\$queryRaw|\$queryRawUnsafe|ping|pingCheck|authenticate|scalar|command|fetch_one|fetchval|fetchrow|isHealthy|is_healthy|health_?check)$/;
const SAYS_ONE = /^\s*select\s+(1|now\(\))/i;

function asksOf(reaches: Reaches, reach: readonly Reach[]): readonly Asked[] {
  const found: Asked[] = [];
  for (const { functions, calls } of reach) {
    const inside = new Map<SourceModule, Set<number>>();
    for (const one of functions) {
      const numbers = inside.get(one.module) ?? new Set();
      inside.set(one.module, numbers);
      for (const number of reaches.inside(one.module, one.function)) numbers.add(number);
    }
    const reached = {
      modules: [...inside.keys()],
      packages: new Set<string>(),
      reaches: (module: SourceModule, within: number) => inside.get(module)?.has(within) === true,
      open: [],
    };
    if (reached.modules.length > 0)
      for (const { service, runs, file, at } of sdkCalls(reaches.program, reached).calls)
        if (runs) found.push({ what: rowOf(SERVICES, service) ?? service, file, at });
    for (const call of calls) {
      const what = askedBy(call);
      if (what !== undefined) found.push({ what: what.what, file: call.module.file, at: call.call.at });
    }
  }
  return found;
}

function askedBy({ call, name, meaning }: CallAt): { readonly what: string | undefined } | undefined {
  if (call.isNew) return undefined;
  const [given] = call.arguments;
  if (
    given?.value.kind === 'literal' &&
    typeof given.value.value === 'string' &&
    SAYS_ONE.test(given.value.value)
  )
    return { what: 'database' };
  const known = PACKAGES.find(([path]) => path.test(name));
  const last = call.callee.kind === 'member' ? call.callee.name : '';
  if (known !== undefined)
    return ASKS.test(last) || known[1] === undefined || /^(connect|get|set|find\w*)$/.test(last)
      ? { what: known[1] }
      : undefined;
  if (/^((globalThis\.)?fetch$|axios\b|requests\.(get|head|post)|httpx\.)/.test(name))
    return { what: 'service' };
  // On something that is handed in, nobody can tell what it asks.
  const isOpen = meaning.kind === 'parameter' || meaning.kind === 'open' || meaning.kind === 'made';
  return isOpen && ASKS.test(last) ? { what: undefined } : undefined;
}

const TELLS: readonly (readonly [what: string, name: RegExp])[] = [
  ['state', /^(status|state|healthy|health|ok|result)$/i],
  ['version', /version|commit|revision|release|git_?sha|build/i],
  ['time', /^(time|timestamp|at|now|date|checked_?at|ts|server_?time|current_?time)$/i],
  ['latency', /latency|duration|elapsed|response_?time|took|millis|^(ms|rtt)$|_ms$|Ms$/i],
];

/** What an answer names, by the members that are put together on the way to it. */
function tellsOf(reaches: Reaches, reach: readonly Reach[]): readonly string[] {
  const names = new Set<string>();
  for (const { functions } of reach)
    for (const { module, function: number } of functions) {
      const inside = new Set(reaches.inside(module, number));
      for (const { value, within } of expressionsOf(module))
        if (inside.has(within))
          for (const part of partsOf(value, module))
            if (part.kind === 'object') for (const { name } of part.members) names.add(name);
    }
  return TELLS.flatMap(([what, name]) => ([...names].some((one) => name.test(one)) ? [what] : []));
}

/** Whether it can say that something is wrong: by a status of 500 and more, or by letting an error through. */
function failsIn(reaches: Reaches, reach: readonly Reach[], around: readonly FunctionAt[]): boolean {
  const functions = [...reach.flatMap((one) => one.functions), ...around];
  const says = functions.some(({ module, function: number }) => {
    const inside = new Set(reaches.inside(module, number));
    for (const { value, within } of expressionsOf(module))
      if (inside.has(within)) for (const part of partsOf(value, module)) if (isFailure(part)) return true;
    return false;
  });
  if (says) return true;
  const asks = asksOf(reaches, reach).length > 0;
  const catches = reach.some(({ functions: own }) =>
    own.some(({ module, function: number }) => {
      const inside = new Set(reaches.inside(module, number));
      return module.catches.some(({ within }) => inside.has(within));
    }),
  );
  const handles = reach.some(({ calls }) => calls.some(({ name }) => /(^|\.)(catch|allSettled)$/.test(name)));
  return asks && !catches && !handles;
}

function isFailure(part: Expression): boolean {
  if (part.kind === 'literal')
    return typeof part.value === 'number' && part.value >= 500 && part.value <= 599;
  return (
    (part.kind === 'member' || part.kind === 'name') &&
    /^(HTTP_5\d\d_\w+|SERVICE_UNAVAILABLE|INTERNAL_SERVER_ERROR|ServiceUnavailable(Exception)?)$/.test(
      part.name,
    )
  );
}
