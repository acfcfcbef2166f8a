import { escaped } from '../../../escaped.ts';
import { bareCondition as bareOfAzure } from './azure-conditions.ts';
import { type Context, counts, evaluateExpression } from './github-expressions.ts';
import { gitlabValues, withPatterns } from './gitlab-rules.ts';
import type { Pipeline, PipelineJob, PipelineStep, Trigger } from './pipeline.ts';
import { OPEN } from './shell-text.ts';
import { asExpression, partsOf } from './travis-conditions.ts';

/** What starts a run, and of what: `refs/heads/main`. A branch that no condition names ends in what is open. */
export interface Occasion {
  readonly event: string;
  readonly ref?: string;
  /** Whether it is of the default branch, whatever that is called. */
  readonly isDefault?: boolean;
}

/** Whether something runs wherever something else does; what would tell is its condition where that is open. */
export type Runs = 'always' | 'open' | 'not';

/** Whether something runs on each occasion on which something else may: by all that must hold for both. */
export function runsWherever(
  pipeline: Pick<Pipeline, 'system' | 'triggers'>,
  asked: readonly string[],
  given: readonly string[],
): Runs {
  const said = new Set(given.flatMap((one) => partsOf(plainOf(one)).parts));
  const more = asked.filter((one) => !partsOf(plainOf(one)).parts.every((part) => said.has(part)));
  if (more.length === 0) return 'always';
  const conditions = [...asked, ...given];
  const answers = occasionsOf(pipeline, conditions)
    .filter(({ event }) => !BY_HAND.test(event))
    .map((occasion) => ({
      isReal:
        occasion.isDefault !== true &&
        (occasion.isDefault === undefined || occasion.ref?.endsWith(OPEN)) &&
        !mayBeNoTag(occasion, conditions),
      does: holdOn(pipeline, given, occasion),
      runs: holdOn(pipeline, more, occasion),
    }))
    .filter(({ does }) => does !== false);
  if (answers.length === 0) return 'open';
  if (answers.every(({ runs }) => runs === true)) return 'always';
  const isWithout = answers.some(({ isReal, does, runs }) => isReal && does === true && runs === false);
  return isWithout || answers.every(({ runs }) => runs === false) ? 'not' : 'open';
}

/** A pipeline with the events at which something of it may run, of those that start it. */
export function eventsOf(pipeline: Pipeline, job: PipelineJob, step: PipelineStep): Pipeline {
  const { triggersOpen, ...known } = pipeline;
  const triggers = job.triggers ?? pipeline.triggers;
  // What asks for a failure may hold at any.
  const conditions = conditionsOf(job, step).filter((condition) => !/\bfail(?:ure|ed)\(/.test(condition));
  if (conditions.length === 0) return { ...pipeline, triggers };
  const mayRun = (occasion: Occasion) => holdOn(pipeline, conditions, occasion) !== false;
  const refs = refsIn(conditions);
  return {
    ...(triggersOpen !== undefined && mayRun({ event: 'cron' }) ? pipeline : known),
    triggers: triggers.filter((trigger) => occasionsAt(trigger, refs).some(mayRun)),
  };
}

/** All that must hold for a step to run: of itself, of its job, and of those that call that. */
export function conditionsOf(job: PipelineJob, step?: PipelineStep): readonly string[] {
  return [job.runsWhere ?? job.condition, ...(job.calledUnder ?? []), step?.condition].filter(
    (condition) => condition !== undefined,
  );
}

/** Whoever starts something by hand knows what runs. */
const BY_HAND = /^(?:workflow_dispatch|repository_dispatch|deployment)$/;
/** What comes with a call from elsewhere. */
const CALLED_AT: readonly Trigger['event'][] = ['push', 'pull_request', 'schedule'];

function occasionsOf(
  { triggers }: Pick<Pipeline, 'triggers'>,
  conditions: readonly string[],
): readonly Occasion[] {
  const refs = refsIn(conditions);
  const each = triggers.flatMap((trigger) =>
    trigger.event === 'workflow_call'
      ? CALLED_AT.map((event): Trigger => ({ event, at: trigger.at }))
      : [trigger],
  );
  const found = each.flatMap((trigger) => occasionsAt(trigger, refs));
  return conditions.some((condition) => condition.includes('CI_DEFAULT_BRANCH'))
    ? found.flatMap((one) =>
        one.event === 'push' ? [true, false].map((isDefault) => ({ ...one, isDefault })) : [one],
      )
    : found;
}

const BRANCH = 'refs/heads/';
const TAG = 'refs/tags/';

/** Branches and tags that conditions name, with one of each that none of them does. */
function refsIn(conditions: readonly string[]): readonly string[] {
  const named = conditions.flatMap((condition) =>
    [...condition.matchAll(/'([^']*)'|"([^"]*)"|=\s*([\w./-]+)/g)].map(
      ([, single, double, bare]) => single ?? double ?? bare ?? '',
    ),
  );
  const texts = new Set(named.map(shortOf));
  return [...texts, OPEN]
    .filter((text) => text !== '')
    .flatMap((text) => (isBranch(text, conditions) ? [BRANCH + text] : [BRANCH + text, TAG + text]));
}

/** Whether a name is one of a branch and of no tag: conditions ask for that very branch, or it is what first branches are called. */
function isBranch(name: string, conditions: readonly string[]): boolean {
  if (conditions.some((condition) => namesTag(condition, name))) return false;
  const asked = new RegExp(
    `=\\s*['"]refs/heads/${escaped(name)}['"]|\\bCI_COMMIT_BRANCH\\s*==\\s*['"]${escaped(name)}['"]`,
  );
  return /^(?:main|master)$/.test(name) || conditions.some((condition) => asked.test(condition));
}

function namesTag(condition: string, name: string): boolean {
  return new RegExp(`refs/tags/${escaped(name)}|tag\\s*==?\\s*['"]?${escaped(name)}\\b`, 'i').test(condition);
}

/** Whether an occasion is of a tag that only a name suggests, which may be one of a branch. */
function mayBeNoTag({ ref }: Occasion, conditions: readonly string[]): boolean {
  if (ref?.startsWith(TAG) !== true || ref.endsWith(OPEN)) return false;
  return !conditions.some((condition) => namesTag(condition, shortOf(ref)));
}

function occasionsAt(trigger: Trigger, refs: readonly string[]): readonly Occasion[] {
  const { event, branches, tags, ignored } = trigger;
  if (/^(?:pull_request|merge_request)$/.test(event)) return [{ event, ref: 'refs/pull/1/merge' }];
  if (event !== 'push') return [{ event }];
  const written = [...prefixed(BRANCH, branches), ...prefixed(TAG, tags)].filter(
    (ref) => !/[*?![+]/.test(ref),
  );
  const isPushed = (ref: string) => {
    const isTag = ref.startsWith(TAG);
    const patterns = isTag ? tags : branches;
    if (ignored !== undefined && patterns === undefined) return !isTag && !ignored.includes(shortOf(ref));
    if (patterns === undefined) return branches === undefined && tags === undefined;
    return patterns.some((pattern) => fits(shortOf(ref), pattern));
  };
  return [...new Set([...refs.filter(isPushed), ...written])].map((ref) => ({ event, ref }));
}

function prefixed(kind: string, names: readonly string[] = []): readonly string[] {
  return names.map((name) => kind + name);
}

/** Whether a branch or a tag may be one that a pattern means; what no condition names may be any of those. */
function fits(name: string, pattern: string): boolean {
  if (!/[*?![+]/.test(pattern)) return name === pattern;
  if (name === OPEN || /[?![+]/.test(pattern)) return true;
  const parts = pattern.split(/(\*+)/).map((part) => {
    if (part === '*') return '[^/]*';
    return part.startsWith('*') ? '.*' : escaped(part);
  });
  return new RegExp(`^${parts.join('')}$`).test(name);
}

/** Whether all of some conditions hold on an occasion on which all went well so far; nothing where that is open. */
function holdOn(
  { system }: Pick<Pipeline, 'system'>,
  conditions: readonly string[],
  occasion: Occasion,
): boolean | undefined {
  const answers = conditions.map((condition): boolean | undefined => {
    switch (system) {
      case 'github-actions':
        return counts(evaluateExpression(plainOf(condition), ofGithub(occasion)));
      case 'azure-pipelines':
        return counts(evaluateExpression(bareOfAzure(condition), ofAzure(occasion)));
      case 'travis-ci':
        return counts(evaluateExpression(asExpression(condition), ofTravis(occasion)));
      case 'gitlab-ci': {
        const values = gitlabValues(occasion);
        return counts(evaluateExpression(withPatterns(condition, values), values));
      }
      default:
        return undefined;
    }
  });
  return answers.includes(false) ? false : answers.includes(undefined) ? undefined : true;
}

function plainOf(condition: string): string {
  return condition.replace(/\$\{\{|\}\}/g, ' ').trim();
}

const shortOf = (ref: string): string => ref.replace(/^refs\/(?:heads|tags)\//, '');

function ofGithub({ event, ref }: Occasion): Context {
  const isRequest = event.startsWith('pull_request');
  return (name) => {
    if (name === 'failure()') return false;
    if (name === 'github.event_name') return event;
    if (name === 'github.ref') return ref;
    if (name === 'github.ref_name') return ref === undefined ? undefined : shortOf(ref);
    if (name === 'github.ref_type' && ref !== undefined && !isRequest)
      return ref.startsWith(TAG) ? 'tag' : 'branch';
    if (/^github\.(?:base_ref|head_ref|event\.pull_request\b.*)$/.test(name) && !isRequest) return '';
    return undefined;
  };
}

function ofAzure({ event, ref }: Occasion): Context {
  const name = (text: string) => text.toLowerCase();
  const reason = { pull_request: 'PullRequest', schedule: 'Schedule', push: 'IndividualCI' }[event];
  return (asked) => {
    switch (name(asked)) {
      case 'variables.build.reason':
        return reason;
      case 'variables.build.sourcebranch':
        return ref;
      case 'variables.build.sourcebranchname':
        return ref === undefined || ref.includes(OPEN) ? undefined : ref.slice(ref.lastIndexOf('/') + 1);
      default:
        if (/^(?:succeeded|succeededorfailed)\(\)$/.test(name(asked))) return true;
        return /^(?:failed|canceled)\(\)$/.test(name(asked)) ? false : undefined;
    }
  };
}

function ofTravis({ event, ref }: Occasion): Context {
  const isTag = ref?.startsWith(TAG) === true;
  return (name) => {
    if (name === 'type') return event;
    if (name === 'tag') return isTag ? shortOf(ref!) : '';
    if (name === 'branch') return event === 'push' ? shortOf(ref!) : undefined;
    return undefined;
  };
}
