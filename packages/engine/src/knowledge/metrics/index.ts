import { compute } from './compute.ts';
import { data } from './data.ts';
import { edge } from './edge.ts';
import { messaging } from './messaging.ts';
import type { Metric, Namespace } from './metric.ts';
import { serverless } from './serverless.ts';

export type { Metric, Namespace, Statistic } from './metric.ts';

/** The metrics that AWS publishes by itself, as far as alarms are commonly set on them. */
export const NAMESPACES: readonly Namespace[] = [...serverless, ...data, ...messaging, ...compute, ...edge];

const byName = new Map(NAMESPACES.map((n) => [n.namespace, n]));
const byMetric = new Map(
  NAMESPACES.flatMap((n) => n.metrics.map((m) => [`${m.namespace} ${m.metric}`, m] as const)),
);

export function namespaceOf(namespace: string): Namespace | undefined {
  return byName.get(namespace);
}

export function metricOf(namespace: string, metric: string): Metric | undefined {
  return byMetric.get(`${namespace} ${metric}`);
}
