import { defineCheck } from '../../check.ts';

/** The two versions of API Gateway spell it differently. */
const DESTINATION: Readonly<Record<string, string>> = {
  'AWS::ApiGateway::Stage': 'AccessLogSetting.DestinationArn',
  'AWS::ApiGatewayV2::Stage': 'AccessLogSettings.DestinationArn',
};

export default defineCheck({
  id: 'api-access-logs',
  requirement: 'CMP-05',
  severity: 'medium',
  effort: 'minutes',
  title: 'Requests to APIs are logged',
  gap: { one: 'Requests to an API are not logged', many: 'Requests to {count} APIs are not logged' },
  evidence: ['iac', 'aws'],
  aliases: [
    'CKV_AWS_76',
    'CKV_AWS_95',
    'AWS-0001',
    'AwsSolutions-APIG1',
    'APIGateway.9',
    'ES2000',
    'apigatewayv2_api_access_logging_enabled',
  ],
  frameworks: {
    wellArchitected: ['sec_detect_investigate_events_app_service_logging'],
    fsbp: ['APIGateway.9'],
  },
  messages: { off: 'no destination is named that its access logs go to' },
  appliesTo: Object.keys(DESTINATION),
  evaluate: (stage) => stage.has(DESTINATION[stage.type] as string).else('off'),
  fix: 'Log the requests to a log group, with a retention',
  snippets: {
    terraform:
      'access_log_settings {\n  destination_arn = aws_cloudwatch_log_group.access.arn\n  format          = jsonencode({ requestId = "$context.requestId", status = "$context.status" })\n}',
    cloudformation:
      'AccessLogSettings:\n  DestinationArn: !GetAtt AccessLogs.Arn\n  Format: "$context.requestId"',
  },
  fixImpact: { downtime: false },
});
