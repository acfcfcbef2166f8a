import type { Naming } from '../../environment.ts';
import type { Repository } from '../../files/repository.ts';
import type { CdkApp } from '../apps.ts';
import { ENVIRONMENT_KEY } from './context.ts';
import { readProgram } from './evaluate/program.ts';
import type { Expression, Statement } from './syntax/tree.ts';

const NAME =
  /^(?:prod|production|prd|live|dev|develop|development|stage|staging|stg|test|testing|qa|uat|sandbox|preview|demo|int|integration)$/i;

/** The environments that an application is configured for, where it asks its context for one of them. */
export async function environmentsIn(repository: Repository, app: CdkApp): Promise<readonly Naming[]> {
  const program = await readProgram(repository, app);
  const asks = await Promise.all(
    [...program.files.keys()].map((file) => asksForEnvironment(repository, file)),
  );
  if (!asks.includes(true)) return [];
  const written = Object.values(app.context).flatMap((value) => namesIn(keysOf(value)));
  const named = [...program.files.values()].flatMap(({ body }) =>
    body.flatMap((statement) => namesIn(keysIn(statement))),
  );
  return [...new Set([...written, ...named])].map((name) => ({ name, by: 'context' }));
}

async function asksForEnvironment(repository: Repository, file: string): Promise<boolean> {
  const read = await repository.text(file);
  if (read.kind === 'skipped') return false;
  const asked = read.text.matchAll(
    /(?:tryGetContext|try_get_context|getContext|get_context)\(\s*['"]([\w:@/.-]+)['"]/g,
  );
  return [...asked].some(([, key]) => ENVIRONMENT_KEY.test(key ?? ''));
}

/** Of the keys of one object, those that name environments; all of them must. */
function namesIn(keys: readonly string[]): readonly string[] {
  const named = keys.filter((key) => NAME.test(key));
  return named.length > 0 && keys.every((key) => NAME.test(key) || SHARED.test(key)) ? named : [];
}

const SHARED = /^(?:default|defaults|common|base|shared)$/i;

function keysOf(value: unknown): readonly string[] {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.keys(value) : [];
}

function keysIn(statement: Statement): readonly string[] {
  if (statement.kind === 'export') return keysOfObject(statement.value);
  return statement.kind === 'declare' && statement.value !== undefined ? keysOfObject(statement.value) : [];
}

function keysOfObject(value: Expression): readonly string[] {
  if (value.kind !== 'object') return [];
  return value.entries.flatMap((entry) =>
    'spread' in entry ? [''] : typeof entry.key === 'string' ? [entry.key] : [''],
  );
}
