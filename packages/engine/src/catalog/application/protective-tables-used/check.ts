import { any } from '../../../model/truth.ts';
import { mayRun } from '../../blocks/running-code.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'protective-tables-used',
  requirement: 'APP-09',
  severity: 'high',
  effort: 'hours',
  title: 'Tables of locks, sessions and limits are used by what runs',
  gap: {
    one: 'A table that is there to protect is used by nothing',
    many: '{count} tables that are there to protect are used by nothing',
  },
  evidence: ['repo'],
  aliases: [],
  frameworks: {},
  messages: { unused: 'the table {actual} is made, and no statement of what is deployed names it' },
  about: 'repository',
  seesInfrastructure: true,
  appliesTo: 'Repository::ProtectiveTable',
  evaluate: (table, graph) =>
    any(
      table.list('usedIn').some((file) => mayRun(file.text(), graph)),
      table.text('name').is('').quote(),
    ).else('unused'),
  fix: 'Use it where it is meant to protect, or drop it',
  fixImpact: { downtime: false },
});
