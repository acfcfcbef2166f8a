import { all } from '../../../model/truth.ts';
import { mayRun } from '../../blocks/running-code.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'writers-lose-nothing',
  requirement: 'DAT-01',
  severity: 'critical',
  effort: 'days',
  title:
    'What is written over is only what was read: a version, a condition or a lock keeps the changes of others',
  gap: {
    one: 'A writer loses what another wrote in the meantime',
    many: '{count} pieces of code lose what others wrote in the meantime',
  },
  evidence: ['repo'],
  aliases: [],
  frameworks: {},
  messages: {
    lost: '{actual} writes over what is there, whatever somebody else wrote since: no version, condition or lock is asked',
  },
  about: 'repository',
  seesInfrastructure: true,
  appliesTo: 'Repository::Change',
  when: (code, graph) =>
    all(
      mayRun(code.text('path'), graph),
      code.list('changes').some((change) => change.bool('replaces').is(true)),
    ),
  evaluate: (code) =>
    code
      .list('changes')
      .none((change) => all(change.bool('loses').is(true), change.text('call').written().quote()))
      .else('lost'),
  fix: 'Keep a version with each record, write only where it is the one that was read, and tell the other writer',
  fixImpact: { downtime: false },
});
