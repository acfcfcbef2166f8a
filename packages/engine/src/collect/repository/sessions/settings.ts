import type { Program } from '../code/names/program.ts';
import { everyOne } from '../code/syntax/expressions.ts';
import type { Expression, Place, SourceModule } from '../code/syntax/source-module.ts';
import type { RepositoryFact } from '../fact.ts';
import { type Cookie, cookieFact } from './cookie.ts';
import { inProduction, type Told } from './options.ts';

/** Cookies that a framework of Python sets where its session is used, by the settings of the application. */
export function settingsCookies(program: Program): readonly RepositoryFact[] {
  const modules = [...program.modules.values()].filter(({ language }) => language === 'python');
  return [ofFlask, ofDjango].flatMap((of) => {
    const found = of(program, modules);
    return found === undefined ? [] : [cookieFact(found.module, found.cookie)];
  });
}

interface Found {
  readonly module: SourceModule;
  readonly cookie: Cookie;
}

type Modules = readonly SourceModule[];

function ofFlask(program: Program, modules: Modules): Found | undefined {
  const users = modules.flatMap((module) =>
    module.imports
      .filter(({ module: from, member }) => from === 'flask' && member === 'session')
      .map((one) => ({ module, at: one.at })),
  );
  const [first] = users;
  if (first === undefined) return undefined;
  const settings = settingsIn(modules);
  const hidden = modules.some(({ calls }) =>
    calls.some(
      ({ callee }) =>
        callee.kind === 'member' && /^from_(envvar|prefixed_env|pyfile|file|json)$/.test(callee.name),
    ),
  );
  // Talisman sets it for the session, as its documentation says.
  const talisman = modules.some(({ imports }) =>
    imports.some(({ module: from }) => from === 'flask_talisman'),
  );
  const place = settings.get('SESSION_COOKIE_SECURE')?.[0] ?? first;
  return {
    module: place.module,
    cookie: {
      name: 'session',
      maker: 'flask',
      of: 'session',
      secure: talisman || told(program, settings.get('SESSION_COOKIE_SECURE'), hidden ? 'open' : false),
      httpOnly: told(program, settings.get('SESSION_COOKIE_HTTPONLY'), hidden ? 'open' : true),
      lifetime: settings.has('PERMANENT_SESSION_LIFETIME') ? 'open' : 'none',
      at: place.at,
    },
  };
}

const TWO_WEEKS = 1_209_600;

/** Source: Django documentation, "Settings", sessions; two weeks and any connection unless it is told otherwise. */
function ofDjango(program: Program, modules: Modules): Found | undefined {
  let first: { module: SourceModule; at: Place } | undefined;
  for (const module of modules)
    for (const { value } of everyOne(module, 'literal'))
      if (value.value === 'django.contrib.sessions.middleware.SessionMiddleware')
        first ??= { module, at: value.at };
  if (first === undefined) return undefined;
  const settings = settingsIn(modules);
  const age = settings
    .get('SESSION_COOKIE_AGE')
    ?.map(({ value }) => (value.kind === 'literal' ? value.value : 'open'));
  const ends = told(program, settings.get('SESSION_EXPIRE_AT_BROWSER_CLOSE'), false);
  const place = settings.get('SESSION_COOKIE_SECURE')?.[0] ?? first;
  return {
    module: place.module,
    cookie: {
      name: 'sessionid',
      maker: 'django',
      of: 'session',
      secure: told(program, settings.get('SESSION_COOKIE_SECURE'), false),
      httpOnly: told(program, settings.get('SESSION_COOKIE_HTTPONLY'), true),
      lifetime:
        ends === true
          ? 'none'
          : age === undefined
            ? TWO_WEEKS
            : age.length === 1 && typeof age[0] === 'number'
              ? age[0]
              : 'open',
      at: place.at,
    },
  };
}

interface Setting {
  readonly module: SourceModule;
  readonly value: Expression;
  readonly within: number;
  readonly at: Place;
}

const NAMES =
  /^(SESSION_COOKIE_(SECURE|HTTPONLY|AGE)|PERMANENT_SESSION_LIFETIME|SESSION_EXPIRE_AT_BROWSER_CLOSE)$/;

/** Settings by name, wherever they are set: a module, a class, `app.config[…]`, `config.update(…)`. */
function settingsIn(modules: Modules): ReadonlyMap<string, readonly Setting[]> {
  const found = new Map<string, Setting[]>();
  const add = (name: string | undefined, setting: Setting) => {
    if (name === undefined || !NAMES.test(name)) return;
    const before = found.get(name);
    if (before === undefined) found.set(name, [setting]);
    else before.push(setting);
  };
  for (const module of modules) {
    for (const { target, value, within, at } of module.bindings)
      add(target.kind === 'name' || target.kind === 'member' ? target.name : undefined, {
        module,
        value,
        within,
        at,
      });
    for (const { fields, within } of module.classes)
      for (const { name, value, at } of fields)
        if (value !== undefined) add(name, { module, value, within, at });
    for (const { arguments: given, within, at } of module.calls)
      for (const { name, value } of given) add(name, { module, value, within, at });
  }
  return found;
}

/** Where settings of several environments differ, nobody can tell which holds. */
function told(program: Program, settings: readonly Setting[] | undefined, otherwise: Told): Told {
  if (settings === undefined) return otherwise;
  const all = new Set(
    settings.map(({ module, value, within }) => inProduction(program, module, value, within)),
  );
  return all.size === 1 ? [...all][0]! : 'open';
}
