import { add, type Perturbation, replace } from './perturbation.ts';

const API = `resource "aws_appsync_graphql_api" "people" {
  name                = "people"
  authentication_type = "AWS_IAM"
  schema              = <<-EOT
    type Query {
      people: [String]
    }
  EOT
}

resource "aws_appsync_datasource" "people" {
  api_id = aws_appsync_graphql_api.people.id
  name   = "people"
  type   = "NONE"
}

resource "aws_appsync_resolver" "people" {
  api_id      = aws_appsync_graphql_api.people.id
  type        = "Query"
  field       = "people"
  data_source = aws_appsync_datasource.people.name
}
`;

/** What a GraphQL API offers. */
export const GRAPHQL: readonly Perturbation[] = [
  {
    check: 'graphql-fields-resolved',
    given: [add('graph.tf', API)],
    resource: 'aws_appsync_graphql_api.people',
    off: [replace('graph.tf', '      people: [String]', '      people: [String]\n      friends: [String]')],
    at: { file: 'graph.tf', text: 'resource "aws_appsync_graphql_api" "people" {' },
    hidden: [replace('graph.tf', 'field       = "people"', 'field       = var.hidden')],
  },
  {
    check: 'graphql-values-typed',
    given: [add('graph.tf', API)],
    resource: 'aws_appsync_graphql_api.people',
    off: [replace('graph.tf', '      people: [String]', '      people: [AWSJSON]')],
    at: { file: 'graph.tf', text: 'resource "aws_appsync_graphql_api" "people" {' },
    hidden: [replace('graph.tf', '      people: [String]', '      people: ${var.hidden}')],
    decidedBy: 'the schema, as a text',
  },
];
