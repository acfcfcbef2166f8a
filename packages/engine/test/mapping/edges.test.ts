import { describe, expect, it } from 'vitest';
import { documentedDefault } from '../../src/knowledge/defaults/index.ts';
import { EDGES } from '../../src/knowledge/edges/index.ts';
import { Graph } from '../../src/model/graph.ts';
import { known } from '../../src/model/value.ts';
import { here, instance, map, ref } from './instances.ts';

function graphOf(...instances: Parameters<typeof map>[0]): Graph {
  const origin = here();
  return new Graph({
    resources: map(instances).resources,
    notSeen: [],
    facts: [],
    edges: EDGES,
    environment: known('prod', origin),
    defaults: documentedDefault,
    readInFull: 'one file',
    origin,
  });
}

const related = (graph: Graph, address: string, edge: string): string =>
  graph.at(address).some((resource) => graph.to(resource, edge).exist()).state;

const fn = () => instance('aws_lambda_function.api', { function_name: 'api' });

describe('relations', () => {
  it('find the alarm on a function by its dimension', () => {
    const alarm = instance('aws_cloudwatch_metric_alarm.a', {
      metric_name: 'Errors',
      dimensions: { FunctionName: ref('aws_lambda_function.api', 'function_name') },
    });
    expect(related(graphOf(fn(), alarm), 'aws_lambda_function.api', 'alarmsOn')).toBe('yes');
    expect(related(graphOf(fn()), 'aws_lambda_function.api', 'alarmsOn')).toBe('no');
  });

  it('find it in the metrics of an expression', () => {
    const alarm = instance('aws_cloudwatch_metric_alarm.a', {
      metric_query: [{ id: 'm', metric: [{ metric_name: 'Errors', dimensions: { FunctionName: 'api' } }] }],
    });
    expect(related(graphOf(fn(), alarm), 'aws_lambda_function.api', 'alarmsOn')).toBe('yes');
  });

  it('do not take another dimension for it', () => {
    const alarm = instance('aws_cloudwatch_metric_alarm.a', { dimensions: { QueueName: 'api' } });
    expect(related(graphOf(fn(), alarm), 'aws_lambda_function.api', 'alarmsOn')).toBe('no');
  });

  it('find the web ACL of a load balancer, the policy of a bucket and the rules of a group', () => {
    const graph = graphOf(
      instance('aws_lb.web', { name: 'web' }),
      instance('aws_wafv2_web_acl_association.web', { resource_arn: ref('aws_lb.web', 'arn') }),
      instance('aws_s3_bucket.data', { bucket: 'data' }),
      instance('aws_s3_bucket_policy.data', { bucket: 'data', policy: '{}' }),
      instance('aws_security_group.db', { name: 'db' }),
      instance('aws_security_group_rule.db', {
        type: 'ingress',
        security_group_id: ref('aws_security_group.db'),
      }),
    );
    expect(related(graph, 'aws_lb.web', 'attachedTo')).toBe('yes');
    expect(related(graph, 'aws_s3_bucket.data', 'configures')).toBe('yes');
    expect(related(graph, 'aws_security_group.db', 'rulesOf')).toBe('yes');
  });
});

describe('defaults', () => {
  it('say what holds and where it is written', () => {
    expect(documentedDefault('AWS::Lambda::Function', 'Timeout')).toEqual({
      value: 3,
      source: expect.stringContaining('AWS::Lambda::Function'),
    });
    expect(documentedDefault('AWS::Logs::LogGroup', 'RetentionInDays')?.value).toBeNull();
  });

  it('have no row where the value depends on something else', () => {
    expect(documentedDefault('AWS::RDS::DBInstance', 'PubliclyAccessible')).toBeUndefined();
    expect(documentedDefault('AWS::EC2::SecurityGroup', 'SecurityGroupEgress')).toBeUndefined();
    expect(documentedDefault('AWS::Lambda::Function', 'constructor')).toBeUndefined();
    expect(documentedDefault('constructor', 'name')).toBeUndefined();
  });
});
