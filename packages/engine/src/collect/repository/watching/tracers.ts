import { inCode } from '../../../model/origin.ts';
import { unknown } from '../../../model/value.ts';
import type { Program } from '../code/names/program.ts';
import type { Expression, Place, SourceModule } from '../code/syntax/source-module.ts';
import { fact, openList, placeIn, type RepositoryFact, written } from '../fact.ts';
import { callsTold } from '../joins/told-calls.ts';
import { at } from '../practices/places.ts';
import { isOfPagesAlone } from './tracker-table.ts';
import { usersIn } from './users.ts';

interface Tracer {
  readonly library: string;
  /** What is called, or what an import does by itself. */
  readonly call?: RegExp;
  readonly import?: RegExp;
  /** Whether errors that nobody caught are kept with the trace, by the names that say so. */
  readonly errors: boolean | RegExp;
}

/** Libraries that tell one call from another in a trace, by what they are called. Sources: their documentation. */
const TRACERS: readonly Tracer[] = [
  {
    library: 'X-Ray',
    call: /^(aws-xray-sdk(-core|-express)?(\.default)?\.(capture\w*|express\.\w+|getSegment|openSegment|enableAutomaticMode|setContextMissingStrategy)|aws_xray_sdk\.(core|ext)\..*(patch_all|patch|capture\w*|XRayMiddleware|in_segment|in_subsegment|configure))$/,
    errors: false,
  },
  {
    library: 'X-Ray',
    call: /^(@aws-lambda-powertools\/tracer|aws_lambda_powertools(\.tracing(\.tracer)?)?)\.Tracer$/,
    errors: /^(captureLambdaHandler|capture_lambda_handler|addErrorAsMetadata|captureMethod|capture_method)$/,
  },
  {
    library: 'OpenTelemetry',
    call: /^(@opentelemetry\/(sdk-node|sdk-trace-node|sdk-trace-base|auto-instrumentations-node|sdk-trace-web|instrumentation[\w-]*|api)\.(NodeSDK|NodeTracerProvider|BasicTracerProvider|getNodeAutoInstrumentations|WebTracerProvider|registerInstrumentations|trace\.getTracer)|@vercel\/otel\.registerOTel|opentelemetry\..*(TracerProvider|get_tracer|instrument|instrument_app))(\(\)\.\w+)?$/,
    import: /^@opentelemetry\/auto-instrumentations-node\/register$/,
    errors: false,
  },
  {
    library: 'Datadog',
    call: /^(dd-trace(\.default|\.tracer)?\.init|ddtrace\.(patch|patch_all|tracer\.\w+|auto)|datadog-lambda-js\.datadog|datadog_lambda\.wrapper\.\w+)$/,
    import: /^(dd-trace\/(init|initialize\.mjs)|ddtrace\.auto)$/,
    errors: true,
  },
  { library: 'New Relic', import: /^newrelic(\.|$)/, errors: true },
  {
    library: 'Elastic APM',
    call: /^(elastic-apm-node(\.default)?\.start|elasticapm\..*(ElasticAPM|Client|make_apm_client|instrument))$/,
    import: /^elastic-apm-node\/start(\.js)?$/,
    errors: true,
  },
  {
    library: 'Application Insights',
    call: /^applicationinsights(\.default)?\.(setup|start|setup\(\)\.start)$/,
    errors: true,
  },
  {
    library: 'Lumigo',
    call: /^(@lumigo\/(tracer|opentelemetry)(\.default|\.init)?|lumigo_tracer\.lumigo_tracer|lumigo_tracer)$/,
    errors: true,
  },
  {
    library: 'Honeycomb',
    call: /^(@honeycombio\/opentelemetry-node\.HoneycombSDK|honeycomb-beeline)$/,
    errors: false,
  },
  { library: 'Instana', import: /^(@instana\/(collector|aws-lambda)|instana)$/, errors: true },
  { library: 'Dynatrace', import: /^(@dynatrace\/oneagent|autodynatrace)$/, errors: true },
  { library: 'Logfire', call: /^logfire\.(configure|instrument\w*)$/, errors: true },
];

/** Sentry follows requests as well, where it is told how many. */
const SENTRY = /^(@sentry\/[\w-]+(\.default)?|sentry_sdk)\.init$/;
const SAMPLED = /^(tracesSampleRate|tracesSampler|traces_sample_rate|traces_sampler)$/;

/** Where the code is instrumented for tracing: what it calls or imports for that, and not what a manifest names. */
export function tracers(program: Program, module: SourceModule): readonly RepositoryFact[] {
  const found = new Map<string, { place: Place; within: number; errors: boolean }>();
  const note = (library: string, place: Place, within: number, errors: boolean) => {
    const before = found.get(library);
    if (before === undefined) found.set(library, { place, within, errors });
  };
  for (const { call, as: path, is: tracer } of callsTold(program, module, 'path', tracerNamed)) {
    if (isOfPagesAlone(path, module.file)) continue;
    if (tracer !== 'Sentry')
      note(
        tracer.library,
        call.at,
        call.within,
        typeof tracer.errors === 'boolean' ? tracer.errors : saysAnywhere(program, tracer.errors),
      );
    else if (call.arguments.some(({ name, value }) => isSampled(name ?? '', value) || hasSampled(value)))
      note('Sentry', call.at, call.within, true);
  }
  for (const { module: name, typeOnly, at: place, within } of module.imports) {
    const tracer = typeOnly ? undefined : importedTracer(name);
    if (tracer !== undefined) note(tracer.library, place, within, tracer.errors === true);
  }
  for (const { value, within } of module.bindings)
    if (value.kind === 'module') {
      const tracer = importedTracer(value.module);
      if (tracer !== undefined) note(tracer.library, value.at, within, tracer.errors === true);
    }
  return [...found].map(([library, { place, within, errors }]) =>
    fact({
      type: 'Repository::Tracer',
      address: `${module.file} ${library}`,
      at: at(module, place),
      properties: {
        path: module.file,
        library,
        errors: errors ? true : undefined,
        usedIn: usersIn(program, module, within, at(module, place)),
      },
    }),
  );
}

const OF_IMPORTS = TRACERS.filter((one) => one.import !== undefined);

function importedTracer(name: string): Tracer | undefined {
  return OF_IMPORTS.find((one) => one.import!.test(name));
}

function tracerNamed(path: string): Tracer | 'Sentry' | undefined {
  return TRACERS.find(({ call }) => call?.test(path)) ?? (SENTRY.test(path) ? 'Sentry' : undefined);
}

function hasSampled(value: Expression): boolean {
  return value.kind === 'object' && value.members.some((member) => isSampled(member.name, member.value));
}

/** Of none is `tracesSampleRate: 0`. */
function isSampled(name: string, value: Expression): boolean {
  return SAMPLED.test(name) && !(value.kind === 'literal' && Number(value.value) === 0);
}

function saysAnywhere(program: Program, name: RegExp): boolean {
  return [...program.modules.values()].some(
    ({ calls, functions }) =>
      calls.some(({ callee }) => callee.kind === 'member' && name.test(callee.name)) ||
      functions.some(({ decorators }) =>
        decorators.some((one) => one.kind === 'member' && name.test(one.name)),
      ),
  );
}

/** Programs and options that instrument what they start, without a line of code. */
const STARTS: readonly (readonly [library: string, pattern: RegExp, errors: boolean])[] = [
  [
    'OpenTelemetry',
    /\bopentelemetry-instrument\b|(?:-r|--require|--import)[ =]["']?@opentelemetry\/[\w/.-]+/,
    false,
  ],
  ['Datadog', /\bddtrace-run\b|(?:-r|--require|--import)[ =]["']?(?:dd-trace|ddtrace)\/[\w/.-]+/, true],
  ['New Relic', /\bnewrelic-admin\s+run-program\b|(?:-r|--require|--import)[ =]["']?newrelic\b/, true],
  ['Dynatrace', /\boneagent-codemodules\b|LD_PRELOAD=\S*oneagent|\/oneagent\b/, true],
  ['Elastic APM', /\belasticapm-run\b|(?:-r|--require|--import)[ =]["']?elastic-apm-node\/start/, true],
];

/** Files that say how the application is started. */
export function saysHowToStart(path: string): boolean {
  return /(^|\/)([\w.-]*Dockerfile[\w.-]*|Procfile|package\.json|(docker-)?compose[\w.-]*\.ya?ml|supervisord?\.conf|ecosystem\.config\.[cm]?js|serverless\.ya?ml|[\w-]*(entrypoint|start|run|boot)[\w-]*\.sh)$/i.test(
    path,
  );
}

/** Where a start command instruments what it starts; `starts` are all files that say how something is started. */
export function tracersOfStart(
  path: string,
  text: string,
  starts: ReadonlyMap<string, string>,
): readonly RepositoryFact[] {
  return STARTS.flatMap(([library, pattern, errors]) => {
    const found = pattern.exec(text);
    if (found === null) return [];
    const before = text.slice(0, found.index);
    const line = before.split('\n').length;
    // What is commented out starts nothing.
    if (/^\s*(#|\/\/)/.test(before.slice(before.lastIndexOf('\n') + 1))) return [];
    const place = placeIn(path, line);
    return [
      fact({
        type: 'Repository::Tracer',
        address: `${path} ${library}`,
        at: place,
        properties: {
          path,
          library,
          errors: errors ? true : undefined,
          byStart: true,
          usedIn: isStarted(path, starts)
            ? [written(path, place)]
            : openList([], unknown('unresolved-expression', `what starts ${path}`, inCode(place))),
        },
      }),
    ];
  });
}

/** A script of the shell runs where an image, a manifest or another script names it. */
function isStarted(path: string, starts: ReadonlyMap<string, string>): boolean {
  if (!path.endsWith('.sh')) return true;
  const name = path.slice(path.lastIndexOf('/') + 1);
  return [...starts].some(([other, text]) => other !== path && text.includes(name));
}
