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
            name: of.toLowerCase(),
            metric: of,
            statistic,
            operator: UP,
            threshold,
          })),
        ),
      ),
    ],
    off: [replace(ALARMS_FILE, `"${metric}"\n`, `"${instead}"\n`)],
    at: { file: FILE, text: `resource "${type}" "${name}" {` },
    hidden: [replace(ALARMS_FILE, `"${metric}"\n`, 'var.hidden\n')],
  };
}

const QUEUE = `resource "aws_sqs_queue" "jobs" {
  name                      = "\${local.name}-jobs"
  message_retention_seconds = 1209600
}
`;

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
];
