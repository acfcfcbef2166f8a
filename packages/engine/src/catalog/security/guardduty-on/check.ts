import type { Resource } from '../../../model/graph.ts';
import { choose } from '../../../model/truth.ts';
import { defineRootCheck } from '../../check.ts';

const DETECTOR = 'AWS::GuardDuty::Detector';

export default defineRootCheck({
  id: 'guardduty-on',
  requirement: 'SEC-18',
  severity: 'high',
  effort: 'minutes',
  title: 'GuardDuty looks for threats in the account',
  gap: { one: 'GuardDuty is switched off', many: 'GuardDuty is switched off in {count} roots' },
  evidence: ['iac', 'aws'],
  aliases: ['CKV_AWS_238', 'GuardDuty.1', 'guardduty_is_enabled'],
  frameworks: { wellArchitected: ['sec_detect_investigate_events_security_alerts'], fsbp: ['GuardDuty.1'] },
  accountWide: true,
  messages: { off: 'the detector is there but does not look: {property} is {actual}' },
  evaluate: (graph) =>
    choose(graph.of(DETECTOR).exist(), graph.of(DETECTOR).some(looks), graph.ofAccount(DETECTOR).some(looks)),
  fix: 'Switch GuardDuty on in every region of the account, and send its findings to somebody',
  snippets: { terraform: 'enable = true', cloudformation: 'Enable: true' },
  fixImpact: { downtime: false },
});

function looks(detector: Resource) {
  return detector.bool('Enable').is(true).quote().else('off');
}
