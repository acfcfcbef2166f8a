import { existsSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';

/** What of the caller's environment an app command may see: how to find programs and speak, nothing that opens a door. */
const PASSED_ON: readonly string[] = [
  'LANG',
  'LC_ALL',
  'LC_CTYPE',
  'TZ',
  'SystemRoot',
  'ComSpec',
  'PATHEXT',
  'JAVA_HOME',
  'GOROOT',
  'GOPATH',
  'DOTNET_ROOT',
  'NVM_DIR',
  'VIRTUAL_ENV',
  'PYTHONPATH',
  'NODE_PATH',
  'CDK_DEFAULT_ACCOUNT',
  'CDK_DEFAULT_REGION',
];

/** Where version managers keep their programs unless told otherwise, below the caller's home. */
const TOOLS: Readonly<Record<string, string>> = {
  PYENV_ROOT: '.pyenv',
  ASDF_DATA_DIR: '.asdf',
  VOLTA_HOME: '.volta',
  MISE_DATA_DIR: '.local/share/mise',
  PYTHONUSERBASE: '.local',
};

/**
 * The environment of an app command. Credentials and other secrets of the caller are not passed on; everything that tools
 * write for themselves goes below `temporary`; nothing is downloaded.
 */
export function environmentFor(
  variables: Readonly<Record<string, string | undefined>>,
  { root, folder, temporary }: { readonly root: string; readonly folder: string; readonly temporary: string },
): Record<string, string> {
  const passed = PASSED_ON.flatMap((name) =>
    variables[name] === undefined ? [] : [[name, variables[name]]],
  );
  const home = variables['HOME'] ?? variables['USERPROFILE'];
  const tools = Object.entries(TOOLS).flatMap(([name, below]) => {
    const path = variables[name] ?? (home === undefined ? undefined : join(home, below));
    return path === undefined ? [] : [[name, path]];
  });
  const path = [...programFolders(root, folder), variables['PATH'] ?? variables['Path'] ?? ''];
  return {
    ...defaultRegion(variables),
    ...Object.fromEntries([...passed, ...tools]),
    PATH: path.join(delimiter),
    HOME: temporary,
    USERPROFILE: temporary,
    TMPDIR: temporary,
    TEMP: temporary,
    TMP: temporary,
    XDG_CACHE_HOME: join(temporary, 'cache'),
    XDG_CONFIG_HOME: join(temporary, 'config'),
    npm_config_cache: join(temporary, 'npm'),
    npm_config_offline: 'true',
    npm_config_yes: 'false',
    npm_config_update_notifier: 'false',
    ...ofPythonTools(root, folder, temporary),
    JSII_RUNTIME_PACKAGE_CACHE_ROOT: join(temporary, 'jsii'),
    // With it the library records which line of the source made each construct.
    CDK_DEBUG: 'true',
    AWS_EC2_METADATA_DISABLED: 'true',
    CI: 'true',
    NO_COLOR: '1',
  };
}

/** The region that the caller works in, under the name by which the CDK's own command line hands it to apps. */
function defaultRegion(variables: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const region = variables['AWS_REGION'] ?? variables['AWS_DEFAULT_REGION'];
  return region === undefined ? {} : { CDK_DEFAULT_REGION: region };
}

/** `uv run` and `poetry run` would make a virtual environment, fill it and write their lock files beside the app. */
function ofPythonTools(root: string, folder: string, temporary: string): Record<string, string> {
  const isThere = above(root, folder).some((at) => existsSync(join(at, '.venv')));
  return {
    PYTHONDONTWRITEBYTECODE: '1',
    UV_OFFLINE: '1',
    UV_NO_SYNC: '1',
    UV_PYTHON_DOWNLOADS: 'never',
    ...(isThere ? {} : { UV_PROJECT_ENVIRONMENT: join(temporary, 'venv') }),
    POETRY_VIRTUALENVS_CREATE: 'false',
  };
}

/** A virtual environment and the programs of `node_modules`, as `source .venv/bin/activate` and `npx cdk` would find them. */
function programFolders(root: string, folder: string): readonly string[] {
  const names = ['.venv/bin', 'venv/bin', '.venv/Scripts', 'node_modules/.bin'];
  return above(root, folder)
    .flatMap((at) => names.map((name) => join(at, name)))
    .filter((programs) => existsSync(programs));
}

/** A folder and those that it lies in, up to the assessed one. */
function above(root: string, folder: string): readonly string[] {
  const found = [folder];
  for (let at = folder; at !== root && at !== dirname(at); at = dirname(at)) found.push(dirname(at));
  return found;
}
