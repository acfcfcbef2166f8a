import { any } from '../../../model/truth.ts';
import { holdsData } from '../../blocks/bucket-content.ts';
import { copiedElsewhere } from '../../blocks/copies.ts';
import { defineRootCheck } from '../../check.ts';

export default defineRootCheck({
  id: 'backups-copied-elsewhere',
  requirement: 'BKP-05',
  severity: 'medium',
  effort: 'days',
  title: 'Backups or data are copied to another region or account',
  gap: {
    one: 'Nothing is copied to another region or account',
    many: 'In {count} roots nothing is copied to another region or account',
  },
  evidence: ['iac', 'aws'],
  aliases: ['backup.backupPlanNoCrossRegionCopy'],
  frameworks: { wellArchitected: ['rel_backing_up_data_secured_backups_data'] },
  messages: {
    none: 'no backup plan copies, nothing replicates',
  },
  when: (graph) =>
    any(
      ...[
        'AWS::DynamoDB::Table',
        'AWS::DynamoDB::GlobalTable',
        'AWS::RDS::DBInstance',
        'AWS::RDS::DBCluster',
        'AWS::EFS::FileSystem',
      ].map((type) => graph.of(type).exist()),
      graph.of('AWS::S3::Bucket').some((bucket) => holdsData(bucket, graph)),
    ),
  evaluate: (graph) => copiedElsewhere(graph).else('none'),
  fix: 'Add a copy action to the backup plan, with a vault in another region or account as destination',
  fixImpact: { downtime: false, monthlyCost: 'backup-copies' },
});
