import type { Value } from '../../../model/value.ts';
import { itemsOf, member, membersOf, textOf } from '../structured-text.ts';
import { type Caller, contextOf, neverRuns } from './github-conditions.ts';
import { conditionOf } from './github-values.ts';
import type { PipelineJob } from './pipeline.ts';

const NAMED = /\$\{\{[^}]*?\bmatrix\.([\w-]+)((?:\.[\w-]+)*)[^}]*\}\}/g;

/** More runs of a job than this are not told apart. */
const MOST = 30;

/** What runs of a job differ by, and what they are for all that runs in them. */
export interface MatrixRun {
  readonly caller: Caller;
  /** How a person tells it from the others: `api`; nothing where there is only one. */
  readonly called?: string;
}

/**
 * Texts in which names of the matrix of a job stand are read once for each value that is written: who calls them. What the
 * matrix gets from elsewhere stays open.
 */
export function runsOf(
  job: Value,
  caller: Caller,
  condition: string | undefined,
  texts: readonly (string | undefined)[],
): readonly MatrixRun[] {
  const names = new Set(texts.flatMap((text) => [...(text ?? '').matchAll(NAMED)].map(([, name]) => name!)));
  const telling = [...names].filter((name) => !areVersions(name, job));
  const rows = telling.length === 0 ? undefined : rowsOf(telling, job);
  if (rows === undefined) return [{ caller }];
  const runs = rows
    .map((row) => ({ caller: { ...caller, matrix: row }, called: [...new Set(row.values())].join(', ') }))
    .filter((run) => neverRuns(condition, run.caller, contextOf(run.caller, [])) === undefined);
  return runs.length > 0 ? runs : [{ caller }];
}

/** The same for a step, by what it runs, where, and what it hands over. */
export function callersOf(
  step: Value,
  job: Value,
  caller: Caller,
  folder: string | undefined,
): readonly Caller[] {
  const given = [...membersOf(member(step, 'with'))].map(([, value]) => textOf(value));
  const isOwn = textOf(member(step, 'uses'))?.startsWith('./') === true;
  const texts = [folder, textOf(member(step, 'run')), ...(isOwn ? given : [])];
  return runsOf(job, caller, conditionOf(member(step, 'if')), texts).map((run) => run.caller);
}

/** Whether a name only stands for versions: of a language, of a system. What is run is the same in each. */
function areVersions(name: string, job: Value): boolean {
  const matrix = member(member(job, 'strategy'), 'matrix');
  const values = [
    ...itemsOf(member(matrix, name)),
    ...itemsOf(member(matrix, 'include')).flatMap((one) => member(one, name) ?? []),
  ];
  return values.every((value) => VERSION.test(textOf(value) ?? ''));
}

const VERSION = /^(?:v?\d[\w.*]*|lts(?:\/.*)?|latest|(?:ubuntu|windows|macos)-[\w.-]+)$/i;

/**
 * The jobs of a workflow that a job calls in several runs: one that differs in nothing but what its steps are given is one
 * job with the steps of all, and one with an environment of its own in each run is several.
 */
export function inRuns(
  made: readonly { readonly one: PipelineJob; readonly run: MatrixRun }[],
  id: string,
): readonly PipelineJob[] {
  const byId = Map.groupBy(made, ({ one }) => one.id);
  const differs = [...byId.values()].some(
    (same) => new Set(same.map(({ one }) => JSON.stringify({ ...one, steps: [] }))).size > 1,
  );
  const prefixed = (one: PipelineJob, prefix: string): PipelineJob => ({
    ...needing(one, (need) => [`${prefix} / ${need}`]),
    id: `${prefix} / ${one.id}`,
  });
  if (differs) return made.map(({ one, run }) => prefixed(one, `${id} (${run.called})`));
  return [...byId.values()].map((same) =>
    prefixed({ ...same[0]!.one, steps: same.flatMap(({ one }) => one.steps) }, id),
  );
}

/** A job whose needs are called otherwise. */
export function needing(job: PipelineJob, called: (need: string) => readonly string[]): PipelineJob {
  return {
    ...job,
    needs: job.needs.flatMap(called),
    ...(job.minds === undefined ? {} : { minds: job.minds.flatMap(called) }),
    ...(job.passesOver === undefined ? {} : { passesOver: job.passesOver.flatMap(called) }),
  };
}

/** What the runs of a job give to the names of its matrix in a text; one that some runs do not have is empty there. */
export function runsFor(asking: Value | undefined, job: Value): readonly Row[] {
  const names = [
    ...new Set([...(textOf(asking) ?? '').matchAll(/\bmatrix\.([\w-]+)/g)].map(([, name]) => name!)),
  ];
  const matrix = member(member(job, 'strategy'), 'matrix');
  if (names.length === 0 || matrix?.kind !== 'object') return [];
  const isListed = [...matrix.members.keys()].every((key) => key === 'include');
  const items = itemsOf(matrix.members.get('include'));
  if (!isListed || items.some(({ kind }) => kind !== 'object')) return rowsOf(names, job) ?? [];
  return items.map((item) => new Map(names.map((name) => [name, keptOf(member(item, name)) ?? ''] as const)));
}

type Row = ReadonlyMap<string, string | boolean>;

/** What names of the matrix stand for, one run after another; nothing where not all of it is written. */
function rowsOf(names: readonly string[], job: Value): readonly Row[] | undefined {
  const matrix = member(member(job, 'strategy'), 'matrix');
  if (matrix?.kind !== 'object' || matrix.open !== undefined || matrix.members.has('exclude'))
    return undefined;
  const more = matrix.members.get('include');
  if (more !== undefined && (more.kind !== 'list' || more.open !== undefined)) return undefined;
  let rows: readonly Row[] = [new Map()];
  const own = names.filter((name) => matrix.members.has(name));
  for (const name of own) {
    const list = matrix.members.get(name)!;
    if (list.kind !== 'list' || list.open !== undefined) return undefined;
    const values = list.items.map((item) => rowOf(name, item));
    if (values.length === 0 || values.some((value) => value === undefined)) return undefined;
    rows = rows.flatMap((row) => values.map((value): Row => new Map([...row, ...value!])));
    if (rows.length > MOST) return undefined;
  }
  const included = itemsOf(more).flatMap((item) => {
    const said = names.flatMap((name) => {
      const value = member(item, name);
      return value === undefined ? [] : [rowOf(name, value)];
    });
    return said.length === 0 ? [] : [said];
  });
  if (included.flat().some((row) => row === undefined)) return undefined;
  // What is added to runs that are there is told apart from a run of its own only where all names are given.
  if (own.length > 0 && included.some((said) => said.length < names.length)) return undefined;
  const extra = included.map((said): Row => new Map(said.flatMap((row) => [...row!])));
  const all = [...(own.length === 0 ? [] : rows), ...extra];
  const told = new Map(all.map((row) => [JSON.stringify([...row]), row]));
  return told.size === 0 || told.size > MOST ? undefined : [...told.values()];
}

/** What a value gives to a name: itself, or its parts under `name.part`. Nothing where it is not written. */
function rowOf(name: string, value: Value): Row | undefined {
  const kept = keptOf(value);
  if (kept !== undefined) return isComputed(kept) ? undefined : new Map([[name, kept]]);
  if (value.kind !== 'object' || value.open !== undefined) return undefined;
  const parts = [...value.members].map(([part, inner]) => [`${name}.${part}`, keptOf(inner)] as const);
  return parts.some(([, inner]) => isComputed(inner))
    ? undefined
    : new Map(parts.flatMap(([part, inner]) => (inner === undefined ? [] : [[part, inner] as const])));
}

/** A value as an expression sees it: what is no text there, and true or false here, stays that. */
function keptOf(value: Value | undefined): string | boolean | undefined {
  return value?.kind === 'known' && typeof value.value === 'boolean' ? value.value : textOf(value);
}

function isComputed(value: string | boolean | undefined): boolean {
  return typeof value === 'string' && value.includes('${');
}
