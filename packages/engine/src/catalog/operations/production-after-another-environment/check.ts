import type { Resource } from '../../../model/graph.ts';
import { all, not, type Truth } from '../../../model/truth.ts';
import { DEPLOYMENT, isProduction, runs } from '../../blocks/pipeline.ts';
import { defineCheck } from '../../check.ts';

/** Whether what is deployed before it is another environment than production. */
const anotherBefore = (deployment: Resource): Truth =>
  deployment.list('before').some((command) =>
    all(
      command.text('kind').is('deploy'),
      command.list('stages').some((stage) => stage.text().oneOf(['staging', 'development'])),
      not(command.has('cannotFail')),
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
      runs(deployment),
      isProduction(deployment),
      not(deployment.list('events').every((event) => event.text().is('workflow_dispatch'))),
    ).asMembership(),
  evaluate: (deployment) => anotherBefore(deployment).else('first'),
  fix: 'Deploy to staging first, run the end-to-end tests there, and let the job for production need that job',
  fixImpact: { downtime: false },
});
