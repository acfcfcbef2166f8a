import type { Resource } from '../../../model/graph.ts';
import { all, any, choose, not, type Truth } from '../../../model/truth.ts';
import { defineRootCheck } from '../../check.ts';

const RECORDER = 'AWS::Config::ConfigurationRecorder';
const RULES = [
  'AWS::Config::ConfigRule',
  'AWS::Config::ConformancePack',
  'AWS::Config::OrganizationConfigRule',
];

/** All types, unless some are named. */
const recordsAll = (recorder: Resource): Truth =>
  any(
    not(recorder.has('RecordingGroup')),
    all(recorder.has('RecordingGroup'), recorder.bool('RecordingGroup.AllSupported').is(true).quote()),
  );

export default defineRootCheck({
  id: 'config-recorder',
  requirement: 'CMP-02',
  severity: 'medium',
  effort: 'hours',
  title: 'AWS Config records all resources and judges them by rules',
  gap: {
    one: 'AWS Config leaves something out',
    many: '{count} roots have a recorder that leaves something out',
  },
  evidence: ['iac', 'aws'],
  aliases: ['CKV2_AWS_45', 'CKV2_AWS_48', 'Config.1', 'config_recorder_all_regions_enabled'],
  frameworks: { wellArchitected: ['sec_detect_investigate_events_app_service_logging'], fsbp: ['Config.1'] },
  accountWide: true,
  messages: {
    part: 'it records some resource types only: {property} is {actual}',
    rules: 'it records, but no rule judges what it records',
  },
  evaluate: (graph) =>
    choose(
      graph.of(RECORDER).exist(),
      all<'part' | 'rules'>(
        graph.of(RECORDER).some(recordsAll).else('part'),
        any(...RULES.map((type) => graph.of(type).exist())).else('rules'),
      ),
      graph.ofAccount(RECORDER).some(recordsAll),
    ),
  fix: 'Record all supported types, the global ones in one region, and add rules or a conformance pack',
  fixImpact: { downtime: false, monthlyCost: 'aws-config' },
});
