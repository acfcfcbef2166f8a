import type { Graph, Properties, Resource } from '../../../model/graph.ts';
import type { Many } from '../../../model/many.ts';
import { all, any, not, type Truth } from '../../../model/truth.ts';
import { leftTo } from '../../blocks/left-open.ts';
import { statementsOf } from '../../blocks/role-grants.ts';
import { defineCheck } from '../../check.ts';

const FUNCTION = 'AWS::Lambda::Function';

/**
 * Services that are only used by calls of the SDK, so that no call means no use. Others serve Lambda itself (logs, traces,
 * networks, keys), are asked over HTTP with a signature, or do their work behind another service.
 */
const BY_CALLS =
  /^(athena|bedrock|cognito-idp|comprehend|comprehendmedical|dynamodb|glue|polly|rekognition|s3|ses|ssm|states|textract|transcribe|translate):/i;

/** What Lambda asks for itself to hand events to a function. Source: Lambda developer guide, "Event source mappings". */
const OF_EVENT_SOURCES = /^dynamodb:(DescribeStream|GetRecords|GetShardIterator|ListStreams|ListShards)$/i;

export default defineCheck({
  id: 'grants-are-used',
  requirement: 'SEC-36',
  severity: 'medium',
  effort: 'minutes',
  title: 'No function may use a service that its code never calls',
  gap: {
    one: 'A role of functions allows a service that no code calls',
    many: '{count} roles of functions allow services that no code calls',
  },
  evidence: ['iac', 'repo', 'aws'],
  aliases: [],
  frameworks: { wellArchitected: ['sec_permissions_continuous_reduction'] },
  messages: {
    unused: 'it allows {actual}, and the code that works with this role calls nothing of that service',
  },
  appliesTo: 'AWS::IAM::Role',
  // What other workloads do with a role is not read.
  when: (role, graph) =>
    all(
      users(role, graph).exist(),
      users(role, graph).every((user) => user.isA(FUNCTION)),
    ).asMembership(),
  evaluate: (role, graph) =>
    statementsOf(role, graph)
      .none((statement) => grantsUnused(statement, role, graph))
      .else('unused'),
  fix: 'Take the grant away',
  fixImpact: { downtime: false },
});

function users(role: Resource, graph: Graph): Many<Resource> {
  return graph.to(role, 'usesRole');
}

function grantsUnused(statement: Properties, role: Resource, graph: Graph): Truth {
  return all(
    statement.has('Action').asMembership(),
    statement.list('Action').some((action) =>
      all(
        action.text().matches('an action of a service that is called', BY_CALLS),
        not(action.text().matches('what event sources ask for', OF_EVENT_SOURCES)),
        action
          .text()
          .ask((name) => not(isCalled(name.slice(0, name.indexOf(':')), role, graph)))
          .asMembership(),
        action.text().written().quote(),
      ),
    ),
  );
}

function isCalled(service: string, role: Resource, graph: Graph): Truth {
  return users(role, graph).some((fn) =>
    any(
      fn.meta.list('Code.calls').some((call) => call.text('service').is(service.toLowerCase())),
      all(
        fn.has('Layers').asMembership(),
        not(fn.list('Layers').every((layer) => isOfOperation(layer))),
        leftTo('what the layers of the function call', fn),
      ),
    ),
  );
}

/** Layers that log, measure and trace. */
const OF_OPERATION = ['AWSLambdaPowertools', 'LambdaInsightsExtension', 'aws-otel', 'SentryNode', 'Datadog'];

function isOfOperation(layer: Properties): Truth {
  return any(...OF_OPERATION.map((name) => layer.text().contains(name)));
}
