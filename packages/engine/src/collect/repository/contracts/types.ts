/** What holds an application to the document of its API. */
export const CONTRACT_TYPES = {
  'Repository::ContractTest': {
    is: 'a file that compares answers with an API document',
    address: 'answers compared in tests/test_openapi.py',
    properties: {
      path: 'where the file lies',
      library: 'what compares: `jsonschema`, `jest-openapi`',
      documents: 'the documents that it names',
    },
  },
} as const;
