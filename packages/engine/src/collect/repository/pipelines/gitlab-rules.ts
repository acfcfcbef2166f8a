import type { Value } from '../../../model/value.ts';
import { itemsOf, member, membersOf, textOf } from '../structured-text.ts';
import type { Context } from './github-expressions.ts';
import type { Occasion } from './occasions.ts';
import { isOpen } from './shell-text.ts';

type Job = ReadonlyMap<string, Value>;

/** What nobody can tell before a run, as which files it changes: the same only where it is written the same. */
function unseen(value: Value, what = ''): string {
  const { file, line } = value.origin.at;
  const said = what === '' ? undefined : textsIn(value);
  return `unseen('${(said === undefined ? `${file}:${line}` : `${what} ${said}`).replace(/['"]/g, '')}')`;
}

/** All texts of a value; nothing where one is not written. */
function textsIn(value: Value): string | undefined {
  const parts =
    value.kind === 'object'
      ? [...value.members].map(([key, one]) => [key, textsIn(one)])
      : value.kind === 'list'
        ? value.items.map((one) => [textsIn(one)])
        : [[textOf(value)]];
  return parts.flat().includes(undefined) ? undefined : parts.flat().join(' ');
}

/**
 * Where a job is part of a run, in the words of expressions; nothing where it always is. The first rule that fits decides, and
 * none of them leaves it out.
 */
export function runsWhere(job: Job, isWhole: boolean): string | undefined {
  const rules = job.get('rules');
  if (rules !== undefined) return byRules(rules, isNotNever);
  const [only, except] = [job.get('only'), job.get('except')];
  if (only === undefined && except === undefined) return isWhole ? undefined : 'branches || tags';
  const isIn = only === undefined ? 'branches || tags' : fits(only, ' && ');
  return except === undefined ? isIn : `(${isIn}) && !(${fits(except, ' || ')})`;
}

/** Whether what a rule fits is run at all. */
export function isNotNever(rule: Value): boolean {
  return textOf(member(rule, 'when')) !== 'never';
}

/** Where the failure of a job counts, as some of its rules let it fail; nothing where they agree. */
export function countsWhere(job: Job): string | undefined {
  const rules = job.get('rules');
  const own = textOf(job.get('allow_failure')) === 'true';
  const mayFail = (rule: Value) => (textOf(member(rule, 'allow_failure')) ?? String(own)) === 'true';
  return rules === undefined || !itemsOf(rules).some(mayFail)
    ? undefined
    : byRules(rules, (rule) => !mayFail(rule));
}

/** Where the first of some rules that fits is one that is wanted. */
export function byRules(rules: Value, isWanted: (rule: Value) => boolean): string {
  const listed = itemsOf(rules).flatMap((rule) => (rule.kind === 'list' ? rule.items : [rule]));
  const isOpenEnded = rules.kind !== 'list' || rules.open !== undefined;
  return listed.reduceRight(
    (rest, rule) =>
      isWanted(rule) ? `(${conditionOf(rule)} || ${rest})` : `(!${conditionOf(rule)} && ${rest})`,
    isOpenEnded ? unseen(rules) : 'false',
  );
}

function conditionOf(rule: Value): string {
  if (rule.kind !== 'object') return unseen(rule);
  const condition = textOf(member(rule, 'if'));
  const parts = [
    ...(condition === undefined ? [] : [`(${asExpression(condition)})`]),
    ...(['changes', 'exists'] as const).flatMap((key) => {
      const files = member(rule, key);
      return files === undefined ? [] : [unseen(files, key)];
    }),
  ];
  return parts.length === 0 ? 'true' : `(${parts.join(' && ')})`;
}

/** A condition of GitLab, where variables begin with `$` and texts stand in either kind of quotes. */
function asExpression(condition: string): string {
  return condition.replace(/"([^"]*)"/g, "'$1'").replace(/\$\{?([A-Za-z_]\w*)\}?/g, '$1');
}

/** The words of `only` and `except` for kinds of references and of runs. */
const KINDS = new Map([
  ['branches', 'branches'],
  ['tags', 'tags'],
  ['merge_requests', "CI_PIPELINE_SOURCE == 'merge_request_event'"],
  ['pushes', "CI_PIPELINE_SOURCE == 'push'"],
  ['schedules', "CI_PIPELINE_SOURCE == 'schedule'"],
  ...['api', 'web', 'triggers', 'pipelines', 'external', 'chat', 'external_pull_requests'].map(
    (kind) => [kind, `CI_PIPELINE_SOURCE == 'by ${kind}'`] as const,
  ),
]);

/** Whether a run is one of those that `only` or `except` tells; its parts must hold all, or one of them. */
function fits(said: Value, joined: ' && ' | ' || '): string {
  const refs = said.kind === 'object' ? member(said, 'refs') : said;
  const variables = said.kind === 'object' ? member(said, 'variables') : undefined;
  const others = [...membersOf(said)].filter(([key]) => !/^(?:refs|variables)$/.test(key));
  const either = (list: Value, told: (text: string) => string) =>
    itemsOf(list)
      .map((one) => {
        const text = textOf(one);
        return text === undefined ? unseen(one) : `(${told(text)})`;
      })
      .join(' || ') || 'false';
  const parts = [
    ...(refs === undefined ? [] : [either(refs, named)]),
    ...(variables === undefined ? [] : [either(variables, asExpression)]),
    ...others.map(([key, value]) => unseen(value, key)),
  ];
  return parts.map((part) => `(${part})`).join(joined) || 'false';
}

/** `main`, `/^release/`, `tags`, `main@acme/shop`: a branch or a tag, and no request. */
function named(written: string): string {
  const kind = KINDS.get(written);
  if (kind !== undefined) return kind;
  const [, pattern, name] = /^(\/.*\/[a-z]*)(?:@.*)?$|^(.*?)(?:@.*)?$/.exec(written)!;
  return `(branches || tags) && ${pattern === undefined ? `REF == '${name}'` : `REF =~ ${pattern}`}`;
}

/** An answer that nobody knows. */
const UNTOLD = 'unseen()';
const PATTERN = /\b([A-Za-z_]\w*)\s*(=~|!~)\s*(?:\/((?:\\.|[^/\\])*)\/([a-z]*)|\w+)/g;

/** Patterns with their answers put in, as expressions know none. */
export function withPatterns(condition: string, values: Context): string {
  return condition.replace(PATTERN, (_, name: string, sign: string, pattern?: string, flags = '') => {
    const value = values(name);
    if (pattern === undefined || typeof value !== 'string' || isOpen(value)) return UNTOLD;
    if (value === '') return String(sign === '!~');
    try {
      return String(new RegExp(pattern, flags.replace(/[^ims]/g, '')).test(value) === (sign === '=~'));
    } catch {
      return UNTOLD;
    }
  });
}

const SOURCES: Readonly<Record<string, string>> = {
  push: 'push',
  merge_request: 'merge_request_event',
  schedule: 'schedule',
};

/** What variables of GitLab hold in a run; those that it does not have are empty. */
export function gitlabValues({ event, ref, isDefault }: Occasion): Context {
  const isRequest = event === 'merge_request';
  const isTag = ref?.startsWith('refs/tags/') === true;
  const name = isRequest ? undefined : ref?.replace(/^refs\/(?:heads|tags)\//, '');
  const isSchedule = event === 'schedule';
  return (asked) => {
    switch (asked) {
      case 'branches':
        return isSchedule ? undefined : !isRequest && !isTag;
      case 'tags':
        return isSchedule ? undefined : isTag;
      case 'REF':
      case 'CI_COMMIT_REF_NAME':
        return name;
      case 'CI_PIPELINE_SOURCE':
        return SOURCES[event];
      case 'CI_COMMIT_BRANCH':
        return isRequest || isTag ? '' : name;
      case 'CI_COMMIT_TAG':
        return isSchedule ? undefined : isTag ? name : '';
      case 'CI_DEFAULT_BRANCH':
        return isDefault === true ? name : DEFAULT;
      case 'CI_MERGE_REQUEST_ID':
      case 'CI_MERGE_REQUEST_IID':
        return isRequest ? 'its number' : '';
      default:
        return asked.startsWith('CI_MERGE_REQUEST_') && !isRequest ? '' : undefined;
    }
  };
}

/** Stands for the name of the default branch where a run is of another one. */
const DEFAULT = 'the default branch';
