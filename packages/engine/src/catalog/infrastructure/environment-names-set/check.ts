import { all } from '../../../model/truth.ts';
import { allReads, isGuessable, isMissing, isRenamed, readsOf } from '../../blocks/environment-reads.ts';
import { hasOwnCode, TASK } from '../../blocks/running-code.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'environment-names-set',
  requirement: 'INF-24',
  severity: 'high',
  effort: 'minutes',
  title: 'Keys and settings that code reads from its environment are set where it runs',
  gap: {
    one: 'Code that runs reads a variable that nothing sets',
    many: 'The code of {count} functions and tasks reads variables that nothing sets',
  },
  evidence: ['iac', 'repo'],
  aliases: [],
  frameworks: {},
  messages: {
    missing: 'the code reads {actual} from its environment, and nothing sets it',
    guessable:
      'the code reads {actual}, nothing sets it, and a text of the code stands in for it, which everybody can read',
    renamed: 'the code reads {actual}, while another name is set that no code reads',
  },
  appliesTo: ['AWS::Lambda::Function', TASK],
  when: hasOwnCode,
  evaluate: (unit) =>
    all(
      readsOf(unit, 'the rest')
        .none((read) => isRenamed(unit, read))
        .else('renamed'),
      readsOf(unit, 'the rest')
        .none((read) => isMissing(unit, read))
        .else('missing'),
      allReads(unit)
        .none((read) => isGuessable(unit, read))
        .else('guessable'),
    ),
  fix: 'Set the variable in the infrastructure under the name that the code reads',
  fixImpact: { downtime: false },
});
