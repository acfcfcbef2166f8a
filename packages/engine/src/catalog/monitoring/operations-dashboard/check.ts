import { all, any, not } from '../../../model/truth.ts';
import { DASHBOARD, isOf, rows, widgets } from '../../blocks/dashboards.ts';
import { defineRootCheck } from '../../check.ts';

/** Kinds of parts, and the namespaces of which a dashboard shows something where it shows them. */
const PARTS = [
  { id: 'functions', types: ['AWS::Lambda::Function'], namespaces: ['AWS/Lambda', 'LambdaInsights'] },
  {
    id: 'apis',
    types: ['AWS::ApiGatewayV2::Api', 'AWS::ApiGateway::RestApi'],
    namespaces: ['AWS/ApiGateway'],
  },
  { id: 'tables', types: ['AWS::DynamoDB::Table'], namespaces: ['AWS/DynamoDB'] },
  { id: 'databases', types: ['AWS::RDS::DBInstance', 'AWS::RDS::DBCluster'], namespaces: ['AWS/RDS'] },
  {
    id: 'balancers',
    types: ['AWS::ElasticLoadBalancingV2::LoadBalancer'],
    namespaces: ['AWS/ApplicationELB', 'AWS/NetworkELB'],
  },
  { id: 'containers', types: ['AWS::ECS::Service'], namespaces: ['AWS/ECS', 'ECS/ContainerInsights'] },
  { id: 'queues', types: ['AWS::SQS::Queue'], namespaces: ['AWS/SQS'] },
] as const;

type Part = (typeof PARTS)[number]['id'];

export default defineRootCheck({
  id: 'operations-dashboard',
  requirement: 'MON-12',
  severity: 'medium',
  effort: 'hours',
  title: 'A dashboard shows every kind of part that is in operation',
  gap: {
    one: 'No dashboard shows one kind of part that is in operation',
    many: 'In {count} roots no dashboard shows one kind of part',
  },
  evidence: ['iac', 'aws'],
  aliases: [],
  frameworks: { wellArchitected: ['ops_workload_observability_create_dashboards'] },
  messages: {
    functions: 'no dashboard shows a metric of the functions',
    apis: 'no dashboard shows a metric of the APIs',
    tables: 'no dashboard shows a metric of the tables',
    databases: 'no dashboard shows a metric of the databases',
    balancers: 'no dashboard shows a metric of the load balancers',
    containers: 'no dashboard shows a metric of the containers',
    queues: 'no dashboard shows a metric of the queues',
  },
  when: (graph) => graph.of(DASHBOARD).exist(),
  evaluate: (graph) => {
    const shown = (...namespaces: readonly string[]) =>
      widgets(graph).some((widget) =>
        rows(widget).some((row) => any(...namespaces.map((namespace) => isOf(row, namespace)))),
      );
    return all<Part>(
      ...PARTS.map(({ id, types, namespaces }) =>
        any(not(any(...types.map((type) => graph.of(type).exist()))), shown(...namespaces)).else(id),
      ),
    );
  },
  fix: 'Add the missing part to a dashboard: how often it is used, how often it fails, how near it is to its limit',
  fixImpact: { downtime: false },
});
