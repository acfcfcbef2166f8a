import { any } from '../../../model/truth.ts';
import { mayRun } from '../../blocks/running-code.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'failed-work-kept',
  requirement: 'APP-07',
  severity: 'medium',
  effort: 'days',
  title: 'Work that failed is told, kept or tried again, and not only logged',
  gap: {
    one: 'Work that failed is lost with a line in the log',
    many: 'Work that failed is lost with a line in the log, in {count} places',
  },
  evidence: ['repo'],
  aliases: [],
  frameworks: {},
  messages: {
    lost: 'where {actual} fails, it is logged and never done: nobody is told, and nothing is kept to do it again',
  },
  about: 'repository',
  seesInfrastructure: true,
  appliesTo: 'Repository::FailedWork',
  when: (work, graph) => mayRun(work.text('path'), graph),
  evaluate: (work) => any(work.bool('kept').is(true), work.text('work').is('').quote()).else('lost'),
  fix: 'Put what failed into a queue or a table from which it can be done again, or tell who asked',
  fixImpact: { downtime: false },
});
