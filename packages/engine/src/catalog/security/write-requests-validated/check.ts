import type { Resource } from '../../../model/graph.ts';
import { all, any, not } from '../../../model/truth.ts';
import { leftToTheCode } from '../../blocks/left-open.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'write-requests-validated',
  requirement: 'SEC-22',
  severity: 'high',
  effort: 'hours',
  title: 'What users write is compared with a schema',
  gap: {
    one: 'A write request is compared with no schema',
    many: '{count} write requests are compared with no schema',
  },
  evidence: ['iac', 'repo'],
  aliases: ['CKV2_AWS_53', 'AwsSolutions-APIG2'],
  frameworks: { wellArchitected: ['rel_service_architecture_api_contracts'] },
  messages: {
    unchecked:
      'nothing compares the body with a schema, and behind it is an AWS service, where no code could: {property} is {actual}',
  },
  appliesTo: 'AWS::ApiGateway::Method',
  when: (method) => method.text('HttpMethod').oneOf(['POST', 'PUT', 'PATCH']).asMembership(),
  // A validator without a model looks at parameters only; the code behind may do better.
  evaluate: (method) =>
    any(
      all(method.has('RequestValidatorId').quote(), method.has('RequestModels')),
      all(not(callsService(method)), leftToTheCode('the method', method)),
    ).else('unchecked'),
  fix: 'Write a model for the body and let the method validate with it',
  snippets: {
    terraform:
      'request_validator_id = aws_api_gateway_request_validator.body.id\nrequest_models       = { "application/json" = aws_api_gateway_model.order.name }',
    cloudformation:
      'RequestValidatorId: !Ref BodyValidator\nRequestModels: { application/json: !Ref OrderModel }',
  },
  fixImpact: { downtime: false },
});

/** `AWS` integrations call a service themselves, unless the service is Lambda. */
function callsService(method: Resource) {
  const uri = method.text('Integration.Uri');
  return all(
    method.has('Integration.Type'),
    method.text('Integration.Type').is('AWS'),
    not(
      any(
        uri.contains(':lambda:path'),
        uri.contains('functions/'),
        uri.readsAttribute('a function', /invoke/i),
      ),
    ),
  ).asMembership();
}
