import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'event-rules-have-targets',
  requirement: 'INF-24',
  severity: 'high',
  effort: 'minutes',
  title: 'Each enabled rule of events has a target',
  gap: { one: 'A rule of events triggers nothing', many: '{count} rules of events trigger nothing' },
  evidence: ['iac', 'aws'],
  aliases: [],
  frameworks: {},
  messages: { none: 'no target is set, so what the rule catches triggers nothing' },
  appliesTo: 'AWS::Events::Rule',
  when: (rule) => rule.text('State').isNot('DISABLED'),
  evaluate: (rule) => rule.list('Targets').exist().else('none'),
  fix: 'Give the rule its target, or take the rule away',
  fixImpact: { downtime: false },
});
