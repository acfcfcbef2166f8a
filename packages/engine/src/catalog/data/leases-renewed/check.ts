import { mayRun } from '../../blocks/running-code.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'leases-renewed',
  requirement: 'DAT-02',
  severity: 'high',
  effort: 'hours',
  title: 'Who works on under a lease asks for it again',
  gap: {
    one: 'A lease is taken once and never asked for again',
    many: '{count} leases are taken once and never asked for again',
  },
  evidence: ['repo'],
  aliases: [],
  frameworks: {},
  messages: {
    once: 'what the lease guards is used from memory later on, when it may have ended and somebody else may have it',
  },
  about: 'repository',
  seesInfrastructure: true,
  appliesTo: 'Repository::Lease',
  when: (lease, graph) => mayRun(lease.text('path'), graph),
  evaluate: (lease) => lease.bool('renewed').is(true).else('once'),
  fix: 'Take or renew the lease each time before what it guards is used, and read again where somebody else had it since',
  fixImpact: { downtime: false },
});
