import type { Resource } from '../../../model/graph.ts';
import { all, any, not } from '../../../model/truth.ts';
import { canFail, DEPLOYMENT, isDone, isReal } from '../../blocks/pipeline.ts';
import { defineCheck } from '../../check.ts';

const inSameJob = (deployment: Resource, kind: string) =>
  deployment
    .list('before')
    .where((command) => all(command.text('kind').is(kind), command.bool('sameJob').is(true)));

export default defineCheck({
  id: 'artifacts-promoted',
  requirement: 'OPS-15',
  severity: 'medium',
  effort: 'hours',
  title: 'What is deployed is the artifact that was tested, and not built again',
  gap: {
    one: 'A deployment builds again what was tested elsewhere, or not at all',
    many: '{count} deployments build again what was tested elsewhere, or not at all',
  },
  evidence: ['repo'],
  aliases: [],
  frameworks: { wellArchitected: ['ops_dev_integ_build_mgmt_sys'] },
  messages: {
    again: 'its own job builds what it deploys, and tests none of it: {actual}',
  },
  about: 'repository',
  appliesTo: DEPLOYMENT,
  when: (deployment) =>
    all(
      isDone(deployment),
      any(inSameJob(deployment, 'build').exist(), inSameJob(deployment, 'fetch').exist()),
    ).asMembership(),
  evaluate: (deployment) =>
    any(
      // What is fetched was made by a job before.
      all(inSameJob(deployment, 'fetch').exist(), not(inSameJob(deployment, 'build').exist())),
      inSameJob(deployment, 'test').some((test) => all(isReal(test), canFail(test))),
      not(inSameJob(deployment, 'build').some((build) => build.text('text').written().quote())),
    ).else('again'),
  fix: 'Build once in a job of its own, keep the artifact, and let every environment fetch that one',
  fixImpact: { downtime: false },
});
