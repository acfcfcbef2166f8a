import { type Graph, type Resource, refersTo } from '../../../model/graph.ts';
import { all, any, choose, type Truth } from '../../../model/truth.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'resolvers-have-source',
  requirement: 'INF-24',
  severity: 'critical',
  effort: 'minutes',
  title: 'Each resolver of a GraphQL API has a source behind it',
  gap: { one: 'A resolver has nothing behind it', many: '{count} resolvers have nothing behind them' },
  evidence: ['iac'],
  aliases: [],
  frameworks: {},
  messages: {
    none: 'the resolver names neither a data source nor a pipeline',
    lost: 'the resolver names the data source {actual}, which this code does not have',
  },
  appliesTo: 'AWS::AppSync::Resolver',
  evaluate: (resolver, graph) =>
    choose(
      resolver.list('PipelineConfig.Functions').exist(),
      resolver.list('PipelineConfig.Functions').exist(),
      all(resolver.has('DataSourceName').else('none'), sourceOf(resolver, graph).else('lost')),
    ),
  fix: 'Name a data source that the API has',
  snippets: {
    terraform: 'data_source = aws_appsync_datasource.orders.name',
    cloudformation: 'DataSourceName: !GetAtt OrdersSource.Name',
  },
  fixImpact: { downtime: false },
});

function sourceOf(resolver: Resource, graph: Graph): Truth {
  const name = resolver.text('DataSourceName');
  return graph.of('AWS::AppSync::DataSource').some((source) =>
    any(
      refersTo(name, source),
      all(
        source.has('Name').asMembership(),
        source.text('Name').ask((own) => name.is(own).quote()),
      ),
    ),
  );
}
