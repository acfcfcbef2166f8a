import { META, object, objects, pairs, type Service, spelled, TAGS, withDefault } from '../row.ts';

export const cloudwatch: Service = {
  types: [
    {
      from: 'aws_cloudwatch_metric_alarm',
      to: 'AWS::CloudWatch::Alarm',
      properties: {
        ...spelled(
          'actions_enabled',
          'alarm_actions',
          'alarm_description',
          'alarm_name',
          'comparison_operator',
          'datapoints_to_alarm',
          'evaluation_periods',
          'extended_statistic',
          'insufficient_data_actions',
          'metric_name',
          'namespace',
          'period',
          'statistic',
          'threshold',
          'threshold_metric_id',
          'treat_missing_data',
          'unit',
        ),
        evaluate_low_sample_count_percentiles: 'EvaluateLowSampleCountPercentile',
        ok_actions: 'OKActions',
        dimensions: pairs('Dimensions', 'Name'),
        tags: TAGS,
        metric_query: objects('Metrics', {
          ...spelled('account_id', 'expression', 'id', 'label', 'period', 'return_data'),
          metric: object('MetricStat', {
            dimensions: pairs('Metric.Dimensions', 'Name'),
            metric_name: 'Metric.MetricName',
            namespace: 'Metric.Namespace',
            ...spelled('period', 'stat', 'unit'),
          }),
        }),
      },
    },
    {
      from: 'aws_cloudwatch_composite_alarm',
      to: 'AWS::CloudWatch::CompositeAlarm',
      properties: {
        ...spelled(
          'actions_enabled',
          'alarm_actions',
          'alarm_description',
          'alarm_name',
          'alarm_rule',
          'insufficient_data_actions',
        ),
        ok_actions: 'OKActions',
        tags: TAGS,
        actions_suppressor: object('', {
          alarm: 'ActionsSuppressor',
          extension_period: 'ActionsSuppressorExtensionPeriod',
          wait_period: 'ActionsSuppressorWaitPeriod',
        }),
      },
    },
    {
      from: 'aws_cloudwatch_dashboard',
      to: 'AWS::CloudWatch::Dashboard',
      properties: spelled('dashboard_body', 'dashboard_name'),
    },
    {
      from: 'aws_synthetics_canary',
      to: 'AWS::Synthetics::Canary',
      properties: {
        ...spelled(
          'execution_role_arn',
          'failure_retention_period',
          'name',
          'runtime_version',
          'success_retention_period',
        ),
        artifact_s3_location: 'ArtifactS3Location',
        delete_lambda: META,
        handler: 'Code.Handler',
        s3_bucket: 'Code.S3Bucket',
        s3_key: 'Code.S3Key',
        s3_version: 'Code.S3ObjectVersion',
        start_canary: withDefault('StartCanaryAfterCreation', false),
        zip_file: META,
        tags: TAGS,
        artifact_config: object('ArtifactConfig', {
          s3_encryption: object('S3Encryption', spelled('encryption_mode', 'kms_key_arn')),
        }),
        run_config: object('RunConfig', {
          ...spelled('active_tracing', 'environment_variables', 'timeout_in_seconds'),
          memory_in_mb: 'MemoryInMB',
        }),
        schedule: object('Schedule', spelled('duration_in_seconds', 'expression')),
        vpc_config: object('VPCConfig', spelled('security_group_ids', 'subnet_ids')),
      },
    },
  ],
};
