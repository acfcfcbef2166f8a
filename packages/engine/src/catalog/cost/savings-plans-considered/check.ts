import { defineRootCheck } from '../../check.ts';

export default defineRootCheck({
  id: 'savings-plans-considered',
  requirement: 'CST-08',
  severity: 'low',
  effort: 'hours',
  title: 'Reserved capacity and savings plans were considered for steady load',
  gap: {
    one: 'Nobody vouches that savings plans were considered',
    many: 'Nobody vouches that savings plans were considered',
  },
  evidence: ['attest', 'aws'],
  aliases: [],
  frameworks: {},
  messages: { expired: 'nobody vouches for it any more: the attestation expired' },
  about: 'repository',
  // No file shows it: asked where airworthy.yaml has an attestation of it, and where everything is asked.
  evaluate: (graph) => graph.stated('CST-08').else('expired'),
  fix: 'Look at the recommendations of Cost Explorer and Compute Optimizer, decide, and note the decision with the load that it rests on',
  fixImpact: { downtime: false },
});
