import { inCode } from '../../model/origin.ts';
import { known, objectOf, type Value } from '../../model/value.ts';
import { originOf, type Run } from '../cdk/source/evaluate/run.ts';
import { referenceTo } from './application.ts';
import { authorizationOf, authorizerOf, ofAll, permitGateway, settingsOfRoute } from './gateways.ts';
import type { Component, Made } from './made.ts';
import { namesSet } from './transforms.ts';
import { given, later, textIn, valueIn } from './values.ts';

/** Source: SST documentation, "ApiGatewayV1", and code of SST 3.2.8, `createMethod`. */
export const REST_API: Component = {
  beside: [
    'AWS::ApiGateway::Account',
    'AWS::ApiGateway::ApiKey',
    'AWS::ApiGateway::Authorizer',
    'AWS::ApiGateway::BasePathMapping',
    'AWS::ApiGateway::Deployment',
    'AWS::ApiGateway::DomainName',
    'AWS::ApiGateway::GatewayResponse',
    'AWS::ApiGateway::Stage',
    'AWS::ApiGateway::UsagePlan',
    'AWS::ApiGateway::UsagePlanKey',
    'AWS::CertificateManager::Certificate',
    'AWS::Route53::RecordSet',
  ],
  make: ({ application, construct, what, place }) => {
    application.add('AWS::ApiGateway::RestApi', what, place, {}, construct.address);
  },
  methods: {
    route,
    routeIntegration: (made) => {
      addMethod(made, nameOf(made), later('what it leads to', inCode(made.at)));
      return undefined;
    },
    addAuthorizer: (made) => authorizerOf(made, ['requestFunction', 'tokenFunction']),
    addUsagePlan: () => undefined,
    deploy: () => undefined,
  },
};

function nameOf({ what, args }: Made): string {
  return `${what} ${textIn(args[0]) ?? 'a route'}`;
}

function route(made: Made): undefined {
  const name = nameOf(made);
  const target = made.functionOf(made.args[1], name, { transform: ofAll(made, 'handler') });
  const origin = inCode(made.at);
  permitGateway(made, name, target);
  addMethod(made, name, objectOf({ Type: known('AWS_PROXY', origin), Uri: target }, origin));
  return undefined;
}

/** What `auth` may hold, in the order in which it counts, and how it asks. */
const WAYS = [
  ['iam', 'AWS_IAM'],
  ['custom', 'CUSTOM'],
  ['cognito', 'COGNITO_USER_POOLS'],
] as const;

function addMethod(made: Made, name: string, integration: Value): void {
  const { application, place, at, by } = made;
  const origin = inCode(at);
  const settings = settingsOfRoute(made);
  const transform = given(settings, 'transform');
  const changed = [namesSet(given(transform, 'method'), at, by), made.changedOf('apigateway.Method')];
  const isSet = (...names: readonly string[]) =>
    changed.some((set) => set === undefined || names.some((one) => set.has(one)));
  const mayLeadElsewhere =
    namesSet(given(transform, 'integration'), at, by)?.size !== 0 ||
    made.changedOf('apigateway.Integration')?.size !== 0;
  const key = given(settings, 'apiKey');
  const [said] = made.args;
  const [, method, path] = /^([A-Za-z]+) (\/.*)$/.exec(textIn(said) ?? '') ?? [];
  const from = said === undefined ? origin : originOf(said);
  application.add('AWS::ApiGateway::Method', `method of ${name}`, place, {
    HttpMethod:
      method === undefined || isSet('httpMethod')
        ? later('the method', from)
        : known(method.toUpperCase(), from),
    ResourceId: path === undefined ? later('the path', from) : resourceAt(path, made, said),
    AuthorizationType: isSet('authorization', 'authorizerId')
      ? later('the authorizer', origin)
      : authorizationOf(given(settings, 'auth'), origin, WAYS),
    Integration: mayLeadElsewhere ? later('what it leads to', origin) : integration,
    ...(key === undefined ? {} : { ApiKeyRequired: valueIn(key) }),
  });
}

/** The last part of a path, which hangs on those before it. */
function resourceAt(path: string, made: Made, said: Run | undefined): Value {
  const { application, construct, at } = made;
  const place = { at, exists: construct.exists };
  const origin = said === undefined ? inCode(made.at) : originOf(said);
  const steps = path.split('/').filter((step) => step !== '');
  let parent = referenceTo(construct.address, 'RootResourceId', origin);
  for (const [index, step] of steps.entries()) {
    const address = `${construct.address} path /${steps.slice(0, index + 1).join('/')}`;
    if (!application.has(address))
      application.add(
        'AWS::ApiGateway::Resource',
        address,
        place,
        { PathPart: known(step, origin), ParentId: parent },
        address,
      );
    parent = referenceTo(address, 'ResourceId', origin);
  }
  return parent;
}
