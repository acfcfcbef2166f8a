import { ALWAYS } from '../../model/condition.ts';
import type { Origin } from '../../model/origin.ts';
import type { NotSeen, ResourceNode } from '../../model/resource.ts';
import { known, objectOf, type Unknown, unknown, type Value } from '../../model/value.ts';
import { itemsOf, member, textOf } from '../repository/structured-text.ts';
import type { ServiceFunction } from './functions.ts';
import { PACKAGE, type Service } from './service.ts';

/** What the events of functions become, and those of which that is not known. */
export interface ServiceEvents {
  readonly nodes: readonly ResourceNode[];
  readonly unseen: readonly NotSeen[];
}

/** What calls the functions of a service: gateways, streams, queues, schedules. */
export function eventsOf(service: Service, functions: readonly ServiceFunction[]): ServiceEvents {
  const nodes: ResourceNode[] = [];
  const unseen: NotSeen[] = [];
  const paths = new Paths(service);
  for (const fn of functions) {
    const made = new Made(service, fn, paths);
    const events = fn.settings.kind === 'object' ? member(fn.settings, 'events') : fn.settings;
    const listed = events?.kind === 'list' ? events : undefined;
    // Without events nothing is written behind the name: `events:`.
    const isEmpty = events === undefined || (events.kind === 'known' && events.value === null);
    if (!isEmpty && (listed === undefined || listed.open !== undefined)) made.unread(events);
    for (const event of itemsOf(listed)) readEvent(event, made);
    settingsOf(made);
    nodes.push(...made.nodes);
    unseen.push(...made.unseen);
  }
  return { nodes: [...nodes, ...paths.nodes], unseen: [...unseen, ...paths.unseen] };
}

/** The paths of the REST API of a service, each part of them once. */
class Paths {
  readonly nodes: ResourceNode[] = [];
  /** Whether they hang on an API that is made elsewhere, perhaps below a path of it. */
  readonly isBelowOther: boolean;
  readonly #service: Service;
  readonly #made = new Set<string>();

  constructor(service: Service) {
    this.#service = service;
    this.isBelowOther = member(member(service.provider, 'apiGateway'), 'restApiId') !== undefined;
  }

  /** The last part of a path, which hangs on those before it. */
  resourceAt(steps: readonly string[], origin: Origin): Value {
    const { file, changed } = this.#service;
    if (steps.length === 0) {
      if (this.isBelowOther) return referenceTo(`${file} API that is made elsewhere`, 'ResourceId', origin);
      const settings = objectOf(
        new Map(),
        origin,
        unknown('unsupported-construct', `its settings: ${PACKAGE}`, origin),
      );
      this.#add('AWS::ApiGateway::RestApi', `${file} RestApi`, origin, settings);
      return referenceTo(`${file} RestApi`, 'RootResourceId', origin);
    }
    const address = `${file} path /${steps.join('/')}`;
    const parent = this.resourceAt(steps.slice(0, -1), origin);
    const part = known(steps.at(-1)!, origin);
    this.#add(
      'AWS::ApiGateway::Resource',
      address,
      origin,
      objectOf({ PathPart: part, ParentId: parent }, origin, changed),
    );
    return referenceTo(address, 'ResourceId', origin);
  }

  /** Where they begin, if the API is made elsewhere. */
  get unseen(): readonly NotSeen[] {
    const { file, provider } = this.#service;
    if (!this.isBelowOther) return [];
    const place = {
      what: `the API that ${file} is a part of`,
      why: 'it is made elsewhere',
      decidedBy: PACKAGE,
      origin: provider.origin,
      holds: ['AWS::ApiGateway::Resource', 'AWS::ApiGateway::RestApi'],
    };
    return [place];
  }

  #add(type: string, address: string, origin: Origin, properties: ResourceNode['properties']): void {
    if (this.#made.has(address)) return;
    this.#made.add(address);
    this.nodes.push({ type, address, exists: ALWAYS, properties, origin });
  }
}

/** What is made for one function. */
class Made {
  readonly service: Service;
  readonly fn: ServiceFunction;
  readonly paths: Paths;
  readonly nodes: ResourceNode[] = [];
  readonly unseen: NotSeen[] = [];

  constructor(service: Service, fn: ServiceFunction, paths: Paths) {
    this.service = service;
    this.fn = fn;
    this.paths = paths;
  }

  add(type: string, what: string, origin: Origin, properties: Readonly<Record<string, Value>>): void {
    this.nodes.push({
      type,
      address: `${this.fn.node.address} ${what}`,
      exists: ALWAYS,
      properties: objectOf(properties, origin, this.service.changed),
      origin,
    });
  }

  /** A call is let in: by the service that calls. */
  permit(principal: string, what: string, origin: Origin): void {
    this.add('AWS::Lambda::Permission', `permission of ${what}`, origin, {
      FunctionName: this.itself(origin),
      Action: known('lambda:InvokeFunction', origin),
      Principal: known(principal, origin),
    });
  }

  /** What hands calls of a route to the function, as the route names it. */
  integration(what: string, origin: Origin): Value {
    this.add('AWS::ApiGatewayV2::Integration', `integration of ${what}`, origin, {
      IntegrationType: known('AWS_PROXY', origin),
      IntegrationUri: this.itself(origin),
    });
    return referenceTo(`${this.fn.node.address} integration of ${what}`, 'IntegrationId', origin);
  }

  itself(origin: Origin): Value {
    return referenceTo(this.fn.node.address, 'Arn', origin);
  }

  unread(event: Value): void {
    this.unseen.push({
      what: `events of ${this.fn.name} in ${this.service.file}`,
      why: 'not all of them can be told from the file',
      decidedBy: PACKAGE,
      origin: event.origin,
    });
  }
}

type Read = (event: Value, made: Made, number: string) => void;

/** Source: Serverless Framework documentation, "Events". */
const EVENTS: Readonly<Record<string, Read>> = {
  http: readHttp,
  httpApi: readHttpApi,
  websocket: readWebsocket,
  stream: (event, made, what) => readSource(event, made, what, 'arn'),
  sqs: (event, made, what) => readSource(event, made, what, 'arn'),
  msk: (event, made, what) => readSource(event, made, what, 'arn'),
  activemq: (event, made, what) => readSource(event, made, what, 'arn'),
  rabbitmq: (event, made, what) => readSource(event, made, what, 'arn'),
  kafka: (event, made, what) => readSource(event, made, what, 'bootstrapServers'),
  schedule: readSchedule,
  alb: permitted('elasticloadbalancing.amazonaws.com', [
    'AWS::ElasticLoadBalancingV2::ListenerRule',
    'AWS::ElasticLoadBalancingV2::TargetGroup',
  ]),
  alexaSkill: permitted('alexa-appkit.amazon.com', []),
  alexaSmartHome: permitted('alexa-connectedhome.amazon.com', []),
  cloudFront: permitted('edgelambda.amazonaws.com', ['AWS::CloudFront::Distribution']),
  cloudwatchEvent: permitted('events.amazonaws.com', ['AWS::Events::Rule']),
  cloudwatchLog: permitted('logs.amazonaws.com', ['AWS::Logs::SubscriptionFilter']),
  cognitoUserPool: permitted('cognito-idp.amazonaws.com', ['AWS::Cognito::UserPool']),
  eventBridge: permitted('events.amazonaws.com', ['AWS::Events::EventBus', 'AWS::Events::Rule']),
  iot: permitted('iot.amazonaws.com', ['AWS::IoT::TopicRule']),
  s3: permitted('s3.amazonaws.com', ['AWS::S3::Bucket']),
  sns: permitted('sns.amazonaws.com', ['AWS::SNS::Subscription', 'AWS::SNS::Topic']),
};

function readEvent(event: Value, made: Made): void {
  const number = String(made.nodes.length);
  // An event without settings is a text: `- alexaSkill`.
  const parts = event.kind === 'object' ? [...event.members] : [[textOf(event) ?? '', event] as const];
  for (const [kind, settings] of parts) {
    const read = Object.hasOwn(EVENTS, kind) ? EVENTS[kind] : undefined;
    if (read === undefined) made.unread(event);
    else read(settings, made, `${kind} ${number}`);
  }
  if (event.kind === 'object' && event.open !== undefined) made.unread(event);
}

/** What may call a function, and what is made for it that is not read. */
function permitted(principal: string, types: readonly string[]): Read {
  return (event, made, what) => {
    made.permit(principal, what, event.origin);
    if (types.length === 0) return;
    made.unseen.push({
      what: `${what} of ${made.fn.name} in ${made.service.file}`,
      why: 'what the Serverless Framework makes of this event is not read',
      decidedBy: PACKAGE,
      origin: event.origin,
      holds: types,
    });
  };
}

const GATEWAY = 'apigateway.amazonaws.com';

function readHttp(event: Value, made: Made, what: string): void {
  const { method, path } = wayOf(event);
  made.permit(GATEWAY, what, event.origin);
  const validated = member(member(event, 'request'), 'schemas');
  const written = textOf(path);
  const steps = written?.split('/').filter((step) => step !== '');
  const whole = `${textOf(method) ?? ''} /${steps?.join('/') ?? ''}`;
  const isWhole = steps !== undefined && /^[A-Z]+ /.test(whole) && !made.paths.isBelowOther;
  made.add('AWS::ApiGateway::Method', isWhole ? `${what} ${whole}` : what, event.origin, {
    HttpMethod: method,
    ResourceId: steps === undefined ? later(event, 'the path') : made.paths.resourceAt(steps, path.origin),
    AuthorizationType: authorizationOf(member(event, 'authorizer'), event, REST),
    Integration: integrationOf(member(event, 'integration'), event, made),
    ...(isTrue(member(event, 'private')) ? { ApiKeyRequired: known(true, event.origin) } : {}),
    ...(validated === undefined
      ? {}
      : { RequestValidatorId: later(event, 'the validator'), RequestModels: later(event, 'the models') }),
  });
}

/** What a method hands calls to: the function, where nothing else is said. */
function integrationOf(said: Value | undefined, event: Value, made: Made): Value {
  const kind = said === undefined ? 'lambda-proxy' : textOf(said)?.toLowerCase().replace(/_/g, '-');
  if (!/^(aws|lambda)(-proxy)?$/.test(kind ?? '')) return later(said ?? event, 'what it hands calls to');
  const type = known(kind!.endsWith('-proxy') ? 'AWS_PROXY' : 'AWS', event.origin);
  return objectOf({ Type: type, Uri: made.itself(event.origin) }, event.origin);
}

function readHttpApi(event: Value, made: Made, what: string): void {
  made.permit(GATEWAY, what, event.origin);
  const { method, path } = wayOf(event);
  const [verb, way] = [textOf(method), textOf(path)];
  const key =
    textOf(event) === '*' || way === '*'
      ? known('$default', event.origin)
      : verb === undefined || way === undefined
        ? later(event, 'the route')
        : known(`${verb === '*' ? 'ANY' : verb} /${way.replace(/^\//, '')}`, event.origin);
  made.add('AWS::ApiGatewayV2::Route', what, event.origin, {
    RouteKey: key,
    Target: made.integration(what, event.origin),
    AuthorizationType: authorizationOf(member(event, 'authorizer'), event, (asks) => ofHttpApi(asks, made)),
  });
}

function readWebsocket(event: Value, made: Made, what: string): void {
  made.permit(GATEWAY, what, event.origin);
  made.add('AWS::ApiGatewayV2::Route', what, event.origin, {
    RouteKey: member(event, 'route') ?? event,
    Target: made.integration(what, event.origin),
    AuthorizationType: authorizationOf(member(event, 'authorizer'), event, REST),
  });
}

/** The method and path of `GET /cards` and of `{ method: get, path: cards }`. */
function wayOf(event: Value): { readonly method: Value; readonly path: Value } {
  const text = textOf(event);
  if (text !== undefined) {
    const [method = '', path = ''] = text.trim().split(/\s+/);
    return { method: known(method.toUpperCase(), event.origin), path: known(path, event.origin) };
  }
  const method = member(event, 'method') ?? later(event, 'the method');
  const written = textOf(method);
  return {
    method: written === undefined ? method : known(written.toUpperCase(), method.origin),
    path: member(event, 'path') ?? later(event, 'the path'),
  };
}

type Asks = (authorizer: Value) => string | undefined;

/** How a route asks who is calling, where it is told by words that are written. */
function authorizationOf(authorizer: Value | undefined, event: Value, told: Asks): Value {
  if (event.kind !== 'object' && event.kind !== 'known') return later(event, 'the authorizer');
  if (authorizer === undefined || textOf(authorizer) === '') return known('NONE', event.origin);
  const type = told(authorizer);
  return type === undefined ? later(authorizer, 'the authorizer') : known(type, authorizer.origin);
}

/** Source: Serverless Framework documentation, "API Gateway": custom authorizers, AWS_IAM, Cognito user pools. */
const REST: Asks = (authorizer) => {
  const name = textOf(authorizer);
  if (name !== undefined) return ofName(name);
  if (authorizer.kind !== 'object') return undefined;
  const type = textOf(member(authorizer, 'type'));
  if (type !== undefined && /^(?:aws_iam|custom|cognito_user_pools)$/i.test(type)) return type.toUpperCase();
  const arn = member(authorizer, 'arn');
  if (arn !== undefined) return textOf(arn) === undefined ? undefined : ofName(textOf(arn)!);
  // The name of a function of the service.
  return textOf(member(authorizer, 'name')) === undefined ? undefined : 'CUSTOM';
};

function ofName(name: string): string {
  if (/^aws_iam$/i.test(name)) return 'AWS_IAM';
  return name.includes(':cognito-idp:') ? 'COGNITO_USER_POOLS' : 'CUSTOM';
}

/** An authorizer of an HTTP API is one of the provider's by its name, or given as a whole. */
function ofHttpApi(authorizer: Value, { service }: Made): string | undefined {
  const name = textOf(authorizer) ?? textOf(member(authorizer, 'name'));
  const own = textOf(member(authorizer, 'type'));
  if (name === 'aws_iam' || own === 'aws_iam') return 'AWS_IAM';
  const ofProvider =
    name === undefined ? undefined : member(member(member(service.provider, 'httpApi'), 'authorizers'), name);
  const type = own ?? textOf(member(ofProvider, 'type'));
  if (type !== undefined) return /^request$/i.test(type) ? 'CUSTOM' : /^jwt$/i.test(type) ? 'JWT' : undefined;
  if (member(authorizer, 'id') !== undefined) return 'JWT';
  // One with an issuer verifies tokens.
  return member(ofProvider, 'issuerUrl') === undefined ? undefined : 'JWT';
}

function readSource(event: Value, made: Made, what: string, named: string): void {
  const arn = event.kind === 'object' ? (member(event, named) ?? later(event, 'the source')) : event;
  const failed = member(member(event, 'destinations'), 'onFailure');
  const tries = member(event, 'maximumRetryAttempts');
  made.add('AWS::Lambda::EventSourceMapping', what, event.origin, {
    EventSourceArn: arn,
    FunctionName: made.itself(event.origin),
    ...(failed === undefined
      ? {}
      : {
          DestinationConfig: objectOf(
            { OnFailure: objectOf({ Destination: failed }, failed.origin) },
            failed.origin,
          ),
        }),
    ...(tries === undefined ? {} : { MaximumRetryAttempts: tries }),
  });
}

function readSchedule(event: Value, made: Made, what: string): void {
  const byScheduler = textOf(member(event, 'method')) === 'scheduler';
  const rate = member(event, 'rate') ?? event;
  made.permit(byScheduler ? 'scheduler.amazonaws.com' : 'events.amazonaws.com', what, event.origin);
  made.add(byScheduler ? 'AWS::Scheduler::Schedule' : 'AWS::Events::Rule', what, event.origin, {
    ScheduleExpression: textOf(rate) === undefined ? later(event, 'when it is called') : rate,
  });
}

/** What a function says of calls that nobody waits for, and its own address. */
function settingsOf(made: Made): void {
  const { settings } = made.fn;
  const [destinations, tries, url] = [
    member(settings, 'destinations'),
    member(settings, 'maximumRetryAttempts'),
    member(settings, 'url'),
  ];
  const asynchronous = destinations ?? tries;
  if (asynchronous !== undefined) {
    const failed = member(destinations, 'onFailure');
    made.add('AWS::Lambda::EventInvokeConfig', 'asynchronous calls', asynchronous.origin, {
      FunctionName: made.itself(asynchronous.origin),
      ...(failed === undefined
        ? {}
        : {
            DestinationConfig: objectOf(
              { OnFailure: objectOf({ Destination: failed }, failed.origin) },
              failed.origin,
            ),
          }),
      ...(tries === undefined ? {} : { MaximumRetryAttempts: tries }),
    });
  }
  if (url === undefined || textOf(url) === 'false') return;
  const asks = textOf(member(url, 'authorizer'));
  made.add('AWS::Lambda::Url', 'url', url.origin, {
    TargetFunctionArn: made.itself(url.origin),
    AuthType:
      url.kind === 'known' || (url.kind === 'object' && member(url, 'authorizer') === undefined)
        ? known('NONE', url.origin)
        : asks === 'aws_iam'
          ? known('AWS_IAM', url.origin)
          : later(url, 'who may call the address'),
  });
}

function isTrue(value: Value | undefined): boolean {
  return value?.kind === 'known' && value.value === true;
}

function referenceTo(address: string, attribute: string, origin: Origin): Value {
  return { kind: 'reference', to: { address, attribute }, origin };
}

function later(of: Value, what: string): Unknown {
  return unknown('unsupported-construct', `${what}: ${PACKAGE}`, of.origin);
}
