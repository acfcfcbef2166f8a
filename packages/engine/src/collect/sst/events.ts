import { inCode } from '../../model/origin.ts';
import { absent, known, objectOf, type Value } from '../../model/value.ts';
import { originOf, type Run } from '../cdk/source/evaluate/run.ts';
import { referenceTo } from './application.ts';
import type { Component, Made } from './made.ts';
import { namesSet } from './transforms.ts';
import { chosen, given, later, secondsOf, textIn, valueIn } from './values.ts';

/*
 * What calls functions without anybody waiting for it.
 * Source: SST documentation, "Cron", "CronV2", "Queue", "SnsTopic", "Bus", "Dynamo", "Bucket", "KinesisStream", "Realtime".
 */

/** A call is let in: by the service that calls. */
function permit(made: Made, principal: string, name: string, target: Value): void {
  const origin = inCode(made.at);
  made.application.add('AWS::Lambda::Permission', `permission of ${name}`, made.place, {
    FunctionName: target,
    Action: known('lambda:InvokeFunction', origin),
    Principal: known(principal, origin),
  });
}

/** A schedule of functions; one of tasks calls none. */
function schedule(type: string, principal: string): Component {
  return {
    beside: ['AWS::IAM::Role', 'AWS::IAM::Policy'],
    make: (made) => {
      const { settings, what, application, place } = made;
      const origin = inCode(made.at);
      const when = given(settings, 'schedule');
      application.add(type, `schedule of ${what}`, place, {
        ScheduleExpression: when === undefined ? later('when it is called', origin) : valueIn(when),
      });
      if (given(settings, 'task') !== undefined) return;
      const said = given(settings, 'function') ?? given(settings, 'job');
      permit(made, principal, what, made.functionOf(said, what));
    },
  };
}

export const CRON = schedule('AWS::Events::Rule', 'events.amazonaws.com');
export const CRON_BY_SCHEDULER = schedule('AWS::Scheduler::Schedule', 'scheduler.amazonaws.com');

/** What is subscribed, with or without a name before it: later versions ask for one. */
export function subscribed({ args, what }: Made): {
  readonly said: Run | undefined;
  readonly settings: Run | undefined;
  readonly name: string;
} {
  const [first, second, third] = args;
  const isNamed = textIn(first) !== undefined && second !== undefined && isFunction(second);
  const own = isNamed ? textIn(first)! : textIn(first);
  const name = `${what} subscriber${own === undefined ? '' : ` ${own}`}`;
  return isNamed ? { said: second, settings: third, name } : { said: first, settings: second, name };
}

/** Settings of a subscriber are objects without a handler. */
function isFunction(run: Run): boolean {
  if (run.kind === 'choice') return isFunction(run.yes) || isFunction(run.no);
  if (run.kind === 'object') return run.cell.open || run.cell.members.has('handler');
  return run.kind !== 'undefined';
}

/** A function that reads a queue or a stream. */
function reads(isOwn: boolean) {
  return (made: Made): undefined => {
    const { said, name } = subscribed(made);
    const { application, construct, place, at } = made;
    const origin = inCode(at);
    application.add('AWS::Lambda::EventSourceMapping', `mapping of ${name}`, place, {
      EventSourceArn: isOwn ? referenceTo(construct.address, 'Arn', origin) : later('the source', origin),
      FunctionName: made.functionOf(said, name),
    });
    return undefined;
  };
}

/** Source: code of SST 3.2.8, `normalizeDlq`: without `dlq` messages that fail go nowhere. */
export const QUEUE: Component = {
  beside: ['AWS::SQS::QueuePolicy'],
  make: ({ application, construct, settings, what, place, at, by, changedOf }) => {
    const origin = inCode(at);
    const changed = [namesSet(given(given(settings, 'transform'), 'queue'), at, by), changedOf('sqs.Queue')];
    const isSet = (name: string) => changed.some((names) => names === undefined || names.has(name));
    const seconds = given(settings, 'visibilityTimeout');
    application.add(
      'AWS::SQS::Queue',
      what,
      place,
      {
        RedrivePolicy: isSet('redrivePolicy')
          ? later('where messages go that fail', origin)
          : (redriveOf(given(settings, 'dlq')) ?? absent(origin)),
        VisibilityTimeout:
          seconds === undefined || isSet('visibilityTimeoutSeconds')
            ? later('how long messages are hidden', origin)
            : secondsOf(seconds),
      },
      construct.address,
    );
  },
  methods: { subscribe: reads(true) },
};

function redriveOf(dlq: Run | undefined): Value | undefined {
  if (dlq === undefined) return undefined;
  if (dlq.kind === 'choice') return chosen(dlq, (one) => redriveOf(one) ?? absent(originOf(one)));
  const origin = originOf(dlq);
  const queue = dlq.kind === 'object' ? given(dlq, 'queue') : dlq;
  const target =
    queue?.kind === 'attribute' && queue.name === 'arn'
      ? referenceTo(queue.construct.address, 'Arn', originOf(queue))
      : later('the queue of messages that fail', origin);
  return objectOf({ deadLetterTargetArn: target }, origin, later('how often it is tried', origin));
}

/** A function that a service calls, by something that is not read. */
function called(principal: string) {
  return (made: Made): undefined => {
    const { said, name } = subscribed(made);
    permit(made, principal, name, made.functionOf(said, name));
    return undefined;
  };
}

export const TOPIC: Component = {
  beside: ['AWS::SNS::Topic', 'AWS::SNS::TopicPolicy', 'AWS::SNS::Subscription', 'AWS::SQS::QueuePolicy'],
  methods: { subscribe: called('sns.amazonaws.com'), subscribeQueue: () => undefined },
};

export const BUS: Component = {
  beside: ['AWS::Events::EventBus', 'AWS::Events::Rule', 'AWS::SQS::QueuePolicy'],
  methods: { subscribe: called('events.amazonaws.com'), subscribeQueue: () => undefined },
};

export const DYNAMO: Component = {
  beside: ['AWS::DynamoDB::Table'],
  methods: { subscribe: reads(false) },
};

export const STREAM: Component = {
  beside: ['AWS::Kinesis::Stream'],
  methods: { subscribe: reads(false) },
};

export const BUCKET: Component = {
  beside: ['AWS::S3::Bucket', 'AWS::S3::BucketPolicy', 'AWS::SNS::TopicPolicy', 'AWS::SQS::QueuePolicy'],
  methods: {
    subscribe: called('s3.amazonaws.com'),
    subscribeQueue: () => undefined,
    subscribeTopic: () => undefined,
    notify: (made) => {
      const listed = given(made.args[0], 'notifications');
      const isWhole = listed?.kind === 'list' && !listed.cell.open;
      if (!isWhole) made.application.miss(`notifications of ${made.what}`, made.at, { holds: CALLED });
      for (const [index, one] of (listed?.kind === 'list' ? listed.cell.items : []).entries()) {
        const said = given(one, 'function');
        if (said === undefined) continue;
        const name = `${made.what} notification ${textIn(given(one, 'name')) ?? index}`;
        permit(made, 's3.amazonaws.com', name, made.functionOf(said, name));
      }
      return undefined;
    },
  },
};

/** What a place may hold in which functions are called. */
export const CALLED: readonly string[] = [
  'AWS::Lambda::Function',
  'AWS::Lambda::Permission',
  'AWS::Lambda::Url',
];

export const REALTIME: Component = {
  beside: ['AWS::IoT::Authorizer', 'AWS::IoT::TopicRule'],
  make: (made) => {
    made.functionOf(given(made.settings, 'authorizer'), `${made.what} authorizer`);
  },
  methods: { subscribe: called('iot.amazonaws.com') },
};

/** Source: SST documentation, "CognitoUserPool", `triggers`. */
export const USER_POOL: Component = {
  beside: [
    'AWS::Cognito::UserPool',
    'AWS::Cognito::UserPoolDomain',
    'AWS::Cognito::UserPoolClient',
    'AWS::Cognito::UserPoolIdentityProvider',
  ],
  make: (made) => {
    const triggers = given(made.settings, 'triggers');
    if (triggers === undefined) return;
    if (triggers.kind !== 'object' || triggers.cell.open)
      made.application.miss(`triggers of ${made.what}`, made.at, { holds: CALLED });
    for (const [trigger, said] of triggers.kind === 'object' ? triggers.cell.members : []) {
      const name = `${made.what} ${trigger}`;
      if (!/^(kmsKey|\w+Version)$/.test(trigger))
        permit(made, 'cognito-idp.amazonaws.com', name, made.functionOf(said, name));
    }
  },
  methods: { addClient: () => undefined, addIdentityProvider: () => undefined },
};
