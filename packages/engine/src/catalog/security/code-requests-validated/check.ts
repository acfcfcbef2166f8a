import { all, any, not } from '../../../model/truth.ts';
import { leftTo } from '../../blocks/left-open.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'code-requests-validated',
  requirement: 'SEC-22',
  severity: 'high',
  effort: 'hours',
  title: 'What a route of the code is sent is compared with a schema',
  gap: {
    one: 'A route of the code takes a body as it comes',
    many: '{count} routes of the code take a body as it comes',
  },
  evidence: ['repo', 'iac'],
  aliases: [],
  frameworks: { wellArchitected: ['rel_service_architecture_api_contracts'] },
  messages: { unchecked: 'nothing on the way of {resource} compares the body that it reads with a schema' },
  about: 'repository',
  seesInfrastructure: true,
  appliesTo: 'Repository::Route',
  when: (route) =>
    all(
      route.text('method').oneOf(['POST', 'PUT', 'PATCH']),
      route.bool('readsBody').is(true),
    ).asMembership(),
  evaluate: (route, graph) =>
    any(
      route.list('validations').exist().quote(),
      all(
        graph
          .of('AWS::ApiGateway::Method')
          .some((method) => all(method.has('RequestValidatorId'), method.has('RequestModels')))
          .asMembership(),
        leftTo('telling which method of the gateway leads to the route', route),
      ),
      not(route.bool('readsBody').is(true)),
    ).else('unchecked'),
  fix: 'Compare the body with a schema before anything else is done with it, and refuse what does not fit with 400',
  fixImpact: { downtime: false },
});
