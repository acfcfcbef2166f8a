import { all, any, not } from '../../../model/truth.ts';
import { leftTo } from '../../blocks/left-open.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'row-security-holds',
  requirement: 'DAT-05',
  severity: 'high',
  effort: 'hours',
  title: 'Rules of the database on rows hold for the application',
  gap: {
    one: 'A rule of the database on rows protects nothing',
    many: '{count} rules of the database on rows protect nothing',
  },
  evidence: ['repo'],
  aliases: [],
  frameworks: {},
  messages: {
    unset: 'its policy compares with {actual}, and no code sets that',
  },
  about: 'repository',
  appliesTo: 'Repository::RowSecurity',
  evaluate: (rule) =>
    all(
      any(
        rule.list('setIn').exist(),
        not(rule.has('setting')),
        not(rule.text('setting').written().quote()),
      ).else('unset'),
      any(
        rule.bool('forced').is(true),
        leftTo('the role that the application connects as: the owner of a table is let through', rule),
      ),
    ),
  fix: 'Set what the policy compares with in each transaction, connect as a role that owns no table, and force row level security',
  fixImpact: { downtime: false },
});
