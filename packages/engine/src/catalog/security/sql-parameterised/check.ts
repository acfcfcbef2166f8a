import { all } from '../../../model/truth.ts';
import { mayRun } from '../../blocks/running-code.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'sql-parameterised',
  requirement: 'SEC-20',
  severity: 'critical',
  effort: 'hours',
  title: 'No statement for a database is joined together from values',
  gap: {
    one: 'A statement is joined together from values',
    many: '{count} pieces of code join statements together from values',
  },
  evidence: ['repo'],
  aliases: [],
  frameworks: {},
  messages: { joined: '{actual} is joined into the text of a statement' },
  about: 'repository',
  seesInfrastructure: true,
  appliesTo: 'Repository::Statements',
  when: (code, graph) => mayRun(code.text('path'), graph),
  evaluate: (code) =>
    code
      .list('statements')
      .none((statement) => all(statement.bool('joined').is(true), statement.text('part').written().quote()))
      .else('joined'),
  fix: 'Hand values over as parameters, and take names of columns and tables from a list in the code',
  fixImpact: { downtime: false },
});
