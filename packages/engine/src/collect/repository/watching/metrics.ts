import { inCode, type Location } from '../../../model/origin.ts';
import { unknown } from '../../../model/value.ts';
import type { Program } from '../code/names/program.ts';
import type { Call, Expression, SourceModule } from '../code/syntax/source-module.ts';
import { fact, openList, type Plain, type RepositoryFact, written } from '../fact.ts';
import { partsOf } from '../joins/expressions.ts';
import { callsTold, inOrder, type ToldCall } from '../joins/told-calls.ts';
import { addressOf, at, functionAround } from '../practices/places.ts';
import { jsonIn } from './json-text.ts';
import { literals } from './metric-names.ts';
import { missingNames } from './missing-names.ts';
import { type StoredMetric, storedBy, storedByPowertools } from './stored-metrics.ts';
import { usersIn } from './users.ts';

/** Where the code sends a metric of its own, by what sends it. */
export function metrics(program: Program, module: SourceModule): readonly RepositoryFact[] {
  const byAddress = new Map<string, Sent[]>();
  for (const sent of sentIn(program, module)) {
    const address = addressOf(module, sent.call.within);
    const before = byAddress.get(address);
    if (before === undefined) byAddress.set(address, [sent]);
    else before.push(sent);
  }
  return [...byAddress].map(([address, own]) => {
    const { call, library } = own[0]!;
    const place = at(module, call.at);
    const missing = missingNames(program, module, new Set(own.map((one) => one.call.within)));
    return fact({
      type: 'Repository::Metric',
      address,
      at: place,
      properties: {
        path: module.file,
        function: functionAround(module, call.within),
        library,
        names: namesOf(program, module, own, place),
        stored: storedIn(program, module, own, place),
        usedIn: usersIn(program, module, call.within, place),
        missing: missing.map(({ name, at: where }) => written({ name }, at(module, where))),
      },
    });
  });
}

interface Sent {
  readonly library: string;
  readonly call: Call;
  /** What the metric is called, where that can be told. */
  readonly name: Expression | undefined;
}

const POWERTOOLS =
  /^(@aws-lambda-powertools\/metrics|aws_lambda_powertools(\.metrics(\.\w+)?)?)\.((Metrics|EphemeralMetrics|SingleMetric)\(\)(\.singleMetric\(\))?\.(addMetric|add_metric)|single_metric)$/;
const EMBEDDED = /^(aws-embedded-metrics|aws_embedded_metrics)\b.*\.(putMetric|put_metric)$/;
const STATSD =
  /^(hot-shots|node-statsd|statsd-client|statsd|datadog(\.dogstatsd)?|datadog-lambda-js|datadog_lambda\.metric|dogstatsd|dd-trace(\.default)?)\b.*\.(increment|gauge|histogram|distribution|count|timing|incr|sendDistributionMetric|lambda_metric)$/;
const PROMETHEUS = /^(prom-client(\.default)?|prometheus_client)\.(Counter|Gauge|Histogram|Summary)$/;
const OPEN_TELEMETRY =
  /\.(createCounter|createHistogram|createUpDownCounter|createObservableGauge|create_counter|create_histogram|create_up_down_counter)$/;

const CLOUDWATCH = /(^|\.)PutMetricDataCommand$/;
const NEW_RELIC =
  /^(newrelic(\.default)?\.(recordMetric|recordCustomEvent|incrementMetric)|newrelic\.agent\.record_custom_(metric|event))$/;
const ADDS_METRIC = /^(addMetric|add_metric|putMetric|put_metric)$/;
const PUTS_DATA = /^(put_metric_data|putMetricData)$/;
const MAKES_INSTRUMENT = /^(createCounter|create_counter|createHistogram|create_histogram)$/;
const WRITES_LINE = /^(log|info|write|print|debug)$/;

function maySendByPath(path: string): true | undefined {
  const kinds = [POWERTOOLS, EMBEDDED, CLOUDWATCH, STATSD, PROMETHEUS, OPEN_TELEMETRY, NEW_RELIC];
  return kinds.some((one) => one.test(path)) || undefined;
}

function maySendByName(name: string): true | undefined {
  return [ADDS_METRIC, PUTS_DATA, MAKES_INSTRUMENT, WRITES_LINE].some((one) => one.test(name)) || undefined;
}

function* sentIn(program: Program, module: SourceModule): Generator<Sent> {
  const sending = inOrder<ToldCall<true>>(
    callsTold(program, module, 'path', maySendByPath),
    callsTold(program, module, 'name', maySendByName),
  );
  for (const { call } of sending) {
    const path = program.pathOf(module, call.callee, call.within) ?? '';
    const first =
      call.arguments.find(({ name }) => name === 'name' || name === 'metric_name')?.value ??
      call.arguments[0]?.value;
    if (POWERTOOLS.test(path)) yield { library: 'Powertools', call, name: first };
    else if (EMBEDDED.test(path) || isHandedMetrics(program, module, call))
      yield { library: 'embedded metric format', call, name: first };
    else if (CLOUDWATCH.test(path) || isPutMetricData(call))
      yield { library: 'CloudWatch', call, name: memberNamed(call, module, /^MetricName$/) };
    else if (STATSD.test(path)) yield { library: 'StatsD', call, name: first };
    else if (PROMETHEUS.test(path))
      yield { library: 'Prometheus', call, name: memberNamed(call, module, /^name$/) ?? first };
    else if (
      OPEN_TELEMETRY.test(path) ||
      (call.callee.kind === 'member' && MAKES_INSTRUMENT.test(call.callee.name))
    )
      yield { library: 'OpenTelemetry', call, name: first };
    else if (NEW_RELIC.test(path)) yield { library: 'New Relic', call, name: first };
    else if (writesEmbedded(program, module, call))
      yield { library: 'embedded metric format', call, name: embeddedName(program, module, call) };
  }
}

/** `client.put_metric_data(…)`, `cloudwatch.putMetricData({ … })`. */
function isPutMetricData({ callee }: Call): boolean {
  return callee.kind === 'member' && PUTS_DATA.test(callee.name);
}

/** `metrics.addMetric` of something that is handed in. */
function isHandedMetrics(program: Program, module: SourceModule, { callee, within }: Call): boolean {
  if (callee.kind !== 'member' || !ADDS_METRIC.test(callee.name)) return false;
  const { kind } = program.resolve(module, callee, within);
  return kind !== 'function';
}

/** A line of JSON with the member `_aws`: CloudWatch makes a metric of it. */
function writesEmbedded(program: Program, module: SourceModule, call: Call): boolean {
  if (call.callee.kind !== 'member' && call.callee.kind !== 'name') return false;
  if (!WRITES_LINE.test(call.callee.name)) return false;
  return call.arguments.some(({ value }) =>
    jsonIn(program, module, value, call.within).names.includes('_aws'),
  );
}

function embeddedName(program: Program, module: SourceModule, call: Call): Expression | undefined {
  for (const { value } of call.arguments)
    for (const part of deep(program, module, value, call.within))
      if (part.kind === 'object') {
        const name = part.members.find((member) => member.name === 'Name');
        if (name !== undefined) return name.value;
      }
  return undefined;
}

/** What CloudWatch keeps of it, with namespace and dimensions. Open where that is not written out at the place. */
function storedIn(program: Program, module: SourceModule, sent: readonly Sent[], place: Location): Plain {
  const all = sent.map(({ call, library, name }) => {
    const { within } = call;
    if (library === 'Powertools') return storedByPowertools({ program, module, within }, call, name);
    const parts = call.arguments.flatMap(({ value }) => [...deep(program, module, value, within)]);
    return storedBy({ program, module, within }, call, parts);
  });
  const metrics = all.flatMap((one) => one.metrics.map((metric) => plainOf(metric, module)));
  return all.some(({ open }) => open)
    ? openList(
        metrics,
        unknown('unresolved-expression', 'what CloudWatch keeps of the metrics', inCode(place)),
      )
    : metrics;
}

function plainOf({ namespace, name, dimensions, at: place }: StoredMetric, module: SourceModule): Plain {
  const where = at(module, place);
  const untold = unknown('unresolved-expression', `the dimensions of the metric ${name}`, inCode(where));
  return written({ namespace, name, dimensions: dimensions ?? untold }, where);
}

/** All that is written in an expression, the calls in it and the variables that it names included. */
function* deep(
  program: Program,
  module: SourceModule,
  value: Expression,
  within: number,
  steps = 0,
): Generator<Expression> {
  if (steps > 4) return;
  for (const part of partsOf(value, module)) {
    yield part;
    if (part.kind === 'call')
      for (const { value: given } of module.calls[part.call]!.arguments)
        yield* deep(program, module, given, within, steps + 1);
    if (part.kind === 'name') {
      const meaning = program.resolve(module, part, within);
      if (meaning.kind === 'value' && meaning.module === module && meaning.value !== part)
        yield* deep(program, module, meaning.value, meaning.within, steps + 1);
    }
  }
}

function memberNamed(call: Call, module: SourceModule, name: RegExp): Expression | undefined {
  for (const { name: own, value } of call.arguments) {
    if (own !== undefined && name.test(own)) return value;
    for (const part of partsOf(value, module))
      if (part.kind === 'object') {
        const found = part.members.find((member) => name.test(member.name));
        if (found !== undefined) return found.value;
      }
  }
  return undefined;
}

/** The names of the metrics; where one is a parameter, what callers hand over. Open where more may follow. */
function namesOf(program: Program, module: SourceModule, sent: readonly Sent[], place: Location): Plain {
  const names = new Map<string, Plain>();
  let open = false;
  for (const { name, call } of sent) {
    const found = name === undefined ? undefined : literals(program, module, name, call.within);
    for (const one of found ?? []) names.set(one, written(one, at(module, call.at)));
    open ||= found === undefined || found.length === 0;
  }
  const all = [...names.values()];
  return open
    ? openList(all, unknown('unresolved-expression', 'what the metrics are called', inCode(place)))
    : all;
}
