import type { Value } from '../../../model/value.ts';
import { itemsOf, member, membersOf, textOf } from '../structured-text.ts';
import { type Context, counts, evaluateExpression, interpolated } from './github-expressions.ts';
import type { PipelineJob, PipelineStep, Trigger } from './pipeline.ts';
import type { Shell } from './shell-ran.ts';
import { isOpen, OPEN } from './shell-text.ts';

export function triggersOf(document: Value | undefined): readonly Trigger[] {
  const on = member(document, 'on') ?? member(document, 'true');
  if (on?.kind === 'object') {
    return [...on.members].map(([event, filter]) => {
      const listed = (name: 'branches' | 'tags' | 'workflows' | 'types') => {
        const texts = itemsOf(member(filter, name)).flatMap((one) => textOf(one) ?? []);
        return texts.length > 0 ? { [name]: texts } : {};
      };
      const by = event === 'workflow_run' ? { ...listed('workflows'), ...listed('types') } : {};
      const ignored = itemsOf(member(filter, 'branches-ignore')).flatMap((one) => textOf(one) ?? []);
      return {
        event,
        at: filter.origin.at,
        ...listed('branches'),
        ...listed('tags'),
        ...(ignored.length === 0 ? {} : { ignored }),
        ...by,
      };
    });
  }
  return itemsOf(on).flatMap((event) => {
    const name = textOf(event);
    return name === undefined ? [] : [{ event: name, at: event.origin.at }];
  });
}

/** The only branches whose pushes start a workflow; nothing where tags start it too, or any branch. */
export function branchesOf(document: Value | undefined): readonly string[] | undefined {
  const push = member(member(document, 'on') ?? member(document, 'true'), 'push');
  if (push === undefined || hasOwn(push, 'tags') || hasOwn(push, 'tags-ignore')) return undefined;
  const branches = itemsOf(member(push, 'branches')).flatMap((one) => textOf(one) ?? []);
  return branches.length > 0 ? branches : undefined;
}

/**
 * A text as an input of a called workflow holds it: a boolean that is false counts as no. A number that is none does too,
 * which the text of it does not tell.
 */
export function asDeclared(input: Value | undefined, text: string): string | boolean | undefined {
  const type = textOf(member(input, 'type'));
  if (type === 'number') return Number(text) === 0 ? undefined : text;
  if (type !== 'boolean') return text;
  return /^(?:true|false)$/i.test(text) ? text.toLowerCase() === 'true' : undefined;
}

/** What an input of a called workflow holds that its caller does not give. */
export function notGiven(input: Value): string | boolean | undefined {
  const given = withoutGift(input);
  if (given !== undefined) return asDeclared(input, given);
  const isEmpty = !hasOwn(input, 'default') && textOf(member(input, 'required')) !== 'true';
  return isEmpty && textOf(member(input, 'type')) === 'boolean' ? false : undefined;
}

/** What an input holds that nobody gives: its default, and nothing without one. */
export function withoutGift(input: Value): string | undefined {
  const given = member(input, 'default');
  if (given !== undefined) return textOf(given);
  const isText = /^(?:string)?$/.test(textOf(member(input, 'type')) ?? '');
  return isText && textOf(member(input, 'required')) !== 'true' ? '' : undefined;
}

export function conditionOf(value: Value | undefined): string | undefined {
  return value === undefined ? undefined : (textOf(value) ?? undefined);
}

/** How something ended that came before: what waits for it is skipped, and what waits for that may run again. */
type Ended = 'failure' | 'skipped';

/** Whether a condition lets something run although what came before, or one of what it needs (`need`), has not ended well. */
export function isAnyway(condition: string | undefined, need?: string, ended: Ended = 'failure'): boolean {
  // Without a word on how others end, it waits for all to end well.
  if (condition === undefined || !/\b(?:always|success|failure|cancelled)\(\)/.test(condition)) return false;
  const after: Context = (name) => {
    if (name === 'failure()') return true;
    if (name === 'success()') return false;
    return name === `needs.${need}.result` ? ended : undefined;
  };
  const asked = bare(condition).replace(ANY_ENDED, (written, asks: string) => {
    if (asks === ended) return 'true';
    return asks === 'failure' ? 'false' : written;
  });
  return counts(evaluateExpression(asked, after)) !== false;
}

/** `contains(needs.*.result, 'failure')` */
const ANY_ENDED = /\bcontains\((?=[^']*\bneeds\b)[^()]*(?:\([^()]*\)[^()]*)*'(\w+)'\s*\)/g;
const ANY_FAILED = new RegExp(ANY_ENDED.source.replace('\\w+', 'failure'), 'g');

function bare(condition: string): string {
  return condition.replace(/\$\{\{|\}\}/g, ' ').replace(/\[\s*'([\w-]+)'\s*\]/g, '.$1');
}

/** Whether something runs although one that it needs was not to run at all: with no word on how others end it does not. */
export function runsWithout(condition: string | undefined, need: string): boolean {
  if (condition === undefined || !/\b(?:always|success|failure|cancelled)\(\)/.test(condition)) return false;
  const asked = bare(condition).replace(ANY_ENDED, (_, ended: string) => String(ended === 'skipped'));
  const skipped: Context = (name) => {
    if (name === 'failure()' || name === 'success()') return false;
    return name === `needs.${need}.result` ? 'skipped' : undefined;
  };
  return counts(evaluateExpression(asked, skipped)) !== false;
}

/** How a job runs whatever came before it, and what it needs and does not run without all the same. */
export function whateverBefore(
  condition: string | undefined,
  needs: readonly string[],
): Pick<PipelineJob, 'regardless' | 'minds' | 'passesOver'> {
  const minds = needs.filter((need) => !isAnyway(condition, need));
  const passesOver = minds.filter((need) => isAnyway(condition, need, 'skipped'));
  return isAnyway(condition) || passesOver.length > 0 ? { regardless: condition!, minds, passesOver } : {};
}

export function variablesOf(envs: readonly (Value | undefined)[], own: Context): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const env of envs)
    for (const [name, value] of membersOf(env)) {
      const text = interpolated(textOf(value) ?? OPEN, own);
      found.set(name, /\$\{GITHUB_\w+\}/.test(text) ? OPEN : text);
    }
  return found;
}

/** Whether a failure counts for nothing, in all runs of a job (`rows`) or only where something holds that is not known here. */
export function mayFail(
  value: Value | undefined,
  why: string,
  own: Context,
  rows: readonly ReadonlyMap<string, string | boolean>[] = [],
): Pick<PipelineStep, 'mayFail' | 'countsWhere'> {
  if (value === undefined) return {};
  const text = textOf(value) ?? '';
  const inRow =
    (row: ReadonlyMap<string, string | boolean>): Context =>
    (name) =>
      row.get(name.replace(/^matrix\./, '')) ?? own(name);
  const contexts = rows.length === 0 ? [own] : rows.map(inRow);
  const answers = contexts.map((context) => counts(evaluateExpression(text, context)));
  if (answers.every((answer) => answer === true)) return { mayFail: why };
  return answers.includes(false) ? {} : { countsWhere: `!(${text.replace(/\$\{\{|\}\}/g, ' ').trim()})` };
}

export function permissionsOf(value: Value | undefined): PipelineJob['permissions'] {
  if (value === undefined) return undefined;
  const text = textOf(value);
  const at = value.origin.at;
  if (text !== undefined) return { all: text, scopes: [], at };
  return {
    scopes: [...membersOf(value)].map(([scope, access]) => ({ scope, access: textOf(access) ?? OPEN })),
    at,
  };
}

export function environmentOf(value: Value | undefined, own: Context): PipelineJob['environment'] {
  return namedBy(value, 'name', own);
}

export function imageOf(value: Value | undefined, own: Context): PipelineJob['image'] {
  return namedBy(value, 'image', own);
}

/** A name by itself or as a member; an empty one, of an input that nothing gives, is none. */
function namedBy(value: Value | undefined, key: 'name' | 'image', own: Context) {
  const named = value?.kind === 'object' ? member(value, key) : value;
  const text = textOf(named);
  const name = text === undefined ? '' : interpolated(text, own);
  return name === '' ? undefined : { name, at: named!.origin.at };
}

/** The folder that a step stands in, as far as it is written. */
export type StandsIn = Pick<PipelineStep, 'folder' | 'openFolder'>;

export function folderFrom(path: string | undefined, own: Context): StandsIn {
  if (path === undefined) return { folder: '.' };
  const text = interpolated(path, own)
    .replace(/^\$\{GITHUB_WORKSPACE\}\/?/, '')
    .replace(/^\.\//, '')
    .replace(/\/+$/, '');
  return isOpen(text)
    ? { folder: undefined, openFolder: { path: text, written: path } }
    : { folder: text || '.' };
}

/** Without a word bash ends at the first failure; with its name it minds those in pipes too. */
export function shellNamed(name: string | undefined): Shell {
  if (name === undefined || name === 'sh') return { errexit: true, pipefail: false };
  if (name === 'bash') return { errexit: true, pipefail: true };
  if (/^(?:ba|z|da)?sh\b/.test(name))
    return { errexit: /\s-\w*e/.test(name), pipefail: /pipefail/.test(name) };
  return { errexit: true, pipefail: true };
}

/** Whether a key is written, and not only perhaps in a part that cannot be read. */
export function hasOwn(value: Value, key: string): boolean {
  return value.kind === 'object' && value.members.has(key);
}

/**
 * Whether a step or a job waits for a failure: `failure() && …`, `needs.deploy.result == 'failure'`, where `!failure()` keeps
 * it from running after one, and `failure() || …` lets it run without one.
 */
export function onlyAfterFailure(condition: string): boolean {
  const asked = bare(condition).replace(ANY_FAILED, 'failure()').replace(NEEDED_FAILED, 'failure()');
  if (!asked.includes('failure()')) return false;
  const nothingFailed: Context = (name) => (name === 'failure()' ? false : undefined);
  return counts(evaluateExpression(asked, nothingFailed)) === false;
}

/** Asks whether a job that is needed has failed. */
const NEEDED_FAILED = /needs\.[\w-]+\.result\s*==\s*'failure'/g;

/** The same job, whose steps wait for a failure where the condition that it runs under does. */
export function heedingFailure(job: PipelineJob, condition: string | undefined): PipelineJob {
  if (condition === undefined || !onlyAfterFailure(condition)) return job;
  return { ...job, steps: job.steps.map((step) => ({ ...step, afterFailure: true })) };
}
