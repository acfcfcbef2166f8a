import { type Graph, type Resource, refersTo } from '../../../model/graph.ts';
import { all, any, not, type Truth } from '../../../model/truth.ts';
import { isPreflight, METHOD_ASKS, ROUTE_ASKS } from '../../blocks/gateway-entries.ts';
import { leftTo, leftToTheCode } from '../../blocks/left-open.ts';
import { defineCheck } from '../../check.ts';

const ROUTE = 'AWS::ApiGatewayV2::Route';
const METHOD = 'AWS::ApiGateway::Method';
const FUNCTION_URL = 'AWS::Lambda::Url';
const GRAPHQL_API = 'AWS::AppSync::GraphQLApi';

export default defineCheck({
  id: 'api-routes-authorized',
  requirement: 'SEC-06',
  severity: 'critical',
  effort: 'hours',
  title: 'Every API route asks who is calling',
  gap: { one: 'An API route asks nobody who they are', many: '{count} API routes ask nobody who they are' },
  evidence: ['iac', 'repo', 'aws', 'http'],
  aliases: [
    'CKV_AWS_59',
    'CKV2_AWS_70',
    'CKV_AWS_309',
    'CKV_AWS_258',
    'AWS-0004',
    'AwsSolutions-APIG4',
    'LambdaFunctionUrlAuth',
    'APIGateway.8',
    'apigateway_restapi_authorizers_enabled',
    'apigatewayv2_api_authorizers_enabled',
    'awslambda_function_url_public',
    'appsync_graphql_api_no_api_key_authentication',
    'API_GW_METHOD_AUTHORIZATION_TYPE_RULE',
  ],
  frameworks: { wellArchitected: ['sec_permissions_define'], fsbp: ['APIGateway.8'] },
  messages: {
    open: 'the authorization is {actual}, and behind it is an AWS service, where no code could ask who is calling',
    key: 'an API key opens it: {property} is {actual}; a key tells nothing about who is calling',
  },
  appliesTo: [ROUTE, METHOD, FUNCTION_URL, GRAPHQL_API],
  when: (entry, graph) => {
    if (entry.type === ROUTE) return all(not(isPreflight(entry)), not(isLaterMessage(entry, graph)));
    if (entry.type === METHOD) return all(not(isPreflight(entry)), not(isMock(entry)));
    return entry.exists();
  },
  evaluate: (entry, graph) => {
    if (entry.type === ROUTE)
      return authorized(
        entry.text('AuthorizationType').oneOf(ROUTE_ASKS),
        callsServiceByRoute(entry, graph),
        leftToTheCode('the route', entry),
      );
    if (entry.type === METHOD)
      return authorized(
        entry.text('AuthorizationType').oneOf(METHOD_ASKS),
        callsServiceByMethod(entry),
        leftToTheCode('the method', entry),
      );
    if (entry.type === FUNCTION_URL)
      return any(entry.text('AuthType').is('AWS_IAM'), leftToTheCode('the function URL', entry));
    return byMoreThanAKey(entry, graph);
  },
  fix: 'Give the route an authorizer (JWT, Cognito, IAM), or waive the check where it is public on purpose',
  snippets: {
    terraform: 'authorization_type = "JWT"\nauthorizer_id      = aws_apigatewayv2_authorizer.users.id',
    cloudformation: 'AuthorizationType: JWT\nAuthorizerId: !Ref UsersAuthorizer',
  },
  fixImpact: { downtime: false },
});

/** Asked at the gateway; else in the code behind it, which only reading it can tell; an AWS service asks nobody. */
function authorized(atGateway: Truth, callsService: Truth, inCode: Truth): Truth<'open'> {
  return any(atGateway.quote(), all(not(callsService), inCode)).else('open');
}

/** A WebSocket asks once, when it connects. */
function isLaterMessage(route: Resource, graph: Graph): Truth {
  return all(
    not(
      route.text('RouteKey').matches('a path', /^\$connect$|^(ANY|GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)\s/),
    ),
    graph
      .follow(route.text('ApiId'), 'AWS::ApiGatewayV2::Api')
      .some((api) => api.text('ProtocolType').is('WEBSOCKET')),
  ).asMembership();
}

/** An integration with a subtype (`SQS-SendMessage`) calls an AWS service itself. */
function callsServiceByRoute(route: Resource, graph: Graph): Truth {
  return all(
    route.has('Target'),
    graph
      .of('AWS::ApiGatewayV2::Integration')
      .where((integration) => refersTo(route.text('Target'), integration))
      .some((integration) => integration.has('IntegrationSubtype')),
  ).asMembership();
}

function isMock(method: Resource): Truth {
  return all(method.has('Integration.Type'), method.text('Integration.Type').is('MOCK')).asMembership();
}

/** `AWS` integrations call a service themselves, unless the service is Lambda. */
function callsServiceByMethod(method: Resource): Truth {
  const uri = method.text('Integration.Uri');
  return all(
    method.has('Integration.Type'),
    method.text('Integration.Type').is('AWS'),
    not(any(uri.isWrittenArnOf('lambda'), uri.readsAttribute('a function', /invoke/i))),
  ).asMembership();
}

function byMoreThanAKey(api: Resource, graph: Graph): Truth<'key'> {
  return any(
    api.text('AuthenticationType').isNot('API_KEY').quote(),
    all(
      api.has('AdditionalAuthenticationProviders'),
      api.list('AdditionalAuthenticationProviders').exist(),
      not(opensEverythingToTheKey(api, graph)),
      leftTo(`reading the schema, which says what an API key opens (${api.address})`, api),
    ),
  ).else('key');
}

/** A type or field without a directive is open to the default authentication. */
function opensEverythingToTheKey(api: Resource, graph: Graph): Truth {
  return graph
    .of('AWS::AppSync::GraphQLSchema')
    .where((schema) => refersTo(schema.text('ApiId'), api))
    .some((schema) =>
      all(
        schema.has('Definition'),
        schema
          .text('Definition')
          .matches('a schema without directives of authorization', /^(?![\s\S]*@aws_)/)
          .asMembership(),
      ),
    );
}
