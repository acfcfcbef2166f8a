import { defineRootCheck } from '../../check.ts';

export default defineRootCheck({
  id: 'regime-declared',
  requirement: 'CMP-10',
  severity: 'medium',
  effort: 'hours',
  title: 'The regime that applies is declared, with the agreements that it needs',
  gap: { one: 'Nobody declares which regime applies', many: 'Nobody declares which regime applies' },
  evidence: ['attest'],
  aliases: [],
  frameworks: {},
  messages: { expired: 'nobody vouches for it any more: the attestation expired' },
  about: 'repository',
  // No file shows it: asked where airworthy.yaml has an attestation of it, and where everything is asked.
  evaluate: (graph) => graph.stated('CMP-10').else('expired'),
  fix: 'Decide with whoever answers for the data which of GDPR, CCPA, HIPAA, SOC 2 and PCI DSS apply, sign what they ask for (such as a BAA), and name both',
  fixImpact: { downtime: false },
});
