import type { Graph, Resource } from '../../model/graph.ts';
import type { Many } from '../../model/many.ts';
import type { Reading } from '../../model/reading.ts';
import { all, any, not, Truth } from '../../model/truth.ts';
import { onceFor } from '../../once-for.ts';
import { byText } from './by-text.ts';

export const TASK = 'AWS::ECS::TaskDefinition';

/** Whether code of the repository may be in it: a task of images that others publish has none. */
export function hasOwnCode(unit: Resource): Truth {
  return unit.type === TASK
    ? unit.meta.list('Code.files').exist().asMembership()
    : Truth.yes(unit.whereabouts());
}

/** What runs code that was followed from where it starts. */
const UNITS = ['AWS::Lambda::Function', TASK] as const;

/** What runs code beside them: which of a repository is on a host or in a cluster is not told here. */
const OTHERS: readonly string[] = [
  'AWS::Amplify::App',
  'AWS::AppRunner::Service',
  'AWS::AutoScaling::AutoScalingGroup',
  'AWS::Batch::JobDefinition',
  'AWS::EC2::Instance',
  'AWS::EKS::Cluster',
  'AWS::ElasticBeanstalk::Environment',
  'AWS::Glue::Job',
];

/** Whether something runs code that was not found in the repository. */
export const someCodeIsElsewhere = onceFor((graph: Graph) =>
  any(
    ...UNITS.map((type) => graph.ofOwnCode(type).some((unit) => not(unit.meta.list('Code.files').exist()))),
    ...OTHERS.map((type) => graph.of(type).exist()),
    not(any(...UNITS.map((type) => graph.of(type).exist()))),
  ),
);

/** What people and pipelines run by hand: nobody from outside reaches it. */
const BY_HAND = /(^|\/)(?:(?:ci|build|deploy|release)[-_])?scripts\/(?!.*\.(jsx|tsx)$)/;

/** Whether a file is one that people and pipelines run by hand, and nothing else does. */
export function isRunByHand(path: Reading<string>, graph: Graph): Truth {
  return all(
    path.matches('a script that people run', BY_HAND),
    not(
      runningScripts(graph)(path.plainText())
        .where((script) => path.ask((own) => script.text('path').is(own)))
        .exist(),
    ),
  ).asMembership();
}

const runningScripts = onceFor((graph: Graph) =>
  graph.of('Repository::RunningScript').behind(byText((script) => script.text('path').plainText())),
);

/** Whether a pipeline pushes an image in which the code of a file runs. */
function runsInImage(path: Reading<string>, graph: Graph): Truth {
  return inImages(graph)(path.plainText())
    .where(({ file }) => path.ask((own) => file.text().is(own)))
    .exist();
}

const inImages = onceFor((graph: Graph) =>
  graph
    .of('Repository::ImageFile')
    .flatMap((image) => image.list('runs').map((file) => ({ file })))
    .behind(byText(({ file }) => file.text().plainText())),
);

/**
 * Whether the code of a file may run where it is deployed. What an image runs that a pipeline pushes does. Where functions and
 * tasks of containers are all that runs, it is what they reach from where they start; without infrastructure, all that the
 * repository has but its scripts.
 */
export function mayRun(path: Reading<string>, graph: Graph): Truth {
  return any(
    reaching('AWS::Lambda::Function', path, graph).exist(),
    runsBesideFunctions(path, graph),
  ).asMembership();
}

/** The same where no function is what runs it. */
export function runsBesideFunctions(path: Reading<string>, graph: Graph): Truth {
  return any(
    reaching(TASK, path, graph).exist(),
    runsInImage(path, graph),
    all(not(isRunByHand(path, graph)), runsElsewhere(graph)),
  ).asMembership();
}

/** The functions, or the tasks, that reach a file from where they start; as `any` with those that may be hidden, helpers too. */
export function reaching(
  type: (typeof UNITS)[number],
  path: Reading<string>,
  graph: Graph,
  hidden: 'own' | 'any' = 'own',
): Many<Resource> {
  return reachedBy(
    graph,
    type,
    hidden,
  )(path.plainText())
    .where(({ file }) => path.ask((own) => file.text().is(own)))
    .map(({ unit }) => unit);
}

/** What units reach, one index for each type: hundreds of functions reach the same files. */
const reachedBy = onceFor((graph: Graph, type: (typeof UNITS)[number], hidden: 'own' | 'any') =>
  (hidden === 'own' ? graph.ofOwnCode(type) : graph.of(type))
    .flatMap((unit) => unit.meta.list('Code.files').map((file) => ({ unit, file })))
    .behind(byText(({ file }) => file.text().plainText())),
);

/** Whether code may run that nothing was seen to reach. */
const runsElsewhere = onceFor((graph: Graph) =>
  any(
    not(any(...UNITS.map((type) => graph.of(type).exist()))),
    ...OTHERS.map((type) => graph.of(type).exist()),
    graph.of(TASK).some((task) => task.meta.bool('Code.untold').is(true)),
  ),
);
