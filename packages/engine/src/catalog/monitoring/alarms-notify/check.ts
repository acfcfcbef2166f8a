import { all, any, not } from '../../../model/truth.ts';
import { ALARM, arrives, COMPOSITE_ALARM, heardThroughComposite, scales } from '../../blocks/alarms.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'alarms-notify',
  requirement: 'MON-09',
  severity: 'high',
  effort: 'minutes',
  title: 'Every alarm tells somebody',
  gap: { one: 'An alarm tells nobody', many: '{count} alarms tell nobody' },
  evidence: ['iac', 'aws'],
  aliases: [
    'CKV_AWS_319',
    'CloudWatchAlarmAction',
    'cloudwatch_alarm_actions_alarm_state_configured',
    'cloudwatch_alarm_actions_enabled',
    'cloudwatch.alarmsWithoutSNS',
  ],
  frameworks: { wellArchitected: ['ops_workload_observability_create_alerts'] },
  messages: {
    none: 'it has no alarm action',
    disabled: 'its actions are switched off',
    nobody: 'its actions reach nobody: the topic has no subscription',
  },
  appliesTo: [ALARM, COMPOSITE_ALARM],
  // What only scales is meant for nobody.
  when: (alarm, graph) => not(alarm.list('AlarmActions').every((action) => scales(action, graph))),
  evaluate: (alarm, graph) => {
    const actions = alarm.list('AlarmActions');
    return any<'none' | 'disabled' | 'nobody'>(
      all<'none' | 'disabled' | 'nobody'>(
        actions.exist().else('none'),
        alarm.bool('ActionsEnabled').is(true).else('disabled'),
        actions.some((action) => arrives(action, graph)).else('nobody'),
      ),
      heardThroughComposite(alarm, graph),
    );
  },
  fix: 'Give the alarm a topic as action that has a subscription which somebody reads',
  snippets: {
    terraform: 'alarm_actions = [aws_sns_topic.alerts.arn]',
    cloudformation: 'AlarmActions: [!Ref Alerts]',
  },
  fixImpact: { downtime: false },
});
