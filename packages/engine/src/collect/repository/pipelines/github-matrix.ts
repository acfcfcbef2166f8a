import type { Value } from '../../../model/value.ts';
import { itemsOf, member, textOf } from '../structured-text.ts';
import { type Caller, contextOf, neverRuns } from './github-conditions.ts';
import { conditionOf } from './github-values.ts';

const NAMED = /\$\{\{\s*matrix\.([\w-]+)\s*\}\}/g;

/** More runs of a job than this are not told apart. */
const MOST = 30;

/**
 * A step whose folder is named by the matrix of its job runs once in each: who calls it, for each value that is written.
 * What the matrix gets from elsewhere stays open.
 */
export function callersOf(
  step: Value,
  job: Value,
  caller: Caller,
  folder: string | undefined,
): readonly Caller[] {
  const names = new Set([...(folder ?? '').matchAll(NAMED)].map(([, name]) => name!));
  const [name] = names;
  const values = name === undefined || names.size > 1 ? undefined : valuesOf(name, job);
  if (name === undefined || values === undefined) return [caller];
  const each = values.map((value) => ({ ...caller, matrix: new Map([[name, value]]) }));
  const condition = conditionOf(member(step, 'if'));
  const runs = each.filter((one) => neverRuns(condition, one, contextOf(one, [])) === undefined);
  return runs.length > 0 ? runs : [caller];
}

/** What a name of the matrix stands for, one run after another; nothing where not all of it is written. */
function valuesOf(name: string, job: Value): readonly string[] | undefined {
  const matrix = member(member(job, 'strategy'), 'matrix');
  if (matrix?.kind !== 'object' || matrix.open !== undefined) return undefined;
  const own = matrix.members.get(name);
  const more = matrix.members.get('include');
  if ([own, more].some((one) => one !== undefined && (one.kind !== 'list' || one.open !== undefined)))
    return undefined;
  const said = [
    ...itemsOf(own).map((one) => textOf(one)),
    ...itemsOf(more).flatMap((one) => {
      const value = member(one, name);
      return value === undefined ? [] : [textOf(value)];
    }),
  ];
  const values = said.flatMap((one) => (one === undefined || one.includes('${') ? [] : [one]));
  return values.length < said.length || values.length === 0 || values.length > MOST
    ? undefined
    : [...new Set(values)];
}
