import { bytes, duration, events, level, type Namespace, namespace, percent } from './metric.ts';

const DISTRIBUTION = [['DistributionId', 'Region']];
/** CloudFront publishes in us-east-1 only, under a region of its own. */
const GLOBAL = { Region: ['Global'] };
const RULE = [
  ['WebACL', 'Rule', 'Region'],
  ['WebACL', 'Rule'],
  ['WebACL', 'Region'],
  ['WebACL'],
  ['RuleGroup', 'Rule', 'Region'],
  ['RuleGroup', 'Rule'],
  ['WebACL', 'RuleGroup', 'Rule', 'Region'],
  ['WebACL', 'RuleGroup', 'Rule'],
  ['Resource', 'Rule', 'ResourceType', 'Region'],
  ['Resource', 'ResourceType', 'Region'],
  ['WebACL', 'Rule', 'ResourceType', 'Region'],
  ['WebACL', 'Country', 'Region'],
  ['WebACL', 'Country'],
  ['WebACL', 'Attack', 'Region'],
  ['WebACL', 'Device', 'Region'],
  ['WebACL', 'ManagedRuleGroup', 'ManagedRuleGroupRule', 'Region'],
];
const LOG_GROUP = [
  [],
  ['LogGroupName'],
  ['LogGroupName', 'DestinationType', 'FilterName'],
  ['LogGroupName', 'FilterName'],
];

export const edge: readonly Namespace[] = [
  namespace('AWS/CloudFront', 'CloudFront Developer Guide, Types of metrics for CloudFront', false, [
    { kind: events, dimensions: DISTRIBUTION, values: GLOBAL, names: ['Requests'] },
    { kind: bytes, dimensions: DISTRIBUTION, values: GLOBAL, names: ['BytesDownloaded', 'BytesUploaded'] },
    {
      kind: percent,
      dimensions: DISTRIBUTION,
      values: GLOBAL,
      names: [
        '4xxErrorRate',
        '401ErrorRate',
        '403ErrorRate',
        '404ErrorRate',
        '5xxErrorRate',
        '502ErrorRate',
        '503ErrorRate',
        '504ErrorRate',
        'TotalErrorRate',
        'CacheHitRate',
      ],
    },
    { kind: duration, dimensions: DISTRIBUTION, values: GLOBAL, names: ['OriginLatency'] },
    {
      kind: events,
      dimensions: [['FunctionName', 'Region']],
      values: GLOBAL,
      names: [
        'FunctionInvocations',
        'FunctionValidationErrors',
        'FunctionExecutionErrors',
        'FunctionThrottles',
      ],
    },
    {
      kind: percent,
      dimensions: [['FunctionName', 'Region']],
      values: GLOBAL,
      names: ['FunctionComputeUtilization'],
    },
  ]),
  namespace('AWS/WAFV2', 'WAF Developer Guide, AWS WAF metrics and dimensions', false, [
    {
      kind: events,
      dimensions: RULE,
      names: [
        'AllowedRequests',
        'BlockedRequests',
        'CountedRequests',
        'PassedRequests',
        'CaptchaRequests',
        'ChallengeRequests',
      ],
    },
  ]),
  namespace(
    'AWS/Billing',
    'CloudWatch User Guide, Create a billing alarm to monitor your estimated AWS charges',
    true,
    [
      {
        kind: { ...level, statistics: ['Maximum', 'Average'], percentiles: false, unit: 'None' },
        dimensions: [
          ['Currency'],
          ['ServiceName', 'Currency'],
          ['LinkedAccount', 'Currency'],
          ['LinkedAccount', 'ServiceName', 'Currency'],
        ],
        names: ['EstimatedCharges'],
      },
    ],
  ),
  namespace('AWS/Logs', 'CloudWatch Logs User Guide, Monitoring with CloudWatch metrics', false, [
    {
      kind: events,
      dimensions: LOG_GROUP,
      names: ['IncomingLogEvents', 'IncomingBytes', 'ForwardedLogEvents', 'ForwardedBytes'],
    },
    {
      kind: events,
      dimensions: LOG_GROUP,
      names: ['DeliveryErrors', 'DeliveryThrottling', 'EMFParsingErrors', 'EMFValidationErrors'],
    },
    {
      kind: events,
      dimensions: [['Service', 'Type', 'Resource', 'Class']],
      names: ['CallCount', 'ErrorCount', 'ThrottleCount'],
    },
  ]),
];
