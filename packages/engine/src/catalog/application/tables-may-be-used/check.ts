import type { Graph } from '../../../model/graph.ts';
import { any, choose, type Truth } from '../../../model/truth.ts';
import { onceFor } from '../../../once-for.ts';
import { isAllowed } from '../../blocks/grants.ts';
import { leftTo } from '../../blocks/left-open.ts';
import { defineCheck } from '../../check.ts';

/** AWS's own policies that include DynamoDB. Source: AWS Managed Policy Reference. */
const MANAGED = [
  'AmazonDynamoDBFullAccess',
  'AmazonDynamoDBFullAccess_v2',
  'AmazonDynamoDBReadOnlyAccess',
  'AWSLambdaDynamoDBExecutionRole',
  'AdministratorAccess',
  'PowerUserAccess',
  'ReadOnlyAccess',
];

/** What could use a table in the same code. */
const USERS = [
  'AWS::Lambda::Function',
  'AWS::ECS::TaskDefinition',
  'AWS::EC2::Instance',
  'AWS::AppSync::DataSource',
];

export default defineCheck({
  id: 'tables-may-be-used',
  requirement: 'APP-09',
  severity: 'medium',
  effort: 'hours',
  title: 'Somebody may use each table',
  gap: { one: 'Nobody may use a table', many: 'Nobody may use {count} tables' },
  evidence: ['iac'],
  aliases: [],
  frameworks: {},
  messages: { nobody: 'no policy of this code lets anybody read or write the table' },
  appliesTo: 'AWS::DynamoDB::Table',
  evaluate: (table, graph) =>
    choose(
      any(...USERS.map((type) => graph.of(type).exist())),
      () =>
        any(table.has('ResourcePolicy'), isAllowed(table, 'dynamodb', graph), managed(graph)).else('nobody'),
      () => leftTo('the code that uses the table', table),
    ),
  fix: 'Let what is meant to use the table use it, or take the table away',
  fixImpact: { downtime: false },
});

const managed = onceFor(
  (graph: Graph): Truth =>
    graph
      .of('AWS::IAM::Role')
      .some((role) =>
        role
          .list('ManagedPolicyArns')
          .some((arn) => any(...MANAGED.map((name) => arn.text().endsWith(`/${name}`)))),
      ),
);
