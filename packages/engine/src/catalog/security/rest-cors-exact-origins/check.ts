import type { Resource } from '../../../model/graph.ts';
import type { Many } from '../../../model/many.ts';
import type { Reading } from '../../../model/reading.ts';
import { defineCheck } from '../../check.ts';

const RESPONSES = 'Integration.IntegrationResponses';

export default defineCheck({
  id: 'rest-cors-exact-origins',
  requirement: 'SEC-05',
  severity: 'high',
  effort: 'minutes',
  title: 'REST APIs answer pages of exact origins, not those of any site',
  gap: {
    one: 'Pages of any site may call a method',
    many: '{count} methods may be called by pages of any site',
  },
  evidence: ['iac', 'aws', 'http'],
  aliases: ['apigateway.CORSConfiguration'],
  frameworks: {},
  messages: { any: 'the preflight allows pages of any origin: the header is {actual}' },
  appliesTo: 'AWS::ApiGateway::Method',
  when: (method) => originsOf(method).exist().asMembership(),
  evaluate: (method) =>
    originsOf(method)
      .none((origin) => origin.matches('exact origins', /^'?\*'?$/).quote())
      .else('any'),
  fix: 'Answer with the origin of your own pages, in the preflight and in the code',
  snippets: {
    cloudformation: 'method.response.header.Access-Control-Allow-Origin: "\'https://app.example.com\'"',
  },
  fixImpact: { downtime: false },
});

/** What a method answers as the allowed origin without asking any code. */
function originsOf(method: Resource): Many<Reading<string>> {
  return method
    .list(RESPONSES)
    .flatMap((response) => response.entries('ResponseParameters'))
    .where((header) => header.key.matches('another header', /\.access-control-allow-origin$/i))
    .map((header) => header.value);
}
