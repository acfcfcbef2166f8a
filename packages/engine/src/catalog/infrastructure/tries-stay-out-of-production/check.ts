import type { Properties, Resource } from '../../../model/graph.ts';
import { all, any, type Truth } from '../../../model/truth.ts';
import { DEPLOY_SCRIPT, deployments, runs } from '../../blocks/pipeline.ts';
import { defineRootCheck } from '../../check.ts';

export default defineRootCheck({
  id: 'tries-stay-out-of-production',
  requirement: 'INF-02',
  severity: 'high',
  effort: 'hours',
  title: 'What is called staging or development is not production',
  gap: {
    one: 'What is called another environment is production',
    many: 'What is called another environment is production',
  },
  evidence: ['repo'],
  aliases: [],
  frameworks: { wellArchitected: ['ops_dev_integ_multi_env'] },
  messages: {
    production:
      'what is named for another environment deploys with the configuration of production: {actual}',
  },
  about: 'repository',
  when: (graph) => any(deployments(graph).exist(), graph.of(DEPLOY_SCRIPT).exist()),
  evaluate: (graph) =>
    all(
      deployments(graph).none((one) => all(runs(one), triesInProduction(one))),
      graph.of(DEPLOY_SCRIPT).none(triesInProduction),
    ).else('production'),
  fix: 'Give each environment stacks and a configuration of its own, and let what is named for it deploy it',
  fixImpact: { downtime: false },
});

function triesInProduction(deployment: Resource): Truth {
  return deployment
    .list('deploys')
    .some((one) => all(one.list('named').some(isAnother), one.list('environments').some(isProduction)));
}

function isAnother(name: Properties): Truth {
  return name.text('stage').oneOf(['staging', 'test', 'development']).asMembership();
}

function isProduction(environment: Properties): Truth {
  return all(
    environment.has('stage'),
    environment.text('stage').is('production'),
    environment.text('name').written().quote(),
  );
}
