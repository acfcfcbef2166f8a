import { keptAsOne } from '../../blocks/database.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'snapshot-tags-copied',
  requirement: 'CST-04',
  severity: 'low',
  effort: 'minutes',
  title: 'Snapshots carry the tags of their database',
  gap: {
    one: 'The snapshots of a database carry no tags',
    many: 'The snapshots of {count} databases carry no tags',
  },
  evidence: ['iac', 'aws'],
  aliases: [
    'CKV2_AWS_60',
    'CKV_AWS_313',
    'RDS.16',
    'RDS.17',
    'rds_instance_copy_tags_to_snapshots',
    'CKV_AWS_362',
  ],
  frameworks: { wellArchitected: ['cost_monitor_usage_org_information'], fsbp: ['RDS.16', 'RDS.17'] },
  messages: {
    off: 'copying tags to snapshots is {actual}, expected on',
  },
  appliesTo: ['AWS::RDS::DBInstance', 'AWS::RDS::DBCluster'],
  // A cluster copies for its instances.
  when: keptAsOne,
  evaluate: (database) => database.bool('CopyTagsToSnapshot').is(true).else('off'),
  fix: 'Switch CopyTagsToSnapshot on',
  snippets: {
    terraform: 'copy_tags_to_snapshot = true',
    cloudformation: 'CopyTagsToSnapshot: true',
  },
  fixImpact: { downtime: false },
});
