import type { Expression } from '../code/syntax/source-module.ts';

/** A service that gathers errors, by what starts it in code. */
export interface ErrorTrackerKind {
  readonly library: string;
  /** The documentation that says so. */
  readonly source: string;
  readonly call?: RegExp;
  readonly import?: RegExp;
  /** An element of JSX that starts it: its package and the name that it has there. */
  readonly element?: { readonly module: RegExp; readonly member: string };
  /** The file of settings in which alone the call starts it. */
  readonly settings?: RegExp;
  /** Whether it gathers errors of pages: by its package alone, or else by where the call stands. */
  readonly page?: RegExp;
  /** Whether what is handed to it leaves errors out; what is not told leaves nothing out. */
  readonly without?: (given: readonly Expression[]) => boolean;
}

/** The first row that fits decides. */
export const ERROR_TRACKERS: readonly ErrorTrackerKind[] = [
  {
    library: 'Sentry',
    source: 'https://docs.sentry.io/platforms/javascript/guides/astro/',
    call: /^@sentry\/astro(\.default|\/integration\.sentryAstro|\.sentryAstro)?$/,
    settings: /(^|\/)astro\.config\.[cm]?[jt]s$/,
    page: /./,
    without: ([options]) => !hasMember(options, 'dsn') || isSwitchedOff(options),
  },
  {
    library: 'Sentry',
    source: 'https://docs.sentry.io/platforms/javascript/',
    call: /^(@sentry\/[\w-]+(\/[\w-]+)?(\.default)?(\.\w+)?\.(init|wrapHandler)|sentry_sdk\.init|raven\.Client|@sentry\/browser\.BrowserClient)$/,
    page: /^@sentry\/(browser|react|vue|angular|angular-ivy|svelte|solid|ember|gatsby|capacitor|react-native)[./]/,
    without: ([options]) => isSwitchedOff(options),
  },
  {
    library: 'Sentry',
    source: 'none: names of functions that packages of an organisation wrap it in',
    call: /(^|[._/])(init_?sentry|setup_?sentry|configure_?sentry|sentry_?init|start_?sentry)$/i,
    without: ([options]) => isSwitchedOff(options),
  },
  {
    library: 'Rollbar',
    source: 'https://docs.rollbar.com/docs/react',
    call: /^(rollbar(\.default)?(\.init)?)$/,
    element: { module: /^@rollbar\/react$/, member: 'Provider' },
    without: ([options]) => isSwitchedOff(options),
  },
  {
    library: 'Bugsnag',
    source: 'https://docs.bugsnag.com/platforms/javascript/',
    call: /^(@bugsnag\/(?!browser-performance|react-native-performance)[\w-]+(\.default)?\.(start|createClient)|bugsnag(\.configure)?)$/,
    page: /^@bugsnag\/(browser|react|web-worker)/,
  },
  {
    library: 'Datadog',
    source: 'https://docs.datadoghq.com/real_user_monitoring/browser/',
    call: /^(@datadog\/browser-(rum|rum-slim|logs)\.(datadogRum|datadogLogs)\.init|(window\.)?DD_(RUM|LOGS)\.init)$/,
    page: /^@datadog\/browser|DD_(RUM|LOGS)/,
    without: ([options]) => isFalse(options, 'forwardErrorsToLogs'),
  },
  {
    library: 'Datadog',
    source: 'https://docs.datadoghq.com/tracing/',
    call: /^(dd-trace(\.default|\.tracer)?\.init|ddtrace\.(patch|patch_all)|datadog-lambda-js\.datadog|datadog_lambda\.wrapper\.\w+)$/,
    import: /^(dd-trace\/(init|initialize\.mjs)|ddtrace\.auto)$/,
  },
  {
    library: 'New Relic',
    source: 'https://docs.newrelic.com/docs/browser/browser-monitoring/installation/',
    call: /^(newrelic(\.default)?\.getBrowserTimingHeader|newrelic\.agent\.get_browser_timing_header)$/,
    page: /./,
  },
  {
    library: 'New Relic',
    source: 'https://docs.newrelic.com/docs/apm/agents/',
    import: /^newrelic(\.|$)/,
  },
  {
    library: 'New Relic',
    source: 'https://docs.newrelic.com/docs/browser/',
    call: /^@newrelic\/browser-agent(\/[\w/-]+)?\.BrowserAgent$/,
    page: /^@newrelic\/browser/,
  },
  {
    library: 'Elastic APM',
    source: 'https://www.elastic.co/guide/en/apm/agent/',
    call: /^(elastic-apm-node(\.default)?\.start|elasticapm\..*(ElasticAPM|Client|make_apm_client))$/,
    import: /^elastic-apm-node\/start(\.js)?$/,
  },
  {
    library: 'Elastic APM',
    source: 'https://www.elastic.co/guide/en/apm/agent/rum-js/',
    call: /^@elastic\/apm-rum(-react)?\.init$/,
    page: /^@elastic\/apm-rum/,
  },
  {
    library: 'Honeybadger',
    source: 'https://docs.honeybadger.io/lib/javascript/',
    call: /^(@honeybadger-io\/[\w-]+(\.default)?\.configure|honeybadger\.(honeybadger\.)?configure)$/,
    page: /^@honeybadger-io\/react/,
  },
  {
    library: 'Airbrake',
    source: 'https://docs.airbrake.io/docs/platforms/javascript/',
    call: /^@airbrake\/(node|browser)\.Notifier$/,
    page: /^@airbrake\/browser/,
  },
  {
    library: 'Raygun',
    source: 'https://raygun.com/documentation/language-guides/javascript/',
    call: /^(raygun(\.default)?\.Client\(\)\.init|raygun4js(\.default)?|raygun4py\.raygunprovider\.RaygunSender)$/,
    page: /^raygun4js/,
  },
  {
    library: 'Application Insights',
    source: 'https://learn.microsoft.com/azure/azure-monitor/app/',
    call: /^(applicationinsights(\.default)?\.(setup|start|setup\(\)\.start)|@microsoft\/applicationinsights-web\.ApplicationInsights)$/,
    page: /^@microsoft\/applicationinsights-web/,
  },
  {
    library: 'CloudWatch RUM',
    source: 'https://github.com/aws-observability/aws-rum-web/blob/main/docs/configuration.md',
    call: /^aws-rum-web\.AwsRum$/,
    page: /^aws-rum-web/,
    // `new AwsRum(id, version, region, { telemetries: ['performance'] })`
    without: (given) => given.some((options) => namesNone(options, 'telemetries', 'errors')),
  },
  {
    library: 'LogRocket',
    source: 'https://docs.logrocket.com/reference/init',
    call: /^logrocket(\.default)?\.init$/,
    page: /^logrocket/,
  },
  {
    library: 'TrackJS',
    source: 'https://docs.trackjs.com/browser-agent/',
    call: /^trackjs\.TrackJS\.install$/,
    page: /^trackjs/,
  },
  {
    library: 'Grafana Faro',
    source: 'https://grafana.com/docs/grafana-cloud/monitor-applications/frontend-observability/',
    call: /^@grafana\/faro-(web-sdk|react)\.initializeFaro$/,
    page: /./,
  },
  {
    library: 'AppSignal',
    source: 'https://docs.appsignal.com/front-end/',
    call: /^@appsignal\/javascript(\.default)?$/,
    page: /./,
  },
  {
    library: 'Splunk RUM',
    source: 'https://github.com/signalfx/splunk-otel-js-web',
    call: /^@splunk\/otel-web(\.default|\.SplunkRum)?\.init$/,
    page: /./,
  },
  {
    library: 'Lumigo',
    source: 'https://docs.lumigo.io/docs/',
    call: /^(@lumigo\/tracer(\.default|\.init|\.trace)?|lumigo_tracer\.lumigo_tracer)$/,
  },
  { library: 'Logfire', source: 'https://logfire.pydantic.dev/docs/', call: /^logfire\.configure$/ },
  {
    library: 'Cloud Error Reporting',
    source: 'https://cloud.google.com/error-reporting/docs/setup',
    call: /^(@google-cloud\/error-reporting\.ErrorReporting|google\.cloud\.error_reporting\.Client)$/,
  },
];

/** Files that frameworks for both sides load in the page: Next.js, Nuxt, Astro, SvelteKit, Remix, React Router, SolidStart. */
export function isForPages(file: string): boolean {
  return /(^|\/)(sentry\.client\.config|instrumentation-client|instrument\.client|hooks\.client|entry[.-]client)\.[cm]?[jt]sx?$/.test(
    file,
  );
}

/** Whether a call of a package starts something in pages alone, where it tells nothing of what the server does. */
export function isOfPagesAlone(path: string, file: string): boolean {
  return (
    (isForPages(file) && path.startsWith('@sentry/')) ||
    /^@opentelemetry\/sdk-trace-web\b/.test(path) ||
    trackersCalled(path).some(({ page, settings }) => settings === undefined && page?.test(path) === true)
  );
}

/** The rows whose call is called so. */
export function trackersCalled(path: string): readonly ErrorTrackerKind[] {
  return ERROR_TRACKERS.filter(({ call }) => call?.test(path));
}

/** `init({ enabled: false })`, `init({ enabled: { client: false } })`, `init({ dsn: '' })`. */
function isSwitchedOff(options: Expression | undefined): boolean {
  const dsn = memberOf(options, 'dsn');
  return (
    isFalse(options, 'enabled') ||
    isFalse(memberOf(options, 'enabled'), 'client') ||
    (dsn?.kind === 'literal' && dsn.value === '')
  );
}

function isFalse(options: Expression | undefined, name: string): boolean {
  const value = memberOf(options, name);
  return value?.kind === 'literal' && value.value === false;
}

/** Whether a list that is written in full does not name something. */
function namesNone(options: Expression | undefined, name: string, wanted: string): boolean {
  const list = memberOf(options, name);
  return (
    list?.kind === 'list' &&
    !list.open &&
    list.items.every(
      (item) =>
        (item.kind === 'literal' && item.value !== wanted) ||
        (item.kind === 'list' && item.items[0]?.kind === 'literal' && item.items[0].value !== wanted),
    )
  );
}

function hasMember(options: Expression | undefined, name: string): boolean {
  return memberOf(options, name) !== undefined;
}

function memberOf(options: Expression | undefined, name: string): Expression | undefined {
  return options?.kind === 'object' ? options.members.find((one) => one.name === name)?.value : undefined;
}
