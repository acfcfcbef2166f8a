import { all } from '../../../model/truth.ts';
import { commandsIn, infrastructureIsDeployed, runs, STEP } from '../../blocks/pipeline.ts';
import { defineRootCheck } from '../../check.ts';

export default defineRootCheck({
  id: 'infrastructure-drift-looked-for',
  requirement: 'OPS-13',
  severity: 'low',
  effort: 'hours',
  title: 'A pipeline looks by itself whether what runs is still what the code says',
  gap: {
    one: 'Nothing looks whether what runs is still what the code says',
    many: 'Nothing looks whether what runs is still what the code says',
  },
  evidence: ['repo'],
  aliases: [],
  frameworks: { wellArchitected: ['rel_tracking_change_management_automated_changemgmt'] },
  messages: {
    none: 'no pipeline that starts by the clock compares what runs with the code',
  },
  about: 'repository',
  when: (graph) => infrastructureIsDeployed(graph).asMembership(),
  evaluate: (graph) =>
    graph
      .of(STEP)
      .where((step) =>
        all(
          runs(step),
          step.list('events').some((event) => event.text().is('schedule')),
        ),
      )
      .some((step) => commandsIn(step, 'plan').some((plan) => plan.bool('looksForDrift').is(true)))
      .else('none'),
  fix: 'Start a pipeline every night that runs terraform plan -detailed-exitcode, cdk drift or detect-stack-drift',
  fixImpact: { downtime: false },
});
