import type { Resource } from '../../../model/graph.ts';
import { all, choose } from '../../../model/truth.ts';
import { defineRootCheck } from '../../check.ts';

const TRAIL = 'AWS::CloudTrail::Trail';

export default defineRootCheck({
  id: 'cloudtrail-all-regions',
  requirement: 'CMP-01',
  severity: 'high',
  effort: 'hours',
  title: 'A trail records the calls of all regions and can be checked for changes',
  gap: {
    one: 'The trail leaves something out',
    many: '{count} roots have a trail that leaves something out',
  },
  evidence: ['iac', 'aws'],
  aliases: [
    'CKV_AWS_67',
    'CKV_AWS_36',
    'AWS-0014',
    'AWS-0016',
    'CloudTrailLogFileValidationEnabled',
    'CloudTrail.1',
    'CloudTrail.4',
    'cloudtrail_multi_region_enabled',
    'cloudtrail_log_file_validation_enabled',
    'MULTI_REGION_CLOUD_TRAIL_ENABLED',
  ],
  frameworks: {
    wellArchitected: ['sec_detect_investigate_events_app_service_logging'],
    fsbp: ['CloudTrail.1', 'CloudTrail.4'],
  },
  accountWide: true,
  messages: {
    regions: 'the trail covers one region only: {property} is {actual}',
    validation: 'changed log files would not be noticed: {property} is {actual}',
    stopped: 'the trail does not record: {property} is {actual}',
  },
  evaluate: (graph) =>
    choose(graph.of(TRAIL).exist(), graph.of(TRAIL).some(complete), graph.ofAccount(TRAIL).some(complete)),
  fix: 'Record all regions, with log file validation, into a bucket that nobody can change',
  snippets: {
    terraform: 'is_multi_region_trail      = true\nenable_log_file_validation = true',
    cloudformation: 'IsMultiRegionTrail: true\nEnableLogFileValidation: true\nIsLogging: true',
  },
  fixImpact: { downtime: false },
});

function complete(trail: Resource) {
  return all(
    trail.bool('IsLogging').is(true).else('stopped'),
    trail.bool('IsMultiRegionTrail').is(true).else('regions'),
    trail.bool('EnableLogFileValidation').is(true).else('validation'),
  );
}
