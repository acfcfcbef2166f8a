import { refersTo } from '../../../model/graph.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'request-validators-used',
  requirement: 'APP-09',
  severity: 'medium',
  effort: 'minutes',
  title: 'Each validator of requests validates some',
  gap: {
    one: 'A validator of requests is used by no method',
    many: '{count} validators of requests are used by no method',
  },
  evidence: ['iac'],
  aliases: [],
  frameworks: {},
  messages: { unused: 'no method names the validator, so nothing is validated' },
  appliesTo: 'AWS::ApiGateway::RequestValidator',
  evaluate: (validator, graph) =>
    graph
      .of('AWS::ApiGateway::Method')
      .some((method) => refersTo(method.text('RequestValidatorId'), validator))
      .else('unused'),
  fix: 'Name the validator at each method that takes input, or take it away',
  snippets: {
    terraform: 'request_validator_id = aws_api_gateway_request_validator.body.id',
    cloudformation: 'RequestValidatorId: !Ref BodyValidator',
  },
  fixImpact: { downtime: false },
});
