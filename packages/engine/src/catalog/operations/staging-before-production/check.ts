import type { Graph, Properties } from '../../../model/graph.ts';
import type { Many } from '../../../model/many.ts';
import { DEPLOYMENT, runs } from '../../blocks/pipeline.ts';
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
  when: (graph) => graph.of(DEPLOYMENT).exist(),
  evaluate: (graph) =>
    environments(graph)
      .some((environment) => environment.text('stage').is('staging'))
      .else('none'),
  fix: 'Deploy the same stacks once more with small sizes, and let each release pass through there first',
  fixImpact: { downtime: false },
});

function environments(graph: Graph): Many<Properties> {
  return graph
    .of(DEPLOYMENT)
    .where(runs)
    .flatMap((deployment) => deployment.list('deploys'))
    .flatMap((one) => one.list('environments'))
    .where((environment) => environment.has('stage'));
}
