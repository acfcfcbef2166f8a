import type { Graph, Properties, Resource } from '../../../model/graph.ts';
import { Reading } from '../../../model/reading.ts';
import { all, allUntilNo, any, choose, not, type Truth } from '../../../model/truth.ts';
import { onceFor } from '../../../once-for.ts';
import { isHealthPath, isPreflight } from '../../blocks/code-routes.ts';
import { leftTo } from '../../blocks/left-open.ts';
import { isOfRoute } from '../../blocks/served-operations.ts';
import { defineCheck } from '../../check.ts';

const HANDLER = 'Repository::Handler';

export default defineCheck({
  id: 'routes-have-schemas',
  requirement: 'APP-05',
  severity: 'medium',
  effort: 'days',
  title: 'What a route takes and what it answers has a schema',
  gap: {
    one: 'A route takes or answers what no schema describes',
    many: '{count} routes take or answer what no schema describes',
  },
  evidence: ['repo', 'iac'],
  aliases: [],
  frameworks: { wellArchitected: ['rel_service_architecture_api_contracts'] },
  messages: {
    request: 'nothing compares the body that {resource} reads with a schema',
    answer: 'no schema in the code or in an API document says what {resource} answers',
  },
  about: 'repository',
  seesInfrastructure: true,
  appliesTo: ['Repository::Route', HANDLER],
  when: (route) =>
    all(
      choose(
        route.isA(HANDLER),
        () =>
          all(
            not(route.text('name').matches('a handler of health', /health|heartbeat/i)),
            // What it tells apart itself are routes of their own.
            not(route.list('routes').exist()),
          ),
        () =>
          all(
            not(isPreflight(route)),
            not(isHealthPath(route)),
            not(route.text('path').matches('what stands before other routes', /^\/?\*$/)),
            not(
              route
                .text('path')
                .matches('an address of the API document', /swagger|openapi|(^|\/)(api-)?docs(\/|$)/i),
            ),
            not(route.bool('redirects').is(true)),
          ),
      ),
      // What is sent no body may be called by a clock or a queue: nobody waits for its answer.
      any(takesBody(route), all(not(route.isA(HANDLER)), route.bool('answersData').is(true))),
    ).asMembership(),
  evaluate: (route, graph) =>
    all<'request' | 'answer'>(
      any(not(takesBody(route)), route.list('validations').exist(), checkedAtGateway(route, graph)).else(
        'request',
      ),
      any(
        not(route.bool('answersData').is(true)),
        route.list('answerSchemas').exist().quote(),
        documented(route, graph),
      ).else('answer'),
    ),
  fix: 'Give the route a schema for its body and one for its answer, in the framework or in the API document, and hold answers to it',
  fixImpact: { downtime: false },
});

function takesBody(route: Resource): Truth {
  return all(
    any(route.isA(HANDLER), route.text('method').oneOf(['POST', 'PUT', 'PATCH'])),
    route.bool('readsBody').is(true),
  );
}

function checkedAtGateway(route: Resource, graph: Graph): Truth {
  return allUntilNo(
    () => someMethodChecks(graph),
    () => leftTo('telling which method of the gateway leads to the route', route),
  );
}

const someMethodChecks = onceFor((graph: Graph) =>
  graph
    .of('AWS::ApiGateway::Method')
    .some((method) => all(method.has('RequestValidatorId'), method.has('RequestModels')))
    .asMembership(),
);

/** A document alone says what should be answered; that it is so takes something that compares. */
function documented(route: Resource, graph: Graph): Truth {
  return any(
    graph.of('Repository::ApiDocument').some((document) =>
      all(
        document
          .list('operations')
          .where((operation) => operation.bool('answersBySchema').is(true))
          .some((operation) => isOf(operation, route)),
        any(
          leftTo(`a test that compares answers with ${document.address}`, route),
          isCompared(document, graph),
        ),
      ),
    ),
    allUntilNo(
      () => makesDocuments(graph),
      () => leftTo('looking at the API document that the code makes', route),
    ),
  );
}

const makesDocuments = onceFor((graph: Graph) =>
  graph
    .of('Repository::Manifest')
    .some((manifest) =>
      manifest
        .list('dependencies')
        .some((one) => one.text('name').matches('a maker of API documents', MAKES_DOCUMENTS)),
    )
    .asMembership(),
);

/** Which path leads to a handler that tells no routes apart is not told here. */
function isOf(operation: Properties, route: Resource): Truth {
  return choose(
    route.isA(HANDLER),
    () => leftTo('telling which operation of the API document the function answers', route),
    () => isOfRoute(operation, route),
  );
}

/** Packages that make the document from what is written beside the routes; those of frameworks that are read as schemas are not here. */
const MAKES_DOCUMENTS =
  /swagger-(jsdoc|autogen)|express-jsdoc-swagger|^(flasgger|apispec|flask-restx|flask-openapi3|connexion|tsoa|express-zod-api|express-openapi|zod-to-openapi|@asteasolutions\/zod-to-openapi|express-openapi-validator|ts-rest|@ts-rest\/core|next-swagger-doc)$/;

/** Commands that ask a running application for each operation of its document and compare. */
const COMPARES = /\b(schemathesis|st) run\b|\bdredd\b|\bportman\b|\bprism proxy\b|\bstep-ci\b/;

const isCompared = onceFor((document: Resource, graph: Graph) =>
  any(
    graph
      .of('Repository::ContractTest')
      .some((test) =>
        test
          .list('documents')
          .some((name) =>
            Reading.both(document.text('path'), name.text(), 'the same document', (path, named) =>
              `/${path}`.endsWith(`/${named}`),
            ),
          ),
      ),
    graph
      .of('Repository::Step')
      .some((step) =>
        step
          .list('commands')
          .some((command) => command.text('text').matches('a comparison with the document', COMPARES)),
      ),
  ).asMembership(),
);
