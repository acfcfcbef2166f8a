import type { Graph, Resource } from '../../../model/graph.ts';
import { all, any, choose, not, type Truth } from '../../../model/truth.ts';
import { inProduction } from '../../blocks/environment.ts';
import { defineCheck } from '../../check.ts';

const FUNCTION = 'AWS::Lambda::Function';

/** Groups that keep who did what: by their name, or because a trail writes to them. */
const isAudit = (group: Resource, graph: Graph): Truth =>
  any(
    all(
      not(isOfFunction(group, graph)),
      group.has('LogGroupName'),
      group.text('LogGroupName').matches('a group for audit', /(^|[/_.-])(audit|cloudtrail)([/_.-]|$)/i),
    ),
    graph
      .to(group, 'logsTo')
      .where((source) => source.isA('AWS::CloudTrail::Trail'))
      .exist(),
  ).asMembership();

/** What a function writes is about its work, whatever the name of the group leaves open. */
const isOfFunction = (group: Resource, graph: Graph): Truth =>
  any(
    graph
      .to(group, 'logsTo')
      .where((source) => source.isA(FUNCTION))
      .exist(),
    all(
      group.has('LogGroupName'),
      group.text('LogGroupName').isReference(),
      graph.follow(group.text('LogGroupName'), FUNCTION).exist(),
    ),
  );

export default defineCheck({
  id: 'log-retention-long-enough',
  requirement: 'MON-24',
  severity: 'medium',
  effort: 'minutes',
  title: 'Logs are kept long enough for what they are for',
  gap: { one: 'A log group forgets too early', many: '{count} log groups forget too early' },
  evidence: ['iac', 'aws'],
  aliases: ['cloudwatch.CISRetentionAtLeast1Yr'],
  frameworks: { wellArchitected: ['ops_workload_observability_analyze_workload_logs'] },
  messages: {
    short: 'the logs are kept for {actual} days, expected {expected}',
    audit: 'audit logs are kept for {actual} days, expected {expected}',
  },
  appliesTo: 'AWS::Logs::LogGroup',
  when: (group, graph) => all(inProduction(graph), group.has('RetentionInDays')).asMembership(),
  evaluate: (group, graph) =>
    all<'short' | 'audit'>(
      group.number('RetentionInDays').atLeast(30).else('short'),
      choose(
        isAudit(group, graph),
        group.number('RetentionInDays').atLeast(365),
        group.number('RetentionInDays').atLeast(30),
      ).else('audit'),
    ),
  fix: 'Keep application logs for at least 30 days and audit logs for at least 365',
  snippets: {
    terraform: 'retention_in_days = 30',
    cloudformation: 'RetentionInDays: 30',
  },
  fixImpact: { downtime: false, monthlyCost: 'cloudwatch-logs' },
});
