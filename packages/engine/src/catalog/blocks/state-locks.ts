import type { Resource } from '../../model/graph.ts';
import { all, type Truth } from '../../model/truth.ts';

/**
 * Whether a table holds the locks of Terraform's states and nothing else: a lost one is made anew, and who waits for it
 * is told. Source: Terraform docs, Backend Type: s3 (a partition key named LockID).
 */
export function holdsStateLocks(table: Resource): Truth {
  return all(
    table.has('KeySchema'),
    table.list('KeySchema').some((key) => key.text('AttributeName').is('LockID')),
  ).asMembership();
}
