import { ALARMS_FILE, alarms } from './alarms.ts';
import { add, type Perturbation, replace } from './perturbation.ts';

const FILE = 'watched.tf';
const UP = 'GreaterThanThreshold';

/** A part that the example does not have, with an alarm on each of its signals; `loses` is the one that is taken away. */
interface Watched {
  readonly check: string;
  /** `aws_sqs_queue.jobs` */
  readonly resource: string;
  readonly code: string;
  readonly namespace: string;
  readonly dimensions: string;
  /** Metric, statistic and threshold of each alarm. */
  readonly signals: readonly (readonly [metric: string, statistic: string, threshold: number])[];
  /** Where the gap is shown, where that is not the declaration of the part. */
  readonly shownAt?: string;
  /** Where the part is declared, when the example has it. */
  readonly declaredIn?: string;
  readonly loses: { readonly metric: string; readonly instead: string };
}

function signal(watched: Watched): Perturbation {
  const { metric, instead } = watched.loses;
  const [type, name] = watched.resource.split('.');
  return {
    check: watched.check,
    resource: watched.resource,
    given: [
      add(FILE, watched.code),
      add(
        ALARMS_FILE,
        alarms(
          watched.namespace,
          watched.dimensions,
          watched.signals.map(([of, statistic, threshold]) => ({
            // No name begins with a digit.
            name: `on_${of.toLowerCase()}`,
            metric: of,
            statistic,
            operator: UP,
            threshold,
          })),
        ),
      ),
    ],
    off: [replace(ALARMS_FILE, `"${metric}"\n`, `"${instead}"\n`)],
    at: { file: watched.declaredIn ?? FILE, text: watched.shownAt ?? `resource "${type}" "${name}" {` },
    hidden: [replace(ALARMS_FILE, `"${metric}"\n`, 'var.hidden\n')],
  };
}

const QUEUE = `resource "aws_sqs_queue" "jobs" {
  name                      = "\${local.name}-jobs"
  message_retention_seconds = 1209600
}
`;

const SERVICE = 'ClusterName = aws_ecs_cluster.jobs.name\n    ServiceName = aws_ecs_service.jobs.name';

export const SIGNALS: readonly Perturbation[] = [
  signal({
    check: 'dead-letter-queue-alarms',
    resource: 'aws_sqs_queue.jobs',
    code: `${QUEUE}
resource "aws_sqs_queue" "orders" {
  name           = "\${local.name}-orders"
  redrive_policy = jsonencode({ deadLetterTargetArn = aws_sqs_queue.jobs.arn, maxReceiveCount = 3 })
}
`,
    namespace: 'AWS/SQS',
    dimensions: 'QueueName = aws_sqs_queue.jobs.name',
    signals: [['ApproximateNumberOfMessagesVisible', 'Maximum', 0]],
    loses: { metric: 'ApproximateNumberOfMessagesVisible', instead: 'ApproximateNumberOfMessagesDelayed' },
  }),
  signal({
    check: 'queue-alarms',
    resource: 'aws_sqs_queue.jobs',
    code: QUEUE,
    namespace: 'AWS/SQS',
    dimensions: 'QueueName = aws_sqs_queue.jobs.name',
    signals: [['ApproximateAgeOfOldestMessage', 'Maximum', 600]],
    loses: { metric: 'ApproximateAgeOfOldestMessage', instead: 'ApproximateNumberOfMessagesDelayed' },
  }),
  signal({
    check: 'state-machine-alarms',
    resource: 'aws_sfn_state_machine.jobs',
    code: `resource "aws_sfn_state_machine" "jobs" {
  name       = "\${local.name}-jobs"
  role_arn   = "arn:aws:iam::111111111111:role/jobs"
  definition = jsonencode({ StartAt = "Done", States = { Done = { Type = "Succeed" } } })
}
`,
    namespace: 'AWS/States',
    dimensions: 'StateMachineArn = aws_sfn_state_machine.jobs.arn',
    signals: [
      ['ExecutionsFailed', 'Sum', 0],
      ['ExecutionsTimedOut', 'Sum', 0],
    ],
    loses: { metric: 'ExecutionsTimedOut', instead: 'ExecutionsStarted' },
  }),
  signal({
    check: 'event-delivery-alarms',
    resource: 'aws_cloudwatch_event_rule.nightly',
    code: `resource "aws_cloudwatch_event_rule" "nightly" {
  name                = "\${local.name}-nightly"
  schedule_expression = "rate(1 day)"
}

resource "aws_cloudwatch_event_target" "nightly" {
  rule = aws_cloudwatch_event_rule.nightly.name
  arn  = aws_sns_topic.alerts.arn
}
`,
    namespace: 'AWS/Events',
    dimensions: 'RuleName = aws_cloudwatch_event_rule.nightly.name',
    signals: [['FailedInvocations', 'Sum', 0]],
    loses: { metric: 'FailedInvocations', instead: 'TriggeredRules' },
  }),
  signal({
    check: 'ecs-service-alarms',
    resource: 'aws_ecs_service.jobs',
    code: `resource "aws_ecs_cluster" "jobs" {
  name = local.name
}

resource "aws_ecs_service" "jobs" {
  name            = "jobs"
  cluster         = aws_ecs_cluster.jobs.name
  task_definition = "arn:aws:ecs:us-east-1:111111111111:task-definition/jobs:1"
}

${alarms('ECS/ContainerInsights', SERVICE, [
  { name: 'tasks', metric: 'RunningTaskCount', statistic: 'Maximum', operator: UP, threshold: 20 },
])}`,
    namespace: 'AWS/ECS',
    dimensions: SERVICE,
    signals: [
      ['CPUUtilization', 'Average', 85],
      ['MemoryUtilization', 'Average', 85],
    ],
    loses: { metric: 'MemoryUtilization', instead: 'EBSFilesystemUtilization' },
  }),
  signal({
    check: 'network-load-balancer-alarms',
    resource: 'aws_lb.internal',
    code: `resource "aws_lb" "internal" {
  name               = "\${local.name}-internal"
  load_balancer_type = "network"
  internal           = true

  access_logs {
    bucket  = module.logs.bucket
    enabled = true
  }
}
`,
    namespace: 'AWS/NetworkELB',
    dimensions: 'LoadBalancer = aws_lb.internal.arn_suffix\n    TargetGroup  = "targetgroup/web/1"',
    signals: [['UnHealthyHostCount', 'Maximum', 0]],
    loses: { metric: 'UnHealthyHostCount', instead: 'TargetTLSNegotiationErrorCount' },
  }),
  signal({
    check: 'graphql-api-alarms',
    resource: 'aws_appsync_graphql_api.jobs',
    code: `resource "aws_appsync_graphql_api" "jobs" {
  name                = "\${local.name}-jobs"
  authentication_type = "AWS_IAM"
}
`,
    namespace: 'AWS/AppSync',
    dimensions: 'GraphQLAPIId = aws_appsync_graphql_api.jobs.id',
    signals: [
      ['5XXError', 'Sum', 0],
      ['4XXError', 'Sum', 50],
      ['Latency', 'p99', 500],
    ],
    loses: { metric: '4XXError', instead: 'Requests' },
  }),
  signal({
    check: 'websocket-api-alarms',
    resource: 'aws_apigatewayv2_api.live',
    code: `resource "aws_apigatewayv2_api" "live" {
  name                       = "\${local.name}-live"
  protocol_type              = "WEBSOCKET"
  route_selection_expression = "$request.body.action"
}
`,
    namespace: 'AWS/ApiGateway',
    dimensions: 'ApiId = aws_apigatewayv2_api.live.id',
    signals: [['IntegrationError', 'Sum', 0]],
    loses: { metric: 'IntegrationError', instead: 'ConnectCount' },
  }),
  signal({
    check: 'stream-consumer-alarms',
    resource: 'aws_lambda_event_source_mapping.jobs',
    code: `resource "aws_kinesis_stream" "jobs" {
  name        = "\${local.name}-jobs"
  shard_count = 1
}

resource "aws_lambda_event_source_mapping" "jobs" {
  event_source_arn  = aws_kinesis_stream.jobs.arn
  function_name     = module.rotation.name
  starting_position = "LATEST"
}
`,
    namespace: 'AWS/Lambda',
    dimensions: 'FunctionName = module.rotation.name',
    signals: [['IteratorAge', 'Maximum', 60000]],
    loses: { metric: 'IteratorAge', instead: 'AsyncEventAge' },
    shownAt: 'function_name     = module.rotation.name',
  }),
  signal({
    check: 'aurora-replica-lag-alarms',
    resource: 'aws_rds_cluster.orders',
    code: `resource "aws_rds_cluster" "orders" {
  cluster_identifier = "\${local.name}-orders"
  engine             = "aurora-postgresql"
}

resource "aws_rds_cluster_instance" "orders" {
  count              = 2
  cluster_identifier = aws_rds_cluster.orders.cluster_identifier
  engine             = "aurora-postgresql"
  instance_class     = "db.r6g.large"
}
`,
    namespace: 'AWS/RDS',
    dimensions: 'DBClusterIdentifier = aws_rds_cluster.orders.cluster_identifier',
    signals: [['AuroraReplicaLagMaximum', 'Maximum', 1000]],
    loses: { metric: 'AuroraReplicaLagMaximum', instead: 'Deadlocks' },
  }),
  signal({
    check: 'cdn-alarms',
    resource: 'aws_cloudfront_distribution.app',
    code: '# The distribution of the example.\n',
    namespace: 'AWS/CloudFront',
    dimensions: 'DistributionId = aws_cloudfront_distribution.app.id\n    Region         = "Global"',
    signals: [['5xxErrorRate', 'Average', 5]],
    loses: { metric: '5xxErrorRate', instead: '4xxErrorRate' },
    declaredIn: 'cdn.tf',
  }),
];
