import { all, any, not } from '../../../model/truth.ts';
import { leftTo } from '../../blocks/left-open.ts';
import { WORKFLOW } from '../../blocks/pipeline.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'pipeline-without-lasting-keys',
  requirement: 'SEC-35',
  severity: 'high',
  effort: 'hours',
  title: 'Pipelines take a role for each run, and hold no key of the account',
  gap: {
    one: 'A pipeline holds a key of the account that lives until somebody deletes it',
    many: '{count} pipelines hold keys of the account that live until somebody deletes them',
  },
  evidence: ['repo'],
  aliases: [],
  frameworks: {
    wellArchitected: [
      'sec_identities_unique',
      'sec_appsec_regularly_assess_security_properties_of_pipelines',
    ],
  },
  messages: {
    key: 'it is given {actual}, a key that lives until somebody deletes it',
  },
  about: 'repository',
  appliesTo: WORKFLOW,
  when: (workflow) =>
    all(
      not(workflow.has('disabled')),
      workflow.list('jobs').some((job) => not(job.has('neverRuns'))),
      any(
        workflow.bool('usesCloud').is(true),
        workflow.list('credentials').some((one) => one.text('kind').oneOf(['key', 'role'])),
      ),
    ).asMembership(),
  evaluate: (workflow) => {
    const credentials = workflow.list('credentials');
    return all(
      not(
        credentials.some((one) => all(one.text('kind').is('key'), one.text('name').written().quote())),
      ).else('key'),
      // Where nothing is named, a machine of one's own or the settings of the host may bring either.
      any(
        credentials.some((one) => one.text('kind').is('role')),
        leftTo('which credentials the machines of the pipeline have', workflow),
      ),
    );
  },
  fix: 'Let the pipeline take a role by OpenID Connect (role-to-assume, id_tokens), and delete the key',
  fixImpact: { downtime: false },
});
