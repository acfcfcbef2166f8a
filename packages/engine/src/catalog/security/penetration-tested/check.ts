import { defineRootCheck } from '../../check.ts';

export default defineRootCheck({
  id: 'penetration-tested',
  requirement: 'SEC-28',
  severity: 'medium',
  effort: 'weeks',
  title: 'Somebody tried within a year to break in',
  gap: { one: 'Nobody vouches for a penetration test', many: 'Nobody vouches for a penetration test' },
  evidence: ['attest'],
  aliases: [],
  frameworks: {},
  messages: { expired: 'nobody vouches for it any more: the attestation expired' },
  about: 'repository',
  // No file shows it: asked where airworthy.yaml has an attestation of it, and where everything is asked.
  evaluate: (graph) => graph.stated('SEC-28').else('expired'),
  fix: 'Have the application tested against the OWASP Top 10 by somebody who did not build it, and mend what they find',
  fixImpact: { downtime: false },
});
