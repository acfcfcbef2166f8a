import { Reading } from '../../../model/reading.ts';
import { all, choose } from '../../../model/truth.ts';
import { documentsOfSystem } from '../../blocks/documents.ts';
import { mayStateTargets, nothingToCompare, objectivesOf } from '../../blocks/stated-targets.ts';
import { defineRootCheck } from '../../check.ts';

export default defineRootCheck({
  id: 'restore-time-fits-availability',
  requirement: 'MON-25',
  severity: 'medium',
  effort: 'hours',
  title: 'The availability that is promised leaves the time that a repair takes',
  gap: {
    one: 'The availability that is promised leaves less time than one repair takes',
    many: 'At {count} places the availability that is promised leaves less time than one repair takes',
  },
  evidence: ['repo'],
  aliases: [],
  frameworks: { wellArchitected: ['rel_planning_for_recovery_objective_defined_recovery'] },
  messages: {
    restore:
      'restoring may take {actual} minutes, which is more than the availability that is promised leaves',
  },
  about: 'repository',
  seesInfrastructure: true,
  when: mayStateTargets,
  evaluate: (graph) => {
    const leaves = objectivesOf(graph, 'availability').map((one) => one.number('leaves'));
    const restores = objectivesOf(graph, 'restore')
      .map((one) => one.number('value'))
      .and(
        documentsOfSystem(graph)
          .where((document) => document.has('rto'))
          .map((document) => document.number('rto')),
      );
    return choose(
      all(leaves.exist(), restores.exist()),
      restores
        .none((restore) =>
          leaves.some((left) =>
            Reading.both(restore, left, 'less than that', (minutes, budget) => minutes > budget).quote(),
          ),
        )
        .else('restore'),
      nothingToCompare(graph, 'stating the availability and the time to restore'),
    );
  },
  fix: 'Promise what one repair leaves (99.9 % of a month is 43 minutes), or shorten the repair until it fits',
  fixImpact: { downtime: false },
});
