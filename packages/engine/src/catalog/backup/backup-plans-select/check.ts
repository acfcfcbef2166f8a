import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'backup-plans-select',
  requirement: 'BKP-04',
  severity: 'medium',
  effort: 'minutes',
  title: 'Every backup plan selects something',
  gap: { one: 'A backup plan backs up nothing', many: '{count} backup plans back up nothing' },
  evidence: ['iac', 'aws'],
  aliases: [],
  frameworks: { wellArchitected: ['rel_backing_up_data_automated_backups_data'] },
  messages: {
    none: 'no selection belongs to it: it backs up nothing',
  },
  appliesTo: 'AWS::Backup::BackupPlan',
  evaluate: (plan, graph) => graph.to(plan, 'selects').exist().else('none'),
  fix: 'Add a selection to the plan, by tag or by name',
  fixImpact: { downtime: false },
});
