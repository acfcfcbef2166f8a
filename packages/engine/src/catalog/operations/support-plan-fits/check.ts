import { defineRootCheck } from '../../check.ts';

export default defineRootCheck({
  id: 'support-plan-fits',
  requirement: 'OPS-16',
  severity: 'low',
  effort: 'hours',
  title: 'The support plan fits the tier of the service',
  gap: { one: 'Nobody vouches for a support plan', many: 'Nobody vouches for a support plan' },
  evidence: ['attest', 'aws'],
  aliases: [],
  frameworks: {},
  messages: { expired: 'nobody vouches for it any more: the attestation expired' },
  about: 'repository',
  // No file shows it: asked where airworthy.yaml has an attestation of it, and where everything is asked.
  evaluate: (graph) => graph.stated('OPS-16').else('expired'),
  fix: 'Choose the plan whose answer comes sooner than the time to restore that was promised, and write into the runbooks how to open a case',
  fixImpact: { downtime: false },
});
