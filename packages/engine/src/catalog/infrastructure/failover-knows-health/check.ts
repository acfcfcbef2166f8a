import { all, any } from '../../../model/truth.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'failover-knows-health',
  requirement: 'INF-08',
  severity: 'high',
  effort: 'hours',
  title: 'Each record that DNS fails over from is health-checked',
  gap: {
    one: 'A record has a failover that never happens',
    many: '{count} records have a failover that never happens',
  },
  evidence: ['iac', 'aws'],
  aliases: ['route53.route53RecordNoHealthCheck'],
  frameworks: { wellArchitected: ['rel_withstand_component_failures_failover2good'] },
  messages: {
    blind:
      'the record is the primary of a failover, and nothing tells Route 53 that what is behind it failed',
  },
  appliesTo: 'AWS::Route53::RecordSet',
  when: (record) => all(record.has('Failover'), record.text('Failover').is('PRIMARY')),
  evaluate: (record) =>
    any(record.has('HealthCheckId'), record.bool('AliasTarget.EvaluateTargetHealth').is(true)).else('blind'),
  fix: 'Attach a health check to the primary record, or let its alias evaluate the health of its target',
  snippets: {
    terraform: 'health_check_id = aws_route53_health_check.primary.id',
    cloudformation: 'HealthCheckId: !Ref PrimaryHealth',
  },
  fixImpact: { downtime: false, monthlyCost: '0.50 USD for each health check' },
});
