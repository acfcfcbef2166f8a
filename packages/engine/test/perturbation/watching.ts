import { add, replace } from './perturbation.ts';
import type { RepositoryPerturbation } from './repository.ts';

const ALARMS = 'docs/alarms.md';
const OBJECTIVES = 'docs/objectives.md';
const APP = 'src/app.py';
const TELEMETRY = 'src/telemetry.py';
const FAILED = 'logger.exception("failed")';
const TRACED = '@tracer.capture_lambda_handler(capture_response=False)\n';

/** What code and documents say about watching the application. */
export const WATCHING: readonly RepositoryPerturbation[] = [
  {
    check: 'second-factor-adoption-watched',
    given: [
      add(
        'infra/enrolled.tf',
        'resource "aws_cloudwatch_log_metric_filter" "enrolled" {\n  name           = "enrolled"\n  log_group_name = "/sign-in"\n  pattern        = "enrolled"\n\n  metric_transformation {\n    namespace = "Flashcards"\n    name      = "MfaEnrolled"\n    value     = "1"\n  }\n}\n',
      ),
    ],
    resource: null,
    off: [replace('infra/enrolled.tf', 'MfaEnrolled', 'Enrolled')],
    unreadable: 'infra/enrolled.tf',
  },
  {
    check: 'own-metrics-published',
    given: [
      add(
        'infra/orders.tf',
        'resource "aws_cloudwatch_log_metric_filter" "orders" {\n  name           = "orders"\n  log_group_name = "/orders"\n  pattern        = "ordered"\n\n  metric_transformation {\n    namespace = "Orders"\n    name      = "Ordered"\n    value     = "1"\n  }\n}\n\nresource "aws_cloudwatch_metric_alarm" "orders" {\n  alarm_name          = "orders"\n  namespace           = "Orders"\n  metric_name         = "Ordered"\n  statistic           = "Sum"\n  comparison_operator = "LessThanThreshold"\n  threshold           = 1\n  period              = 3600\n  evaluation_periods  = 1\n  treat_missing_data  = "breaching"\n  alarm_actions       = [aws_sns_topic.alerts.arn]\n}\n',
      ),
    ],
    resource: null,
    off: [replace('infra/orders.tf', '  statistic', '  dimensions          = { Shop = "one" }\n  statistic')],
    at: { file: 'infra/orders.tf', text: '  metric_name         = "Ordered"\n' },
    unreadable: 'infra/orders.tf',
  },
  {
    check: 'documented-alarms-notify',
    given: [
      add(
        ALARMS,
        '# Alarms\n\n```sh\naws cloudwatch put-metric-alarm --namespace Shop --metric-name Orders --alarm-actions $TOPIC\n```\n',
      ),
    ],
    resource: ALARMS,
    off: [replace(ALARMS, ' --alarm-actions $TOPIC', '')],
    at: { file: ALARMS, text: '--metric-name Orders' },
    unreadable: ALARMS,
  },
  {
    check: 'documented-alarms-can-fire',
    given: [
      add(
        ALARMS,
        '# Alarms\n\n```sh\naws cloudwatch put-metric-alarm --namespace AWS/DynamoDB --metric-name UserErrors --threshold 1 --alarm-actions $TOPIC\n```\n',
      ),
    ],
    resource: ALARMS,
    off: [replace(ALARMS, 'UserErrors', 'UserErrors --dimensions Name=TableName,Value=users')],
    at: { file: ALARMS, text: '--metric-name UserErrors' },
    unreadable: ALARMS,
  },
  {
    check: 'logs-structured',
    resource: APP,
    off: [replace(APP, FAILED, `print("failed", event["requestContext"]["requestId"])`)],
    unreadable: APP,
  },
  {
    check: 'log-lines-carry-request-id',
    resource: null,
    off: [replace(APP, FAILED, 'print(json.dumps({"failed": True}))')],
    at: { file: APP, text: 'print(json.dumps({"failed": True}))' },
    unreadable: APP,
  },
  {
    check: 'log-says-who',
    // The line that names the user is the record of what is sensitive, too.
    besides: ['sensitive-operations-audited'],
    resource: null,
    off: [
      replace(
        APP,
        'user=user_id, status=status, ms=elapsed, audit=route in AUDITED',
        'status=status, ms=elapsed',
      ),
      replace(APP, '"browser", user=user_id, problem', '"browser", problem'),
    ],
    unreadable: APP,
  },
  {
    check: 'code-instrumented',
    // The tracer gathers the errors as well: those are gathered elsewhere here.
    given: [
      replace(APP, 'import accounts\n', 'import sentry_sdk\n\nimport accounts\n'),
      replace(APP, 'PUBLIC = {', 'sentry_sdk.init()\nPUBLIC = {'),
    ],
    resource: null,
    off: [
      replace(TELEMETRY, 'tracer = Tracer(service="flashcards")', 'tracer = None'),
      replace(APP, TRACED, ''),
    ],
    unreadable: TELEMETRY,
  },
  {
    check: 'business-metrics-counted',
    resource: null,
    off: [replace(TELEMETRY, 'metrics.add_metric(name=name, unit="Count", value=1)', 'pass')],
    unreadable: TELEMETRY,
  },
  { check: 'server-errors-gathered', resource: null, off: [replace(APP, TRACED, '')], unreadable: TELEMETRY },
  {
    check: 'page-errors-gathered',
    resource: null,
    off: [{ file: 'site/errors.js', text: undefined }],
    unreadable: 'site/errors.js',
  },
  {
    check: 'restore-time-fits-availability',
    resource: null,
    off: [replace(OBJECTIVES, '99.5 % of calls are answered', '99.99 % of calls are answered')],
    unreadable: OBJECTIVES,
  },
  {
    check: 'alarms-fit-objectives',
    resource: null,
    off: [replace(OBJECTIVES, '| p99 under 500 ms | 5 minutes |', '| p99 under 100 ms | 5 minutes |')],
    unreadable: OBJECTIVES,
  },
  {
    check: 'sensitive-operations-audited',
    resource: 'audit of DELETE /api/account',
    off: [
      replace(APP, 'AUDITED = {"GET /api/export", "DELETE /api/account"}', 'AUDITED = {"GET /api/export"}'),
    ],
    at: { file: APP, text: '"DELETE /api/account": remove_account' },
    unreadable: APP,
  },
  {
    check: 'audit-trail-written',
    // Operations that are sensitive by their paths are looked at one by one.
    given: [
      replace(APP, '    "GET /api/export": reading', '    "GET /api/everything": reading'),
      replace(APP, '    "DELETE /api/account": remove_account', '    "DELETE /api/own": remove_account'),
    ],
    resource: null,
    off: [replace(APP, ', audit=route in AUDITED', '')],
    unreadable: APP,
  },
  {
    check: 'audit-retention-written',
    resource: null,
    off: [replace('docs/privacy.md', "in the function's log, kept 90 days.", "in the function's log.")],
    unreadable: 'docs/privacy.md',
  },
  {
    check: 'measured-meets-target',
    given: [
      add(
        'docs/measured.md',
        '# Measured\n\n| what | target | measured |\n|---|---|---|\n| export of a deck | under 3 s | 900 ms |\n',
      ),
    ],
    resource: 'docs/measured.md',
    off: [replace('docs/measured.md', '900 ms', '4 s')],
    at: { file: 'docs/measured.md', text: '| export of a deck | under 3 s | 4 s |' },
    unreadable: 'docs/measured.md',
  },
  {
    check: 'severities-have-one-clock',
    given: [
      add(
        'docs/severities.md',
        '# Severities\n\n| severity | response | begin |\n|---|---|---|\n| P1 | 5 minutes | 15 minutes |\n| P2 | 1 hour | 4 hours |\n',
      ),
    ],
    resource: 'docs/severities.md',
    off: [replace('docs/severities.md', '5 minutes | 15 minutes', '15 minutes | at once')],
    unreadable: 'docs/severities.md',
  },
];
