import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'file-system-lifecycle',
  requirement: 'CST-06',
  severity: 'low',
  effort: 'minutes',
  title: 'File systems move what is not read to cheaper storage',
  gap: {
    one: 'A file system keeps unread files in its most expensive storage',
    many: '{count} file systems keep unread files in their most expensive storage',
  },
  evidence: ['iac', 'aws'],
  aliases: [],
  frameworks: {},
  messages: {
    none: 'no lifecycle policy moves files that nobody reads',
  },
  appliesTo: 'AWS::EFS::FileSystem',
  evaluate: (files) => files.list('LifecyclePolicies').exist().else('none'),
  fix: 'Add a lifecycle policy that moves files to Infrequent Access after 30 days',
  snippets: {
    terraform: 'lifecycle_policy {\n  transition_to_ia = "AFTER_30_DAYS"\n}',
    cloudformation: 'LifecyclePolicies:\n  - TransitionToIA: AFTER_30_DAYS',
  },
  fixImpact: { downtime: false },
});
