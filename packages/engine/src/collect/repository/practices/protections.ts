import { inCode, type Location } from '../../../model/origin.ts';
import { unknown } from '../../../model/value.ts';
import type { Program } from '../code/names/program.ts';
import { type CodeClass, type Expression, type SourceModule, TOP } from '../code/syntax/source-module.ts';
import { fact, openList, type Plain, placeIn, type RepositoryFact, written } from '../fact.ts';
import { partsOf, partsOfKind } from '../joins/expressions.ts';
import { importedBy } from '../joins/reached-code.ts';
import { ofOwnLimiter } from './limited-by.ts';
import { isLoadedByAPage } from './loaded-pages.ts';
import { isOfAPage } from './pages.ts';
import { at } from './places.ts';
import { renamedIn, usersThroughOthers } from './protection-users.ts';
import { registeredBy } from './registered.ts';
import { unreadIn } from './unread.ts';

/**
 * Functions, classes and values by whose names people write protections, with what each kind protects from: the first row
 * that fits decides. A word that stands for many other things (`check`, `verify`, `clean`) is none.
 */
const KINDS: readonly (readonly [kind: string, name: RegExp])[] = [
  [
    'limiter',
    /^(rate_?limit(?!\w*(exceeded|reached)$)\w*|\w*rate_?limiter|\w*RateLimit(er)?|throttle(r|d)?|limiter)$/i,
  ],
  [
    'lock',
    /^(acquire(_?\w*lock\w*)?|with_?lock|take_?lock|lock|\w+_lock|(distributed|optimistic|row|table)_?lock\w*|lease|acquire_?lease)$/i,
  ],
  [
    'retry',
    /^(with_?retr(y|ies)|retry|retry_?with_?\w+|retryable|exponential_?backoff|with_?backoff|backoff)$/i,
  ],
  ['breaker', /^(\w*circuit_?breaker|breaker)$/i],
  [
    'guard',
    /^(require_?(auth\w*|role\w*|user|key|admin|permission\w*|login|tenant|signed_?in|api_?key|scope\w*)|authoriz(e|er)|authoris(e|er)|ensure_?(auth\w*|admin|owner\w*)|assert_?(owner\w*|admin|permission\w*)|\w*auth_?guard)$/i,
  ],
  ['sanitiser', /^(sanitiz\w+|sanitis\w+|escape_?html|strip_?tags)$/i],
  ['validator', /^(validate\w*|valid|is_?valid\w*|\w+_?validator|validator)$/i],
  [
    'cleanup',
    /^(sweep|purge_?\w*|clean_?up_?\w*|expire_?(old|stale)\w*|delete_?expired\w*|remove_?stale\w*)$/i,
  ],
];

/** Files that hold nothing but protections of a kind: what they export is one, whatever it is called. */
const FILES: readonly (readonly [kind: string, file: RegExp])[] = [
  ['limiter', /(^|\/)(rate-?_?limit(s|er|ing)?|limits|throttl(e|ing))\.\w+$/i],
  ['lock', /(^|\/)(locks?|locking|leases?|mutex)\.\w+$/i],
  ['breaker', /(^|\/)(circuit-?_?breaker|breaker)\.\w+$/i],
  ['validator', /(^|\/)(validat(e|ion|ions|or|ors))\.\w+$/i],
];

/** Protections that modules offer to others, with the files that name them. */
export function protections(program: Program): readonly RepositoryFact[] {
  const all = new Map([...program.modules.values()].map((module) => [module, offered(program, module)]));
  const asked = new Set([...all.values()].flat().map(({ name }) => name));
  if (asked.size === 0) return [];
  const named = namesBySaidIn(program, asked);
  const importers = importersIn(program);
  const byText = lookedUpByText(program);
  const isUnread = unreadIn(program) !== undefined;
  const usersOf = usersThroughOthers(
    program,
    (module) => new Set(all.get(module)!.map(({ name }) => name)),
    (module, name) =>
      [...(named.get(name) ?? [])].filter((file) => file === module.file || importers(module).has(file)),
    {
      // What was not read may import it.
      isImported: (module) => importers(module).size > 0 || isUnread,
      isLookedUp: (module) => byText.has(module),
    },
  );
  return [...all].flatMap(([module, offers]) => {
    const found = offers.map((one) => ({ ...one, users: usersOf(module, one.name) }));
    return found.map(({ name, kind, line, column, users }) => {
      const parts = IN_PARTS.has(kind) ? found.filter((one) => one.kind === kind) : [];
      const place = at(module, { line, column });
      const registered = registeredBy(program, module, name);
      const files = new Set([...users, ...parts.flatMap((part) => part.users)]);
      if (registered === 'requests') files.add(module.file);
      return fact({
        type: 'Repository::Protection',
        address: `${module.file} ${name}`,
        at: place,
        properties: {
          path: module.file,
          name,
          kind,
          by: kind === 'limiter' ? ofOwnLimiter(module, name, line, column) : undefined,
          usedIn: usersSeen(
            program,
            files,
            place,
            typeof registered === 'object' ? registered.open : byText.get(module),
          ),
          usedInPages: pagesSeen(program, users, place),
        },
      });
    });
  });
}

/** Kinds whose functions in one file are parts of one thing: with one of them in use, it is. Each validator is for itself. */
const IN_PARTS: ReadonlySet<string> = new Set(['limiter', 'lock', 'breaker', 'retry']);

/** Others may be in what was not read, or find it by a text that is made while the code runs. */
function usersSeen(
  program: Program,
  files: ReadonlySet<string>,
  place: Location,
  byText: string | undefined,
): Plain {
  const users = [...files].sort().map((file) => written(file, placeIn(file)));
  const unread = unreadIn(program);
  const more = unread === undefined ? byText : `reading ${unread}`;
  return more === undefined ? users : openList(users, unknown('unresolved-expression', more, inCode(place)));
}

/** What a page loads of them; of a page that nothing is seen to load, something else may. */
function pagesSeen(program: Program, users: readonly string[], place: Location): Plain {
  const modules = users.flatMap((file) => program.modules.get(file) ?? []);
  const loaded = modules.filter((one) => isLoadedByAPage(program, one));
  const [other] = modules.filter((one) => isOfAPage(program, one));
  const files = loaded.map(({ file }) => written(file, placeIn(file)));
  return loaded.length > 0 || other === undefined
    ? files
    : openList(files, unknown('unresolved-expression', `telling what loads ${other.file}`, inCode(place)));
}

/** Modules whose functions are found by name while the code runs: `getattr(checks, name)`, `checks[name]`. */
function lookedUpByText(program: Program): ReadonlyMap<SourceModule, string> {
  const found = new Map<SourceModule, string>();
  const add = (module: SourceModule, by: SourceModule, line: number) => {
    if (!found.has(module)) found.set(module, `telling which names are looked up in ${by.file}:${line}`);
  };
  for (const module of program.modules.values()) {
    for (const { path, arguments: given, within, at: place } of module.calls) {
      if (path === 'globals' || path === 'locals') add(module, module, place.line);
      const [of, name] = given;
      if (path !== 'getattr' || of === undefined || name === undefined || name.value.kind === 'literal')
        continue;
      if (of.value.kind === 'index') add(module, module, place.line);
      else if (of.value.kind === 'name' || of.value.kind === 'member') {
        const meaning = program.resolve(module, of.value, within);
        if (meaning.kind === 'module') add(meaning.module, module, place.line);
      }
    }
    if (module.language === 'python') continue;
    for (const { value, within } of partsOfKind(module, 'index')) {
      if (value.index.kind === 'literal' || value.of.kind !== 'name') continue;
      const meaning = program.resolve(module, value.of, within);
      if (meaning.kind === 'module') add(meaning.module, module, value.at.line);
    }
  }
  return found;
}

interface Offered {
  readonly name: string;
  readonly kind: string;
  readonly line: number;
  readonly column: number;
}

function offered(program: Program, module: SourceModule): readonly Offered[] {
  const ofFile = FILES.find(([, pattern]) => pattern.test(module.file))?.[0];
  const found = new Map<string, Offered>();
  for (const [name, place] of exportedFrom(program, module)) {
    if (/^(default|\*|handler|main)$/.test(name)) continue;
    const kind =
      KINDS.find(([, pattern]) => pattern.test(name))?.[0] ?? (name.startsWith('_') ? undefined : ofFile);
    if (kind !== undefined) found.set(name, { name, kind, ...place });
  }
  return [...found.values()];
}

/** What others can take from a module: functions and classes, not constants of other meaning. */
function* exportedFrom(
  program: Program,
  module: SourceModule,
): Generator<[string, { line: number; column: number }]> {
  if (module.language === 'python') {
    for (const { name, within, class: own, at: place } of module.functions)
      if (name !== undefined && within === TOP && own === undefined) yield [name, place];
    for (const { name, within, bases, at: place } of module.classes)
      if (name !== undefined && within === TOP && !areOfErrors(bases) && !OF_ERROR.test(name))
        yield [name, place];
    return;
  }
  for (const { name, value, from, at: place } of module.exports) {
    if (from !== undefined) continue;
    if (name === '*' && value?.kind === 'object') {
      for (const member of value.members) yield [member.name, member.at];
      continue;
    }
    if (name === '*' || name === 'default') {
      const made = value === undefined ? undefined : program.resolve(module, value, TOP);
      const own =
        made?.kind === 'function'
          ? made.module.functions[made.function]!.name
          : made?.kind === 'class'
            ? made.module.classes[made.class]!.name
            : undefined;
      if (own !== undefined && (made as { module: SourceModule }).module === module) yield [own, place];
      continue;
    }
    const made = value === undefined ? undefined : program.resolve(module, value, TOP);
    // Types are not there at run time, and what another module makes is its own.
    if (made === undefined || made.kind === 'open' || made.kind === 'external') continue;
    if (made.kind === 'class' && isOnlyAwaited(program, made.module.classes[made.class]!)) continue;
    yield [name, place];
  }
}

/** What is thrown where a protection has spoken is none itself. */
const OF_ERROR = /(Exception|Error|Refused|Failed|Taken|Busy)$/;

/** An error that the code looks out for and never makes: where it makes one, something of its own has counted. */
function isOnlyAwaited(program: Program, { name, bases }: CodeClass): boolean {
  return (
    name !== undefined &&
    (OF_ERROR.test(name) || areOfErrors(bases)) &&
    ![...program.modules.values()].some(({ calls }) =>
      calls.some(({ path, isNew }) => isNew && path !== undefined && path.split('.').at(-1) === name),
    )
  );
}

function areOfErrors(bases: readonly Expression[]): boolean {
  return bases.some(
    (base) => (base.kind === 'name' || base.kind === 'member') && /(Exception|Error)$/.test(base.name),
  );
}

/** The files that import a module, themselves or through one that hands it on. */
function importersIn(program: Program): (module: SourceModule) => ReadonlySet<string> {
  const direct = new Map<SourceModule, Set<SourceModule>>();
  for (const module of program.modules.values())
    for (const imported of importedBy(program, module)) {
      const before = direct.get(imported) ?? new Set();
      direct.set(imported, before.add(module));
    }
  const known = new Map<SourceModule, ReadonlySet<string>>();
  return (module) => {
    const before = known.get(module);
    if (before !== undefined) return before;
    const found = new Set<SourceModule>(direct.get(module) ?? []);
    // A set is walked on while it grows.
    for (const one of found)
      if (one.exports.some(({ from }) => from !== undefined) || one.file.endsWith('__init__.py'))
        for (const further of direct.get(one) ?? []) found.add(further);
    const files = new Set([...found].map(({ file }) => file));
    known.set(module, files);
    return files;
  };
}

/** Which files say a name: in code, or where they import it and hand it on. */
function namesBySaidIn(
  program: Program,
  asked: ReadonlySet<string>,
): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  const add = (name: string, file: string) => {
    if (!asked.has(name)) return;
    const files = found.get(name);
    if (files === undefined) found.set(name, new Set([file]));
    else files.add(file);
  };
  for (const module of program.modules.values()) {
    for (const { value } of partsOfKind(module, 'name')) add(value.name, module.file);
    for (const { value } of partsOfKind(module, 'member')) add(value.name, module.file);
    for (const { value: said } of partsOfKind(module, 'literal'))
      if (typeof said.value === 'string' && asked.has(said.value) && /^\w+$/.test(said.value))
        add(said.value, module.file);
    for (const { member, local, typeOnly } of module.imports) {
      // A default import is known by the name that it is given.
      if (!typeOnly && member === 'default' && local !== undefined) add(local, module.file);
    }
    for (const name of renamedIn(module, program).values()) add(name, module.file);
    for (const { decorators } of [...module.functions, ...module.classes])
      for (const decorator of decorators)
        for (const part of partsOf(decorator, module))
          if (part.kind === 'name' || part.kind === 'member') add(part.name, module.file);
  }
  return found;
}
