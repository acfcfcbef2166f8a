import type { Graph, Resource } from '../../../model/graph.ts';
import { all, choose, not, type Truth } from '../../../model/truth.ts';
import {
  DEPLOY_SCRIPT,
  DEPLOYMENT,
  isDone,
  isOfInfrastructure,
  isProduction,
} from '../../blocks/pipeline.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'deployments-traceable',
  requirement: 'OPS-09',
  severity: 'medium',
  effort: 'minutes',
  title: 'What runs leads back to a commit',
  gap: {
    one: 'Nothing tells which commit a deployment brought',
    many: 'Nothing tells which commit {count} deployments brought',
  },
  evidence: ['repo'],
  aliases: [],
  frameworks: { wellArchitected: ['ops_dev_integ_version_control'] },
  messages: {
    none: 'neither its command nor what it deploys is given a commit or a version',
  },
  about: 'repository',
  appliesTo: [DEPLOYMENT, DEPLOY_SCRIPT],
  when: (deployment, graph) =>
    choose(deployment.isA(DEPLOY_SCRIPT), isTheWayOut(deployment, graph), isDone(deployment)).asMembership(),
  evaluate: (deployment) => deployment.has('version').else('none'),
  fix: 'Give the commit to what is deployed: as the tag of an image, in the name of an archive, as a tag of the stack or an environment variable',
  fixImpact: { downtime: false },
});

/** Whether a script is how all is deployed: infrastructure with it, and no pipeline calls it or deploys anything. */
function isTheWayOut(script: Resource, graph: Graph): Truth {
  return all(
    isOfInfrastructure(script),
    isProduction(script),
    not(script.list('calledBy').exist()),
    graph.of(DEPLOYMENT).none(isDone),
  );
}
