import type { Graph, Properties, Resource } from '../../../model/graph.ts';
import { all, any, not, type Truth } from '../../../model/truth.ts';
import { mayTellOfOperations, speaksOf } from '../../blocks/documents.ts';
import { defineCheck } from '../../check.ts';

/** What the commands of a service are about. */
const ABOUT: Readonly<Record<string, readonly string[]>> = {
  'cognito-idp': ['AWS::Cognito::UserPool'],
  dynamodb: ['AWS::DynamoDB::Table', 'AWS::DynamoDB::GlobalTable'],
  rds: ['AWS::RDS::DBInstance', 'AWS::RDS::DBCluster'],
  ecs: ['AWS::ECS::Service', 'AWS::ECS::Cluster'],
  lambda: ['AWS::Lambda::Function'],
  sqs: ['AWS::SQS::Queue'],
  elasticache: ['AWS::ElastiCache::ReplicationGroup', 'AWS::ElastiCache::CacheCluster'],
  apigateway: ['AWS::ApiGateway::RestApi', 'AWS::ApiGateway::Stage'],
  apigatewayv2: ['AWS::ApiGatewayV2::Api', 'AWS::ApiGatewayV2::Stage'],
};

const LATENCY = [
  'Latency',
  'IntegrationLatency',
  'TargetResponseTime',
  'Duration',
  'SuccessfulRequestLatency',
];

export default defineCheck({
  id: 'runbooks-look-at-right-signal',
  requirement: 'OPS-05',
  severity: 'high',
  effort: 'hours',
  title: 'The commands of runbooks look at what is there, by the figure that the alarm means',
  gap: {
    one: 'A runbook looks at the wrong signal',
    many: '{count} runbooks look at the wrong signal',
  },
  evidence: ['repo'],
  aliases: [],
  frameworks: {},
  messages: {
    absent: 'a command asks {actual}, of which the infrastructure has nothing',
    metric:
      'throttled requests are not counted by {actual}: ThrottledRequests, ReadThrottleEvents and WriteThrottleEvents are',
    lockouts: 'who is locked out is not shown by {actual}, which lists applications',
    statistic: 'the runbook speaks of a percentile and asks for {actual}',
    capacity: 'a command raises the capacity of tables that are paid by request: {actual}',
  },
  about: 'repository',
  seesInfrastructure: true,
  appliesTo: 'Repository::Document',
  when: (document, graph) =>
    all(
      document.text('kind').is('runbook'),
      mayTellOfOperations(document),
      document.list('commands').some((command) => command.has('service')),
      any(...Object.values(ABOUT).flatMap((types) => types.map((type) => graph.of(type).exist()))),
    ).asMembership(),
  evaluate: (document, graph) => {
    const asked = document.list('commands');
    return all(
      asked
        .none((command) =>
          all(command.text('metric').is('UserErrors').quote(), speaksOf(document, 'throttling')),
        )
        .else('metric'),
      asked
        .none((command) =>
          all(command.text('operation').is('list-user-pool-clients').quote(), speaksOf(document, 'lockouts')),
        )
        .else('lockouts'),
      asked.none((command) => all(isAverage(command), speaksOf(document, 'percentiles'))).else('statistic'),
      asked
        .none((command) =>
          all(command.text('operation').is('update-table --provisioned-throughput').quote(), onDemand(graph)),
        )
        .else('capacity'),
      ...Object.entries(ABOUT).map(([service, types]) =>
        asksOnlyWhatIsThere(document, graph, service, types),
      ),
    );
  },
  fix: 'Ask for the metric and the statistic of the alarm, of resources that the application has',
  fixImpact: { downtime: false },
});

function asksOnlyWhatIsThere(
  document: Resource,
  graph: Graph,
  service: string,
  types: readonly string[],
): Truth<'absent'> {
  return any(
    document.list('commands').none((command) => command.text('service').is(service).quote()),
    any(...types.map((type) => graph.of(type).exist())),
  ).else('absent');
}

/** A latency by its average or maximum. */
function isAverage(command: Properties): Truth {
  return all(
    command.text('metric').oneOf(LATENCY),
    command
      .text('statistic')
      .matches('a percentile', /^(?!p\d)/i)
      .quote(),
  );
}

/** Whether every table is paid by request. */
function onDemand(graph: Graph): Truth {
  return all(
    graph.of('AWS::DynamoDB::Table').exist(),
    graph.of('AWS::DynamoDB::Table').none((table) => not(table.text('BillingMode').is('PAY_PER_REQUEST'))),
  );
}
