import type { Graph, Resource } from '../../../model/graph.ts';
import { all, any, not, type Truth } from '../../../model/truth.ts';
import { defineCheck } from '../../check.ts';

/** Callers that need the function's own permission, and who they are: others act in a role of their own. */
const CALLERS: readonly (readonly [type: string, principal: string])[] = [
  ['AWS::ApiGatewayV2::Integration', 'apigateway.amazonaws.com'],
  ['AWS::ApiGateway::Method', 'apigateway.amazonaws.com'],
  ['AWS::SNS::Subscription', 'sns.amazonaws.com'],
  ['AWS::S3::Bucket', 's3.amazonaws.com'],
  ['AWS::Events::Rule', 'events.amazonaws.com'],
  ['AWS::Cognito::UserPool', 'cognito-idp.amazonaws.com'],
  ['AWS::SecretsManager::RotationSchedule', 'secretsmanager.amazonaws.com'],
];

export default defineCheck({
  id: 'callers-may-invoke',
  requirement: 'INF-24',
  severity: 'critical',
  effort: 'minutes',
  title: 'Each service that calls a function is allowed to',
  gap: {
    one: 'A service calls a function that refuses it',
    many: 'Services call {count} functions that refuse them',
  },
  evidence: ['iac', 'aws'],
  aliases: [],
  frameworks: {},
  messages: { refused: '{actual} calls the function, and no permission lets that service in' },
  appliesTo: 'AWS::Lambda::Function',
  when: (fn, graph) => any(...CALLERS.map(([type]) => callersOf(fn, type, graph).exist())),
  evaluate: (fn, graph) =>
    all(
      ...CALLERS.map(([type, principal]) =>
        any(not(callersOf(fn, type, graph).exist().quote()), letsIn(fn, principal, graph)),
      ),
    ).else('refused'),
  fix: 'Give the function a permission for the service that calls it, narrowed to the caller',
  snippets: {
    terraform:
      'resource "aws_lambda_permission" "api" {\n  action        = "lambda:InvokeFunction"\n  function_name = aws_lambda_function.api.function_name\n  principal     = "apigateway.amazonaws.com"\n  source_arn    = "${aws_apigatewayv2_api.main.execution_arn}/*"\n}',
    cloudformation:
      'MayInvoke:\n  Type: AWS::Lambda::Permission\n  Properties:\n    Action: lambda:InvokeFunction\n    FunctionName: !Ref Api\n    Principal: apigateway.amazonaws.com',
  },
  fixImpact: { downtime: false },
});

/** Callers of a kind, without those that act in a role of their own. */
function callersOf(fn: Resource, type: string, graph: Graph) {
  return graph
    .to(fn, 'invokes')
    .where((caller) =>
      all(caller.isA(type), not(caller.has('CredentialsArn')), not(caller.has('Integration.Credentials'))),
    );
}

/** A permission of an alias lets in who calls that alias: which one is called is decided at deployment. */
function letsIn(fn: Resource, principal: string, graph: Graph): Truth {
  const permits = (subject: Resource) =>
    graph.to(subject, 'permits').some((permission) => permission.text('Principal').oneOf([principal, '*']));
  const aliases = graph.to(fn, 'configures').where((part) => part.isA('AWS::Lambda::Alias'));
  return any(permits(fn), aliases.some(permits));
}
