import type { Graph, Resource } from '../../../model/graph.ts';
import type { Many } from '../../../model/many.ts';
import type { Reading } from '../../../model/reading.ts';
import { all, any, choose, not, Truth } from '../../../model/truth.ts';
import { ALARM, COMPOSITE_ALARM } from '../../blocks/alarms.ts';
import { allowing, everybody, names } from '../../blocks/iam-statement.ts';
import { defineCheck } from '../../check.ts';

const KEY = 'AWS::KMS::Key';

const keysOf = (key: Reading<string>, graph: Graph): Many<Resource> =>
  graph
    .follow(key, KEY)
    .and(
      graph.follow(key, 'AWS::KMS::Alias').flatMap((alias) => graph.follow(alias.text('TargetKeyId'), KEY)),
    );

const isManaged = (key: Reading<string>): Truth =>
  all(not(key.isBareReference()), key.endsWith('alias/aws/sns').quote());

const letsAlarmsIn = (key: Resource): Truth =>
  all(
    key.has('KeyPolicy'),
    allowing(key.at('KeyPolicy')).some((statement) =>
      any(
        everybody(statement),
        names(statement, 'Principal.Service', (service) => service.is('cloudwatch.amazonaws.com')),
      ),
    ),
  );

export default defineCheck({
  id: 'alarm-topics-accept-alarms',
  requirement: 'MON-09',
  severity: 'high',
  effort: 'minutes',
  title: 'Topics of alarms are encrypted with keys that alarms may use',
  gap: {
    one: 'An alarm cannot publish to its encrypted topic',
    many: 'Alarms cannot publish to {count} encrypted topics',
  },
  evidence: ['iac', 'aws'],
  aliases: [],
  frameworks: { wellArchitected: ['ops_workload_observability_create_alerts'] },
  messages: {
    managed: 'its key is {actual}, which lets no alarm publish',
    key: 'the policy of its key does not let cloudwatch.amazonaws.com use it',
  },
  appliesTo: 'AWS::SNS::Topic',
  when: (topic, graph) =>
    graph
      .to(topic, 'alertsThrough')
      .where((source) => any(source.isA(ALARM), source.isA(COMPOSITE_ALARM)))
      .exist()
      .asMembership(),
  evaluate: (topic, graph) => {
    const key = topic.text('KmsMasterKeyId');
    return choose(
      topic.has('KmsMasterKeyId'),
      all<'managed' | 'key'>(
        not(isManaged(key)).else('managed'),
        any(isManaged(key), keysOf(key, graph).some(letsAlarmsIn)).else('key'),
      ),
      Truth.yes(topic.whereabouts()),
    );
  },
  fix: 'Encrypt the topic with a key of your own whose policy lets cloudwatch.amazonaws.com decrypt and generate data keys',
  snippets: {
    terraform: 'kms_master_key_id = aws_kms_key.alerts.arn',
    cloudformation: 'KmsMasterKeyId: !GetAtt AlertsKey.Arn',
  },
  fixImpact: { downtime: false, monthlyCost: 'kms-key' },
});
