/** What stands in the open: credentials, states of deployments, people and hosts. Never the thing itself. */
export const SECRET_TYPES = {
  'Repository::Secret': {
    is: 'a committed secret',
    address: 'config/prod.env DATABASE_URL',
    properties: {
      path: 'the file that it stands in',
      kind: 'what it is: `GitHub token`, `private key`, `password`, `address of a database or server with a password`',
      name: 'the name that it stands under, where it has one',
      described:
        'the same in one phrase, in place of the secret: `password, 24 characters, fingerprint 5f2a01`',
      length: 'how many characters it has',
      entropy: 'how hard it is to guess: `low`, `medium`, `high`',
      fingerprint:
        'the first six digits of its hash, to know it again elsewhere; only where it is too long and too random to be guessed from that',
      stands:
        '`secret`, or `placeholder` where it was written to be replaced or is a documented example; what a test made up is no fact, but for words that it gives its environment',
      fallback: {
        is: 'whether it holds where the environment sets no other: `process.env.KEY ?? "…"`',
        otherwise: false,
      },
      fileKind: 'what the file is: `source`, `settings`, `document`, `test`, `example`, `other`',
    },
  },
  'Repository::SearchForSecrets': {
    is: 'a search for secrets',
    address: 'committed files',
    properties: {
      files: 'how many files were searched',
      sources: 'how many of them are code of the application, not of its infrastructure',
    },
  },
  'Repository::StateFile': {
    is: 'a file of state',
    address: 'infra/terraform.tfstate',
    properties: {
      path: 'where the file lies',
      tool: 'what keeps its state in it: `terraform`, `pulumi`',
      ofRoot: {
        is: 'whether it lies in the folder of a root of Terraform, which is asked for it by itself',
        otherwise: false,
      },
    },
  },
  'Repository::Exposure': {
    is: 'a detail in the open',
    address: 'docs/runbooks/database.md host of a database',
    properties: {
      path: 'the file that it stands in',
      kind: '`host of a database`, `host of a machine`, `personal data`',
      what: 'what was found, without showing it: `12 e-mail addresses`',
      fileKind: 'what the file is, as for secrets',
    },
  },
} as const;
