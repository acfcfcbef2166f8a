import { all, any } from '../../../model/truth.ts';
import {
  commandsIn,
  deployments,
  infrastructureIsDeployed,
  isOfInfrastructure,
  runs,
  runsToo,
  STEP,
} from '../../blocks/pipeline.ts';
import { defineRootCheck } from '../../check.ts';

/** Events at which somebody looks before anything is merged. */
const REVIEWED = ['pull_request', 'pull_request_target', 'merge_request', 'issue_comment'];

export default defineRootCheck({
  id: 'infrastructure-plan-shown',
  requirement: 'OPS-13',
  severity: 'medium',
  effort: 'hours',
  title: 'Changes of infrastructure are shown before they are applied',
  gap: {
    one: 'Infrastructure changes without anybody having seen what changes',
    many: 'Infrastructure changes without anybody having seen what changes',
  },
  evidence: ['repo'],
  aliases: [],
  frameworks: { wellArchitected: ['rel_tracking_change_management_planned_changemgmt'] },
  messages: {
    none: 'no pipeline shows a plan or a difference in a pull request, or in the run before it applies',
  },
  about: 'repository',
  when: (graph) => infrastructureIsDeployed(graph).asMembership(),
  evaluate: (graph) => {
    const inReview = graph
      .of(STEP)
      .where((step) =>
        all(
          runs(step),
          step.list('events').some((event) => event.text().oneOf(REVIEWED)),
        ),
      )
      .some((step) => commandsIn(step, 'plan').exist());
    const inRun = deployments(graph)
      .where((deployment) =>
        all(runs(deployment), isOfInfrastructure(deployment), deployment.has('environment')),
      )
      .some((deployment) =>
        deployment
          .list('before')
          .some((command) =>
            all(command.text('kind').is('plan'), runsToo(command), command.text('text').written().quote()),
          ),
      );
    return any(inReview, inRun).else('none');
  },
  fix: 'Run terraform plan, cdk diff or a change set in each pull request, where the reviewer sees it',
  fixImpact: { downtime: false },
});
