import type { Default } from '../../model/value.ts';
import { compute } from './compute.ts';
import { data } from './data.ts';
import { delivery } from './delivery.ts';
import { detection } from './detection.ts';
import { interfaces } from './interfaces.ts';
import { messaging } from './messaging.ts';
import { operations } from './operations.ts';
import type { Rows } from './rows.ts';

/** By CloudFormation type, then by property path. */
export const DEFAULTS: Readonly<Record<string, Rows>> = {
  ...compute,
  ...data,
  ...delivery,
  ...detection,
  ...interfaces,
  ...messaging,
  ...operations,
};

/** What holds where a property is not written, and the page that says so; `undefined` where nothing says so. */
export function documentedDefault(type: string, path: string): Default | undefined {
  const rows = Object.hasOwn(DEFAULTS, type) ? DEFAULTS[type] : undefined;
  return rows !== undefined && Object.hasOwn(rows, path) ? rows[path] : undefined;
}
