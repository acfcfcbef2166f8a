import type { Graph, Resource } from '../../../model/graph.ts';
import { all, any, not, type Truth } from '../../../model/truth.ts';
import { isMoved, scalingOf } from '../../blocks/scaling.ts';
import { holdsStateLocks } from '../../blocks/state-locks.ts';
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
  messages: {
    fixed: 'the table is billed as {actual}, and nothing changes its capacity',
    idle: 'limits are set between which its capacity may change, but no policy changes it',
    half: 'only one of its capacities, to read or to write, is changed by a policy',
  },
  appliesTo: 'AWS::DynamoDB::Table',
  when: (table) => not(holdsStateLocks(table)),
  evaluate: (table, graph) =>
    any(table.text('BillingMode').is('PAY_PER_REQUEST').quote(), isScaled(table, graph)),
  fix: 'Bill the table by request, or let auto scaling change its capacity',
  snippets: {
    terraform: 'billing_mode = "PAY_PER_REQUEST"',
    cloudformation: 'BillingMode: PAY_PER_REQUEST',
  },
  fixImpact: { downtime: false },
});

/** Reading and writing are scaled apart, each by limits and by a policy that moves within them. */
function isScaled(table: Resource, graph: Graph): Truth<'fixed' | 'idle' | 'half'> {
  const targets = scalingOf(table, 'TableName', graph);
  const moved = targets.where((target) => isMoved(target, graph));
  return all<'fixed' | 'idle' | 'half'>(
    targets.exist().else('fixed'),
    moved.exist().else('idle'),
    ...['Read', 'Write'].map((way) =>
      moved
        .some((target) => target.text('ScalableDimension').is(`dynamodb:table:${way}CapacityUnits`))
        .else('half'),
    ),
  );
}
