import { type Graph, type Properties, type Resource, refersTo } from '../../../model/graph.ts';
import { all, choose, not, type Truth } from '../../../model/truth.ts';
import { leftTo } from '../../blocks/left-open.ts';
import { defineCheck } from '../../check.ts';

const RESOLVER = 'AWS::AppSync::Resolver';

export default defineCheck({
  id: 'graphql-fields-resolved',
  requirement: 'INF-24',
  severity: 'critical',
  effort: 'hours',
  title: 'Each query, mutation and subscription of a GraphQL API has a resolver',
  gap: {
    one: 'A GraphQL API offers what nothing stands behind',
    many: '{count} GraphQL APIs offer what nothing stands behind',
  },
  evidence: ['iac', 'repo'],
  aliases: [],
  frameworks: {},
  messages: {
    unresolved: 'the schema has {actual}, and no resolver stands behind it: it answers null to everybody',
  },
  appliesTo: 'AWS::AppSync::GraphQLApi',
  // An API whose schema is made elsewhere (a merged one, too) is for that place to say, and so is one whose resolvers are.
  evaluate: (api, graph) => {
    const schemas = graph.ownFacts('graphql-schema').where((schema) => refersTo(schema.text('api'), api));
    return choose(
      schemas.exist(),
      choose(
        graph.to(api, 'routesTo', RESOLVER).exist(),
        schemas
          .flatMap((schema) => schema.list('fields'))
          .none((field) =>
            all(
              field.bool('published').is(false).asMembership(),
              not(isResolved(field, api, graph)).asMembership(),
              field.has('name').quote(),
            ),
          )
          .else('unresolved'),
        leftTo('the place where the resolvers of the API are declared', api),
      ),
      leftTo('the schema of the API', api),
    );
  },
  fix: 'Write a resolver for each field that callers may ask for, or take the field out of the schema',
  snippets: {
    terraform:
      'resource "aws_appsync_resolver" "remember" {\n  api_id      = aws_appsync_graphql_api.api.id\n  type        = "Mutation"\n  field       = "remember"\n  data_source = aws_appsync_datasource.looks.name\n}',
    cloudformation:
      'Remember:\n  Type: AWS::AppSync::Resolver\n  Properties:\n    ApiId: !GetAtt Api.ApiId\n    TypeName: Mutation\n    FieldName: remember\n    DataSourceName: !GetAtt Looks.Name',
  },
  fixImpact: { downtime: false },
});

function isResolved(field: Properties, api: Resource, graph: Graph): Truth {
  return graph.to(api, 'routesTo', RESOLVER).some((resolver) =>
    all(
      field.text('type').ask((type) => resolver.text('TypeName').is(type)),
      field.text('field').ask((name) => resolver.text('FieldName').is(name)),
    ),
  );
}
