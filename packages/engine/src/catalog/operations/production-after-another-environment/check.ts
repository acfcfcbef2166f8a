import type { Graph, Resource } from '../../../model/graph.ts';
import { all, any, not, type Truth } from '../../../model/truth.ts';
import { onceFor } from '../../../once-for.ts';
import { leftTo } from '../../blocks/left-open.ts';
import { DEPLOYMENT, deployments, isDone, isProduction, runsToo, WORKFLOW } from '../../blocks/pipeline.ts';
import { defineCheck } from '../../check.ts';

const EARLIER = ['staging', 'test', 'development'];

const reachesEarlier = (deployment: Resource): Truth =>
  deployment
    .list('deploys')
    .flatMap((one) => one.list('environments'))
    .some((said) => said.text('stage').oneOf(EARLIER));

/** Whether a pipeline of its own deploys to an earlier environment, and not to production: from another branch, say. */
const earlierElsewhere = onceFor(
  (graph: Graph): Truth =>
    graph.of(WORKFLOW).some((workflow) => {
      const own = deployments(graph).where((one) =>
        all(one.text('workflow').is(workflow.address), isDone(one)).asMembership(),
      );
      return all(own.some(reachesEarlier), own.none(isProduction));
    }),
);

/** Whether what is deployed before it is another environment than production. */
const anotherBefore = (deployment: Resource): Truth =>
  deployment.list('before').some((command) =>
    all(
      command.text('kind').is('deploy'),
      command.list('stages').some((stage) => stage.text().oneOf(EARLIER)),
      not(command.has('cannotFail')),
      runsToo(command),
    ),
  );

export default defineCheck({
  id: 'production-after-another-environment',
  requirement: 'OPS-02',
  severity: 'medium',
  effort: 'days',
  title: 'What goes to production has been deployed to another environment before',
  gap: {
    one: 'A deployment reaches production first',
    many: '{count} deployments reach production first',
  },
  evidence: ['repo'],
  aliases: [],
  frameworks: { wellArchitected: ['ops_dev_integ_multi_env'] },
  messages: {
    first: 'nothing is deployed to another environment before it, in its job or in those that it needs',
  },
  about: 'repository',
  appliesTo: DEPLOYMENT,
  when: (deployment) =>
    all(
      isDone(deployment),
      isProduction(deployment),
      not(deployment.list('events').every((event) => event.text().is('workflow_dispatch'))),
    ).asMembership(),
  evaluate: (deployment, graph) =>
    any(
      anotherBefore(deployment),
      all(
        earlierElsewhere(graph),
        leftTo(
          'whether only what the earlier environment runs reaches the branch or the run that deploys to production, in the history and the rules of the repository',
          deployment,
        ),
      ),
    ).else('first'),
  fix: 'Deploy to staging first, run the end-to-end tests there, and let the job for production need that job',
  fixImpact: { downtime: false },
});
