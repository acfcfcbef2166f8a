/** The statistics of an alarm, as CloudWatch writes them. */
export type Statistic = 'Sum' | 'Average' | 'Maximum' | 'Minimum' | 'SampleCount';

/** A metric that AWS publishes by itself. */
export interface Metric {
  readonly namespace: string;
  readonly metric: string;
  /** The sets of dimensions it is really published with; the empty set is account-wide. An alarm on any other set sees nothing. */
  readonly dimensions: readonly (readonly string[])[];
  /** Dimensions whose value is one of these, whatever the resource. */
  readonly values?: Readonly<Record<string, readonly string[]>>;
  /** The statistics that say something about it: the sum of latencies does not. */
  readonly statistics: readonly Statistic[];
  readonly percentiles: boolean;
  readonly unit: string;
  /** What a single datapoint can be; a sum of datapoints may be greater than `max`. */
  readonly range?: { readonly min?: number; readonly max?: number };
  readonly source: string;
}

/** The metrics of a namespace. Only where `complete` says so is a metric that is not listed one that does not exist. */
export interface Namespace {
  readonly namespace: string;
  readonly complete: boolean;
  readonly metrics: readonly Metric[];
}

/**
 * Dimensions whose value is the end of an ARN: `app/web/50dc6c495c0c9188`. With a whole ARN an alarm sees nothing.
 * Source: User Guide for Application Load Balancers, metric dimensions.
 */
export const ENDS_OF_ARNS: ReadonlySet<string> = new Set(['LoadBalancer', 'TargetGroup']);

/** What metrics of one kind have in common. */
type Kind = Pick<Metric, 'statistics' | 'percentiles' | 'unit' | 'range'>;

/** Things that happen: errors, requests, messages. */
export const events: Kind = {
  statistics: ['Sum', 'Average', 'Maximum', 'SampleCount'],
  percentiles: false,
  unit: 'Count',
  range: { min: 0 },
};

/** Requests that count as 0 or 1 each: the average is a rate. */
export const rate: Kind = { ...events, range: { min: 0, max: 1 } };

/** How long something took. The sum only says how much traffic there was. */
export const duration: Kind = {
  statistics: ['Average', 'Maximum', 'Minimum'],
  percentiles: true,
  unit: 'Milliseconds',
  range: { min: 0 },
};

export const seconds: Kind = { ...duration, unit: 'Seconds' };

/** How many or how much there is at a time. */
export const level: Kind = {
  statistics: ['Average', 'Maximum', 'Minimum'],
  percentiles: true,
  unit: 'Count',
  range: { min: 0 },
};

/** A level whose sum is documented as valid too. */
export const countedLevel: Kind = {
  ...level,
  statistics: ['Average', 'Maximum', 'Minimum', 'Sum', 'SampleCount'],
};

export const percent: Kind = { ...level, unit: 'Percent', range: { min: 0, max: 100 } };

/** Data that moved. */
export const bytes: Kind = {
  statistics: ['Sum', 'Average', 'Maximum', 'Minimum'],
  percentiles: true,
  unit: 'Bytes',
  range: { min: 0 },
};

/** 1 where something is wrong, else 0. */
export const flag: Kind = {
  statistics: ['Sum', 'Average', 'Maximum', 'Minimum'],
  percentiles: false,
  unit: 'Count',
  range: { min: 0, max: 1 },
};

/** Metrics of one kind that are published with the same dimensions. */
export interface Group {
  readonly kind: Kind;
  readonly dimensions: readonly (readonly string[])[];
  readonly values?: Readonly<Record<string, readonly string[]>>;
  readonly names: readonly string[];
}

export function namespace(
  name: string,
  page: string,
  complete: boolean,
  groups: readonly Group[],
): Namespace {
  const source = `${page} (AWS documentation, 2026-11)`;
  return {
    namespace: name,
    complete,
    metrics: groups.flatMap(({ kind, names, ...published }) =>
      names.map((metric) => ({ namespace: name, metric, ...published, ...kind, source })),
    ),
  };
}
