import { all, any, choose, not } from '../../../model/truth.ts';
import { leftTo } from '../../blocks/left-open.ts';
import { allAreKnown, isMet } from '../../blocks/met-calls.ts';
import { isTaken, TEST_FILE } from '../../blocks/tests.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'tests-aim-at-routes',
  requirement: 'TST-07',
  severity: 'high',
  effort: 'hours',
  title: 'Tests ask for routes that exist',
  gap: {
    one: 'A file of tests asks for routes that do not exist',
    many: '{count} files of tests ask for routes that do not exist',
  },
  evidence: ['repo', 'iac'],
  aliases: [],
  frameworks: {},
  messages: { gone: 'no route serves {actual}, nor anything else that its tests ask for' },
  about: 'repository',
  seesInfrastructure: true,
  appliesTo: TEST_FILE,
  when: (file) =>
    all(isTaken(file), file.list('aims').exist(), not(file.text('kind').is('end-to-end'))).asMembership(),
  evaluate: (file, graph) =>
    any(
      file.list('aims').some((one) => isMet(one, graph, { whichRuns: true })),
      choose(
        allAreKnown(graph),
        () =>
          file
            .list('aims')
            .none((one) => all(one.text('path').written().quote(), one.bool('isWhole').is(true)))
            .else('gone'),
        () => leftTo('the routes that the tests are about', file),
      ),
    ),
  fix: 'Aim the tests at the routes of today and compare what they answer, or take them out',
  fixImpact: { downtime: false },
});
