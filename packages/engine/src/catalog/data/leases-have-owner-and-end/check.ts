import { all } from '../../../model/truth.ts';
import { mayRun } from '../../blocks/running-code.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'leases-have-owner-and-end',
  requirement: 'DAT-02',
  severity: 'high',
  effort: 'hours',
  title: 'A lease or lock says who has it, and ends by itself',
  gap: {
    one: 'A lease has no owner or no end',
    many: '{count} leases have no owner or no end',
  },
  evidence: ['repo'],
  aliases: [],
  frameworks: {},
  messages: {
    anybody: 'the lease does not say who has it: anybody may give it back',
    endless: 'the lease does not end: one whose owner is gone is held for good',
  },
  about: 'repository',
  seesInfrastructure: true,
  appliesTo: 'Repository::Lease',
  when: (lease, graph) => mayRun(lease.text('path'), graph),
  evaluate: (lease) =>
    all(lease.bool('owner').is(true).else('anybody'), lease.bool('expires').is(true).else('endless')),
  fix: 'Write the owner and an end into the row, and take it only where there is none or it has ended',
  fixImpact: { downtime: false },
});
