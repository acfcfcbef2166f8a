import type { Graph, Resource } from '../../../model/graph.ts';
import type { Many } from '../../../model/many.ts';
import { any, type Truth } from '../../../model/truth.ts';
import { functionsBehind } from '../../blocks/callers.ts';
import { defineRootCheck } from '../../check.ts';

/** What waits for a function, and where it names it. */
const WAITING: readonly (readonly [type: string, property: string])[] = [
  ['AWS::ApiGatewayV2::Integration', 'IntegrationUri'],
  ['AWS::ApiGateway::Method', 'Integration.Uri'],
  ['AWS::AppSync::DataSource', 'LambdaConfig.LambdaFunctionArn'],
];

export default defineRootCheck({
  id: 'busy-functions-have-concurrency',
  requirement: 'INF-13',
  severity: 'low',
  effort: 'hours',
  title: 'Concurrency is reserved or provisioned for a function that users wait for',
  gap: {
    one: 'No concurrency is kept for the functions that users wait for',
    many: 'No concurrency is kept for the functions that users wait for, in {count} roots',
  },
  evidence: ['iac', 'aws'],
  aliases: [],
  frameworks: {},
  messages: { none: 'none of the functions behind an API has reserved or provisioned concurrency' },
  when: (graph) => waitedFor(graph).exist(),
  evaluate: (graph) =>
    waitedFor(graph)
      .some((fn) => keepsConcurrency(fn, graph))
      .else('none'),
  fix: 'Reserve concurrency for the function that users wait for most, or provision some where cold starts show',
  snippets: {
    terraform: 'reserved_concurrent_executions = 50',
    cloudformation: 'ReservedConcurrentExecutions: 50',
  },
  fixImpact: { downtime: false },
});

function waitedFor(graph: Graph): Many<Resource> {
  return WAITING.map(([type, property]) =>
    graph
      .of(type)
      .where((caller) => caller.has(property))
      .flatMap((caller) => functionsBehind(caller.text(property), graph)),
  ).reduce((all, more) => all.and(more));
}

function keepsConcurrency(fn: Resource, graph: Graph): Truth {
  return any(
    fn.has('ReservedConcurrentExecutions'),
    graph.to(fn, 'configures').some((version) => version.has('ProvisionedConcurrencyConfig')),
  );
}
