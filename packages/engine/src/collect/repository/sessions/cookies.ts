import type { Program } from '../code/names/program.ts';
import type { Call, Expression, SourceModule } from '../code/syntax/source-module.ts';
import type { RepositoryFact } from '../fact.ts';
import { callsTold, inOrder, type ToldCall } from '../joins/told-calls.ts';
import { type Cookie, cookieFact, purposeOf } from './cookie.ts';
import { Options, type Told } from './options.ts';
import { headerCookies } from './set-cookie.ts';

/** The cookies of sessions and tokens that a module sets, itself or by a middleware. */
export function cookies(program: Program, module: SourceModule): readonly RepositoryFact[] {
  return [...found(program, module)].map((cookie) => cookieFact(module, cookie));
}

function* found(program: Program, module: SourceModule): Generator<Cookie> {
  const mayBe = inOrder<ToldCall<true>>(
    callsTold(program, module, 'name', maySet),
    callsTold(program, module, 'path', maySetByPath),
    callsTold(program, module, 'plugin', maySetByPath),
  );
  for (const { call } of mayBe) {
    const cookie = ofMiddleware(program, module, call) ?? ofSetter(program, module, call);
    if (cookie !== undefined) yield cookie;
  }
  yield* headerCookies(module);
}

/** Names of what sets a cookie; `set` may be one of another kind. */
function maySet(name: string): true | undefined {
  return /^(set_cookie|setCookie|cookie|set)$/.test(name) || undefined;
}

function maySetByPath(path: string): true | undefined {
  return (
    Object.hasOwn(MIDDLEWARES, path) ||
    OF_STARLETTE.test(path) ||
    OF_COOKIE.test(path) ||
    OF_HONO.test(path) ||
    undefined
  );
}

const OF_STARLETTE = /^(starlette|fastapi)\.middleware\.sessions\.SessionMiddleware$/;
/** Source: https://github.com/jshttp/cookie */
const OF_COOKIE = /^cookie(\.default)?\.serialize$/;
const OF_HONO = /^hono\/cookie\.set(Signed)?Cookie$/;

interface Middleware {
  /** What it calls its cookie unless it is told. */
  readonly name: string;
  readonly nameIn: string;
  /** The member of its options that has those of the cookie; the options themselves where there is none. */
  readonly cookie?: string;
  readonly secure: Told;
  readonly lifetime: number | 'none';
  readonly lifetimeIn: string;
  /** Units of the life in a second. */
  readonly perSecond: number;
}

/** Middlewares of sessions, with what holds where nothing is written: documentation of each package, as of 2026-11-21. */
const MIDDLEWARES: Readonly<Record<string, Middleware>> = {
  'express-session': {
    name: 'connect.sid',
    nameIn: 'name',
    cookie: 'cookie',
    secure: false,
    lifetime: 'none',
    lifetimeIn: 'maxAge',
    perSecond: 1000,
  },
  '@fastify/session': {
    name: 'sessionId',
    nameIn: 'cookieName',
    cookie: 'cookie',
    secure: true,
    lifetime: 'none',
    lifetimeIn: 'maxAge',
    perSecond: 1000,
  },
  'cookie-session': {
    name: 'session',
    nameIn: 'name',
    secure: 'open',
    lifetime: 'none',
    lifetimeIn: 'maxAge',
    perSecond: 1000,
  },
  'koa-session': {
    name: 'koa.sess',
    nameIn: 'key',
    secure: 'open',
    lifetime: 86_400,
    lifetimeIn: 'maxAge',
    perSecond: 1000,
  },
};

function ofMiddleware(program: Program, module: SourceModule, call: Call): Cookie | undefined {
  if (module.language === 'python') return ofStarlette(program, module, call);
  const [first, second] = call.arguments;
  const isRegistered =
    call.callee.kind === 'member' && call.callee.name === 'register' && first !== undefined;
  const path = isRegistered
    ? program.pathOf(module, first.value, call.within)
    : program.pathOf(module, call.callee, call.within);
  if (path === undefined || !Object.hasOwn(MIDDLEWARES, path)) return undefined;
  const row = MIDDLEWARES[path]!;
  const given = Options.of(program, module, (isRegistered ? second : first)?.value, call.within);
  const own = row.cookie === undefined ? given : given.member(row.cookie);
  const life = own.number(row.lifetimeIn);
  return {
    name: given.text(row.nameIn) ?? row.name,
    maker: path,
    of: 'session',
    secure: own.told('secure', row.secure),
    httpOnly: own.told('httpOnly', true),
    lifetime: typeof life === 'number' ? life / row.perSecond : life === 'none' ? row.lifetime : life,
    at: call.at,
  };
}

/** `app.add_middleware(SessionMiddleware, https_only=True)`: two weeks and any connection unless it is told otherwise. */
function ofStarlette(program: Program, module: SourceModule, call: Call): Cookie | undefined {
  const [first] = call.arguments;
  if (call.callee.kind !== 'member' || call.callee.name !== 'add_middleware' || first === undefined)
    return undefined;
  const path = program.pathOf(module, first.value, call.within) ?? '';
  if (!OF_STARLETTE.test(path)) return undefined;
  const given = Options.named(program, module, call);
  const life = given.has('max_age') ? given.number('max_age') : 1_209_600;
  return {
    name: given.text('session_cookie') ?? 'session',
    maker: 'SessionMiddleware',
    of: 'session',
    secure: given.told('https_only', false),
    httpOnly: true,
    lifetime: life,
    at: call.at,
  };
}

interface Setter {
  readonly maker: string;
  readonly name: Expression | undefined;
  readonly value: Expression | undefined;
  readonly options: Options;
  readonly perSecond: number;
}

function ofSetter(program: Program, module: SourceModule, call: Call): Cookie | undefined {
  const setter = setterOf(program, module, call);
  if (setter === undefined) return undefined;
  const name = nameOf(program, module, setter.name, call.within);
  const of = name === undefined ? undefined : purposeOf(name);
  if (name === undefined || of === undefined) return undefined;
  const { options, value } = setter;
  const life = options.number(module.language === 'python' ? 'max_age' : 'maxAge');
  // What is emptied is taken away, and not kept.
  if (life === 0 || (value?.kind === 'literal' && (value.value === '' || value.value === null)))
    return undefined;
  const until = options.has('expires') ? 'open' : life;
  return {
    name,
    maker: setter.maker,
    of,
    secure: options.told('secure', false),
    httpOnly: options.told(module.language === 'python' ? 'httponly' : 'httpOnly', false),
    lifetime: typeof life === 'number' ? life / setter.perSecond : until,
    at: call.at,
  };
}

function setterOf(program: Program, module: SourceModule, call: Call): Setter | undefined {
  const { callee, within } = call;
  const [a, b, c, d] = call.arguments.map(({ value }) => value);
  const options = (value: Expression | undefined) => Options.of(program, module, value, within);
  if (module.language === 'python') {
    if (callee.kind !== 'member' || callee.name !== 'set_cookie') return undefined;
    const named = (name: string) => call.arguments.find((one) => one.name === name)?.value;
    const first = call.arguments[0]?.name === undefined ? a : undefined;
    const second = call.arguments[1]?.name === undefined ? b : undefined;
    return {
      maker: 'set_cookie',
      name: named('key') ?? first,
      value: named('value') ?? second,
      options: Options.named(program, module, call),
      perSecond: 1,
    };
  }
  const path = program.pathOf(module, callee, within) ?? '';
  if (OF_COOKIE.test(path))
    return { maker: 'serialize', name: a, value: b, options: options(c), perSecond: 1 };
  if (OF_HONO.test(path)) return { maker: 'setCookie', name: b, value: c, options: options(d), perSecond: 1 };
  if (callee.kind !== 'member') return undefined;
  if (callee.name === 'setCookie')
    return { maker: 'setCookie', name: a, value: b, options: options(c), perSecond: 1 };
  if (callee.name === 'cookie' && b !== undefined)
    return { maker: 'cookie', name: a, value: b, options: options(c), perSecond: 1000 };
  const isOfNext =
    callee.name === 'set' &&
    (/^next\/headers\.cookies\(\)\.set$/.test(path) ||
      (callee.of.kind === 'member' && callee.of.name === 'cookies'));
  if (!isOfNext) return undefined;
  // `cookies().set({ name: 'sid', value: id, secure: true })`
  const [whole] = b === undefined && a?.kind === 'object' ? [a] : [];
  const member = (name: string) => whole?.members.find((one) => one.name === name)?.value;
  return {
    maker: 'cookies.set',
    name: whole === undefined ? a : member('name'),
    value: whole === undefined ? b : member('value'),
    options: options(whole ?? c),
    perSecond: 1,
  };
}

/** The name of a cookie, or what stands for it. */
function nameOf(
  program: Program,
  module: SourceModule,
  value: Expression | undefined,
  within: number,
): string | undefined {
  if (value === undefined) return undefined;
  const meaning = program.resolve(module, value, within);
  if (meaning.kind === 'value' && meaning.value.kind === 'literal' && typeof meaning.value.value === 'string')
    return meaning.value.value;
  return value.kind === 'name' || value.kind === 'member' ? value.name : undefined;
}
