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
    PYTHONDONTWRITEBYTECODE: '1',
    JSII_RUNTIME_PACKAGE_CACHE_ROOT: join(temporary, 'jsii'),
    AWS_EC2_METADATA_DISABLED: 'true',
    CI: 'true',
    NO_COLOR: '1',
  };
}

/** A virtual environment and the programs of `node_modules`, as `source .venv/bin/activate` and `npx cdk` would find them. */
function programFolders(root: string, folder: string): readonly string[] {
  const found: string[] = [];
  for (let at = folder; ; at = dirname(at)) {
    for (const name of ['.venv/bin', 'venv/bin', '.venv/Scripts', 'node_modules/.bin']) {
      const programs = join(at, name);
      if (existsSync(programs)) found.push(programs);
    }
    if (at === root || at === dirname(at)) return found;
  }
}
