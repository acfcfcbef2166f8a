import { inCode } from '../../../model/origin.ts';
import { unknown } from '../../../model/value.ts';
import type { Plain } from '../fact.ts';
import type { OpenCommand } from './command.ts';
import { type FollowedJob, type FollowedPipeline, type FollowedStep, neededBy } from './followed.ts';
import { type Context, counts, evaluateExpression } from './github-expressions.ts';
import type { Trigger } from './pipeline.ts';
import { isOpen } from './shell-text.ts';

/** The jobs of the workflows whose end starts a step (`on: workflow_run`), each with what lets it run although they failed. */
export interface RanBefore {
  readonly jobs: readonly { readonly job: FollowedJob; readonly regardless: Plain }[];
  readonly open: readonly OpenCommand[];
}

const NOTHING: RanBefore = { jobs: [], open: [] };

/** What workflows ran before a step because their end starts its own. */
export function ranBefore(
  followed: FollowedPipeline,
  own: FollowedJob,
  one?: FollowedStep,
  met: readonly string[] = [],
): RanBefore {
  const { triggers, file } = followed.pipeline;
  const trigger = triggers.find(({ event }) => event === 'workflow_run');
  if (trigger?.workflows === undefined || met.includes(file)) return NOTHING;
  if (trigger.types?.includes('completed') === false) return NOTHING;
  const conditions = conditionsOf(followed, own, one);
  // What something else starts too has none of them before it then.
  const others = triggers.filter(({ event }) => !/^workflow_(?:run|dispatch|call)$/.test(event));
  if (others.some(({ event }) => holds(conditions, started(event)) !== false)) return NOTHING;
  const named = trigger.workflows.map((name) => ({ name, found: workflowNamed(name, followed) }));
  const missing = named.find(({ found }) => found === undefined);
  if (missing !== undefined) {
    const { line } = trigger.at;
    return {
      jobs: [],
      open: [
        {
          decidedBy: `what the workflow ${missing.name} runs, which is not here`,
          deploysNothing: true,
          file,
          line,
        },
      ],
    };
  }
  const runs = named.map(({ name, found }) => ({
    ran: found!,
    jobs: jobsThatRan(found!, conditions, own),
    regardless: regardlessOf(name, found!, trigger, conditions, followed, own, one),
  }));
  // The end of each of several starts it: only what all of them do is done before it.
  const everywhere = runs
    .map(({ jobs }) => new Set(jobs.flatMap(({ steps }) => steps.flatMap(kindsIn))))
    .reduce((all, kinds) => all.intersection(kinds));
  return {
    jobs: runs.flatMap(({ ran, jobs, regardless }) => [
      ...earlier(ran, followed, [...met, file]).map((before) => ({
        job: before.job,
        regardless: regardless ?? before.regardless,
      })),
      ...jobs.map((job) => ({
        job: runs.length === 1 ? job : { ...job, steps: job.steps.map((step) => only(step, everywhere)) },
        regardless,
      })),
    ]),
    open: [],
  };
}

function kindsIn({ commands }: FollowedStep): readonly string[] {
  return commands.map(({ kind }) => kind);
}

function only(step: FollowedStep, kinds: ReadonlySet<string>): FollowedStep {
  return { ...step, commands: step.commands.filter(({ kind }) => kinds.has(kind)) };
}

/** By its name, or by its path where it gives itself none. */
function workflowNamed(name: string, { others = [] }: FollowedPipeline): FollowedPipeline | undefined {
  return others.find(
    ({ pipeline }) =>
      pipeline.system === 'github-actions' &&
      pipeline.disabled === undefined &&
      (pipeline.name ?? pipeline.file) === name,
  );
}

/** What ran before the workflow itself, where each of its jobs waits for that. */
function earlier(
  ran: FollowedPipeline,
  { others }: FollowedPipeline,
  met: readonly string[],
): RanBefore['jobs'] {
  const each = ran.jobs
    .filter(({ job }) => job.neverRuns === undefined)
    .map(
      (job) => ranBefore({ ...ran, ...(others === undefined ? {} : { others }) }, job, undefined, met).jobs,
    );
  if (each.some((jobs) => jobs.length === 0)) return [];
  return each.find((jobs) => jobs.some(({ regardless }) => regardless !== undefined)) ?? each[0] ?? [];
}

const OF_REQUESTS = /^pull_request(?:_target)?$/;

/** The jobs of a workflow that run when its end may start this one, unless it tests other code than this one takes. */
function jobsThatRan(
  { pipeline, jobs }: FollowedPipeline,
  conditions: readonly string[],
  own: FollowedJob,
): readonly FollowedJob[] {
  const tested = takesWhatRan(own);
  const events = pipeline.triggers
    .map(({ event }) => event)
    .filter(
      (event) =>
        event !== 'workflow_call' &&
        (tested || !OF_REQUESTS.test(event)) &&
        holds(conditions, afterRun('success', event)) !== false,
    );
  const runs = (condition: string | undefined) =>
    condition === undefined || events.some((event) => holds([condition], started(event)) !== false);
  if (events.length === 0) return [];
  return jobs
    .filter(({ job }) => job.neverRuns === undefined && runs(job.condition))
    .map((job) => ({ ...job, steps: job.steps.filter(({ step }) => runs(step.condition)) }));
}

/** Ends that are no success. */
const FAILED = ['failure', 'timed_out', 'cancelled', 'startup_failure'];
/** What a run has that has only begun, which starts others too where they do not wait for its end. */
const NOT_ENDED = '';

/** How a step runs although the workflow before it failed; nothing where it asks how that ended. */
function regardlessOf(
  name: string,
  ran: FollowedPipeline,
  trigger: Trigger,
  conditions: readonly string[],
  followed: FollowedPipeline,
  own: FollowedJob,
  one: FollowedStep | undefined,
): Plain {
  const at = inCode(trigger.at);
  const isAtEnd = trigger.types?.every((type) => type === 'completed') === true;
  const answers = (isAtEnd ? FAILED : [...FAILED, NOT_ENDED]).map((conclusion) =>
    holds(conditions, afterRun(conclusion)),
  );
  if (answers.some((answer) => answer !== false)) {
    const asks =
      !answers.includes(true) &&
      conditions.some((condition) => /workflow_run|needs\.|steps\.|env\./.test(condition));
    return asks || stepsAsk(followed, own, one)
      ? unknown('not-collected', `whether it runs after ${name} has failed`, at)
      : `workflow_run, however ${name} ended`;
  }
  const mayBeRequest =
    trigger.branches === undefined &&
    !takesWhatRan(own) &&
    ran.pipeline.triggers.some(
      ({ event }) => OF_REQUESTS.test(event) && holds(conditions, afterRun('success', event)) !== false,
    );
  return mayBeRequest
    ? unknown(
        'not-collected',
        `whether it runs after ${name} has tested a pull request, which is other code`,
        at,
      )
    : undefined;
}

/** Whether a step before it looks how something ended. */
function stepsAsk(followed: FollowedPipeline, own: FollowedJob, one: FollowedStep | undefined): boolean {
  const here = one === undefined ? own.steps : own.steps.slice(0, own.steps.indexOf(one) + 1);
  const before = neededBy(followed, own.job).flatMap(({ job }) => job.steps);
  return [...before, ...here].some(
    ({ step }) =>
      /\bworkflow_run\b/.test(step.condition ?? '') ||
      /\bsuccess\b|\bconclusion\b/.test(step.run?.text ?? ''),
  );
}

/** Whether a job takes the commit, or what was made of it, of the run that started it. */
function takesWhatRan({ steps }: FollowedJob): boolean {
  return steps.some(
    ({ step: { uses = '', inputs, run } }) =>
      (/^actions\/checkout@/.test(uses) && isOpen(inputs.get('ref') ?? '')) ||
      /^dawidd6\/action-download-artifact@/.test(uses) ||
      (/^actions\/download-artifact@/.test(uses) && inputs.has('run-id')) ||
      /\bgit (?:checkout|reset|switch)\b.*[\uFFFC\uFFFD$]/.test(run?.text ?? ''),
  );
}

/** All that must hold for a step to run: of itself, its job, those that call that, and those that it needs. */
function conditionsOf(
  followed: FollowedPipeline,
  own: FollowedJob,
  one: FollowedStep | undefined,
): readonly string[] {
  // A job whose condition does not hold is skipped.
  const needed = neededBy(followed, own.job).filter(({ passedOver }) => passedOver === undefined);
  return [own.job, ...needed.map(({ job }) => job.job)]
    .flatMap(({ condition, calledUnder = [] }) => [condition, ...calledUnder])
    .concat(one?.step.condition)
    .filter((condition) => condition !== undefined);
}

/** Whether all of some conditions hold; nothing where that is open. */
function holds(conditions: readonly string[], context: Context): boolean | undefined {
  const answers = conditions.map((condition) =>
    counts(evaluateExpression(condition.replace(/\$\{\{|\}\}/g, ' '), context)),
  );
  return answers.includes(false) ? false : answers.includes(undefined) ? undefined : true;
}

function started(by: string): Context {
  if (by === 'workflow_run') return afterRun('success');
  return (name) => {
    if (name === 'github.event_name') return by;
    return name.startsWith('github.event.workflow_run') ? '' : undefined;
  };
}

/** The end of a run; one of a pull request is of no branch that anybody names. */
function afterRun(conclusion: string, event?: string): Context {
  return (name) => {
    if (name === 'github.event_name') return 'workflow_run';
    if (name === 'github.event.workflow_run.conclusion') return conclusion;
    if (name === 'github.event.action' || name === 'github.event.workflow_run.status') return 'completed';
    if (event === undefined) return undefined;
    if (name === 'github.event.workflow_run.event') return event;
    return OF_REQUESTS.test(event) && name === 'github.event.workflow_run.head_branch' ? '' : undefined;
  };
}
