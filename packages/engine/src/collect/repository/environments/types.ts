/** The environments that templates are written for. */
export const ENVIRONMENT_TYPES = {
  'Repository::AllowedEnvironments': {
    is: 'a parameter of a template that allows the names of environments',
    address: 'template.yaml Tier',
    properties: {
      path: 'where the template lies',
      parameter: 'the name of the parameter',
      values: 'the values that it may have, as they are written',
      'values[].name': 'the value: `staging`',
      'values[].stage':
        'the kind of environment that it names: `production`, `staging`, `test`, `development`',
    },
  },
} as const;
