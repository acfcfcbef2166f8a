import { any, choose } from '../../../model/truth.ts';
import { costsHere } from '../../blocks/workload.ts';
import { defineRootCheck } from '../../check.ts';

const MONITOR = 'AWS::CE::AnomalyMonitor';

export default defineRootCheck({
  id: 'cost-anomaly-detection',
  requirement: 'CST-03',
  severity: 'medium',
  effort: 'minutes',
  title: 'Unusual cost tells somebody',
  gap: { one: 'Unusual cost tells nobody', many: 'In {count} roots unusual cost tells nobody' },
  evidence: ['iac', 'aws'],
  aliases: [],
  frameworks: { wellArchitected: ['cost_monitor_usage_config_tools'] },
  accountWide: true,
  messages: {
    unheard: 'a cost anomaly monitor has no subscription that tells anybody',
  },
  when: (graph) => any(costsHere(graph), graph.of(MONITOR).exist()),
  evaluate: (graph) =>
    choose(
      graph.of(MONITOR).exist(),
      graph
        .of('AWS::CE::AnomalySubscription')
        .some((subscription) => subscription.list('Subscribers').exist())
        .else('unheard'),
      graph.ofAccount(MONITOR).exist(),
    ),
  fix: 'Add an anomaly monitor over the services and a daily subscription with an address that somebody reads',
  snippets: {
    terraform:
      'resource "aws_ce_anomaly_monitor" "services" {\n  name              = "services"\n  monitor_type      = "DIMENSIONAL"\n  monitor_dimension = "SERVICE"\n}\n\nresource "aws_ce_anomaly_subscription" "daily" {\n  name             = "daily"\n  frequency        = "DAILY"\n  monitor_arn_list = [aws_ce_anomaly_monitor.services.arn]\n\n  subscriber {\n    type    = "EMAIL"\n    address = var.alert_email\n  }\n}',
    cloudformation:
      'Services:\n  Type: AWS::CE::AnomalyMonitor\n  Properties: { MonitorName: services, MonitorType: DIMENSIONAL, MonitorDimension: SERVICE }\nDaily:\n  Type: AWS::CE::AnomalySubscription\n  Properties:\n    SubscriptionName: daily\n    Frequency: DAILY\n    MonitorArnList: [!Ref Services]\n    Subscribers: [{ Type: EMAIL, Address: !Ref AlertEmail }]',
  },
  fixImpact: { downtime: false },
});
