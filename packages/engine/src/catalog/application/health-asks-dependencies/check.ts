import type { Graph, Resource } from '../../../model/graph.ts';
import { all, allUntilNo, any, not, Truth } from '../../../model/truth.ts';
import { onceFor } from '../../../once-for.ts';
import { leftTo } from '../../blocks/left-open.ts';
import { mayRun, someCodeIsElsewhere } from '../../blocks/running-code.ts';
import { pathInDocument } from '../../blocks/told-apart.ts';
import { defineRootCheck } from '../../check.ts';

const ENDPOINT = 'Repository::HealthEndpoint';
const ROUTE = 'AWS::ApiGatewayV2::Route';
const METHOD = 'AWS::ApiGateway::Method';
const PATH_PART = 'AWS::ApiGateway::Resource';
const GROUP = 'AWS::ElasticLoadBalancingV2::TargetGroup';
const HEALTH = /(^|\/)(health|healthz|health-?check|ready|readyz|live|livez|status)\/?$/i;

/** What takes every path, that of health among them. */
const EVERYTHING = /^\$default$|\{[^}]*\+\}$/;

/** What an application may depend on: by the clients that its code makes, and packages whose clients are not told. */
interface Dependency {
  readonly kind: string;
  readonly clients: readonly string[];
  readonly packages?: RegExp;
}

const DEPENDENCIES: readonly Dependency[] = [
  {
    kind: 'database',
    clients: ['dynamodb', 'rds-data', 'rdsdataservice', 'pg', 'mysql', 'mysql2', 'psycopg', 'psycopg2'],
    packages:
      /^(?:@libsql\/client|@mikro-orm\/.+|@neondatabase\/serverless|@nestjs\/(?:mongoose|sequelize|typeorm)|@planetscale\/database|@prisma\/(?:client|adapter-.+)|@supabase\/supabase-js|@vercel\/postgres|aiomysql|aiopg|arangojs|asyncmy|asyncpg|beanie|bookshelf|cassandra-driver|couchbase|cx[-_]oracle|databases|django|drizzle-orm|dynamoose|flask-sqlalchemy|knex|kysely|mariadb|massive|mongodb|mongoengine|mongoose|motor|mssql|mysql-connector-python|mysqlclient|nano|neo4j|neo4j-driver|objection|odmantic|oracledb|peewee|pg-native|pg-promise|pony|postgres|psycopg-binary|psycopg2-binary|pymongo|pymssql|pymysql|pyodbc|sequelize|serverless-mysql|slonik|sqlalchemy|sqlmodel|supabase|tedious|tortoise-orm|typeorm)$/,
  },
  { kind: 'storage', clients: ['s3'] },
  {
    kind: 'cache',
    clients: [],
    packages:
      /^(?:@keyv\/redis|@redis\/client|@upstash\/redis|@vercel\/kv|aiocache|aioredis|ioredis|iovalkey|memcached|memjs|pylibmc|pymemcache|python-memcached|redis|valkey|valkey-glide)$/,
  },
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
      graph.of(METHOD).exist(),
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
    ...DEPENDENCIES.map((dependency) =>
      any(
        endpoint.list('asks').some((asked) => asked.text().is(dependency.kind)),
        hasNone(graph, dependency),
      ),
    ),
  );
}

const hasNone = onceFor((graph: Graph, { kind, clients, packages }: Dependency) =>
  all(
    graph
      .of('Repository::Client')
      .none((client) =>
        all(
          not(client.bool('page').is(true)),
          client.text('of').oneOf(clients),
          mayRun(client.text('path'), graph),
        ),
      ),
    ...(packages === undefined ? [] : [isNotUsed(kind, packages, graph)]),
  ),
);

/** Whether no package is asked for that may be used for something: where one is, nobody knows. */
function isNotUsed(kind: string, packages: RegExp, graph: Graph): Truth {
  return graph.of('Repository::Manifest').none((manifest) =>
    all(
      manifest
        .list('dependencies')
        .some((one) =>
          all(
            one.text('name').matches(`a package for a ${kind}`, packages),
            not(one.text('kind').is('development')),
          ),
        )
        .asMembership(),
      leftTo(`whether the application uses a ${kind} that its health endpoint leaves out`, manifest),
    ),
  );
}

function tellsAll(endpoint: Resource): Truth {
  return all(...TOLD.map((what) => endpoint.list('tells').some((told) => told.text().is(what))));
}

/** An entry of the infrastructure for health, or for everything, behind which the code was not found. */
function answeredElsewhere(graph: Graph): Truth {
  const behind = (one: Resource) => leftTo('reading what answers the health endpoint', one);
  const says = 'an address of health';
  return any(
    entered(says, HEALTH, behind, graph),
    graph
      .of(GROUP)
      .some((one) =>
        all(one.has('HealthCheckPath'), one.text('HealthCheckPath').matches(says, HEALTH), behind(one)),
      ),
    allUntilNo(
      () => someCodeIsElsewhere(graph),
      () => entered('an address for everything', EVERYTHING, behind, graph),
    ),
  );
}

/** Whether a gateway has an entry at such an address of which that holds. */
function entered(says: string, address: RegExp, holds: (entry: Resource) => Truth, graph: Graph): Truth {
  return any(
    graph.of(ROUTE).some((one) => all(one.text('RouteKey').matches(says, address), holds(one))),
    graph.of(METHOD).some((one) => {
      const path = pathInDocument(one);
      return path !== undefined && address.test(path) ? holds(one) : Truth.no(one.whereabouts());
    }),
    graph.of(PATH_PART).some((one) => all(one.text('PathPart').matches(says, address), holds(one))),
  );
}
