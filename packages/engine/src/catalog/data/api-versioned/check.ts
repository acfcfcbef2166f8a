import type { Graph } from '../../../model/graph.ts';
import { all, any, type Truth } from '../../../model/truth.ts';
import { canFail, runs, STEP } from '../../blocks/pipeline.ts';
import { mayRun } from '../../blocks/running-code.ts';
import { defineRootCheck } from '../../check.ts';

export default defineRootCheck({
  id: 'api-versioned',
  requirement: 'DAT-06',
  severity: 'medium',
  effort: 'hours',
  title: 'The API has versions, or a pipeline that stops what breaks its callers',
  gap: {
    one: 'The API has no version, and nothing stops what breaks its callers',
    many: 'The API has no version, and nothing stops what breaks its callers',
  },
  evidence: ['repo'],
  aliases: [],
  frameworks: { wellArchitected: ['rel_service_architecture_api_contracts'] },
  messages: {
    none: 'no route and no header tells a version, and no pipeline compares the API document with the one before',
  },
  about: 'repository',
  seesInfrastructure: true,
  when: (graph) =>
    any(graph.of('Repository::Route').exist(), graph.of('Repository::Handler').exist()).asMembership(),
  evaluate: (graph) =>
    any(
      graph
        .of('Repository::Route')
        .some((route) =>
          all(route.text('path').matches('a version', VERSION).quote(), mayRun(route.text('file'), graph)),
        ),
      versionedAtGateway(graph),
      graph.of('Repository::ApiVersion').some((one) => mayRun(one.text('path'), graph)),
      comparedInPipeline(graph),
    ).else('none'),
  fix: 'Begin paths with /v1, or keep the API document in the repository and compare it with the released one (oasdiff) in the pipeline',
  fixImpact: { downtime: false },
});

const VERSION = /(^|\/)v\d+(\.\d+)*(\/|$)/i;

function versionedAtGateway(graph: Graph): Truth {
  const named = (type: string, property: string) =>
    graph
      .of(type)
      .some((one) => all(one.has(property), one.text(property).matches('a version', /(^|[\s/])v\d+(\/|$)/i)));
  return any(
    named('AWS::ApiGatewayV2::Route', 'RouteKey'),
    named('AWS::ApiGatewayV2::ApiMapping', 'ApiMappingKey'),
    named('AWS::ApiGateway::BasePathMapping', 'BasePath'),
    named('AWS::ApiGateway::Resource', 'PathPart'),
    named('AWS::ApiGateway::Stage', 'StageName'),
  ).asMembership();
}

const COMPARES =
  /\b(oasdiff|openapi-diff|openapi-changes|swagger-diff|api-smart-diff|optic (diff|run|verify)|buf breaking|graphql-inspector diff|rover (sub)?graph check|can-i-deploy)\b|\b[\w/.-]*(compat|breaking)[\w-]*(\.\w+)?\b[^\n]*\b(openapi|swagger|schema|api)[\w.-]*\.(ya?ml|json|graphql)\b/i;

/** A step that stops the pipeline where the document of the API would break callers. */
function comparedInPipeline(graph: Graph): Truth {
  return all(
    graph.of('Repository::ApiDocument').exist(),
    graph
      .of(STEP)
      .where(runs)
      .some((step) =>
        step
          .list('commands')
          .some((command) =>
            all(
              command.text('text').matches('a comparison of API documents', COMPARES).quote(),
              canFail(command),
            ),
          ),
      ),
  );
}
