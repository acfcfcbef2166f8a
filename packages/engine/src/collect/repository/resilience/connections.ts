import { inCode } from '../../../model/origin.ts';
import { unknown } from '../../../model/value.ts';
import { type Callers, lastOf } from '../changes/origins.ts';
import type { Program } from '../code/names/program.ts';
import {
  type Binding,
  type Call,
  type Expression,
  isBefore,
  type SourceModule,
  TOP,
} from '../code/syntax/source-module.ts';
import { fact, type Plain, type RepositoryFact } from '../fact.ts';
import { partsOf } from '../joins/expressions.ts';
import { callsTold } from '../joins/told-calls.ts';
import { at } from '../practices/places.ts';
import { unreadIn } from '../practices/unread.ts';

/** What makes connections to servers of relational databases: a pool of them, or one. */
const MAKERS: readonly (readonly [path: RegExp, of: string, pool: boolean])[] = [
  [/^pg\.Pool$/, 'pg', true],
  [/^pg\.Client$/, 'pg', false],
  [/^mysql2(\/promise)?\.createPool$/, 'mysql2', true],
  [/^mysql2(\/promise)?\.createConnection$/, 'mysql2', false],
  [/^mysql\.createPool$/, 'mysql', true],
  [/^mysql\.createConnection$/, 'mysql', false],
  [/^mariadb\.createPool$/, 'mariadb', true],
  [/^mariadb\.createConnection$/, 'mariadb', false],
  [/^mssql\.(ConnectionPool|connect)$/, 'mssql', true],
  [/^postgres$/, 'postgres', true],
  [/^pg-promise\(\)$/, 'pg-promise', true],
  [/^knex(\.knex)?$/, 'knex', true],
  [/^sequelize(-typescript)?(\.Sequelize)?$/, 'sequelize', true],
  [/^typeorm\.DataSource$/, 'typeorm', true],
  [/^@prisma\/client\.PrismaClient$/, 'prisma', true],
  [/^slonik\.createPool$/, 'slonik', true],
  [/^serverless-mysql$/, 'serverless-mysql', true],
  [/^sqlalchemy(\.engine|\.ext\.asyncio)?\.create_(async_)?engine$/, 'sqlalchemy', true],
  [/^psycopg_pool\.(Async)?ConnectionPool$/, 'psycopg_pool', true],
  [/^psycopg2\.pool\.\w+$/, 'psycopg2', true],
  [/^psycopg2?\.(connect|(Async)?Connection\.connect)$/, 'psycopg', false],
  [/^asyncpg\.create_pool$/, 'asyncpg', true],
  [/^asyncpg\.connect$/, 'asyncpg', false],
  [/^aiomysql\.create_pool$/, 'aiomysql', true],
  [/^(pymysql|MySQLdb|mysql\.connector|pyodbc)\.connect$/, 'mysql', false],
];

/** Where the code makes connections to relational databases, and whether it keeps them. */
export function connections(
  program: Program,
  callers: Callers,
  module: SourceModule,
): readonly RepositoryFact[] {
  const found = new Map<string, { readonly kept: boolean | string; readonly fact: RepositoryFact }>();
  for (const {
    call,
    number,
    is: [, of, pool],
  } of callsTold(program, module, 'path', makerNamed)) {
    if (isOfFile(call)) continue;
    const address = `connections of ${of} in ${module.file}`;
    const kept = isKept(program, callers, module, number);
    // A pool beside connections for each call keeps none of those.
    const before = found.get(address);
    if (before !== undefined && worse(before.kept, kept) === before.kept) continue;
    const place = at(module, call.at);
    found.set(address, {
      kept,
      fact: fact({
        type: 'Repository::DatabaseConnection',
        address,
        at: place,
        properties: {
          path: module.file,
          of,
          pool: pool || undefined,
          kept:
            typeof kept === 'boolean'
              ? kept
              : (unknown('unresolved-expression', kept, inCode(place)) satisfies Plain),
        },
      }),
    });
  }
  return [...found.values()].map((one) => one.fact);
}

function makerNamed(path: string): (typeof MAKERS)[number] | undefined {
  return MAKERS.find(([pattern]) => pattern.test(path));
}

/** An engine for a file, not for a server. */
function isOfFile({ arguments: given }: Call): boolean {
  const [first] = given;
  return first?.value.kind === 'literal' && /^sqlite/.test(String(first.value.value));
}

const CACHED = /(^|\.)(lru_cache|cache|cached|once|memoize\w*|singleton|Injectable|cache_resource)$/;

/** `true`, `false`, or what would decide it. */
function isKept(program: Program, callers: Callers, module: SourceModule, number: number): boolean | string {
  const { within } = module.calls[number]!;
  if (within === TOP) return true;
  const put = putAway(module, number, within);
  return put === 'once' || isMadeOnce(program, callers, module, within, put !== undefined);
}

/**
 * Whether what a call gives is put where the next call of the function finds it: `once` where the function looks there first,
 * `anew` where whoever calls it may.
 */
function putAway(module: SourceModule, number: number, within: number): 'once' | 'anew' | undefined {
  const put = module.bindings.filter((own) => {
    const { target, value } = own;
    if (own.within !== within || !mentions(value, number)) return false;
    if (target.kind === 'name') return !isOfFunction(module, own) && isOfTheTop(module, target.name);
    if (target.kind !== 'member') return false;
    let of: Expression = target.of;
    while (of.kind === 'member') of = of.of;
    return of.kind === 'name' && (OF_THE_PROCESS.test(of.name) || isOfTheTop(module, of.name));
  });
  if (put.length === 0) return undefined;
  return put.some((own) => own.unlessThere === true || looksFirst(module, own)) ? 'once' : 'anew';
}

/** `const pool = new Pool()`: a name of the function. In Python it declares, or says `global`. */
function isOfFunction(module: SourceModule, { declares }: Binding): boolean {
  return declares && module.language === 'script';
}

/** `if (pool === undefined) pool = new Pool()`, `return pool ?? (pool = new Pool())`. */
function looksFirst(module: SourceModule, { target, value, within, at: place }: Binding): boolean {
  const name = lastOf(target);
  const asks = (one: Expression): boolean =>
    partsOf(one, module).some(
      (part) =>
        ((part.kind === 'name' || part.kind === 'member') && part.name === name) ||
        (part.kind === 'call' && asks(module.calls[part.call]!.callee)),
    );
  return (
    asks(value) ||
    module.branches.some(
      ({ test, within: at, at: asked }) => at === within && !isBefore(place, asked) && asks(test),
    ) ||
    module.returns.some(
      ({ value: given, within: at }) => at === within && given?.kind === 'choice' && asks(given),
    )
  );
}

/** What lives as long as the process, under its own name. */
const OF_THE_PROCESS = /^(globalThis|global|module|exports|cls|app|server|fastify)$/;

/** Whether a name is one of the file, and not of a function: a variable, a class. What is imported may be new for each request. */
function isOfTheTop(module: SourceModule, name: string): boolean {
  return (
    module.bindings.some(
      ({ within, target }) => within === TOP && target.kind === 'name' && target.name === name,
    ) || module.classes.some((own) => own.within === TOP && own.name === name)
  );
}

function mentions(value: Expression, number: number): boolean {
  if (value.kind === 'call') return value.call === number;
  return (value.kind === 'choice' || value.kind === 'both') && value.of.some((one) => mentions(one, number));
}

const OF_STARTS =
  /^(main|start(_?(up|app|server|api))?|bootstrap|init(iali[sz]e)?|(create|build|make)_?(app|server|api|context|container)|setup|server|lifespan|register(_?(routes|plugins|services|modules|providers|database|db))?|connect_?(to_?)?(db|database))$/i;
const BEGINS_A_START = /^(init|setup|configure)(_[a-z]|[A-Z])\w*$/;
/** `@router.get('/…')`: runs for each request. */
const ANSWERS = /^(get|post|put|patch|delete|route|api_route|websocket)$/;
const HOW_OFTEN = 'how often it is made';
const OF_CALLS = /handler$|^(get|post|put|patch|delete)$/i;

/** Whether a function runs once: only the top of a file, or what is known to start an application, leads to it. */
function isMadeOnce(
  program: Program,
  callers: Callers,
  module: SourceModule,
  within: number,
  isPut: boolean,
): boolean | string {
  const seen = new Set<string>();
  const open = [{ module, function: within, isPut }];
  let ends: boolean | string = true;
  for (let one = open.pop(); one !== undefined; one = open.pop()) {
    const own = one.module.functions[one.function]!;
    const key = `${one.module.file} ${one.function} ${one.isPut}`;
    const forEach = one.isPut ? HOW_OFTEN : false;
    if (seen.has(key)) continue;
    seen.add(key);
    if (seen.size > 40) return HOW_OFTEN;
    if (own.decorators.some((decorator) => CACHED.test(nameOf(one.module, decorator)))) continue;
    if (own.class !== undefined && /^(constructor|__init__)$/.test(own.name ?? '')) {
      ends = worse(ends, madeAtTop(program, one.module, own.class));
      continue;
    }
    if (own.decorators.some((decorator) => ANSWERS.test(nameOf(one.module, decorator)))) {
      ends = worse(ends, forEach);
      continue;
    }
    const asked = callers.of(one.module, one.function);
    for (const { module: caller, number, call } of asked) {
      if (call.within === TOP) continue;
      const put = putAway(caller, number, call.within);
      if (put !== 'once')
        open.push({ module: caller, function: call.within, isPut: one.isPut || put === 'anew' });
    }
    if (asked.length > 0) continue;
    if (own.name === undefined && own.within !== TOP) open.push({ ...one, function: own.within });
    else if (OF_CALLS.test(own.name ?? '') || takesEvent(one.module, one.function))
      ends = worse(ends, forEach);
    else if (!OF_STARTS.test(own.name ?? '') && !BEGINS_A_START.test(own.name ?? ''))
      ends = worse(ends, HOW_OFTEN);
  }
  return ends === true && unreadIn(program) !== undefined ? `reading ${unreadIn(program)}` : ends;
}

function takesEvent(module: SourceModule, number: number): boolean {
  const [first, second] = module.functions[number]!.parameters;
  return (
    /^(_?event|req|request|ctx)$/.test(first?.name ?? '') &&
    (second === undefined || second.name !== undefined)
  );
}

function worse(a: boolean | string, b: boolean | string): boolean | string {
  if (a === false || b === false) return false;
  return typeof a === 'string' ? a : b;
}

function nameOf(module: SourceModule, decorator: Expression): string {
  return lastOf(decorator.kind === 'call' ? module.calls[decorator.call]!.callee : decorator);
}

/** Objects of a class that only the top of files makes. */
function madeAtTop(program: Program, module: SourceModule, own: number): boolean | string {
  const { name } = module.classes[own]!;
  if (name === undefined) return HOW_OFTEN;
  let made = 0;
  for (const other of program.modules.values())
    for (const { callee, within } of other.calls) {
      if (lastOf(callee) !== name) continue;
      if (within !== TOP) return `how often ${name} is made`;
      made++;
    }
  return made > 0 ? true : `how often ${name} is made`;
}
