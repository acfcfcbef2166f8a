import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'backups-expire',
  requirement: 'CMP-09',
  severity: 'medium',
  effort: 'minutes',
  title: 'Backups are deleted after a stated time',
  gap: { one: 'A backup plan keeps backups for ever', many: '{count} backup plans keep backups for ever' },
  evidence: ['iac', 'aws'],
  aliases: [],
  frameworks: { wellArchitected: ['sec_data_classification_lifecycle_management'] },
  messages: {
    never: 'a rule of it has no number of days after which its backups are deleted',
  },
  appliesTo: 'AWS::Backup::BackupPlan',
  evaluate: (plan) =>
    plan
      .list('BackupPlan.BackupPlanRule')
      .every((rule) => rule.number('Lifecycle.DeleteAfterDays').atLeast(1))
      .else('never'),
  fix: 'Give each rule a number of days after which its backups are deleted',
  fixImpact: { downtime: false },
});
