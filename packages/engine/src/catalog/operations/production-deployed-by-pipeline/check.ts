import type { Graph, Properties, Resource } from '../../../model/graph.ts';
import { all, any, not, type Truth } from '../../../model/truth.ts';
import { onceFor } from '../../../once-for.ts';
import { DEPLOY_SCRIPT, deployments, isOfInfrastructure, runs } from '../../blocks/pipeline.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'production-deployed-by-pipeline',
  requirement: 'OPS-01',
  severity: 'high',
  effort: 'hours',
  title: 'Production is deployed by a pipeline, and not from the machine of somebody',
  gap: {
    one: 'A script deploys production from the machine of whoever runs it',
    many: '{count} scripts deploy production from the machine of whoever runs them',
  },
  evidence: ['repo'],
  aliases: [],
  frameworks: { wellArchitected: ['ops_dev_integ_auto_integ_deploy'] },
  messages: {
    hand: 'it deploys production ({actual}), and no pipeline calls it',
    only: 'no pipeline deploys production, and no pipeline calls this script, which deploys what it is told',
  },
  about: 'repository',
  appliesTo: DEPLOY_SCRIPT,
  when: (script) =>
    all(
      isOfInfrastructure(script),
      any(script.list('calledBy').exist(), namesProduction(script), leavesOpen(script)),
    ),
  evaluate: (script, graph) => {
    const called = script.list('calledBy').exist();
    return all(
      any(called, not(namesProduction(script, isGiven))).else('hand'),
      any(called, not(leavesOpen(script)), pipelineDeploysProduction(graph)).else('only'),
    );
  },
  fix: 'Let the pipeline call the script, and take away from people the rights that it needs',
  fixImpact: { downtime: false },
});

/** What is named for another environment and deploys production is a slip of its own, and told elsewhere. */
function namesProduction(script: Resource, except?: (one: Properties) => Truth): Truth {
  return script.list('deploys').some((one) =>
    all(
      not(except === undefined ? isForAnother(one) : any(isForAnother(one), except(one))),
      one
        .list('environments')
        .some((environment) =>
          all(
            environment.has('stage'),
            environment.text('stage').is('production'),
            environment.text('name').written().quote(),
          ),
        ),
    ),
  );
}

/** Production is among what it may be told, and nothing in it says so. */
function isGiven(one: Properties): Truth {
  return one.bool('given').is(true);
}

/** By its name: `scripts/deploy-dev.sh`. */
function isForAnother(one: Properties): Truth {
  return one.list('named').some((name) => name.text('stage').oneOf(['staging', 'test', 'development']));
}

/** Whether it takes the environment from whoever calls it. */
function leavesOpen(script: Resource): Truth {
  return script
    .list('deploys')
    .some((one) =>
      all(one.bool('infrastructure').is(true), one.bool('takesEnvironment').is(true), not(isForAnother(one))),
    );
}

const pipelineDeploysProduction = onceFor(
  (graph: Graph): Truth =>
    deployments(graph).some((deployment) =>
      all(
        runs(deployment),
        isOfInfrastructure(deployment),
        any(namesProduction(deployment), deployment.list('deploys').some(isCalledProduction)),
      ),
    ),
);

/** A job of that name deploys what it says nothing else of. */
function isCalledProduction(one: Properties): Truth {
  const saysAnother = one
    .list('environments')
    .some((said) => all(said.has('stage'), not(said.text('stage').is('production'))));
  return all(
    one.list('named').some((name) => name.text('stage').is('production')),
    any(one.bool('takesEnvironment').is(true), not(saysAnother)),
  );
}
