import type { Program } from '../code/names/program.ts';
import { everyOne } from '../code/syntax/expressions.ts';
import { type Expression, type Place, type SourceModule, TOP } from '../code/syntax/source-module.ts';
import { fact, placeIn, type RepositoryFact, written } from '../fact.ts';
import { callsTold, inOrder } from '../joins/told-calls.ts';
import { isOfAPage } from '../practices/pages.ts';
import { at } from '../practices/places.ts';
import { ERROR_TRACKERS, type ErrorTrackerKind, isForPages, trackersCalled } from './tracker-table.ts';
import { usersIn } from './users.ts';

/** Where errors that nobody caught are gathered: the call that starts it, and not what a manifest names. */
export function errorTrackers(program: Program, module: SourceModule): readonly RepositoryFact[] {
  const found: RepositoryFact[] = [];
  const seen = new Set<string>();
  const note = (library: string, place: Place, within: number, page: boolean) => {
    const type = page ? 'Repository::PageErrorTracker' : 'Repository::ErrorTracker';
    if (seen.has(`${type} ${library}`)) return;
    seen.add(`${type} ${library}`);
    found.push(
      fact({
        type,
        address: `${module.file} ${library}`,
        at: at(module, place),
        properties: {
          path: module.file,
          library,
          usedIn: usersIn(program, module, within, at(module, place)),
        },
      }),
    );
  };
  const ofPage = isOfAPage(program, module) || isForPages(module.file);
  const told = inOrder(
    callsTold(program, module, 'path', mayGather),
    callsTold(program, module, 'name', mayListen),
  );
  for (const { call } of told) {
    const path = program.pathOf(module, call.callee, call.within) ?? '';
    const tracker = startedBy(path, module.file);
    const given = call.arguments.map(({ value }) => value);
    if (tracker !== undefined && tracker.without?.(given) !== true)
      note(tracker.library, call.at, call.within, ofPage || tracker.page?.test(path) === true);
    else if (reportsItself(call.callee, given[0]) && sendsIn(module, given[1], call.within))
      note('its own report', call.at, call.within, true);
    else if (path === 'vue.onErrorCaptured' && sendsIn(module, given[0], call.within))
      note('its own report', call.at, call.within, true);
  }
  for (const { name, within, at: place } of module.elements) {
    const tracker = OF_ELEMENTS.find(({ element }) => isElement(module, name, element!));
    if (tracker !== undefined) note(tracker.library, place, within, true);
  }
  for (const { module: name, typeOnly, at: place, within } of module.imports) {
    const tracker = typeOnly ? undefined : importedTracker(name);
    if (tracker !== undefined) note(tracker.library, place, within, false);
  }
  // Nuxt loads its modules by their names. Source: https://sentry.nuxtjs.org
  if (/(^|\/)nuxt\.config\.[cm]?[jt]s$/.test(module.file))
    for (const { value } of everyOne(module, 'literal'))
      if (value.value === '@nuxtjs/sentry') note('Sentry', value.at, TOP, true);
  for (const { target, value, within, at: place } of module.bindings) {
    if (value.kind === 'module') {
      const tracker = importedTracker(value.module);
      if (tracker !== undefined) note(tracker.library, value.at, within, false);
    }
    if (target.kind === 'member' && takesErrors(target.name, target.of) && sendsIn(module, value, within))
      note('its own report', place, within, true);
  }
  return found;
}

/** Rows that are told by an element, and by an import. */
const OF_ELEMENTS = ERROR_TRACKERS.filter(({ element }) => element !== undefined);
const OF_IMPORTS = ERROR_TRACKERS.filter((one) => one.import !== undefined);

function importedTracker(name: string): ErrorTrackerKind | undefined {
  return OF_IMPORTS.find((one) => one.import!.test(name));
}

function startedBy(path: string, file: string): ErrorTrackerKind | undefined {
  return trackersCalled(path).find(({ settings }) => settings === undefined || settings.test(file));
}

/** Calls that may gather errors, by their path. */
function mayGather(path: string): true | undefined {
  return path === 'vue.onErrorCaptured' || trackersCalled(path).length > 0 || undefined;
}

/** Calls that may listen to errors: see {@link reportsItself}. */
function mayListen(name: string): true | undefined {
  return name === 'hook' || name === 'addEventListener' || undefined;
}

/** `<Provider config={…}>` of a package, by the name that it was imported under. */
function isElement(
  { imports }: SourceModule,
  name: string,
  { module: of, member }: NonNullable<ErrorTrackerKind['element']>,
): boolean {
  return imports.some((one) => of.test(one.module) && one.member === member && one.local === name);
}

/** `addEventListener('error', …)`. */
function reportsItself(callee: Expression, first: Expression | undefined): boolean {
  const name = callee.kind === 'name' || callee.kind === 'member' ? callee.name : '';
  // A plugin of Nuxt: `nuxtApp.hook('vue:error', …)`.
  if (name === 'hook' && first?.kind === 'literal') return first.value === 'vue:error';
  return (
    name === 'addEventListener' &&
    (callee.kind === 'name' || (callee.kind === 'member' && isWindow(callee.of))) &&
    first?.kind === 'literal' &&
    (first.value === 'error' || first.value === 'unhandledrejection')
  );
}

/** `window.onerror = …`, and `app.config.errorHandler = …` of Vue. */
function takesErrors(name: string, of: Expression): boolean {
  return /^on(error|unhandledrejection)$/.test(name)
    ? isWindow(of)
    : name === 'errorHandler' && of.kind === 'member' && of.name === 'config';
}

/** The page as a whole: what a picture or a socket says of itself is not what nobody caught. */
function isWindow(of: Expression): boolean {
  return of.kind === 'name' && /^(window|self|globalThis)$/.test(of.name);
}

const SENDS =
  /(^|\.)(fetch|sendBeacon|post|request|send|report\w*|capture\w*|track\w*|axios|submit\w*)$|^call$/i;

/** Whether what listens sends something, itself or through a function beside it. */
function sendsIn(module: SourceModule, value: Expression | undefined, within: number, steps = 0): boolean {
  if (value === undefined || steps > 2) return false;
  if (value.kind === 'name') {
    const own = module.functions.findIndex(({ name }) => name === value.name);
    return own !== -1 && callsIn(module, own, within, steps);
  }
  return value.kind === 'function' && callsIn(module, value.function, within, steps);
}

function callsIn(module: SourceModule, number: number, within: number, steps: number): boolean {
  return module.calls.some((call) => {
    if (call.within !== number) return false;
    const { callee } = call;
    const name = callee.kind === 'name' || callee.kind === 'member' ? callee.name : '';
    const path = call.path ?? name;
    if (/^console\./.test(path)) return false;
    if (SENDS.test(path) && module.functions.every((one) => one.name !== name)) return true;
    return sendsIn(module, callee, within, steps + 1);
  });
}

/** Scripts of error trackers in a page. */
const SCRIPTS: readonly (readonly [library: string, pattern: RegExp])[] = [
  ['Sentry', /<script[^>]+src=["'][^"']*(browser\.sentry-cdn\.com|js\.sentry-cdn\.com)/i],
  ['Datadog', /<script[^>]+src=["'][^"']*datadoghq-browser-agent\.com|DD_RUM\.init/i],
  ['New Relic', /\bNREUM\b/],
  ['Rollbar', /\b_rollbarConfig\b/],
  ['Bugsnag', /<script[^>]+src=["'][^"']*bugsnag/i],
  ['CloudWatch RUM', /client\.rum\.us-east-1\.amazonaws\.com|cwr\(['"]init/],
];

export function isPage(path: string): boolean {
  return /\.(html?|ejs|hbs|njk|jinja2?|pug)$/i.test(path);
}

/** Error trackers that a page loads by itself. */
export function errorTrackersOfPage(path: string, text: string): readonly RepositoryFact[] {
  return SCRIPTS.flatMap(([library, pattern]) => {
    const found = pattern.exec(text);
    if (found === null) return [];
    const place = placeIn(path, text.slice(0, found.index).split('\n').length);
    return [
      fact({
        type: 'Repository::PageErrorTracker',
        address: `${path} ${library}`,
        at: place,
        properties: { path, library, usedIn: [written(path, place)] },
      }),
    ];
  });
}
