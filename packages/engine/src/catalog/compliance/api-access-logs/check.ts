import { all } from '../../../model/truth.ts';
import { defineCheck } from '../../check.ts';

/** The two versions of API Gateway spell it differently. */
const SETTINGS: Readonly<Record<string, string>> = {
  'AWS::ApiGateway::Stage': 'AccessLogSetting',
  'AWS::ApiGatewayV2::Stage': 'AccessLogSettings',
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
    'API_GWV2_ACCESS_LOGS_ENABLED',
    'API_GW_STAGE_ACCESS_LOGGING_RULE',
    'AWS-0113',
    'AWS-0116',
  ],
  frameworks: {
    wellArchitected: ['sec_detect_investigate_events_app_service_logging'],
    fsbp: ['APIGateway.9'],
  },
  messages: {
    off: 'no destination is named that its access logs go to',
    format: 'its access logs have a destination but no format, and without one nothing is logged',
  },
  appliesTo: Object.keys(SETTINGS),
  evaluate: (stage) =>
    all(
      stage.has(`${SETTINGS[stage.type]}.DestinationArn`).else('off'),
      stage.has(`${SETTINGS[stage.type]}.Format`).else('format'),
    ),
  fix: 'Log the requests to a log group, with a retention',
  snippets: {
    terraform:
      'access_log_settings {\n  destination_arn = aws_cloudwatch_log_group.access.arn\n  format          = jsonencode({ requestId = "$context.requestId", status = "$context.status" })\n}',
    cloudformation:
      'AccessLogSettings:\n  DestinationArn: !GetAtt AccessLogs.Arn\n  Format: "$context.requestId"',
  },
  fixImpact: { downtime: false },
});
