import { all } from '../../../model/truth.ts';
import { mayRun } from '../../blocks/running-code.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'stored-before-answered',
  requirement: 'DAT-08',
  severity: 'critical',
  effort: 'days',
  title: 'What is acknowledged is stored before the answer',
  gap: {
    one: 'A change is answered before it is stored',
    many: '{count} pieces of code answer before what they change is stored',
  },
  evidence: ['repo'],
  aliases: [],
  frameworks: {},
  messages: { late: 'what is to be stored may be lost with its process: {actual}' },
  about: 'repository',
  seesInfrastructure: true,
  appliesTo: 'Repository::Change',
  when: (code, graph) => mayRun(code.text('path'), graph),
  evaluate: (code) =>
    code
      .list('changes')
      .none((change) => all(change.has('late').asMembership(), change.text('late').written().quote()))
      .else('late'),
  fix: 'Wait until it is stored, or put it into a queue that keeps it, and only then answer',
  fixImpact: { downtime: false },
});
