/** What an API says of itself, for those who call it. */
export const API_DOCUMENT_TYPES = {
  'Repository::ApiDocument': {
    is: 'an API document',
    address: 'docs/openapi.yaml',
    properties: {
      path: 'where the file lies',
      format: '`openapi`, `swagger` or `graphql`',
      version: 'the version of the format: `3.1.0`',
      operations: 'what can be asked for',
      'operations[].method': 'the method in capitals; of GraphQL `Query`, `Mutation` or `Subscription`',
      'operations[].path': 'the path, or the name of the field: `/cards/{id}`',
      'operations[].full':
        'the path behind that of the first server that the document names: `/v1/cards/{id}`',
      'operations[].answersBySchema': {
        is: 'whether it has a schema for what is answered where all went well',
        otherwise: false,
      },
      'operations[].protectedFields':
        'of OpenAPI, the fields of its answers that say that it hands over data of people’s health (two of them at least) or of their cards',
      'operations[].protectedFields[].of': '`health` or `payment`',
      'operations[].protectedFields[].field': 'the name of the field: `diagnosis`, `card_number`',
      errors:
        'the shapes that it gives to answers of a status of 400 or more, and to those that it calls default',
      'errors[].members': 'the members in order, as one text: `code, message`',
      problems: 'what the format asks for and the document does not have',
      'problems[].what': 'what is missing: `info.title`',
    },
  },
} as const;
