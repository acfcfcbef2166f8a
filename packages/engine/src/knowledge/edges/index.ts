import type { EdgeRule } from '../../model/resource.ts';
import { alarmsOn } from './alarms.ts';
import { attachments } from './attachments.ts';
import { calls } from './calls.ts';
import { identity } from './identity.ts';
import { network } from './network.ts';
import { storage } from './storage.ts';

/**
 * The relations between resources, each from the resource that names the other one. `graph.to(table, 'alarmsOn')` are
 * the alarms on a table. Where the resource itself names what it wants to know (a distribution names its web ACL), the
 * check follows the property instead: `graph.follow(distribution.text('DistributionConfig.WebACLId'), …)`.
 */
export const EDGES: readonly EdgeRule[] = [
  ...alarmsOn,
  ...attachments,
  ...calls,
  ...identity,
  ...network,
  ...storage,
];
