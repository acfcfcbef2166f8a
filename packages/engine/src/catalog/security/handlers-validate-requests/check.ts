import { all, any, not } from '../../../model/truth.ts';
import { leftTo } from '../../blocks/left-open.ts';
import { mayRun } from '../../blocks/running-code.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'handlers-validate-requests',
  requirement: 'SEC-22',
  severity: 'high',
  effort: 'hours',
  title: 'What a function of Lambda is sent is compared with a schema',
  gap: {
    one: 'A function takes a body as it comes',
    many: '{count} functions take a body as it comes',
  },
  evidence: ['repo', 'iac'],
  aliases: [],
  frameworks: { wellArchitected: ['rel_service_architecture_api_contracts'] },
  messages: { unchecked: 'nothing in or around {resource} compares the body that it reads with a schema' },
  about: 'repository',
  seesInfrastructure: true,
  appliesTo: 'Repository::Handler',
  when: (handler) => handler.bool('readsBody').is(true).asMembership(),
  evaluate: (handler, graph) =>
    any(
      handler.list('validations').exist().quote(),
      // One that only parses the body, and hands it to routes that each look at it.
      all(
        graph
          .of('Repository::Route')
          .where((route) =>
            all(
              route.text('method').oneOf(['POST', 'PUT', 'PATCH']),
              route.text('file').ask((file) => handler.text('file').is(file)),
            ),
          )
          .every((route) => route.list('validations').exist()),
        any(
          not(handler.bool('answersOtherwise').is(true)),
          leftTo('telling whether what answers where none of its routes is asked for uses the body', handler),
        ),
      ),
      all(
        graph
          .of('AWS::ApiGateway::Method')
          .some((method) => all(method.has('RequestValidatorId'), method.has('RequestModels')))
          .asMembership(),
        leftTo('telling which method of the gateway leads to the function', handler),
      ),
      not(mayRun(handler.text('file'), graph)),
    ).else('unchecked'),
  fix: 'Compare the body with a schema before anything else is done with it, and refuse what does not fit with 400',
  fixImpact: { downtime: false },
});
