import { DEPLOYMENT, isDone } from '../../blocks/pipeline.ts';
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
  appliesTo: DEPLOYMENT,
  when: (deployment) => isDone(deployment).asMembership(),
  evaluate: (deployment) => deployment.has('version').else('none'),
  fix: 'Give the commit to what is deployed: as the tag of an image, in the name of an archive, as a tag of the stack or an environment variable',
  fixImpact: { downtime: false },
});
