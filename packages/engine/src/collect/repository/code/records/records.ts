import { inCode } from '../../../../model/origin.ts';
import { unknown } from '../../../../model/value.ts';
import { fact, openList, placeIn, type RepositoryFact, written } from '../../fact.ts';
import type { FunctionAt, Reaches } from '../behaviour/reach.ts';
import { lastName } from '../behaviour/reach.ts';
import type { FieldResolver, HttpHandler } from '../routes/lambda.ts';
import type { FoundRoute, GuardUse } from '../routes/route.ts';
import { writtenAs } from '../routes/texts.ts';
import type { Parameter } from '../syntax/source-module.ts';
import { givenByFastApi, runDependency } from './fastapi.ts';
import { Run } from './run.ts';
import type { Sinks } from './sinks.ts';
import { type Closure, NOTHING, namesCaller, OPEN, type Origins, WAY } from './ways.ts';

/** Which records routes and handlers name by what a caller writes, and whether who is calling has a part in it. */
export class Records {
  readonly #reaches: Reaches;
  /** What the functions of a table are given, by the handler that looks them up. */
  readonly #dispatched = new Map<string, readonly Origins[] | undefined>();

  constructor(reaches: Reaches) {
    this.#reaches = reaches;
  }

  /** Those behind a route; nothing where its path has no part that names one. `seen` is the fact of the route. */
  behindRoute(route: FoundRoute, seen: RepositoryFact): readonly RepositoryFact[] {
    const { path, module, at, method } = route;
    const sinks = this.#runRoute(route);
    if (path !== undefined && !NAMES_ONE.test(path) && (sinks === undefined || sinks.found.uses.length === 0))
      return [];
    return [
      this.#fact(sinks, seen, {
        address: `records behind ${seen.address}`,
        properties: { method, of: path, path: seen.properties.members.get('path') },
        at: placeIn(module.file, at.line, at.column),
        file: route.handlers.at(-1)?.module.file ?? module.file,
      }),
    ];
  }

  /** Those behind a handler that tells no routes apart, and behind what is none of them. */
  behindHandler(handler: HttpHandler, seen: RepositoryFact): readonly RepositoryFact[] {
    if (handler.routes.some(({ before }) => before !== undefined)) return [];
    const run = new Run(this.#reaches.program, { part: handler.rest });
    run.activate(closureOf(handler), GIVEN_BY_LAMBDA);
    if (run.sinks.found.uses.length === 0) return [];
    return [
      this.#fact(run.sinks, seen, {
        address: `records behind ${handler.name}`,
        properties: { handler: handler.name, of: this.#namedBy(handler) },
        at: placeIn(handler.module.file, handler.at.line, handler.at.column),
        file: handler.module.file,
      }),
    ];
  }

  /** Those behind a function that answers a field of GraphQL. */
  behindResolver(resolver: FieldResolver): readonly RepositoryFact[] {
    const run = new Run(this.#reaches.program);
    // Arguments name a record as the parts of a path do.
    const members = new Map([['arguments', { ways: WAY.path }]]);
    run.activate(closureOf(resolver), [{ ways: WAY.request, members }, NOTHING]);
    if (run.sinks.found.uses.length === 0) return [];
    const { module, name, at, asks } = resolver;
    return [
      this.#fact(run.sinks, undefined, {
        address: `records behind ${name}`,
        properties: { handler: name, of: asks.join(' '), byArgument: true },
        at: placeIn(module.file, at.line, at.column),
        file: module.file,
      }),
    ];
  }

  #fact(
    sinks: Sinks | undefined,
    seen: RepositoryFact | undefined,
    { address, properties, at, file }: Described,
  ): RepositoryFact {
    const { uses, open } = sinks?.found ?? { uses: [], open: undefined };
    const items = uses.map(({ naming, from, owner, module, at: place }) => {
      const where = placeIn(module.file, place.line, place.column);
      return written(
        {
          what: naming.what,
          writes: naming.writes,
          from,
          ofCaller:
            owner === 'open'
              ? unknown(
                  'unresolved-expression',
                  sinks?.doubt ?? `telling whose records ${module.file}:${place.line} asks for`,
                  inCode(where),
                )
              : owner === 'yes',
        },
        where,
      );
    });
    const why = sinks === undefined ? `finding what answers ${seen?.address ?? address}` : open?.why;
    return fact({
      type: 'Repository::RecordAccess',
      address,
      at,
      properties: {
        ...properties,
        file,
        guards: seen?.properties.members.get('guards'),
        uses:
          why === undefined || items.length > 0
            ? items
            : openList(items, unknown('unresolved-expression', why, inCode(at))),
      },
    });
  }

  #runRoute(route: FoundRoute): Sinks | undefined {
    const part = route.handlers.at(-1)?.part;
    const run = new Run(this.#reaches.program, { partsOfPath: partsInQuery(route), part });
    const start = route.before?.[0];
    if (start !== undefined) {
      const given = this.#givenBy(start);
      const { answer } = route;
      if (given === undefined || answer === undefined) return undefined;
      // A wrapper is run first: what it gives is what answers.
      const around = {
        module: answer.module,
        function: -1,
        given: [],
        around: undefined,
        depth: 0,
        isHeeded: true,
        results: new Map(),
      };
      const functions = run.of(answer.value, answer.module, around).functions ?? [];
      if (functions.length === 0) return undefined;
      for (const one of functions) run.activate(one, given);
      return run.sinks;
    }
    const handler = route.handlers.at(-1);
    if (handler === undefined) return undefined;
    for (const guard of route.guards)
      if (this.#mayAsk(guard))
        run.sinks.doubtBy(
          `reading what ${guard.name ?? writtenAs(guard.module, guard.value)} allows`,
          guard.module,
          guard.value.at,
        );
    if (route.framework === 'fastapi')
      for (const { module, value } of route.guards) runDependency(run, module, value, route.path ?? '');
    run.activate(closureOf(handler), givenTo(handler, route, run));
    return run.sinks;
  }

  /** `productId`: what a handler calls the parts of its path; its own name where they are called `id`. */
  #namedBy(handler: HttpHandler): string {
    const names = this.#reaches
      .of(handler)
      .reads.flatMap(({ read }) => PART_OF_PATH.exec(read.path ?? '')?.[1] ?? []);
    const telling = names.filter((name) => !/^(id|key|name|slug|uuid)$/i.test(name));
    return telling.length > 0 ? [...new Set(telling)].join(' ') : handler.name;
  }

  /** Whether what stands before a handler looks at more than who is calling. */
  #mayAsk({ module, value, within, name }: GuardUse): boolean {
    const { program } = this.#reaches;
    const brought = program.nameOf(program.resolve(module, value, within)) ?? '';
    if (LETS_ALL_IN.test(brought)) return false;
    const said =
      value.kind === 'call'
        ? module.calls[value.call]!.arguments.map((one) => writtenAs(module, one.value))
        : [];
    if ([name ?? '', writtenAs(module, value), ...said].some((one) => OF_RIGHTS.test(one))) return true;
    const meaning = program.resolve(module, value, within);
    const made = meaning.kind === 'made' ? meaning.module.calls[meaning.call]! : undefined;
    // `allowed('users:write')`: a package that only proves who is calling is known by its name.
    if (made?.arguments.some((one) => one.value.kind === 'literal' || one.value.kind === 'list'))
      if (!/(^|\.)authenticate\(\)$/.test(program.nameOf(meaning) ?? '')) return true;
    const callee =
      made === undefined
        ? meaning
        : program.resolve((meaning as { module: FunctionAt['module'] }).module, made.callee, made.within);
    return program
      .functionsOf(callee)
      .functions.some((one) =>
        this.#reaches.of(one).reads.some(({ read }) => LOOKS_AT_RECORDS.test(read.path ?? '')),
      );
  }

  #givenBy(start: FunctionAt): readonly Origins[] | undefined {
    const key = `${start.module.file}#${start.function}`;
    if (this.#dispatched.has(key)) return this.#dispatched.get(key);
    const run = new Run(this.#reaches.program);
    run.activate(closureOf(start), GIVEN_BY_LAMBDA);
    const given = run.dispatched[0];
    this.#dispatched.set(key, given);
    return given;
  }
}

interface Described {
  readonly address: string;
  readonly properties: {
    readonly [name: string]:
      | RepositoryFact['properties']
      | string
      | boolean
      | undefined
      | ReturnType<RepositoryFact['properties']['members']['get']>;
  };
  readonly at: ReturnType<typeof placeIn>;
  readonly file: string;
}

const PART_OF_PATH = /(?:^|\.)(?:pathParameters|path_parameters|params)\.(\w+)$/;
/** What writes a log, sets headers, reads a body or a cookie, or counts: none of them asks whose a record is. */
const LETS_ALL_IN =
  /^(morgan|cors|helmet|compression|cookie-parser|body-parser|express-rate-limit|response-time|serve-static|multer|pino-http|express-winston|method-override|connect-timeout|express\.(default\.)?(json|urlencoded|static|raw|text))(\.|\(|$)/;
/** Guards by whose names people say that they ask what somebody may do. */
const OF_RIGHTS =
  /role|admin|super|owner|permi|staff|polic|scope|\bcan\b|access|right|allow|grant|member|acl/i;
const LOOKS_AT_RECORDS =
  /(^|\.)(params|query|body|pathParameters|path_params|view_args)(\.|$)|role|permission|scope|rights|groups|admin/i;

/** The event and the context. */
const GIVEN_BY_LAMBDA: readonly Origins[] = [{ ways: WAY.request }, NOTHING];

/** A part of a path that stands for one of many. */
const NAMES_ONE = /[:{<[][\w$]/;

/** Routes of `pages/api` find the parts of their path in the query. */
function partsInQuery({ framework, path = '' }: FoundRoute): ReadonlySet<string> {
  return new Set(framework === 'next' ? [...path.matchAll(/[:*](\w+)/g)].map(([, name]) => name!) : []);
}

function closureOf({ module, function: number }: FunctionAt): Closure {
  return { module, function: number, around: undefined };
}

/** What a framework hands to the function that answers a route. */
function givenTo(
  { module, function: number }: FunctionAt,
  { framework, path }: FoundRoute,
  run: Run,
): readonly Origins[] {
  const { parameters } = module.functions[number]!;
  if (framework === 'lambda') return GIVEN_BY_LAMBDA;
  if (framework === 'nestjs') return parameters.map((one) => decorated(run, one, module));
  if (framework === 'fastapi') return givenByFastApi(run, { module, function: number }, path ?? '');
  if (module.language === 'python') return parameters.map((one) => byName(run, one, path));
  const [first, second, ...rest] = parameters;
  if (first === undefined) return [];
  const request: Origins = { ways: WAY.request };
  // `(request, { params })` of Next.js.
  return [request, ...(second === undefined ? [] : [request]), ...rest.map(() => NOTHING)];
}

function decorated(run: Run, { decorators }: Parameter, module: FunctionAt['module']): Origins {
  for (const one of decorators) {
    const call = one.kind === 'call' ? module.calls[one.call]! : undefined;
    const name = lastName(call?.callee ?? one) ?? '';
    const said = call?.arguments[0]?.value;
    const part = (ways: number) => ({
      ways: said?.kind === 'literal' ? run.names.part(ways, String(said.value)) : ways,
    });
    if (name === 'Param') return part(WAY.path);
    if (name === 'Query') return part(WAY.query);
    if (name === 'Body') return part(WAY.body);
    if (name === 'UploadedFile') return { ways: WAY.body };
    if (/^(Req|Request)$/.test(name)) return { ways: WAY.request };
    if (/^(Res|Response|Next|HostParam|Ip)$/.test(name)) return NOTHING;
    if (/user|auth|session|tenant|account|principal|claims|token|jwt/i.test(name))
      return { ways: WAY.caller };
  }
  return OPEN;
}

/** Flask and the like: the parts of the path by name; what a decorator puts in besides is told by its name. */
function byName(run: Run, { name }: Parameter, path: string | undefined): Origins {
  if (name === undefined) return OPEN;
  if (name === 'self' || name === 'cls') return NOTHING;
  if (path !== undefined && new RegExp(`[<{:][^>}]*\\b${name}\\b`).test(path))
    return { ways: run.names.part(WAY.path, name) };
  if (namesCaller(name)) return { ways: WAY.caller };
  return name === 'request' || name === 'event' ? { ways: WAY.request } : OPEN;
}
