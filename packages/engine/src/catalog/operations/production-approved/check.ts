import type { Resource } from '../../../model/graph.ts';
import { all, any, not, type Truth } from '../../../model/truth.ts';
import { leftTo } from '../../blocks/left-open.ts';
import { DEPLOYMENT, isDone, isProduction } from '../../blocks/pipeline.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'production-approved',
  requirement: 'OPS-02',
  severity: 'medium',
  effort: 'minutes',
  title: 'Somebody approves before a pipeline deploys to production',
  gap: {
    one: 'A pipeline deploys to production without anybody approving',
    many: '{count} deployments reach production without anybody approving',
  },
  evidence: ['repo'],
  aliases: [],
  frameworks: { wellArchitected: ['ops_mit_deploy_risks_deploy_mgmt_sys'] },
  messages: {
    none: 'its job waits for nobody, and names no environment that could ask for an approval',
  },
  about: 'repository',
  appliesTo: DEPLOYMENT,
  when: (deployment) => all(isDone(deployment), isProduction(deployment)).asMembership(),
  evaluate: (deployment) =>
    any(
      all(deployment.has('waits'), not(isOnlyStarted(deployment))),
      // Whoever starts it decides alone, where nobody else is asked.
      all(
        isOnlyStarted(deployment),
        leftTo('who may start it, and whether anybody but them decides', deployment),
      ),
      // Its reviewers are settings of the host.
      all(
        deployment.has('environment'),
        leftTo(
          'whether the environment that it names asks for reviewers, in the settings of the repository',
          deployment,
        ),
      ),
    ).else('none'),
  fix: 'Name an environment in the job and give it reviewers, or let the job wait for somebody (when: manual)',
  fixImpact: { downtime: false },
});

function isOnlyStarted(deployment: Resource): Truth {
  return deployment
    .text('waits')
    .matches('a start by hand', /^somebody starts it/)
    .asMembership();
}
