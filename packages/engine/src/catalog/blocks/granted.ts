import type { Graph, Properties, Resource } from '../../model/graph.ts';
import type { Many } from '../../model/many.ts';
import { all, not, type Truth } from '../../model/truth.ts';
import { allowing } from './iam-statement.ts';

/** What people and workloads are, with policies written into them. */
const BEARERS: readonly string[] = ['AWS::IAM::Role', 'AWS::IAM::User', 'AWS::IAM::Group'];

/** Everything that a policy of IAM can be written in. */
export const WITH_POLICIES: readonly string[] = [
  'AWS::IAM::Policy',
  'AWS::IAM::ManagedPolicy',
  'AWS::IAM::RolePolicy',
  'AWS::IAM::UserPolicy',
  'AWS::IAM::GroupPolicy',
  ...BEARERS,
];

/** Whether policies are written here that grant something: one that only bounds what others grant does not. */
export function grants(subject: Resource, graph: Graph): Truth {
  if (BEARERS.includes(subject.type)) return subject.has('Policies').asMembership();
  return all(
    subject.has('PolicyDocument'),
    not(all(graph.to(subject, 'bounds').exist(), not(graph.to(subject, 'hasPolicy').exist()))),
  ).asMembership();
}

/** The statements written here that allow something. */
export function granted(subject: Resource): Many<Properties> {
  return BEARERS.includes(subject.type)
    ? subject.list('Policies').flatMap((policy) => allowing(policy.at('PolicyDocument')))
    : allowing(subject.at('PolicyDocument'));
}
