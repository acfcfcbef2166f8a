import { any } from '../../../model/truth.ts';
import { scalingOf } from '../../blocks/scaling.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'dynamodb-follows-load',
  requirement: 'INF-05',
  severity: 'high',
  effort: 'minutes',
  title: 'The capacity of DynamoDB tables follows their load',
  gap: { one: 'A table has a fixed capacity', many: '{count} tables have a fixed capacity' },
  evidence: ['iac', 'aws'],
  aliases: ['CKV2_AWS_16', 'DynamoDBAutoScalingEnabled', 'DynamoDB.1', 'dynamodb_table_autoscaling_enabled'],
  frameworks: { wellArchitected: ['rel_adapt_to_changes_autoscale_adapt'], fsbp: ['DynamoDB.1'] },
  messages: { fixed: 'the table is billed as {actual}, and nothing changes its capacity' },
  appliesTo: 'AWS::DynamoDB::Table',
  evaluate: (table, graph) =>
    any(
      table.text('BillingMode').is('PAY_PER_REQUEST').quote(),
      scalingOf(table, 'TableName', graph).exist(),
    ).else('fixed'),
  fix: 'Bill the table by request, or let auto scaling change its capacity',
  snippets: {
    terraform: 'billing_mode = "PAY_PER_REQUEST"',
    cloudformation: 'BillingMode: PAY_PER_REQUEST',
  },
  fixImpact: { downtime: false },
});
