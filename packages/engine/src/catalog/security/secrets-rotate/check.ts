import type { Graph, Properties, Resource } from '../../../model/graph.ts';
import { all, choose, type Truth } from '../../../model/truth.ts';
import { leftTo } from '../../blocks/left-open.ts';
import { longestPause, SCHEDULE } from '../../blocks/schedule.ts';
import { defineCheck } from '../../check.ts';

const MOST_DAYS = 90;
const DAYS = 'RotationRules.AutomaticallyAfterDays';

export default defineCheck({
  id: 'secrets-rotate',
  requirement: 'SEC-15',
  severity: 'medium',
  effort: 'days',
  title: 'Secrets are renewed by themselves',
  gap: { one: 'A secret never changes', many: '{count} secrets never change' },
  evidence: ['iac', 'aws'],
  aliases: [
    'CKV2_AWS_57',
    'CKV_AWS_304',
    'AwsSolutions-SMG4',
    'SecretsManager.1',
    'SecretsManager.4',
    'secretsmanager_automatic_rotation_enabled',
    'secretsmanager_secret_rotated_periodically',
    'SECRETSMANAGER_ROTATION_ENABLED_CHECK',
  ],
  frameworks: { wellArchitected: ['sec_identities_audit'], fsbp: ['SecretsManager.1', 'SecretsManager.4'] },
  messages: {
    none: 'nothing renews it',
    seldom: 'it is renewed every {actual} days, expected {expected}',
    schedule: 'it is renewed by the schedule {actual}, expected {expected}',
  },
  appliesTo: 'AWS::SecretsManager::Secret',
  evaluate: (secret, graph) =>
    all(
      rotations(secret, graph).exist().else('none'),
      choose(
        rotations(secret, graph).some((rotation) => rotation.has(DAYS)),
        rotations(secret, graph)
          .some((rotation) => rotation.number(DAYS).atMost(MOST_DAYS).quote())
          .else('seldom'),
        rotations(secret, graph).some(isOftenScheduled).else('schedule'),
      ),
    ),
  fix: 'Rotate the secret with a function, or let the service that uses it keep it (RDS, Redshift, DocumentDB)',
  snippets: {
    terraform:
      'resource "aws_secretsmanager_secret_rotation" "database" {\n  secret_id           = aws_secretsmanager_secret.database.id\n  rotation_lambda_arn = aws_lambda_function.rotation.arn\n  rotation_rules {\n    automatically_after_days = 30\n  }\n}',
    cloudformation:
      'Type: AWS::SecretsManager::RotationSchedule\nProperties:\n  SecretId: !Ref Database\n  RotationLambdaARN: !GetAtt Rotation.Arn\n  RotationRules: { AutomaticallyAfterDays: 30 }',
  },
  fixImpact: { downtime: false },
});

/** A schedule that cannot be read may be any. */
function isOftenScheduled(rotation: Properties): Truth {
  const expression = rotation.text('RotationRules.ScheduleExpression');
  return all(
    rotation.has('RotationRules.ScheduleExpression').asMembership(),
    choose(
      expression.matches('a rate or a cron expression', SCHEDULE).asMembership(),
      expression.test(`once in ${MOST_DAYS} days`, (schedule) => longestPause(schedule) <= MOST_DAYS).quote(),
      leftTo('what the schedule means', rotation),
    ),
  );
}

function rotations(secret: Resource, graph: Graph) {
  return graph.to(secret, 'rotates');
}
