import { inCode } from '../../../model/origin.ts';
import { unknown } from '../../../model/value.ts';
import type { FunctionAt, Reach } from '../code/behaviour/reach.ts';
import type { Program } from '../code/names/program.ts';
import type { FoundRoute } from '../code/routes/route.ts';
import type { Served } from '../code/routes/served.ts';
import type { Place, SourceModule } from '../code/syntax/source-module.ts';
import { fact, openList, type RepositoryFact, written } from '../fact.ts';
import { sdkCalls } from '../joins/sdk-calls.ts';
import { isOfAPage } from '../practices/pages.ts';
import { at } from '../practices/places.ts';
import { unreadIn } from '../practices/unread.ts';
import { ASKS_FOR_A_COPY } from './people-paths.ts';

/** Ways by which people have their data deleted, or get a copy of it; `hidden` is code that was not read, where there is some. */
export function waysOfPeople(
  program: Program,
  served: Served,
  hidden: string | undefined = unreadIn(program, { language: 'script' }),
): readonly RepositoryFact[] {
  const ways = [...served.routes.flatMap(routeWay), ...handlerWays(served), ...scriptWays(program)];
  if (ways.length === 0) return [];
  const said = ways.some(({ of }) => of === 'export') ? textsOfPages(program) : new Map();
  return ways.map((way) =>
    way.of === 'deletion' ? deletion(program, served, way) : copy(way, said, hidden),
  );
}

interface Way {
  readonly of: 'deletion' | 'export';
  readonly by: 'route' | 'function' | 'script';
  readonly name: string;
  readonly module: SourceModule;
  readonly at: Place;
  /** What runs; nothing where it could not be found. */
  readonly runs: readonly FunctionAt[];
  readonly path?: string;
}

const PARAMETER = String.raw`\{[^}]*\}|:[^/]+|<[^>]*>|\[[^\]]*\]`;
/** `DELETE /users/{id}`, `DELETE /account`, `DELETE /users/me`. */
const OF_A_PERSON = new RegExp(
  `(^|/)(accounts?|me|myself|self|profiles?|users?|customers?|members?|patients?|people|persons?|subscribers?)(/(${PARAMETER}|me|self|delete|delete-me))?/?$`,
  'i',
);
const ASKS_FOR_DELETION =
  /(^|\/)(delete|erase|remove|close)[-_]?(my[-_]?)?(account|user|me|data|profile)(\/|$)|\/(account|user|me|profile|my-data)\/(delete|erase|close|deletion)(\/|$)|(^|\/)(gdpr|privacy)\/(delete|erase|erasure|forget)(\/|$)|(^|\/)(erasure|forget-me|right-to-be-forgotten)(\/|$)/i;
const DELETES_BY_NAME =
  /(^|[/._-])(delete|erase|forget|remove|purge)[-_]?(my[-_]?)?(user|account|customer|member|patient|person|subject|personal[-_]?data|user[-_]?data|me)s?([/._-]|$)|([a-z]|^)(delete|erase|forget|remove|purge)(User|Account|Customer|Member|Patient|PersonalData|UserData)s?([A-Z._]|$)/;
const SCRIPT = /(^|\/)(scripts|bin|tools|commands|management|tasks|jobs|cli)\//;

function routeWay({ method, path, module, at: place, handlers }: FoundRoute): readonly Way[] {
  if (path === undefined) return [];
  const base = { by: 'route', name: `${method} ${path}`, module, at: place, runs: handlers, path } as const;
  if (method === 'DELETE' && OF_A_PERSON.test(path)) return [{ ...base, of: 'deletion' }];
  if (/^(POST|PUT|DELETE|ANY)$/.test(method) && ASKS_FOR_DELETION.test(path))
    return [{ ...base, of: 'deletion' }];
  return /^(GET|POST|ANY)$/.test(method) && ASKS_FOR_A_COPY.test(path) ? [{ ...base, of: 'export' }] : [];
}

/** Functions of Lambda whose file or name says so, behind routes that only the gateway knows. */
function handlerWays({ handlers }: Served): readonly Way[] {
  return handlers.flatMap(({ name, module, function: number, at: place, routes }): Way[] => {
    if (routes.length > 0) return [];
    const base = {
      by: 'function',
      name,
      module,
      at: place,
      runs: [{ module, function: number }],
    } as const;
    if (DELETES_BY_NAME.test(name)) return [{ ...base, of: 'deletion' }];
    return /(^|[/._-])export[-_]?(user|my|data|account|all|personal)/i.test(name)
      ? [{ ...base, of: 'export' }]
      : [];
  });
}

function scriptWays(program: Program): readonly Way[] {
  return [...program.modules.values()].flatMap((module): Way[] => {
    if (!SCRIPT.test(module.file) || !DELETES_BY_NAME.test(module.file)) return [];
    const runs = module.functions.flatMap((one, number) =>
      one.within < 0 ? [{ module, function: number }] : [],
    );
    return [{ of: 'deletion', by: 'script', name: module.file, module, at: { line: 1, column: 1 }, runs }];
  });
}

const DELETES =
  /^(delete|remove|destroy|erase|purge|forget|unlink|truncate|anonymi[sz]e|admin_?delete|rm)|Delete\w*Command$|(_|[a-z])([Dd]elete|[Rr]emove)/;

function deletion(program: Program, { reaches }: Served, way: Way): RepositoryFact {
  const { module, at: place, runs } = way;
  const reached = runs.map((one) => reaches.of(one));
  const deletes = reached.some(deletesAnything) || (way.by === 'script' && module.calls.some(deletesBy));
  const open =
    runs.length === 0 ? `finding what answers ${way.name}` : reached.flatMap((one) => one.open)[0]?.name;
  const doubt = unknown(
    'unresolved-expression',
    open === undefined ? `reading ${module.file}` : open,
    inCode(at(module, place)),
  );
  const needs = neededBy(program, reached);
  const unread = reached
    .flatMap(({ calls }) => calls)
    .find(({ meaning }) => meaning.kind === 'open' && / is not read$/.test(meaning.why));
  return fact({
    type: 'Repository::Deletion',
    address: `deletion by ${way.name}`,
    at: at(module, place),
    properties: {
      by: way.by,
      file: module.file,
      deletes: deletes ? true : open === undefined ? false : doubt,
      needs: unread === undefined && runs.length > 0 ? needs : openList(needs, doubt),
    },
  });
}

function deletesAnything({ calls }: Reach): boolean {
  return calls.some(({ call }) => deletesBy(call));
}

function deletesBy({ callee, arguments: given }: SourceModule['calls'][number]): boolean {
  const name = callee.kind === 'name' || callee.kind === 'member' ? callee.name : '';
  if (DELETES.test(name) && !/^remove(Event)?Listener/.test(name)) return true;
  return given.some(
    ({ value }) =>
      value.kind === 'literal' &&
      typeof value.value === 'string' &&
      /^\s*(delete\s+from|update\s+\w+\s+set\s+deleted)/i.test(value.value),
  );
}

/** The actions of AWS that it needs. */
function neededBy(program: Program, reached: readonly Reach[]) {
  const functions = new Map<SourceModule, Set<number>>();
  for (const { calls } of reached)
    for (const { module, call } of calls)
      functions.set(module, (functions.get(module) ?? new Set()).add(call.within));
  const { calls } = sdkCalls(program, {
    modules: [...functions.keys()],
    packages: new Set(),
    open: [],
    reaches: (module, within) => functions.get(module)?.has(within) === true,
  });
  return calls.flatMap(({ actions, runs, file, at: place }) =>
    runs && actions !== undefined
      ? actions.map((action) =>
          written(
            { action },
            { file, line: place.line, column: place.column, endLine: place.line, endColumn: place.column },
          ),
        )
      : [],
  );
}

/** The pages that say a path. */
type Said = ReadonlyMap<string, readonly SourceModule[]>;

function textsOfPages(program: Program): Said {
  const said = new Map<string, SourceModule[]>();
  const add = (text: unknown, module: SourceModule) => {
    if (typeof text !== 'string' || !text.includes('/') || !ASKS_FOR_A_COPY.test(text)) return;
    const path = text.replace(/^https?:\/\/[^/]*/, '').replace(/[?#].*$/, '');
    const before = said.get(path);
    if (before === undefined) said.set(path, [module]);
    else before.push(module);
  };
  for (const module of program.modules.values()) {
    if (!isOfAPage(program, module)) continue;
    for (const { arguments: given } of module.calls)
      for (const { value } of given) if (value.kind === 'literal') add(value.value, module);
    for (const { value } of module.bindings) if (value.kind === 'literal') add(value.value, module);
    for (const { parts } of module.texts) for (const part of parts) add(part, module);
    for (const { attributes } of module.elements)
      for (const { value } of attributes) if (value.kind === 'literal') add(value.value, module);
  }
  return said;
}

function copy(
  { name, module, at: place, by, path }: Way,
  said: Said,
  hidden: string | undefined,
): RepositoryFact {
  const own = path?.replace(new RegExp(PARAMETER, 'g'), '').replace(/\/+$/, '');
  const pages =
    own === undefined
      ? []
      : [...said].flatMap(([text, modules]) =>
          text !== '' && (own.endsWith(text.replace(/\/+$/, '')) || text.endsWith(own)) ? modules : [],
        );
  const offeredBy = [...new Set(pages.map(({ file }) => file))].sort();
  return fact({
    type: 'Repository::Export',
    address: `copy by ${name}`,
    at: at(module, place),
    properties: {
      by,
      file: module.file,
      offeredBy:
        hidden === undefined
          ? offeredBy
          : openList(
              offeredBy,
              unknown('unsupported-construct', `reading ${hidden}`, inCode(at(module, place))),
            ),
    },
  });
}
