import type { Graph, Properties, Resource } from '../../model/graph.ts';
import { all, any, type Truth } from '../../model/truth.ts';
import { onceFor } from '../../once-for.ts';
import { mayRun } from './running-code.ts';

const FUNCTION = 'AWS::Lambda::Function';

/** What runs code beside functions. */
const OTHERS: readonly string[] = [
  'AWS::Amplify::App',
  'AWS::AppRunner::Service',
  'AWS::AutoScaling::AutoScalingGroup',
  'AWS::Batch::JobDefinition',
  'AWS::EC2::Instance',
  'AWS::ECS::TaskDefinition',
  'AWS::EKS::Cluster',
  'AWS::ElasticBeanstalk::Environment',
];

/** Whether the repository has code that serves somebody: a library and a tool do not. */
export const hasServedCode = onceFor(
  (graph: Graph): Truth =>
    all(
      graph.of('Repository::ApplicationCode').some((code) => code.number('served').atLeast(1)),
      any(
        graph.of('Repository::ApplicationCode').some((code) => code.bool('serves').is(true)),
        graph.of('Repository::Route').exist(),
        graph.ofOwnCode(FUNCTION).some((fn) => fn.meta.list('Code.files').exist()),
        ...OTHERS.map((type) => graph.of(type).exist()),
      ),
    ).asMembership(),
);

/** Whether the repository has pages, whose scripts run where nobody looks. */
export function hasPages(graph: Graph): Truth {
  return graph
    .of('Repository::ApplicationCode')
    .some((code) => code.number('pages').atLeast(1))
    .asMembership();
}

/** Whether what a fact tells comes to run: through one of the files that lead to it. */
export function comesToRun(fact: Resource | Properties, graph: Graph): Truth {
  return fact.list('usedIn').some((file) => mayRun(file.text(), graph));
}
