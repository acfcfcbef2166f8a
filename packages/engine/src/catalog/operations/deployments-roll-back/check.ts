import { all } from '../../../model/truth.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'deployments-roll-back',
  requirement: 'OPS-03',
  severity: 'high',
  effort: 'minutes',
  title: 'Deployments roll back by themselves when an alarm fires',
  gap: {
    one: 'A deployment does not roll back by itself',
    many: '{count} deployments do not roll back by themselves',
  },
  evidence: ['iac', 'aws'],
  aliases: [],
  frameworks: { wellArchitected: ['ops_mit_deploy_risks_auto_testing_and_rollback'] },
  messages: {
    off: 'automatic rollback is off',
    alarms: 'no alarm stops it: it rolls back only when the deployment itself fails',
  },
  appliesTo: 'AWS::CodeDeploy::DeploymentGroup',
  evaluate: (group) =>
    all<'off' | 'alarms'>(
      all(
        group.has('AutoRollbackConfiguration'),
        group.bool('AutoRollbackConfiguration.Enabled').is(true),
      ).else('off'),
      all(
        group.has('AlarmConfiguration'),
        group.bool('AlarmConfiguration.Enabled').is(true),
        group
          .list('AutoRollbackConfiguration.Events')
          .some((event) => event.text().is('DEPLOYMENT_STOP_ON_ALARM')),
      ).else('alarms'),
    ),
  fix: 'Roll back on failure and on alarm, and name the alarms on errors and latency',
  snippets: {
    terraform:
      'auto_rollback_configuration {\n  enabled = true\n  events  = ["DEPLOYMENT_FAILURE", "DEPLOYMENT_STOP_ON_ALARM"]\n}\n\nalarm_configuration {\n  enabled = true\n  alarms  = [aws_cloudwatch_metric_alarm.errors.alarm_name]\n}',
    cloudformation:
      'AutoRollbackConfiguration:\n  Enabled: true\n  Events: [DEPLOYMENT_FAILURE, DEPLOYMENT_STOP_ON_ALARM]\nAlarmConfiguration:\n  Enabled: true\n  Alarms: [{ Name: !Ref Errors }]',
  },
  fixImpact: { downtime: false },
});
