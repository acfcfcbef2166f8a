import type { Graph } from '../../model/graph.ts';
import type { Reading } from '../../model/reading.ts';
import { all, any, not, type Truth } from '../../model/truth.ts';

const FUNCTION = 'AWS::Lambda::Function';

/** What runs code beside functions: which of a repository is in an image or on a host is not told here. */
const OTHERS: readonly string[] = [
  'AWS::Amplify::App',
  'AWS::AppRunner::Service',
  'AWS::AutoScaling::AutoScalingGroup',
  'AWS::Batch::JobDefinition',
  'AWS::EC2::Instance',
  'AWS::ECS::TaskDefinition',
  'AWS::EKS::Cluster',
  'AWS::ElasticBeanstalk::Environment',
  'AWS::Glue::Job',
];

/** What people and pipelines run by hand: nobody from outside reaches it. */
const BY_HAND = /(^|\/)scripts\/(?!.*\.(jsx|tsx)$)/;

/**
 * Whether the code of a file may run where it is deployed. Where functions are all that runs, it is what they reach from their
 * handlers; without infrastructure, all that the repository has but its scripts.
 */
export function mayRun(path: Reading<string>, graph: Graph): Truth {
  const reached = graph
    .of(FUNCTION)
    .some((fn) => fn.meta.list('Code.files').some((file) => path.ask((own) => file.text().is(own))));
  const otherwise = any(not(graph.of(FUNCTION).exist()), ...OTHERS.map((type) => graph.of(type).exist()));
  return any(reached, all(not(path.matches('a script that people run', BY_HAND)), otherwise)).asMembership();
}
