import { any } from '../../../model/truth.ts';
import { DEPLOY_SCRIPT } from '../../blocks/pipeline.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'deploy-scripts-from-a-commit',
  requirement: 'OPS-14',
  severity: 'medium',
  effort: 'minutes',
  title: 'Scripts deploy what is committed',
  gap: {
    one: 'A script deploys whatever lies in the folder',
    many: '{count} scripts deploy whatever lies in the folder',
  },
  evidence: ['repo'],
  aliases: [],
  frameworks: { wellArchitected: ['ops_dev_integ_version_control'] },
  messages: {
    anything: 'no pipeline runs it, and it does not stop where something is not committed',
  },
  about: 'repository',
  appliesTo: DEPLOY_SCRIPT,
  evaluate: (script) =>
    any(script.bool('checksRevision').is(true), script.list('calledBy').exist()).else('anything'),
  fix: 'Let the script stop when git status --porcelain prints anything, or leave deploying to the pipeline',
  fixImpact: { downtime: false },
});
