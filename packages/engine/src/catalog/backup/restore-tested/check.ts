import { defineRootCheck } from '../../check.ts';

export default defineRootCheck({
  id: 'restore-tested',
  requirement: 'BKP-07',
  severity: 'high',
  effort: 'hours',
  title: 'A restore was tried within the last quarter, with the time that it took',
  gap: {
    one: 'Nobody vouches for a restore that was tried',
    many: 'Nobody vouches for a restore that was tried',
  },
  evidence: ['attest', 'aws'],
  aliases: [],
  frameworks: {},
  messages: { expired: 'nobody vouches for it any more: the attestation expired' },
  about: 'repository',
  // No file shows it: asked where airworthy.yaml has an attestation of it, and where everything is asked.
  evaluate: (graph) => graph.stated('BKP-07').else('expired'),
  fix: 'Restore the newest backup beside what runs, look at the data, and note the time from decision to verification',
  fixImpact: { downtime: false },
});
