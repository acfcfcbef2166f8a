import { describe, expect, it } from 'vitest';
import { metricOf, NAMESPACES, namespaceOf } from '../src/knowledge/metrics/index.ts';

describe('the catalogue of metrics', () => {
  const metrics = NAMESPACES.flatMap((n) => n.metrics);

  it('names each namespace and each metric once', () => {
    expect(new Set(NAMESPACES.map((n) => n.namespace)).size).toBe(NAMESPACES.length);
    const names = metrics.map((m) => `${m.namespace} ${m.metric}`);
    expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
  });

  it.each(metrics.map((m) => [`${m.namespace} ${m.metric}`, m] as const))('%s is well-formed', (_, m) => {
    expect(m.namespace).toMatch(/^(AWS|ECS)\/\w+$/);
    expect(m.dimensions.length).toBeGreaterThan(0);
    expect(m.statistics.length).toBeGreaterThan(0);
    expect(m.source).toMatch(/, .+ \(AWS documentation, \d{4}-\d{2}\)$/);
    expect(m.range?.min ?? 0).toBeLessThan(m.range?.max ?? Number.POSITIVE_INFINITY);
    for (const set of m.dimensions) expect(new Set(set).size).toBe(set.length);
    for (const name of Object.keys(m.values ?? {})) expect(m.dimensions.flat()).toContain(name);
    const sets = m.dimensions.map((set) => [...set].sort().join());
    expect(new Set(sets).size).toBe(sets.length);
  });

  it('knows the traps', () => {
    expect(metricOf('AWS/DynamoDB', 'UserErrors')?.dimensions).toEqual([[]]);
    expect(metricOf('AWS/DynamoDB', 'ThrottledRequests')?.dimensions).toEqual([['TableName', 'Operation']]);
    expect(metricOf('AWS/ApiGateway', '5xx')?.dimensions).not.toContainEqual(['ApiName']);
    expect(metricOf('AWS/ApiGateway', '5XXError')?.dimensions).not.toContainEqual(['ApiId']);
    expect(metricOf('AWS/Lambda', 'Duration')?.statistics).not.toContain('Sum');
    expect(metricOf('AWS/Lambda', 'Failures')).toBeUndefined();
    expect(metricOf('AWS/SQS', 'NumberOfMessagesMovedToDLQ')).toBeUndefined();
    // Container Insights counts the tasks of services only.
    expect(metricOf('ECS/ContainerInsights', 'RunningTaskCount')?.dimensions).toEqual([
      ['ClusterName', 'ServiceName'],
    ]);
    expect(metricOf('AWS/CloudFront', '5xxErrorRate')?.values).toEqual({ Region: ['Global'] });
    expect(namespaceOf('Custom')).toBeUndefined();
  });
});
