import { defineRootCheck } from '../../check.ts';

export default defineRootCheck({
  id: 'repository-mirrored',
  requirement: 'BKP-09',
  severity: 'low',
  effort: 'hours',
  title: 'The source is kept where a deletion does not reach it',
  gap: { one: 'Nobody vouches for a copy of the source', many: 'Nobody vouches for a copy of the source' },
  evidence: ['attest'],
  aliases: [],
  frameworks: {},
  messages: { expired: 'nobody vouches for it any more: the attestation expired' },
  about: 'repository',
  // No file shows it: asked where airworthy.yaml has an attestation of it, and where everything is asked.
  evaluate: (graph) => graph.stated('BKP-09').else('expired'),
  fix: 'Copy the repository each day to a place that keeps versions and that the same account cannot empty',
  fixImpact: { downtime: false },
});
