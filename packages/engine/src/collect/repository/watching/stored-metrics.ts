import type { Program } from '../code/names/program.ts';
import type { Call, Expression, Place, SourceModule } from '../code/syntax/source-module.ts';
import { textsOf } from './metric-names.ts';

/** A metric as CloudWatch keeps it: metrics of one name with other dimensions are others. */
export interface StoredMetric {
  readonly namespace: string;
  readonly name: string;
  /** The names of its dimensions; nothing where they are not written out. */
  readonly dimensions: readonly string[] | undefined;
  readonly at: Place;
}

export interface StoredMetrics {
  readonly metrics: readonly StoredMetric[];
  /** Whether others may be kept. */
  readonly open: boolean;
}

type ObjectExpression = Extract<Expression, { kind: 'object' }>;

/** Where code is, to follow the names in it. */
interface Standing {
  readonly program: Program;
  readonly module: SourceModule;
  readonly within: number;
}

/** What Powertools keep of one metric: in the namespace that they are made for, and with dimensions that they add to. */
export function storedByPowertools(
  standing: Standing,
  { callee, within }: Call,
  name: Expression | undefined,
): StoredMetrics {
  const { program, module } = standing;
  const maker = callee.kind === 'member' ? program.resolve(module, callee.of, within) : undefined;
  if (name === undefined || maker?.kind !== 'made') return NOT_TOLD;
  const made = maker.module.calls[maker.call]!;
  const namespace = made.arguments
    .map((one) => (one.name === 'namespace' ? one.value : memberOf(one.value, 'namespace')))
    .find((one) => one?.kind === 'literal');
  return keptIn(standing, namespace, [name], () => ({ name, dimensions: [undefined] }));
}

/**
 * What is kept of a call that sends metrics: `parts` is all that is written in what it is given. Only the embedded metric
 * format and `PutMetricData` say namespace and dimensions beside the name.
 */
export function storedBy(standing: Standing, call: Call, parts: readonly Expression[]): StoredMetrics {
  const embedded = parts.flatMap((part) => memberOf(part, 'CloudWatchMetrics') ?? []);
  const found = [
    ...embedded.flatMap((list) => itemsOf(standing, list).map((item) => embeddedIn(standing, item))),
    ...putIn(standing, call, parts),
  ];
  return {
    metrics: found.flatMap(({ metrics }) => metrics),
    open: found.length === 0 || found.some(({ open }) => open),
  };
}

const NOT_TOLD: StoredMetrics = { metrics: [], open: true };

/** `{ Namespace, Dimensions: [['service']], Metrics: [{ Name }] }` */
function embeddedIn(standing: Standing, directive: Expression | undefined): StoredMetrics {
  const metrics = memberOf(directive, 'Metrics');
  if (directive?.kind !== 'object' || directive.open || metrics === undefined) return NOT_TOLD;
  const sets = dimensionSets(standing, memberOf(directive, 'Dimensions'));
  return keptIn(standing, memberOf(directive, 'Namespace'), itemsOf(standing, metrics), (metric) => ({
    name: memberOf(metric, 'Name'),
    dimensions: sets,
  }));
}

/** `{ Namespace, MetricData: [{ MetricName, Dimensions: [{ Name, Value }] }] }`, or the same as named arguments. */
function putIn(standing: Standing, call: Call, parts: readonly Expression[]): readonly StoredMetrics[] {
  const named = (name: string) => call.arguments.find((one) => one.name === name)?.value;
  const given = [
    { namespace: named('Namespace'), data: named('MetricData') },
    ...parts.map((part) => ({ namespace: memberOf(part, 'Namespace'), data: memberOf(part, 'MetricData') })),
  ];
  return given.flatMap(({ namespace, data }) =>
    data === undefined
      ? []
      : keptIn(standing, namespace, itemsOf(standing, data), (metric) => ({
          name: memberOf(metric, 'MetricName'),
          dimensions: [namedDimensions(standing, metric)],
        })),
  );
}

/** The metrics of a list in one namespace. */
function keptIn(
  standing: Standing,
  namespace: Expression | undefined,
  metrics: readonly (Expression | undefined)[],
  read: (metric: Expression | undefined) => {
    readonly name: Expression | undefined;
    readonly dimensions: readonly (readonly string[] | undefined)[];
  },
): StoredMetrics {
  const { program, module, within } = standing;
  const texts = (value: Expression | undefined) =>
    value === undefined ? { texts: [], open: true } : textsOf(program, module, value, within);
  const spaces = texts(namespace);
  const all = metrics.map((metric) => {
    const { name, dimensions } = read(metric);
    const names = texts(name);
    const kept = spaces.texts.flatMap((space) =>
      names.texts.flatMap((one) =>
        dimensions.map((set) => ({ namespace: space, name: one, dimensions: set, at: name!.at })),
      ),
    );
    return { kept, open: names.open };
  });
  return {
    metrics: all.flatMap(({ kept }) => kept),
    open: spaces.open || all.length === 0 || all.some(({ open }) => open),
  };
}

function dimensionSets(
  standing: Standing,
  sets: Expression | undefined,
): readonly (readonly string[] | undefined)[] {
  const written = sets === undefined ? [] : itemsOf(standing, sets);
  if (written.length === 0) return [undefined];
  return written.map((set) => {
    if (set?.kind !== 'list' || set.open) return undefined;
    const names = set.items.map((item) => literalText(item));
    return names.every((name) => name !== undefined) ? names : undefined;
  });
}

/** None where a metric of `PutMetricData` says none. */
function namedDimensions(standing: Standing, metric: Expression | undefined): readonly string[] | undefined {
  if (metric?.kind !== 'object' || metric.open) return undefined;
  const dimensions = memberOf(metric, 'Dimensions');
  if (dimensions === undefined) return [];
  const names = itemsOf(standing, dimensions).map((one) => literalText(memberOf(one, 'Name')));
  return names.every((name) => name !== undefined) ? names : undefined;
}

/** The members of a list that is written out; one that is not known where it is not, or where more may follow. */
function itemsOf(
  { program, module, within }: Standing,
  value: Expression,
): readonly (Expression | undefined)[] {
  const list = value.kind === 'list' ? value : writtenAs(program, module, value, within);
  if (list?.kind !== 'list') return [undefined];
  return list.open ? [...list.items, undefined] : list.items;
}

function writtenAs(
  program: Program,
  module: SourceModule,
  value: Expression,
  within: number,
): Expression | undefined {
  const meaning = program.resolve(module, value, within);
  return meaning.kind === 'value' && meaning.module === module ? meaning.value : undefined;
}

function memberOf(value: Expression | undefined, name: string): Expression | undefined {
  return value?.kind === 'object'
    ? (value as ObjectExpression).members.find((member) => member.name === name)?.value
    : undefined;
}

function literalText(value: Expression | undefined): string | undefined {
  return value?.kind === 'literal' && typeof value.value === 'string' ? value.value : undefined;
}
