import type { Properties } from '../../../model/graph.ts';
import { all, any, not } from '../../../model/truth.ts';
import { WORKFLOW } from '../../blocks/pipeline.ts';
import { defineCheck } from '../../check.ts';

const said = (job: Properties) => any(job.has('permissions'), job.has('scopes'));

export default defineCheck({
  id: 'pipeline-permissions-least',
  requirement: 'SEC-35',
  severity: 'medium',
  effort: 'minutes',
  title: 'Workflows name the permissions that they need',
  gap: {
    one: 'A workflow may do whatever the settings of the repository allow',
    many: '{count} workflows may do whatever the settings of the repository allow',
  },
  evidence: ['repo'],
  aliases: ['CKV2_GHA_1', 'excessive-permissions', 'Token-Permissions'],
  frameworks: { wellArchitected: ['sec_permissions_least_privileges'] },
  messages: {
    unsaid: 'a job names no permissions, so the settings of the repository or organisation hold: often all',
    all: 'its permissions are {actual}',
  },
  about: 'repository',
  appliesTo: WORKFLOW,
  when: (workflow) =>
    all(
      workflow.text('system').is('github-actions'),
      not(workflow.has('disabled')),
      workflow.list('jobs').some((job) => not(job.has('neverRuns'))),
    ).asMembership(),
  evaluate: (workflow) => {
    const jobs = workflow.list('jobs').where((job) => not(job.has('neverRuns')));
    return all(
      jobs.every(said).else('unsaid'),
      jobs.every((job) => not(job.text('permissions').is('write-all').quote())).else('all'),
    );
  },
  fix: 'Begin the workflow with permissions: { contents: read }, and add to a job what it needs',
  fixImpact: { downtime: false },
});
