import type { Repository } from '../../files/repository.ts';
import type { CdkApp } from '../apps.ts';
import { ENVIRONMENT_KEY } from '../source/context.ts';

/** By which names an application asks for its environment. */
export interface Asked {
  /** Keys of the context: `tryGetContext('env')`. */
  readonly contextKeys: readonly string[];
  /** Variables of the process: `process.env.STAGE`, `os.environ["STAGE"]`. */
  readonly variables: readonly string[];
}

const SOURCE = /\.(?:[cm]?[jt]s|tsx|py)$/;
const LEAST = /(?:\.d\.ts|\.min\.js|\.(?:test|spec)\.[jt]s)$/;
const CONTEXT = /(?:tryGetContext|try_get_context|getContext|get_context)\(\s*['"]([\w:@/.-]+)['"]/g;
const VARIABLE =
  /process\.env(?:\.(\w+)|\[['"](\w+)['"]\])|os\.(?:environ(?:\.get)?|getenv)[[(]\s*['"](\w+)['"]/g;

/** Reads the application's source for the keys and variables that name an environment. */
export async function askedFor(repository: Repository, app: CdkApp): Promise<Asked> {
  const below = app.folder === '.' ? '' : `${app.folder}/`;
  const keys = new Set<string>();
  const variables = new Set<string>();
  for (const path of repository.paths) {
    if (!path.startsWith(below) || !SOURCE.test(path) || LEAST.test(path)) continue;
    const read = await repository.text(path);
    if (read.kind === 'skipped' || !/aws.cdk|constructs|Context|environ|process\.env/.test(read.text))
      continue;
    for (const [, key] of read.text.matchAll(CONTEXT)) {
      if (key !== undefined && ENVIRONMENT_KEY.test(key)) keys.add(key);
    }
    if (!/aws-cdk-lib|aws_cdk|@aws-cdk/.test(read.text) && !/config|env/i.test(path)) continue;
    for (const [, dotted, quoted, python] of read.text.matchAll(VARIABLE)) {
      const name = dotted ?? quoted ?? python;
      if (name !== undefined && ENVIRONMENT_KEY.test(name)) variables.add(name);
    }
  }
  // A key that holds settings by environment, or a value of its own, is no name to choose one by.
  const free = [...keys].filter((key) => ['undefined', 'string'].includes(typeof app.context[key]));
  return { contextKeys: free.sort(), variables: [...variables].sort() };
}
