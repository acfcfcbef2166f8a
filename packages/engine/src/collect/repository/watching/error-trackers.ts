import type { Program } from '../code/names/program.ts';
import type { Expression, Place, SourceModule } from '../code/syntax/source-module.ts';
import { fact, placeIn, type RepositoryFact, written } from '../fact.ts';
import { isOfAPage } from '../practices/pages.ts';
import { at } from '../practices/places.ts';
import { usersIn } from './users.ts';

interface Tracker {
  readonly library: string;
  readonly call?: RegExp;
  readonly import?: RegExp;
  /** Made for pages alone. */
  readonly page?: RegExp;
}

/** Services that gather errors, by the call that starts them. Sources: their documentation. */
const TRACKERS: readonly Tracker[] = [
  {
    library: 'Sentry',
    call: /^(@sentry\/[\w-]+(\.default)?(\.\w+)?\.(init|wrapHandler)|sentry_sdk\.init|raven\.Client|@sentry\/browser\.BrowserClient)$/,
    page: /^@sentry\/(browser|react|vue|angular|svelte|sveltekit|capacitor|react-native)/,
  },
  {
    library: 'Sentry',
    call: /(^|[._/])(init_?sentry|setup_?sentry|configure_?sentry|sentry_?init|start_?sentry)$/i,
  },
  { library: 'Rollbar', call: /^(rollbar(\.default)?(\.init)?)$/ },
  {
    library: 'Bugsnag',
    call: /^(@bugsnag\/[\w-]+(\.default)?\.(start|createClient)|bugsnag(\.configure)?)$/,
    page: /^@bugsnag\/(browser|react|web-worker)/,
  },
  {
    library: 'Datadog',
    call: /^(@datadog\/browser-(rum|logs)\.(datadogRum|datadogLogs)\.init)$/,
    page: /^@datadog\/browser/,
  },
  {
    library: 'Datadog',
    call: /^(dd-trace(\.default|\.tracer)?\.init|ddtrace\.(patch|patch_all)|datadog-lambda-js\.datadog|datadog_lambda\.wrapper\.\w+)$/,
    import: /^(dd-trace\/(init|initialize\.mjs)|ddtrace\.auto)$/,
  },
  { library: 'New Relic', import: /^newrelic(\.|$)/ },
  {
    library: 'New Relic',
    call: /^@newrelic\/browser-agent(\/[\w/-]+)?\.BrowserAgent$/,
    page: /^@newrelic\/browser/,
  },
  {
    library: 'Elastic APM',
    call: /^(elastic-apm-node(\.default)?\.start|elasticapm\..*(ElasticAPM|Client|make_apm_client))$/,
    import: /^elastic-apm-node\/start(\.js)?$/,
  },
  { library: 'Elastic APM', call: /^@elastic\/apm-rum(-react)?\.init$/, page: /^@elastic\/apm-rum/ },
  {
    library: 'Honeybadger',
    call: /^(@honeybadger-io\/[\w-]+(\.default)?\.configure|honeybadger\.(honeybadger\.)?configure)$/,
    page: /^@honeybadger-io\/react/,
  },
  { library: 'Airbrake', call: /^@airbrake\/(node|browser)\.Notifier$/, page: /^@airbrake\/browser/ },
  {
    library: 'Raygun',
    call: /^(raygun(\.default)?\.Client\(\)\.init|raygun4js(\.default)?|raygun4py\.raygunprovider\.RaygunSender)$/,
    page: /^raygun4js/,
  },
  {
    library: 'Application Insights',
    call: /^(applicationinsights(\.default)?\.(setup|start|setup\(\)\.start)|@microsoft\/applicationinsights-web\.ApplicationInsights)$/,
    page: /^@microsoft\/applicationinsights-web/,
  },
  { library: 'CloudWatch RUM', call: /^aws-rum-web\.AwsRum$/, page: /^aws-rum-web/ },
  { library: 'LogRocket', call: /^logrocket(\.default)?\.init$/, page: /^logrocket/ },
  { library: 'TrackJS', call: /^trackjs\.TrackJS\.install$/, page: /^trackjs/ },
  { library: 'Lumigo', call: /^(@lumigo\/tracer(\.default|\.init|\.trace)?|lumigo_tracer\.lumigo_tracer)$/ },
  { library: 'Logfire', call: /^logfire\.configure$/ },
  {
    library: 'Cloud Error Reporting',
    call: /^(@google-cloud\/error-reporting\.ErrorReporting|google\.cloud\.error_reporting\.Client)$/,
  },
];

/** Where errors that nobody caught are gathered: the call that starts it, and not what a manifest names. */
export function errorTrackers(program: Program, module: SourceModule): readonly RepositoryFact[] {
  const found: RepositoryFact[] = [];
  const seen = new Set<string>();
  const note = (library: string, place: Place, within: number, page: boolean) => {
    if (seen.has(library)) return;
    seen.add(library);
    found.push(
      fact({
        type: page ? 'Repository::PageErrorTracker' : 'Repository::ErrorTracker',
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
  const ofPage = isOfAPage(program, module);
  for (const call of module.calls) {
    const path = program.pathOf(module, call.callee, call.within) ?? '';
    const tracker = TRACKERS.find((one) => one.call?.test(path));
    if (tracker !== undefined && !isSwitchedOff(call.arguments[0]?.value))
      note(
        tracker.library,
        call.at,
        call.within,
        ofPage || tracker.page?.test(path) === true || isForPages(module),
      );
    else if (
      reportsItself(call.callee, call.arguments[0]?.value) &&
      sendsIn(module, call.arguments[1]?.value, call.within)
    )
      note('its own report', call.at, call.within, true);
  }
  for (const { module: name, typeOnly, at: place, within } of module.imports) {
    const tracker = typeOnly ? undefined : TRACKERS.find((one) => one.import?.test(name));
    if (tracker !== undefined) note(tracker.library, place, within, false);
  }
  for (const { target, value, within, at: place } of module.bindings) {
    if (value.kind === 'module') {
      const tracker = TRACKERS.find((one) => one.import?.test(value.module));
      if (tracker !== undefined) note(tracker.library, value.at, within, false);
    }
    if (
      target.kind === 'member' &&
      /^on(error|unhandledrejection)$/.test(target.name) &&
      sendsIn(module, value, within)
    )
      note('its own report', place, within, true);
  }
  return found;
}

/** The file of Next.js in which a page starts its tracker. */
function isForPages({ file }: SourceModule): boolean {
  return /(^|\/)(sentry\.client\.config|instrumentation-client)\.[cm]?[jt]sx?$/.test(file);
}

/** `init({ enabled: false })`, `init({ dsn: '' })`. */
function isSwitchedOff(value: Expression | undefined): boolean {
  return (
    value?.kind === 'object' &&
    value.members.some(
      ({ name, value: given }) =>
        given.kind === 'literal' &&
        ((name === 'enabled' && given.value === false) || (name === 'dsn' && given.value === '')),
    )
  );
}

/** `addEventListener('error', …)`. */
function reportsItself(callee: Expression, first: Expression | undefined): boolean {
  const name = callee.kind === 'name' || callee.kind === 'member' ? callee.name : '';
  return (
    name === 'addEventListener' &&
    (callee.kind === 'name' ||
      (callee.kind === 'member' &&
        callee.of.kind === 'name' &&
        /^(window|self|globalThis)$/.test(callee.of.name))) &&
    first?.kind === 'literal' &&
    (first.value === 'error' || first.value === 'unhandledrejection')
  );
}

const SENDS =
  /(^|\.)(fetch|sendBeacon|post|request|send|report\w*|capture\w*|track\w*|call|axios|submit\w*)$/i;

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
