import { describe, expect, it } from 'vitest';
import { graphOfRepository, withInfrastructure } from '../src/assess/repository-graph.ts';
import { collectRepository } from '../src/index.ts';
import { documentedDefault } from '../src/knowledge/defaults/index.ts';
import { EDGES } from '../src/knowledge/edges/index.ts';
import { openAtoms } from '../src/model/condition.ts';
import { Graph } from '../src/model/graph.ts';
import { memoryFileSystem } from './support/memory-file-system.ts';

const TABLES = { edges: EDGES, defaults: documentedDefault };

async function graphs(files: Readonly<Record<string, string>>) {
  const { repositoryRoot, roots } = await collectRepository({
    path: '/repo',
    roots: [],
    vars: new Map(),
    varFiles: [],
    params: new Map(),
    variables: {},
    now: new Date('2026-11-21T12:00:00Z'),
    fileSystem: memoryFileSystem(files),
  });
  const own = graphOfRepository(repositoryRoot!, TABLES);
  return { own: new Graph(own), joint: new Graph(withInfrastructure(own, roots, repositoryRoot!.services)) };
}

const ROOT = (name: string) => `variable "on" {}
resource "aws_sns_topic" "alerts" {
  name  = "${name}"
}
resource "aws_cloudwatch_metric_alarm" "errors" {
  count         = var.on ? 1 : 0
  alarm_name    = "errors"
  alarm_actions = [aws_sns_topic.alerts.arn]
}
`;

describe('the graph of the repository', () => {
  it('keeps the addresses, references and open conditions of two roots apart', async () => {
    const { joint } = await graphs({ 'a/main.tf': ROOT('a'), 'b/main.tf': ROOT('b') });
    const topics = joint.of('AWS::SNS::Topic').members.map(({ item }) => item);
    expect(topics.map((topic) => topic.address)).toEqual([
      'a: aws_sns_topic.alerts',
      'b: aws_sns_topic.alerts',
    ]);
    const alarms = joint.of('AWS::CloudWatch::Alarm').members.map(({ item }) => item);
    const atoms = alarms.flatMap((alarm) => [...openAtoms(alarm.node.exists, new Map()).values()]);
    expect(new Set(atoms.map((open) => open.id)).size).toBe(2);
    const named = alarms.map((alarm) =>
      topics.map(
        (topic) =>
          alarm
            .list('AlarmActions')
            .some((action) =>
              joint
                .follow(action.text(), 'AWS::SNS::Topic')
                .some((t) => t.text('TopicName').is(topic.address[0]!)),
            ).state,
      ),
    );
    expect(named).toEqual([
      ['yes', 'no'],
      ['no', 'yes'],
    ]);
  });

  it('judges nothing that belongs to a root', async () => {
    const { own, joint } = await graphs({ 'main.tf': ROOT('a'), 'package.json': '{}' });
    expect(own.of('AWS::SNS::Topic').members).toEqual([]);
    expect(joint.judged(['AWS::SNS::Topic', 'Repository::Manifest']).map((r) => r.address)).toEqual([
      'package.json',
    ]);
  });

  it('leaves facts decided where a module is not seen, and resources where a manifest is not', async () => {
    const module = 'module "more" {\n  source = "example.org/more/aws"\n}\n';
    const unseen = await graphs({ 'main.tf': `${ROOT('a')}${module}`, 'package.json': '{}' });
    expect(unseen.joint.of('Repository::Lockfile').exist().state).toBe('no');
    expect(unseen.joint.of('AWS::SQS::Queue').exist().state).toBe('unknown');
    const broken = await graphs({ 'main.tf': ROOT('a'), 'package.json': '{' });
    expect(broken.joint.of('Repository::Manifest').exist().state).toBe('unknown');
    expect(broken.joint.of('AWS::SQS::Queue').exist().state).toBe('no');
  });
});
