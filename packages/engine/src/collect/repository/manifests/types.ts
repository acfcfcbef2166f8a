/** What manifests and lock files say: which packages a folder needs, and which of them are fixed. */
export const MANIFEST_TYPES = {
  'Repository::Manifest': {
    is: 'a package manifest',
    address: 'services/api/package.json',
    properties: {
      path: 'where the file lies',
      folder: 'the folder that it describes, `.` for the top',
      ecosystem: '`npm` or `python`',
      tool: 'the package manager that it names: `pnpm@9.1.0`, `poetry`',
      name: 'the name of the package',
      version: 'the version that it gives itself',
      private: { is: 'whether it is kept from being published', otherwise: false },
      scripts: 'the commands that it names',
      'scripts[].name': 'the name of a command: `test`',
      'scripts[].command': 'what it runs',
      'scripts[].cannotFail':
        'of a test that starts a program of the repository: why its failure does not count, as that it always ends with 0',
      dependencies: 'the packages that it asks for by itself',
      'dependencies[].name': 'the name of a package, in Python in lower case with `-`',
      'dependencies[].range': 'the versions that it accepts, as written: `^4.2.0`, `==2.31.0`',
      'dependencies[].kind': '`runtime`, `development`, `optional` or `peer`',
      'dependencies[].exact': 'whether it accepts one version only, or one file or commit',
      engines: 'versions of runtimes that it asks for',
      'engines[].name': 'the runtime: `node`, `python`',
      'engines[].range': 'the versions that it accepts',
      workspaces: 'patterns of the folders that are packages of its own workspace',
      lockfile: 'the lock file that fixes its packages: beside it, or of the workspace that it belongs to',
    },
  },
  'Repository::Lockfile': {
    is: 'a lock file',
    address: 'package-lock.json',
    properties: {
      path: 'where the file lies',
      ecosystem: '`npm` or `python`',
      tool: 'the package manager that writes it: `npm`, `yarn`, `pnpm`, `bun`, `poetry`, `uv`, `pdm`, `pipenv`',
    },
  },
} as const;
