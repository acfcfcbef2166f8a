import type { Resource } from '../../model/graph.ts';
import { all, not, Truth } from '../../model/truth.ts';

/**
 * Whether a relational database has backups and protection of its own: a cluster has, an instance of a cluster is kept by
 * its cluster, and a read replica can be made again from its source.
 */
export function keptByItself(database: Resource): Truth {
  // A cluster's own name is called DBClusterIdentifier as well, so the property says nothing there.
  const isCluster = database.type === 'AWS::RDS::DBCluster';
  return all(
    isCluster ? Truth.yes(database.whereabouts()) : not(database.has('DBClusterIdentifier')),
    not(database.has('SourceDBInstanceIdentifier')),
  ).asMembership();
}

/** Whether a relational database is configured by itself: a cluster, or an instance that is in none. */
export function keptAsOne(database: Resource): Truth {
  const isCluster = database.type === 'AWS::RDS::DBCluster';
  return (
    isCluster ? Truth.yes(database.whereabouts()) : not(database.has('DBClusterIdentifier'))
  ).asMembership();
}
