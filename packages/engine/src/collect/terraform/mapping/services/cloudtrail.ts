import { META, object, objects, type Service, spelled, TAGS, withDefault } from '../row.ts';

/** The trail and the other watchers of an account. */
export const cloudtrail: Service = {
  types: [
    {
      from: 'aws_cloudtrail',
      to: 'AWS::CloudTrail::Trail',
      properties: {
        cloud_watch_logs_group_arn: 'CloudWatchLogsLogGroupArn',
        cloud_watch_logs_role_arn: 'CloudWatchLogsRoleArn',
        enable_log_file_validation: 'EnableLogFileValidation',
        enable_logging: withDefault('IsLogging', true),
        include_global_service_events: 'IncludeGlobalServiceEvents',
        is_multi_region_trail: 'IsMultiRegionTrail',
        is_organization_trail: 'IsOrganizationTrail',
        kms_key_id: 'KMSKeyId',
        name: 'TrailName',
        s3_bucket_name: 'S3BucketName',
        s3_key_prefix: 'S3KeyPrefix',
        sns_topic_name: 'SnsTopicName',
        tags: TAGS,
        advanced_event_selector: objects('AdvancedEventSelectors', {
          name: 'Name',
          field_selector: objects(
            'FieldSelectors',
            spelled(
              'ends_with',
              'equals',
              'field',
              'not_ends_with',
              'not_equals',
              'not_starts_with',
              'starts_with',
            ),
          ),
        }),
        event_selector: objects('EventSelectors', {
          ...spelled('exclude_management_event_sources', 'include_management_events', 'read_write_type'),
          data_resource: objects('DataResources', spelled('type', 'values')),
        }),
        insight_selector: objects('InsightSelectors', spelled('insight_type')),
      },
    },
    {
      from: 'aws_guardduty_detector',
      to: 'AWS::GuardDuty::Detector',
      properties: {
        enable: withDefault('Enable', true),
        finding_publishing_frequency: 'FindingPublishingFrequency',
        tags: TAGS,
        datasources: META,
      },
    },
    {
      from: 'aws_securityhub_account',
      to: 'AWS::SecurityHub::Hub',
      properties: spelled('auto_enable_controls', 'control_finding_generator', 'enable_default_standards'),
    },
    {
      from: 'aws_config_configuration_recorder',
      to: 'AWS::Config::ConfigurationRecorder',
      properties: {
        name: 'Name',
        role_arn: 'RoleARN',
        recording_group: object('RecordingGroup', {
          ...spelled('all_supported', 'include_global_resource_types', 'resource_types'),
          exclusion_by_resource_types: object('ExclusionByResourceTypes', spelled('resource_types')),
          recording_strategy: object('RecordingStrategy', spelled('use_only')),
        }),
        recording_mode: META,
      },
    },
    {
      from: 'aws_config_config_rule',
      to: 'AWS::Config::ConfigRule',
      properties: {
        description: 'Description',
        evaluation_mode: META,
        input_parameters: 'InputParameters',
        maximum_execution_frequency: 'MaximumExecutionFrequency',
        name: 'ConfigRuleName',
        tags: META,
        scope: META,
        source: object('Source', {
          ...spelled('owner', 'source_identifier'),
          custom_policy_details: META,
          source_detail: META,
        }),
      },
    },
    {
      from: 'aws_organizations_policy',
      to: 'AWS::Organizations::Policy',
      properties: {
        content: 'Content',
        description: 'Description',
        name: 'Name',
        skip_destroy: META,
        tags: TAGS,
        type: withDefault('Type', 'SERVICE_CONTROL_POLICY'),
      },
    },
    {
      from: 'aws_accessanalyzer_analyzer',
      to: 'AWS::AccessAnalyzer::Analyzer',
      properties: {
        analyzer_name: 'AnalyzerName',
        type: withDefault('Type', 'ACCOUNT'),
        configuration: META,
        tags: TAGS,
      },
    },
  ],
  joins: [
    {
      from: 'aws_organizations_policy_attachment',
      into: [{ type: 'AWS::Organizations::Policy', by: 'policy_id' }],
      append: { to: 'TargetIds', member: { argument: 'target_id' } },
    },
  ],
};
