import type { Graph, Resource } from '../../../model/graph.ts';
import { all, any, not, type Truth } from '../../../model/truth.ts';
import { leftTo } from '../../blocks/left-open.ts';
import { mayRun } from '../../blocks/running-code.ts';
import { defineRootCheck } from '../../check.ts';

const ENDPOINT = 'Repository::HealthEndpoint';
const ROUTE = 'AWS::ApiGatewayV2::Route';
const GROUP = 'AWS::ElasticLoadBalancingV2::TargetGroup';
const HEALTH = /(^|\/)(health|healthz|health-?check|ready|readyz|live|livez|status)\/?$/i;

/** What an application may depend on, by the clients that its code makes. */
const DEPENDENCIES: readonly (readonly [kind: string, clients: readonly string[]])[] = [
  ['database', ['dynamodb', 'rds-data', 'rdsdataservice', 'pg', 'mysql', 'mysql2', 'psycopg', 'psycopg2']],
  ['storage', ['s3']],
  ['cache', ['redis', 'ioredis', 'elasticache']],
];

/** What its answer has beside the dependencies. */
const TOLD = ['state', 'version', 'time', 'latency'];

export default defineRootCheck({
  id: 'health-asks-dependencies',
  requirement: 'APP-01',
  severity: 'high',
  effort: 'hours',
  title: 'A health endpoint that is deployed asks each dependency, and fails with it',
  gap: {
    one: 'Nobody can ask the application whether it works',
    many: 'Nobody can ask the application whether it works',
  },
  evidence: ['repo', 'iac'],
  aliases: [],
  frameworks: { wellArchitected: ['rel_monitor_aws_resources_monitor_resources'] },
  messages: {
    none: 'no route of the code and no entry of the infrastructure is one of health',
    undeployed: 'the health endpoint in {actual} is code that nothing deploys',
    constant: 'the health endpoint that is deployed asks nothing: it says the same whatever is so',
    quiet: 'the health endpoint answers with a status of success, whatever its dependencies say',
    partly: 'the health endpoint leaves out a database, store or cache that the application uses',
    little:
      'the answer of the health endpoint lacks the state, the version, the time, or how long each dependency took',
  },
  about: 'repository',
  seesInfrastructure: true,
  when: (graph) =>
    any(
      graph.of('Repository::Route').exist(),
      graph.of('Repository::Handler').exist(),
      graph.of(ROUTE).exist(),
      graph.of('AWS::ApiGateway::Method').exist(),
      graph.of(GROUP).exist(),
    ),
  evaluate: (graph) => {
    const written = graph.of(ENDPOINT);
    const deployed = written.where((one) => mayRun(one.text('file'), graph));
    const elsewhere = all(not(deployed.exist()), answeredElsewhere(graph));
    const some = (...ask: readonly ((one: Resource) => Truth)[]) =>
      any(
        deployed.some((one) => all(...ask.map((question) => question(one)), named(one))),
        elsewhere,
      );
    return all(
      any(written.exist(), elsewhere).else('none'),
      any(deployed.exist(), elsewhere, written.none(named)).else('undeployed'),
      some(asksSomething).else('constant'),
      some(asksSomething, fails).else('quiet'),
      some(asksSomething, fails, (one) => asksAll(one, graph)).else('partly'),
      some(asksSomething, fails, (one) => asksAll(one, graph), tellsAll).else('little'),
    );
  },
  fix: 'Let GET /health ask each dependency with a short time limit, tell version, time and latencies, and answer 503 when one fails',
  fixImpact: { downtime: false },
});

/** Yes; what a message says is its file. */
function named(endpoint: Resource): Truth {
  return endpoint.text('file').written().quote();
}

function asksSomething(endpoint: Resource): Truth {
  return endpoint.list('asks').exist();
}

function fails(endpoint: Resource): Truth {
  return endpoint.bool('fails').is(true);
}

function asksAll(endpoint: Resource, graph: Graph): Truth {
  return all(
    ...DEPENDENCIES.map(([kind, clients]) =>
      any(
        endpoint.list('asks').some((asked) => asked.text().is(kind)),
        graph
          .of('Repository::Client')
          .none((client) =>
            all(
              not(client.bool('page').is(true)),
              client.text('of').oneOf(clients),
              mayRun(client.text('path'), graph),
            ),
          ),
      ),
    ),
  );
}

function tellsAll(endpoint: Resource): Truth {
  return all(...TOLD.map((what) => endpoint.list('tells').some((told) => told.text().is(what))));
}

/** An entry of the infrastructure for health, behind which the code was not found. */
function answeredElsewhere(graph: Graph): Truth {
  const behind = (one: Resource) => leftTo('reading what answers the health endpoint', one);
  const says = 'an address of health';
  return any(
    graph.of(ROUTE).some((one) => all(one.text('RouteKey').matches(says, HEALTH), behind(one))),
    graph
      .of('AWS::ApiGateway::Resource')
      .some((one) => all(one.text('PathPart').matches(says, HEALTH), behind(one))),
    graph
      .of(GROUP)
      .some((one) =>
        all(one.has('HealthCheckPath'), one.text('HealthCheckPath').matches(says, HEALTH), behind(one)),
      ),
  );
}
