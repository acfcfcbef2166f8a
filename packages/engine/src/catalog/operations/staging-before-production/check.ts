import type { Graph, Properties } from '../../../model/graph.ts';
import type { Many } from '../../../model/many.ts';
import { all, any, not, type Truth } from '../../../model/truth.ts';
import { leftTo } from '../../blocks/left-open.ts';
import { deployments, runs } from '../../blocks/pipeline.ts';
import { defineRootCheck } from '../../check.ts';

export default defineRootCheck({
  id: 'staging-before-production',
  requirement: 'OPS-02',
  severity: 'medium',
  effort: 'days',
  title: 'There is a staging environment, where a release is tried as in production',
  gap: {
    one: 'No environment stands between development and production',
    many: 'No environment stands between development and production',
  },
  evidence: ['repo'],
  aliases: [],
  frameworks: { wellArchitected: ['ops_dev_integ_multi_env'] },
  messages: { none: 'pipelines deploy to no environment that is called staging, test or the like' },
  about: 'repository',
  when: (graph) => deployments(graph).exist(),
  evaluate: (graph) =>
    any(
      deployments(graph)
        .where(runs)
        .flatMap((deployment) => deployment.list('deploys'))
        .some((one) => any(isStaging(one), saysNothing(one))),
      isDescribed(graph),
    ).else('none'),
  fix: 'Deploy the same stacks once more with small sizes, and let each release pass through there first',
  fixImpact: { downtime: false },
});

/** A template is written for such an environment, by the values that a parameter may have: somebody may deploy it. */
function isDescribed(graph: Graph): Truth {
  return graph.of('Repository::AllowedEnvironments').some((allowed) =>
    all(
      allowed.list('values').some((one) => one.text('stage').oneOf(['staging', 'test'])),
      leftTo('who deploys the environment that a parameter of the template allows', allowed),
    ),
  );
}

/** By the environment that it is given; by its name only where it is given none. */
function isStaging(one: Properties): Truth {
  const given = stages(one, 'environments');
  return any(
    given.some((environment) => environment.text('stage').oneOf(['staging', 'test'])),
    all(
      not(given.exist()),
      stages(one, 'named').some((name) => name.text('stage').is('staging')),
    ),
  );
}

function saysNothing(one: Properties): Truth {
  return all(
    not(stages(one, 'environments').exist()),
    // A job called test deploys what it tests, wherever that is.
    stages(one, 'named').none((name) => not(name.text('stage').is('test'))),
    leftTo('which environments are deployed where neither a command nor a name says one', one),
  );
}

function stages(one: Properties, list: string): Many<Properties> {
  return one.list(list).where((said) => said.has('stage'));
}
