import type { Graph, Properties, Resource } from '../../model/graph.ts';
import type { Many } from '../../model/many.ts';
import { all, any, not, type Truth } from '../../model/truth.ts';
import { onceFor } from '../../once-for.ts';

export const STEP = 'Repository::Step';
export const WORKFLOW = 'Repository::Workflow';
export const JOB = 'Repository::Job';
export const DEPLOYMENT = 'Repository::Deployment';
export const DEPLOY_SCRIPT = 'Repository::DeployScript';

/** Whether a step is ever run: its job and its pipeline are not switched off, and its condition can hold. */
export function runs(step: Resource | Properties): Truth {
  return not(step.has('neverRuns'));
}

/** What pipelines deploy. A step that could not be followed to its end is one perhaps. */
export const deployments = onceFor((graph: Graph): Many<Resource> => graph.of(DEPLOYMENT).where(deploys));

/** Whether something is deployed: by a step that runs, or by a script. */
export function isDone(deployment: Resource): Truth {
  return all(runs(deployment), deploys(deployment));
}

function deploys(deployment: Resource): Truth {
  return deployment.list('deploys').exist();
}

/** What pipelines run of a kind: `test`, `scan`, `plan`. Open where a step could not be followed to its end. */
export const commandsOf = onceFor(
  (graph: Graph, kind: string): Many<Properties> =>
    graph
      .of(STEP)
      .where(runs)
      .flatMap((step) => commandsIn(step, kind)),
);

/** The same in steps that are switched off too. */
export function writtenOf(graph: Graph, kind: string): Many<Properties> {
  return graph.of(STEP).flatMap((step) => commandsIn(step, kind));
}

export function commandsIn(step: Resource, ...kinds: readonly string[]): Many<Properties> {
  return step.list('commands').where((command) => command.text('kind').oneOf(kinds));
}

/** Whether the pipeline stops when a command fails. */
export function canFail(command: Properties): Truth {
  return not(command.has('cannotFail').quote());
}

/** Whether what comes before a deployment runs wherever that does. */
export function runsToo(command: Properties): Truth {
  return not(command.has('leftOut').quote());
}

/** Whether a command is what it is called, and no words in its place. */
export function isReal(command: Properties): Truth {
  return not(command.bool('nothing').is(true));
}

/** Whether what a deployment deploys is infrastructure as code. */
export function isOfInfrastructure(deployment: Resource): Truth {
  return deployment.list('deploys').some((one) => one.bool('infrastructure').is(true));
}

/** Whether something here deploys infrastructure, a pipeline or a script. */
export function infrastructureIsDeployed(graph: Graph): Truth {
  return any(deployments(graph).some(isOfInfrastructure), graph.of(DEPLOY_SCRIPT).some(isOfInfrastructure));
}

/**
 * Whether it deploys to production, by what it is given or named; one that says no environment is what would be launched, and
 * one that could not be followed is for the environment that its job names.
 */
export function isProduction(deployment: Resource): Truth {
  const stages = deployment
    .list('deploys')
    .flatMap((one) => one.list('environments').and(one.list('named')))
    .where((said) => said.has('stage'))
    .map((said) => said.text('stage'));
  const stage = deployment.text('stage');
  return all(
    not(all(deployment.has('stage'), not(stage.is('production')))),
    any(
      stages.some((one) => one.is('production')),
      not(stages.exist()),
    ),
  );
}
