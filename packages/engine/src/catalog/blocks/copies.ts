import type { Graph, Resource } from '../../model/graph.ts';
import { all, any, type Truth } from '../../model/truth.ts';

/** Whether backups or data are copied to another region or account. */
export function copiedElsewhere(graph: Graph): Truth {
  return any(
    graph
      .of('AWS::Backup::BackupPlan')
      .some((plan) =>
        plan.list('BackupPlan.BackupPlanRule').some((rule) => rule.list('CopyActions').exist()),
      ),
    graph
      .of('AWS::S3::Bucket')
      .some((bucket) =>
        bucket.list('ReplicationConfiguration.Rules').some((rule) => rule.text('Status').is('Enabled')),
      ),
    graph.of('AWS::DynamoDB::GlobalTable').some((table) => table.list('Replicas').atLeast(2)),
    graph.of('AWS::DynamoDB::Table').some(hasReplica),
    graph
      .of('AWS::RDS::DBInstance')
      .some((database) =>
        any(
          database.has('AutomaticBackupReplicationRegion'),
          database.number('AutomaticBackupReplicationRetentionPeriod').atLeast(1),
        ),
      ),
    graph.of('AWS::RDS::GlobalCluster').exist(),
  );
}

/** A table of the second version of global tables may be written as one table with replicas. */
export const hasReplica = (table: Resource): Truth =>
  all(table.meta.has('arguments.replica'), table.meta.list('arguments.replica').exist());
