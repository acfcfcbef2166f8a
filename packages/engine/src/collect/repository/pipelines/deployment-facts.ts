import { inCode } from '../../../model/origin.ts';
import { unknown } from '../../../model/value.ts';
import { openList, type Plain, placeIn, written } from '../fact.ts';
import { seenBy } from './beside.ts';
import type { Command, OpenCommand } from './command.ts';
import { fateOf, masked, nothingOf } from './command-facts.ts';
import type { Deployment } from './deployments.ts';
import { type Stage, stageIn, stageToldBy } from './environment-names.ts';
import { type FollowedJob, type FollowedPipeline, type FollowedStep, neededBy } from './followed.ts';
import { asksForSuccess } from './github-outcomes.ts';
import { LeftOut } from './left-out.ts';
import type { PipelineJob, PipelineStep } from './pipeline.ts';
import { isOpen, plainly } from './shell-text.ts';
import { ranBefore } from './workflow-runs.ts';

interface NamedStage {
  readonly name: string;
  readonly of: string;
  readonly stage: Stage;
}

/** The names around a step that say an environment, and what would tell one that is open. */
export interface Names {
  readonly said: readonly NamedStage[];
  readonly open?: string;
}

/** The nearest name around a step that says an environment. */
export function namesOf({ pipeline }: FollowedPipeline, { job }: FollowedJob, { step }: FollowedStep): Names {
  const candidates: readonly (readonly [string | undefined, string])[] = [
    [step.name, 'the step'],
    [job.environment?.name, 'the environment of the job'],
    [job.id, 'the job'],
    [job.name, 'the job'],
    [pipeline.name, 'the pipeline'],
    [
      pipeline.system === 'github-actions'
        ? pipeline.file.slice(pipeline.file.lastIndexOf('/') + 1)
        : undefined,
      'the pipeline',
    ],
  ];
  for (const [name, of] of candidates) {
    // What a matrix or a variable names may be any of them.
    if (name !== undefined && isOpen(name) && of !== 'the step')
      return { said: [], open: `the value that ${of} is given` };
    const read = of === 'the environment of the job' ? stageToldBy : stageIn;
    const stage = name === undefined || isOpen(name) ? undefined : read(name);
    if (stage !== undefined) return { said: [{ name: name!, of, stage }] };
  }
  return { said: [] };
}

/** What a command deploys, with the names that lead to it. */
export function deployPlain(
  command: Command,
  around: Names,
  contextRead: ReadonlySet<string> | undefined,
): Plain {
  const deploys = command.deploys!;
  const at = placeIn(command.file, command.line);
  const scripts = command.names.flatMap((name): readonly NamedStage[] => {
    const stage = isOpen(name) ? undefined : stageIn(name);
    return stage === undefined ? [] : [{ name: plainly(name), of: 'a script', stage }];
  });
  const named = deploys.disagrees === true ? [] : [...scripts, ...around.said].map((one) => ({ ...one }));
  const environments = deploys.claims.map(({ name, from }) => {
    const stage = stageToldBy(name);
    return { name, from, ...(stage === undefined ? {} : { stage }) };
  });
  const handed = deploys.context.filter((pair) => !/:/.test(pair));
  const unread: Plain =
    contextRead === undefined
      ? handed.length === 0
        ? undefined
        : unknown('not-collected', 'which settings the code of the CDK app reads', inCode(at))
      : handed.find((pair) => !contextRead.has(pair.split('=')[0]!));
  return written(
    {
      tool: deploys.tool,
      text: masked(command.text),
      what: deploys.what,
      environments:
        deploys.open === undefined
          ? environments
          : openList(environments, unknown('input-without-value', deploys.open, inCode(at))),
      named:
        around.open === undefined || scripts.length > 0
          ? named
          : openList(named, unknown('unresolved-expression', around.open, inCode(at))),
      region: deploys.region,
      takesEnvironment:
        deploys.isPerhaps === true
          ? unknown(
              'input-without-value',
              'whether the folder that it is given says an environment',
              inCode(at),
            )
          : deploys.open !== undefined || deploys.isDefault === true || undefined,
      ...(deploys.isGiven === true && deploys.isPerhaps !== true ? { given: true } : {}),
      ...(deploys.infrastructure ? { infrastructure: true } : {}),
      state:
        typeof deploys.state === 'object'
          ? unknown('not-collected', deploys.state.open, inCode(at))
          : deploys.state,
      ...(unread === undefined ? {} : { unread }),
    },
    at,
  );
}

function stagesOf({ claims }: Deployment): readonly Stage[] {
  return [...new Set(claims.flatMap(({ name }) => stageToldBy(name) ?? []))];
}

/** The same as a fact: what is given from elsewhere may be any of them. */
function stagesPlain({ deploys, file, line }: Command): Plain {
  const told = stagesOf(deploys!);
  return deploys!.open === undefined
    ? [...told]
    : openList([...told], unknown('input-without-value', deploys!.open, inCode(placeIn(file, line))));
}

const TOLD_BEFORE = new Set([
  'test',
  'lint',
  'scan',
  'build',
  'plan',
  'deploy',
  'keep',
  'fetch',
  'smoke',
  'migrate',
  'publish',
]);

/** What runs before a step that deploys, and whether its failure keeps the step from running. */
export function whatCameBefore(
  followed: FollowedPipeline,
  own: FollowedJob,
  index: number,
): { readonly commands: readonly Plain[]; readonly open: readonly OpenCommand[] } {
  const commands: Plain[] = [];
  const told = new Set<string>();
  const open: OpenCommand[] = [];
  const self = own.steps[index]!;
  const first = self.commands.findIndex(({ kind }) => kind === 'deploy');
  const deploying = self.commands[first];
  const leftOut = new LeftOut(followed, own, self, deploying);
  const add = (
    job: FollowedJob,
    steps: readonly FollowedStep[],
    sameJob: boolean,
    regardless: Plain,
    isOfThisRun = true,
  ): void => {
    // A plan that its own job applies is seen by nobody before.
    const applies =
      sameJob || job.steps.some(({ commands: all }) => all.some(({ kind }) => kind === 'deploy'));
    for (const one of steps) {
      if (one.step.neverRuns !== undefined || one.step.afterFailure === true) continue;
      open.push(...one.open);
      const ofStep = isOfThisRun ? leftOut.of(job, one) : undefined;
      const uncounted = isOfThisRun ? leftOut.uncounted(job, one) : undefined;
      for (const command of one.commands) {
        if (!TOLD_BEFORE.has(command.kind) || (command.kind === 'plan' && applies)) continue;
        const mayMiss = ofStep ?? (isOfThisRun ? leftOut.byScript(job, one, command) : undefined);
        // Where a failure counts is asked apart, for the runs that this step is part of.
        const ofJob = isOfThisRun ? countedAlways(sameJob ? withoutMayFail(job.job) : job.job) : job.job;
        const fate = fateOf(command, isOfThisRun ? { ...one, step: countedAlways(one.step) } : one, {
          job: ofJob,
          steps: sameJob ? own.steps.slice(0, index) : job.steps,
        });
        const cannotFail =
          (typeof fate === 'string' ? fate : (uncounted ?? fate)) ??
          (one.step.passedBy === undefined
            ? undefined
            : `what comes after it runs all the same (${one.step.passedBy})`) ??
          (typeof regardless === 'string'
            ? `what comes after it runs all the same (${regardless})`
            : regardless);
        // The same for each of many steps is told once.
        const key = [
          command.kind,
          command.text,
          sameJob,
          command.deploys === undefined ? '' : stagesOf(command.deploys),
          mayMiss === undefined,
        ].join('\n');
        if (told.has(key) && cannotFail === undefined) continue;
        told.add(key);
        commands.push(
          written(
            {
              kind: command.kind,
              text: masked(command.text),
              ...(sameJob ? { sameJob } : {}),
              ...(cannotFail === undefined ? {} : { cannotFail }),
              ...(mayMiss === undefined ? {} : { leftOut: mayMiss }),
              ...nothingOf(command),
              ...(command.deploys === undefined ? {} : { stages: stagesPlain(command) }),
            },
            placeIn(command.file, command.line),
          ),
        );
      }
    }
  };
  const started = ranBefore(followed, own, own.steps[index]);
  open.push(...started.open);
  for (const { job, regardless } of started.jobs) add(job, job.steps, false, regardless, false);
  const step = own.steps[index]!.step;
  for (const { job, regardless } of neededBy(followed, own.job))
    if (job.job.neverRuns === undefined) add(job, job.steps, false, regardless);
  for (const [place, one] of own.steps.slice(0, index).entries()) {
    const isAsked = asksForSuccess(step, one.step);
    const asked = isAsked ? { ...one, step: asItEnds(one.step) } : one;
    const isMinded = isAsked || step.minds?.has(place) === true;
    add(own, [asked], true, isMinded ? undefined : step.regardless);
  }
  // What cannot be followed on its way to the deployment may be a test, too.
  const ahead = self.open.filter(
    (one) =>
      deploying !== undefined &&
      one.isOfDeployment !== true &&
      !(one.file === deploying.file && one.line > deploying.line),
  );
  const earlier = seenBy(deploying, self.commands.slice(0, Math.max(first, 0)));
  add(own, [{ ...self, open: ahead, commands: earlier }], true, undefined);
  return { commands, open };
}

/** A step as it ends by itself: `outcome` tells that, whatever its failure counts for. */
function asItEnds({ mayFail: _, countsWhere: __, ...step }: PipelineStep): PipelineStep {
  return step;
}

function countedAlways<T extends { readonly countsWhere?: string }>(one: T): Omit<T, 'countsWhere'> {
  const { countsWhere: _, ...rest } = one;
  return rest;
}

function withoutMayFail(job: PipelineJob): PipelineJob {
  const { mayFail: _, ...rest } = job;
  return rest;
}
