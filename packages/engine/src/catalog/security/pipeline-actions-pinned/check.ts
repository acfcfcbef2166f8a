import { all, not } from '../../../model/truth.ts';
import { WORKFLOW } from '../../blocks/pipeline.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'pipeline-actions-pinned',
  requirement: 'SEC-35',
  severity: 'medium',
  effort: 'minutes',
  title: 'What pipelines take from others is fixed to a commit',
  gap: {
    one: 'A pipeline runs whatever others put behind a tag or a branch',
    many: '{count} pipelines run whatever others put behind a tag or a branch',
  },
  evidence: ['repo'],
  aliases: ['unpinned-uses', 'Pinned-Dependencies', 'CKV_CIRCLECIPIPELINES_3', 'CKV_CIRCLECIPIPELINES_4'],
  frameworks: { wellArchitected: ['sec_appsec_regularly_assess_security_properties_of_pipelines'] },
  messages: {
    moves: '{actual} is taken by a tag or branch that its owner can move',
  },
  about: 'repository',
  appliesTo: WORKFLOW,
  when: (workflow) =>
    all(
      not(workflow.has('disabled')),
      workflow.list('actions').some((action) => action.text('by').is('others')),
    ).asMembership(),
  evaluate: (workflow) =>
    not(
      workflow
        .list('actions')
        .some((action) =>
          all(
            action.text('by').is('others'),
            not(action.bool('pinned').is(true)),
            action.text('name').written().quote(),
          ),
        ),
    ).else('moves'),
  fix: 'Name the commit (uses: owner/action@<40 hexadecimal digits> # v1.2.3), and let a bot renew it',
  fixImpact: { downtime: false },
});
