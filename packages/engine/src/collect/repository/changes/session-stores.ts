import { inCode } from '../../../model/origin.ts';
import { unknown } from '../../../model/value.ts';
import type { Program } from '../code/names/program.ts';
import {
  type Call,
  type Expression,
  mayAlsoHave,
  type Place,
  type SourceModule,
} from '../code/syntax/source-module.ts';
import { fact, type Plain, type RepositoryFact } from '../fact.ts';
import { callsTold, inOrder } from '../joins/told-calls.ts';
import { at } from '../practices/places.ts';

/** What keeps sessions, with the option that names another place than memory; Nothing: they are in the cookie. */
const KEEPERS: readonly (readonly [module: RegExp, of: string, store: RegExp | undefined])[] = [
  [/^express-session$/, 'express-session', /^store$/],
  [/^@fastify\/session$/, '@fastify/session', /^store$/],
  [/^fastify-session$/, 'fastify-session', /^store$/],
  [/^koa-session$/, 'koa-session', undefined],
  [/^cookie-session$/, 'cookie-session', undefined],
  [/^@fastify\/secure-session$/, '@fastify/secure-session', undefined],
  [/^iron-session(\..*)?$/, 'iron-session', undefined],
  [/^starlette\.middleware\.sessions\.SessionMiddleware$/, 'SessionMiddleware', undefined],
];

/** Where the sessions of people are kept, by what the code sets up. */
export function sessionStores(program: Program, module: SourceModule): readonly RepositoryFact[] {
  const found = new Map<string, RepositoryFact>();
  for (const { of, kept, at: where } of keepersIn(program, module)) {
    const place = at(module, where);
    const address = `sessions of ${of} in ${module.file}`;
    if (found.has(address)) continue;
    const properties: { [name: string]: Plain } = {
      path: module.file,
      of,
      kept: kept ?? unknown('unresolved-expression', 'the settings that it is given', inCode(place)),
    };
    found.set(address, fact({ type: 'Repository::SessionStore', address, at: place, properties }));
  }
  return [...found.values()];
}

function* keepersIn(
  program: Program,
  module: SourceModule,
): Generator<{ readonly of: string; readonly kept: string | undefined; readonly at: Place }> {
  const made = callsTold(program, module, 'path', keeperNamed);
  // `app.register(session, { … })`, `app.add_middleware(SessionMiddleware, …)`.
  const registered = callsTold(program, module, 'plugin', keeperNamed);
  for (const { call, by, is } of inOrder(made, registered)) {
    if (is === 'flask') {
      if (by === 'path') yield { of: 'flask_session', kept: keptByFlask(module), at: call.at };
    } else if (by === 'path' || call.callee.kind === 'member')
      yield { of: is[1], kept: keptBy(program, module, call, is[2], by === 'path' ? 0 : 1), at: call.at };
  }
}

function keeperNamed(path: string): (typeof KEEPERS)[number] | 'flask' | undefined {
  if (path === 'flask_session.Session' || path === 'flask_session.Session().init_app') return 'flask';
  return KEEPERS.find(([name]) => name.test(path));
}

/** `app.config["SESSION_TYPE"] = "redis"`. */
function keptByFlask(module: SourceModule): string | undefined {
  const set = module.bindings.find(
    ({ target }) =>
      (target.kind === 'member' && target.name === 'SESSION_TYPE') ||
      (target.kind === 'name' && target.name === 'SESSION_TYPE'),
  );
  if (set?.value.kind !== 'literal') return undefined;
  const type = String(set.value.value);
  if (/^(filesystem|null)$/.test(type)) return 'memory';
  return /^(redis|memcached|mongodb|sqlalchemy|dynamodb|peewee)$/.test(type) ? 'shared' : undefined;
}

function keptBy(
  program: Program,
  module: SourceModule,
  call: Call,
  store: RegExp | undefined,
  index: number,
): string | undefined {
  if (store === undefined) return 'cookie';
  const given = call.arguments[index];
  if (given === undefined) return 'memory';
  const meaning = program.resolve(module, given.value, call.within);
  if (meaning.kind !== 'value' || meaning.value.kind !== 'object') return undefined;
  const own = meaning.value.members.find(({ name }) => store.test(name));
  if (own === undefined) return mayAlsoHave(meaning.value, store) ? undefined : 'memory';
  return keptByStore(program, meaning.module, own.value, meaning.within);
}

/** What a store is, by the package that makes it; nothing where it is made elsewhere, or is one of several. */
function keptByStore(
  program: Program,
  module: SourceModule,
  value: Expression,
  within: number,
): string | undefined {
  const path = program.pathOf(module, value, within);
  if (path === undefined) return undefined;
  if (/MemoryStore(\(\))?$|memorystore/.test(path)) return 'memory';
  return SHARED.test(path) ? 'shared' : undefined;
}

/** Packages that keep sessions where other processes find them. */
const SHARED =
  /^(connect-(redis|mongo|mongodb-session|pg-simple|dynamodb|memcached|memjs|session-(knex|sequelize)|typeorm|couchbase|mssql-v2|ottoman)|@quixo3\/prisma-session-store|express-(mysql|oracle)-session|@?typeorm-store|firestore-store|@google-cloud\/connect-firestore|dynamodb-store|@fastify\/\w*store|fastify-redis-session|kysely-session-store)(\W|$)/;
