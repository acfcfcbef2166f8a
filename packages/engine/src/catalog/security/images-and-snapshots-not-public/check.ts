import type { Properties, Resource } from '../../../model/graph.ts';
import { all, not, type Truth } from '../../../model/truth.ts';
import { defineCheck } from '../../check.ts';

const DISTRIBUTION = 'AWS::ImageBuilder::DistributionConfiguration';
const LAUNCHED_BY = 'AmiDistributionConfiguration.LaunchPermissionConfiguration.UserGroups';

/** Where each type names those it is shared with. The types of Terraform have no counterpart in CloudFormation. */
const SHARED_WITH: Readonly<Record<string, string>> = {
  aws_ami_launch_permission: 'group',
  aws_db_snapshot: 'shared_accounts',
  aws_db_snapshot_copy: 'shared_accounts',
  aws_db_cluster_snapshot: 'shared_accounts',
  aws_rds_cluster_snapshot_copy: 'shared_accounts',
};

export default defineCheck({
  id: 'images-and-snapshots-not-public',
  requirement: 'SEC-33',
  severity: 'critical',
  effort: 'minutes',
  title: 'No image and no snapshot is shared with everybody',
  gap: {
    one: 'An image or a snapshot is shared with everybody',
    many: '{count} images or snapshots are shared with everybody',
  },
  evidence: ['iac', 'aws'],
  aliases: ['CKV_AWS_302', 'RDS.1', 'rds_snapshots_public_access', 'ec2_ami_public'],
  frameworks: { wellArchitected: ['sec_permissions_analyze_cross_account'], fsbp: ['RDS.1'] },
  messages: { everybody: 'everybody with an AWS account can use it: {property} has {actual}' },
  appliesTo: [...Object.keys(SHARED_WITH), DISTRIBUTION],
  evaluate: (shared) => not(sharedWithEverybody(shared)).else('everybody'),
  fix: 'Share it with the accounts that need it, by their numbers, or with your organisation',
  snippets: { terraform: 'shared_accounts = ["123456789012"]' },
  fixImpact: { downtime: false },
});

function sharedWithEverybody(shared: Resource): Truth {
  return shared.type === DISTRIBUTION
    ? shared.list('Distributions').some((one) => names(one, LAUNCHED_BY))
    : names(shared, SHARED_WITH[shared.type] as string);
}

/** Whether `all` stands there; where nothing is written, nobody does. */
function names(holder: Properties, path: string): Truth {
  return all(
    holder.has(path),
    holder.list(path).some((receiver) => receiver.text().is('all').quote()),
  );
}
