import { refersTo } from '../../../model/graph.ts';
import { choose } from '../../../model/truth.ts';
import { leftTo } from '../../blocks/left-open.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'graphql-values-typed',
  requirement: 'APP-05',
  severity: 'medium',
  effort: 'days',
  title: 'The schema of a GraphQL API says what each field takes and answers',
  gap: {
    one: 'A GraphQL API takes or answers what its schema leaves open',
    many: '{count} GraphQL APIs take or answer what their schema leaves open',
  },
  evidence: ['iac', 'repo'],
  aliases: [],
  frameworks: { wellArchitected: ['rel_service_architecture_api_contracts'] },
  messages: {
    anything: '{actual} may hold whatever JSON can say: the schema checks nothing of it',
  },
  appliesTo: 'AWS::AppSync::GraphQLApi',
  // An API whose schema is made elsewhere (a merged one, too) is for that place to say.
  evaluate: (api, graph) => {
    const schemas = graph.ownFacts('graphql-schema').where((schema) => refersTo(schema.text('api'), api));
    return choose(
      schemas.exist(),
      schemas
        .flatMap((schema) => schema.list('fields'))
        .none((field) => field.list('untyped').some((part) => part.text().written().quote()))
        .else('anything'),
      leftTo('the schema of the API', api),
    );
  },
  fix: 'Give what goes through AWSJSON a type of its own, an input for what comes in and a type for what is answered',
  snippets: {
    terraform:
      'input Details {\n  colour: String\n  size: Int\n}\n\ntype Mutation {\n  remember(title: String!, details: Details): Look\n}',
    cloudformation:
      'Definition: |\n  input Details { colour: String size: Int }\n  type Mutation { remember(title: String!, details: Details): Look }',
  },
  fixImpact: { downtime: false },
});
