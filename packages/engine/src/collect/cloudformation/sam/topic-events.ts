import type { Node } from '../parse.ts';
import { type FunctionEvent, permit } from './events.ts';
import { mapping } from './mappings.ts';
import { getAtt, idIn, isGiven, isTrue, literal, member, node, type Plain, ref } from './nodes.ts';
import { openProperties } from './unknown.ts';

/** An event of a topic: a subscription of the function, or of a queue that the function polls. */
export function topicEvent(event: FunctionEvent): void {
  const { properties, target, at, id, passed } = event;
  const { expansion } = event.shared;
  const topic = member(properties, 'Topic');
  const subscribe = (protocol: string, endpoint: Plain) =>
    expansion.make(
      id,
      'AWS::SNS::Subscription',
      openProperties(
        {
          Protocol: protocol,
          Endpoint: endpoint,
          TopicArn: topic,
          Region: member(properties, 'Region'),
          FilterPolicy: member(properties, 'FilterPolicy'),
          FilterPolicyScope: member(properties, 'FilterPolicyScope'),
          RedrivePolicy: member(properties, 'RedrivePolicy'),
        },
        properties,
        at,
      ),
      passed,
      at,
    );
  const subscription = member(properties, 'SqsSubscription');
  if (!isGiven(subscription)) {
    subscribe('lambda', target.arn);
    permit(event, { principal: 'sns.amazonaws.com', source: topic });
    return;
  }
  const queue = subscribedQueue(event, subscription, topic);
  subscribe('sqs', queue.arn);
  const document = {
    Version: '2012-10-17',
    Statement: [
      {
        Action: 'sqs:SendMessage',
        Effect: 'Allow',
        Principal: '*',
        Resource: queue.arn,
        Condition: { ArnEquals: { 'aws:SourceArn': topic } },
      },
    ],
  };
  const policy = { PolicyDocument: document, Queues: [queue.url] };
  expansion.make(queue.policyId, 'AWS::SQS::QueuePolicy', policy, passed, at);
  const made = node({ Queue: queue.arn, BatchSize: queue.batchSize, Enabled: true }, at);
  mapping({ ...event, id: `${id}EventSourceMapping`, properties: made }, 'SQS');
}

interface SubscribedQueue {
  readonly arn: Plain;
  readonly url: Plain;
  readonly policyId: string;
  readonly batchSize: Plain;
}

function subscribedQueue(event: FunctionEvent, subscription: Node, topic: Node | undefined): SubscribedQueue {
  const { expansion } = event.shared;
  const { id, passed, at } = event;
  if (isTrue(subscription)) {
    const written = expansion.written.get(idIn(topic) ?? '')?.value;
    const fifo = member(member(written, 'Properties'), 'FifoTopic');
    const queue = `${id}Queue`;
    expansion.make(queue, 'AWS::SQS::Queue', { FifoQueue: isGiven(fifo) ? fifo : undefined }, passed, at);
    return { arn: getAtt(queue, 'Arn', at), url: ref(queue, at), policyId: `${queue}Policy`, batchSize: 10 };
  }
  const name = literal(member(subscription, 'QueuePolicyLogicalId'));
  return {
    arn: member(subscription, 'QueueArn'),
    url: member(subscription, 'QueueUrl'),
    policyId: name ?? `${id}QueuePolicy`,
    batchSize: member(subscription, 'BatchSize') ?? 10,
  };
}
