import type { Location } from '../../../model/origin.ts';
import type { Environment } from '../../collected.ts';
import type { CdkApp } from '../apps.ts';

import type { Context } from './evaluate/library.ts';
import { type Run, scalar } from './evaluate/run.ts';

/** Keys of the context by which apps are told their environment. */
export const ENVIRONMENT_KEY =
  /^(?:env|environment|stage|(?:env|environment|stage)[-_]?name|target[-_]?env(?:ironment)?|deploy(?:ment)?[-_]?env(?:ironment)?)$/i;

/** The context that an application gets: what its `cdk.json` says, and the environment that was chosen. */
export function contextOf(app: CdkApp, environment: Environment): Context {
  const at: Location = { file: app.file, line: 1, column: 1, endLine: 1, endColumn: 1 };
  return (key) => {
    const written = Object.hasOwn(app.context, key) ? app.context[key] : undefined;
    const place = { ...at, what: `context ${key}` };
    if (
      ENVIRONMENT_KEY.test(key) &&
      environment.name !== undefined &&
      (written === undefined || typeof written === 'string')
    ) {
      return { ...scalar(environment.name, { ...at, what: `environment (${environment.because})` }) };
    }
    return written === undefined ? undefined : asRun(written, place);
  };
}

/** Plain data as a value. */
export function asRun(data: unknown, at: Location): Run {
  if (Array.isArray(data)) {
    return {
      kind: 'list',
      cell: { items: data.map((item: unknown) => asRun(item, at)), open: false },
      at,
      seen: [],
    };
  }
  if (typeof data === 'object' && data !== null) {
    const members = new Map(
      Object.entries(data).map(([key, value]): [string, Run] => [key, asRun(value, at)]),
    );
    return { kind: 'object', cell: { members, open: false }, at, seen: [] };
  }
  if (typeof data === 'string' || typeof data === 'number' || typeof data === 'boolean' || data === null)
    return scalar(data, at);
  return { kind: 'undefined', at, seen: [] };
}
