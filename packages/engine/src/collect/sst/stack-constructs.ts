import { inCode } from '../../model/origin.ts';
import { known, type Value } from '../../model/value.ts';
import { originOf, type Run } from '../cdk/source/evaluate/run.ts';
import { CALLED } from './events.ts';
import { addRouteTo, permitGateway } from './gateways.ts';
import type { Component, Made } from './made.ts';
import { chosen, given, later, textIn, valueIn } from './values.ts';

/*
 * Constructs of version 2 of SST, whose functions are written into them. Source: SST documentation of version 2, "Api", "Cron",
 * "Queue", "Topic", "EventBus", "Table", "Bucket", "KinesisStream", and its code.
 */

/** A function by itself, or with more beside it: `{ function: … }`, `{ function, authorizer }`. */
function describedIn(said: Run): Run | undefined {
  return said.kind === 'object' && !said.cell.members.has('handler') ? given(said, 'function') : said;
}

function defaultsOf(made: Made): Run | undefined {
  return given(given(made.settings, 'defaults'), 'function');
}

/** The members of an object of functions; what else may be in it is not seen. */
function* membersIn(said: Run | undefined, what: string, made: Made): Generator<readonly [string, Run]> {
  if (said === undefined) return;
  if (said.kind !== 'object' || said.cell.open)
    made.application.miss(`${what} of ${made.what}`, made.at, { holds: [...CALLED, ...ROUTED] });
  if (said.kind === 'object') yield* said.cell.members;
}

const ROUTED = [
  'AWS::ApiGatewayV2::Integration',
  'AWS::ApiGatewayV2::Route',
  'AWS::Lambda::EventSourceMapping',
];

function routesIn(said: Run | undefined, made: Made): void {
  for (const [key, value] of membersIn(said, 'routes', made)) addRoute(key, value, made);
}

function addRoute(key: string, said: Run, made: Made): void {
  const name = `${made.what} ${key}`;
  const own = said.kind === 'object' && !said.cell.members.has('handler') ? said : undefined;
  const isElsewhere = given(own, 'type') !== undefined || given(own, 'cdk') !== undefined;
  const origin = inCode(made.at);
  const target = isElsewhere
    ? later('where it leads', origin)
    : made.functionOf(describedIn(said), name, { defaults: defaultsOf(made) });
  if (!isElsewhere) permitGateway(made, name, target);
  const text = /^\$default$/i.test(key)
    ? '$default'
    : key.replace(/^[a-z]+(?= )/i, (word) => word.toUpperCase());
  const asks = given(own, 'authorizer') ?? given(given(made.settings, 'defaults'), 'authorizer');
  addRouteTo(made, name, {
    RouteKey: known(text, originOf(said)),
    AuthorizationType: asks === undefined ? nobodyAsked(made) : typeOf(asks, made),
    target,
  });
}

/** Below an API of the CDK something may ask for all of its routes. */
function nobodyAsked({ settings, at }: Made): Value {
  const origin = inCode(at);
  const isWhole =
    settings === undefined || (settings.kind === 'object' && given(settings, 'cdk') === undefined);
  return isWhole ? known('NONE', origin) : later('the authorizer', origin);
}

/** `none`, `iam`, or one of the authorizers of the API by its name. */
function typeOf(asks: Run, made: Made): Value {
  if (asks.kind === 'choice') return chosen(asks, (one) => typeOf(one, made));
  const name = textIn(asks);
  const origin = originOf(asks);
  if (name === 'none') return known('NONE', origin);
  if (name === 'iam') return known('AWS_IAM', origin);
  const named = name === undefined ? undefined : given(given(made.settings, 'authorizers'), name);
  const type = textIn(given(named, 'type'));
  if (type === 'lambda') return known('CUSTOM', origin);
  return type === 'jwt' || type === 'user_pool' ? known('JWT', origin) : later('the authorizer', origin);
}

/** Functions of what asks who is calling. */
function authorizersIn(made: Made): void {
  for (const [name, one] of membersIn(given(made.settings, 'authorizers'), 'authorizers', made)) {
    const said = given(one, 'function');
    if (said !== undefined) made.functionOf(said, `${made.what} authorizer ${name}`);
  }
}

const API: Component = {
  beside: [
    'AWS::ApiGatewayV2::Api',
    'AWS::ApiGatewayV2::ApiMapping',
    'AWS::ApiGatewayV2::Authorizer',
    'AWS::ApiGatewayV2::DomainName',
    'AWS::ApiGatewayV2::Stage',
    'AWS::ApiGatewayV2::VpcLink',
    'AWS::CertificateManager::Certificate',
    'AWS::Route53::RecordSet',
  ],
  make: (made) => {
    authorizersIn(made);
    routesIn(given(made.settings, 'routes'), made);
  },
  methods: {
    addRoutes: (made) => {
      routesIn(made.args[1], made);
      return undefined;
    },
  },
};

const CRON: Component = {
  beside: [],
  make: (made) => {
    const when = given(made.settings, 'schedule');
    made.application.add('AWS::Events::Rule', `schedule of ${made.what}`, made.place, {
      ScheduleExpression: when === undefined ? later('when it is called', inCode(made.at)) : valueIn(when),
    });
    calls('events.amazonaws.com', given(made.settings, 'job'), made.what, made);
  },
};

/** A function that a service calls. */
function calls(principal: string, said: Run | undefined, name: string, made: Made): void {
  // A queue that is subscribed calls nothing.
  if (said?.kind === 'construct' && said.construct.name === 'Queue') return;
  if (said?.kind === 'object' && given(said, 'queue') !== undefined) return;
  const origin = inCode(made.at);
  const described = said === undefined ? undefined : describedIn(said);
  made.application.add('AWS::Lambda::Permission', `permission of ${name}`, made.place, {
    FunctionName: made.functionOf(described, name, { defaults: defaultsOf(made) }),
    Action: known('lambda:InvokeFunction', origin),
    Principal: known(principal, origin),
  });
}

/** A function that reads a queue or a stream. */
function reads(said: Run | undefined, name: string, made: Made): void {
  if (said === undefined) return;
  made.application.add('AWS::Lambda::EventSourceMapping', `mapping of ${name}`, made.place, {
    EventSourceArn: later('the source', inCode(made.at)),
    FunctionName: made.functionOf(describedIn(said), name, { defaults: defaultsOf(made) }),
  });
}

/** Constructs whose functions stand in an object by their names, and can be added later. */
function withMembers(
  settings: string,
  added: string,
  types: readonly string[],
  use: (said: Run, name: string, made: Made) => void,
): Component {
  const all = (said: Run | undefined, made: Made) => {
    for (const [name, one] of membersIn(said, settings, made)) use(one, `${made.what} ${name}`, made);
  };
  return {
    beside: types,
    make: (made) => all(given(made.settings, settings), made),
    methods: {
      [added]: (made) => {
        all(made.args[1], made);
        return undefined;
      },
    },
  };
}

const BUS: Component = {
  beside: ['AWS::Events::EventBus', 'AWS::Events::Rule', 'AWS::SQS::QueuePolicy'],
  make: (made) => {
    for (const [rule, one] of membersIn(given(made.settings, 'rules'), 'rules', made))
      for (const [target, said] of membersIn(given(one, 'targets'), `targets of ${rule}`, made))
        calls('events.amazonaws.com', said, `${made.what} ${rule} ${target}`, made);
  },
};

const SERVER = [
  'AWS::Lambda::Function',
  'AWS::Lambda::Permission',
  'AWS::Lambda::Url',
  'AWS::SQS::Queue',
  'AWS::DynamoDB::Table',
  'AWS::Events::Rule',
  'AWS::Lambda::EventSourceMapping',
];
const SITE = [
  'AWS::CloudFront::Distribution',
  'AWS::CloudFront::Function',
  'AWS::S3::Bucket',
  'AWS::S3::BucketPolicy',
  'AWS::CertificateManager::Certificate',
  'AWS::Route53::RecordSet',
];
const SITE_WITH_SERVER: Component = { beside: SITE, runs: SERVER };
const NOTHING: Component = { beside: [] };

/** By the names of their classes. */
export const STACK_CONSTRUCTS: Readonly<Record<string, Component>> = {
  App: NOTHING,
  Stack: NOTHING,
  Api: API,
  Cron: CRON,
  Queue: {
    beside: ['AWS::SQS::Queue'],
    make: (made) => reads(given(made.settings, 'consumer'), `${made.what} consumer`, made),
    methods: {
      addConsumer: (made) => {
        reads(made.args[1], `${made.what} consumer`, made);
        return undefined;
      },
    },
  },
  Topic: withMembers(
    'subscribers',
    'addSubscribers',
    ['AWS::SNS::Topic', 'AWS::SNS::Subscription', 'AWS::SQS::QueuePolicy'],
    (said, name, made) => calls('sns.amazonaws.com', said, name, made),
  ),
  Bucket: withMembers(
    'notifications',
    'addNotifications',
    ['AWS::S3::Bucket', 'AWS::S3::BucketPolicy', 'AWS::SQS::QueuePolicy', 'AWS::SNS::TopicPolicy'],
    (said, name, made) => calls('s3.amazonaws.com', said, name, made),
  ),
  Table: withMembers('consumers', 'addConsumers', ['AWS::DynamoDB::Table'], reads),
  KinesisStream: withMembers('consumers', 'addConsumers', ['AWS::Kinesis::Stream'], reads),
  EventBus: BUS,
  RDS: {
    beside: [
      'AWS::RDS::DBCluster',
      'AWS::RDS::DBInstance',
      'AWS::RDS::DBSubnetGroup',
      'AWS::SecretsManager::Secret',
      'AWS::EC2::SecurityGroup',
      'AWS::EC2::VPC',
    ],
    runs: ['AWS::Lambda::Function'],
  },
  StaticSite: { beside: SITE },
  NextjsSite: SITE_WITH_SERVER,
  RemixSite: SITE_WITH_SERVER,
  AstroSite: SITE_WITH_SERVER,
  SvelteKitSite: SITE_WITH_SERVER,
  SolidStartSite: SITE_WITH_SERVER,
  'Config.Secret': NOTHING,
  'Config.Parameter': { beside: ['AWS::SSM::Parameter'] },
};

/** Methods of constructs that add nothing that runs. */
export const ADDS_NOTHING =
  /^(?:attachPermissions\w*|bind\w*|grant\w*|metric\w*|get[A-Z]\w*|addOutputs|addEnvironment|addDependency|addDefaultFunction(?:Permissions|Binding|Layers)|setStackName|exportValue|toString|resolve|node\.\w+)$/;
