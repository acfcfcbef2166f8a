import type { Location } from '../../../model/origin.ts';
import { inCode } from '../../../model/origin.ts';
import { unknown } from '../../../model/value.ts';
import { fact, linkTo, openList, type Plain, placeIn, type RepositoryFact, written } from '../fact.ts';
import type { UnseenFacts } from '../reader.ts';
import type { Command, OpenCommand } from './commands.ts';
import type { Deployment } from './deployments.ts';
import { type Stage, stageIn } from './environment-names.ts';
import type { Pipeline, PipelineJob, PipelineStep } from './pipeline.ts';
import { type Fate, isOpen, plainly } from './shell-run.ts';

/** A step with what it finally runs. */
export interface FollowedStep {
  readonly step: PipelineStep;
  readonly commands: readonly Command[];
  readonly open: readonly OpenCommand[];
}

export interface FollowedJob {
  readonly job: PipelineJob;
  readonly steps: readonly FollowedStep[];
}

export interface FollowedPipeline {
  readonly pipeline: Pipeline;
  readonly jobs: readonly FollowedJob[];
  /** Names that settings of the CDK's app are read by; nothing where not all of its code was read. */
  readonly contextRead: ReadonlySet<string> | undefined;
}

/** The facts of one pipeline. */
export function factsOfPipeline(followed: FollowedPipeline): readonly RepositoryFact[] {
  const { pipeline, jobs } = followed;
  return [
    workflowFact(followed),
    ...jobs.map((job) => jobFact(pipeline, job)),
    ...jobs.flatMap((own) => stepFacts(followed, own)),
  ];
}

function workflowFact({ pipeline, jobs }: FollowedPipeline): RepositoryFact {
  const { file, at, credentials, credentialsOpen } = pipeline;
  const usesCloud = jobs.some(
    ({ job, steps }) =>
      job.neverRuns === undefined &&
      steps.some(({ step, commands }) => step.neverRuns === undefined && commands.some(callsCloud)),
  );
  const named = credentials.map(({ kind, name, job, at: place }) => written({ kind, name, job }, place));
  const actions = pipeline.actions.map(({ at: place, ...action }) => written({ ...action }, place));
  const jobsOf = pipeline.jobs.map(({ id, neverRuns, permissions, at: place }) =>
    written(
      {
        id,
        neverRuns,
        ...(permissions === undefined
          ? {}
          : permissions.all === undefined
            ? { scopes: permissions.scopes.map((one) => written({ ...one }, permissions.at)) }
            : { permissions: written(permissions.all, permissions.at) }),
      },
      place,
    ),
  );
  const openSteps = jobs
    .flatMap(({ job, steps }) => (job.neverRuns === undefined ? steps : []))
    .flatMap(({ step, open: unseen }) => (step.neverRuns === undefined ? unseen : []))
    .find(({ ofOthers }) => ofOthers !== true);
  // Settings of the host matter where something calls the account.
  const actionsOpen = pipeline.open ?? pipeline.actionsOpen;
  const open = pipeline.open ?? (usesCloud || openSteps !== undefined ? credentialsOpen : undefined);
  return fact({
    type: 'Repository::Workflow',
    address: file,
    at,
    properties: {
      path: file,
      system: pipeline.system,
      name: pipeline.name,
      triggers: pipeline.triggers.map(({ event, branches, at: place }) =>
        written({ event, ...(branches === undefined ? {} : { branches }) }, place),
      ),
      disabled: pipeline.disabled,
      jobs:
        pipeline.open === undefined
          ? jobsOf
          : openList(jobsOf, unknown('not-readable', pipeline.open, inCode(at))),
      actions:
        actionsOpen === undefined
          ? actions
          : openList(actions, unknown('not-readable', actionsOpen, inCode(at))),
      credentials: open === undefined ? named : openList(named, unknown('not-collected', open, inCode(at))),
      ...(usesCloud
        ? { usesCloud }
        : openSteps === undefined
          ? {}
          : {
              usesCloud: unknown(
                'not-collected',
                openSteps.decidedBy,
                inCode(placeIn(openSteps.file, openSteps.line)),
              ),
            }),
    },
  });
}

const CLOUD =
  /^(aws|cdk|sam|terraform|tofu|terragrunt|serverless|pulumi|sst|copilot|eb|chalice|amplify|ampx|zappa|cdktf)$/;

function callsCloud({ words, kind, deploys }: Command): boolean {
  if (deploys !== undefined && kind === 'deploy') return true;
  const [program = ''] = words;
  return CLOUD.test(program) && (kind === 'deploy' || kind === 'plan' || program === 'aws');
}

function jobAddress(pipeline: Pipeline, id: string): string {
  return `${pipeline.file} ${id}`;
}

function jobFact(pipeline: Pipeline, own: FollowedJob): RepositoryFact {
  const { job } = own;
  return fact({
    type: 'Repository::Job',
    address: jobAddress(pipeline, job.id),
    at: job.at,
    properties: {
      workflow: linkTo('Repository::Workflow', pipeline.file, pipeline.at),
      id: job.id,
      name: told(job.name, job.at),
      needs: job.needs.map((need) => linkTo('Repository::Job', jobAddress(pipeline, need), job.at, need)),
      environment: job.environment === undefined ? undefined : told(job.environment.name, job.environment.at),
      condition: job.condition,
      runsOn: told(job.runsOn, job.at),
      image:
        job.image === undefined
          ? job.open === undefined
            ? undefined
            : unknown('not-collected', job.open, inCode(job.at))
          : told(job.image.name, job.image.at),
      neverRuns: job.neverRuns,
      mayFail: job.mayFail,
      waits: job.manual,
      checks: checksOf(pipeline, own),
    },
  });
}

const CHECKS = new Set(['test', 'lint', 'smoke', 'migrate']);

function checksOf(pipeline: Pipeline, own: FollowedJob): Plain {
  const running = own.steps.filter(
    (one) => neverRunsOf(pipeline, own.job, one) === undefined && one.step.afterFailure !== true,
  );
  const found = running.flatMap((one) =>
    one.commands
      .filter(({ kind }) => CHECKS.has(kind))
      .map((command) => {
        const cannotFail = fateOf(command, one, own);
        return written(
          {
            kind: command.kind,
            text: masked(command.text),
            ...(cannotFail === undefined ? {} : { cannotFail }),
            ...(command.nothing === undefined ? {} : { nothing: true }),
          },
          placeIn(command.file, command.line),
        );
      }),
  );
  return listOfCommands(
    found,
    running.flatMap(({ open }) => open),
    own.job.at,
  );
}

/** A text that may have parts that nobody knows. */
function told(text: string | undefined, at: Location): Plain {
  if (text === undefined) return undefined;
  return isOpen(text) || /\$\{?\w/.test(text)
    ? unknown('unresolved-expression', `the value of ${plainly(text)}`, inCode(at))
    : written(text, at);
}

function stepFacts(followed: FollowedPipeline, own: FollowedJob): readonly RepositoryFact[] {
  const { pipeline } = followed;
  const { job, steps } = own;
  return steps.flatMap((one, index) => {
    const { step, commands, open } = one;
    const address = `${jobAddress(pipeline, job.id)}: ${shortName(one)}`;
    const common = {
      workflow: linkTo('Repository::Workflow', pipeline.file, pipeline.at),
      job: linkTo('Repository::Job', jobAddress(pipeline, job.id), job.at, job.id),
      events: pipeline.triggers.map(({ event, at }) => written(event, at)),
      neverRuns: neverRunsOf(pipeline, job, one),
    };
    const itself = fact({
      type: 'Repository::Step',
      address,
      at: step.at,
      properties: {
        ...common,
        system: pipeline.system,
        name: told(step.name, step.at),
        uses: step.uses,
        commands: listOfCommands(
          commands.map((command) => commandPlain(command, one, own)),
          open,
          step.at,
        ),
      },
    });
    const deploying = step.afterFailure === true ? [] : commands.filter(({ kind }) => kind === 'deploy');
    if (deploying.length === 0) return [itself];
    const before = whatCameBefore(followed, own, index);
    const names = namesOf(followed, own, one);
    const deployment = fact({
      type: 'Repository::Deployment',
      address,
      at: step.at,
      properties: {
        ...common,
        deploys: deploying.map((command) => deployPlain(command, names, followed.contextRead)),
        before: listOfCommands(before.commands, before.open, step.at),
        environment:
          job.environment === undefined ? undefined : told(job.environment.name, job.environment.at),
        waits: job.manual ?? byHandOnly(pipeline),
        version: versionOf(followed, own, index, deploying) ?? versionUnseen([...open, ...before.open]),
      },
    });
    return [deployment, itself];
  });
}

function neverRunsOf(pipeline: Pipeline, job: PipelineJob, { step }: FollowedStep): string | undefined {
  return pipeline.disabled ?? job.neverRuns ?? step.neverRuns;
}

function byHandOnly({ triggers }: Pipeline): string | undefined {
  const only = triggers.length > 0 && triggers.every(({ event }) => event === 'workflow_dispatch');
  return only ? 'somebody starts it (workflow_dispatch)' : undefined;
}

function shortName({ step, commands }: FollowedStep): string {
  const text =
    step.name ??
    step.uses?.replace(/@.*$/, '') ??
    step.run?.text.trim().split('\n', 1)[0] ??
    commands[0]?.text ??
    'step';
  const plain = plainly(text).trim();
  return masked(plain.length > 60 ? `${plain.slice(0, 59)}…` : plain);
}

/** A list that goes on where something could not be followed. */
function listOfCommands(items: readonly Plain[], open: readonly OpenCommand[], at: Location): Plain {
  const [first] = open;
  if (first === undefined) return items;
  return openList(
    items,
    unknown(
      'not-collected',
      first.decidedBy,
      inCode(first.file === '' ? at : placeIn(first.file, first.line)),
    ),
  );
}

function fateOf(command: Command, { step }: FollowedStep, { job }: FollowedJob): Plain {
  const outer = step.mayFail ?? job.mayFail;
  return fatePlain(command.fate, outer, placeIn(command.file, command.line));
}

function fatePlain(fate: Fate | undefined, outer: string | undefined, at: Location): Plain {
  if (fate !== undefined && 'swallowed' in fate) return fate.swallowed;
  if (outer !== undefined) return outer;
  return fate === undefined ? undefined : unknown('not-collected', fate.open, inCode(at));
}

function commandPlain(command: Command, step: FollowedStep, job: FollowedJob): Plain {
  const { kind, scans, text, through, nothing, onlyIf, file, line } = command;
  const cannotFail = fateOf(command, step, job);
  return written(
    {
      kind: step.step.afterFailure === true ? 'other' : kind,
      text: masked(text),
      ...(scans === undefined ? {} : { scans: [...scans] }),
      ...(through.length === 0 ? {} : { through: [...through] }),
      ...(cannotFail === undefined ? {} : { cannotFail }),
      ...(nothing === undefined ? {} : { nothing }),
      ...(onlyIf === undefined ? {} : { onlyIf }),
      ...(looksForDrift(command) ? { looksForDrift: true } : {}),
    },
    placeIn(file, line),
  );
}

function looksForDrift({ kind, words }: Command): boolean {
  const said = words.join(' ');
  return (
    kind === 'plan' &&
    /-detailed-exitcode|detect-stack-drift|cdk drift|driftctl|-refresh-only|--expect-no-changes|--fail\b/.test(
      said,
    )
  );
}

/** What looks like a secret in a command stays out of every report. */
export function masked(text: string): string {
  return text
    .replace(/\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/g, 'AKIA…')
    .replace(
      /((?:secret|token|password|passwd|api_?key|access_?key)\w*\s*[=:]\s*["']?)(?![$"'{])[^\s"']+/gi,
      '$1…',
    )
    .replace(/(:\/\/[^\s:/@]+:)[^\s@/]+@/g, '$1…@');
}

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
function namesOf({ pipeline }: FollowedPipeline, { job }: FollowedJob, { step }: FollowedStep): Names {
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
    const stage = name === undefined || isOpen(name) ? undefined : stageIn(name);
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
  const named = [...scripts, ...around.said].map((one) => ({ ...one }));
  const environments = deploys.claims.map(({ name, from }) => {
    const stage = stageIn(name);
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
      ...(deploys.infrastructure ? { infrastructure: true } : {}),
      ...(unread === undefined ? {} : { unread }),
    },
    at,
  );
}

function stagesOf({ claims }: Deployment): readonly Stage[] {
  return [...new Set(claims.flatMap(({ name }) => stageIn(name) ?? []))];
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
function whatCameBefore(
  followed: FollowedPipeline,
  own: FollowedJob,
  index: number,
): { readonly commands: readonly Plain[]; readonly open: readonly OpenCommand[] } {
  const commands: Plain[] = [];
  const told = new Set<string>();
  const open: OpenCommand[] = [];
  const add = (
    job: FollowedJob,
    steps: readonly FollowedStep[],
    sameJob: boolean,
    regardless: string | undefined,
  ): void => {
    // A plan that its own job applies is seen by nobody before.
    const applies =
      sameJob || job.steps.some(({ commands: all }) => all.some(({ kind }) => kind === 'deploy'));
    for (const one of steps) {
      if (one.step.neverRuns !== undefined || one.step.afterFailure === true) continue;
      open.push(...one.open);
      for (const command of one.commands) {
        if (!TOLD_BEFORE.has(command.kind) || (command.kind === 'plan' && applies)) continue;
        const fate = fateOf(command, one, sameJob ? { ...job, job: withoutMayFail(job.job) } : job);
        const cannotFail =
          fate ??
          (regardless === undefined ? undefined : `what comes after it runs all the same (${regardless})`);
        // The same for each of many steps is told once.
        const key = [
          command.kind,
          command.text,
          sameJob,
          command.deploys === undefined ? '' : stagesOf(command.deploys),
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
              ...(command.nothing === undefined ? {} : { nothing: true }),
              ...(command.deploys === undefined ? {} : { stages: [...stagesOf(command.deploys)] }),
            },
            placeIn(command.file, command.line),
          ),
        );
      }
    }
  };
  const needed = neededBy(followed, own.job);
  for (const { job, regardless } of needed)
    if (job.job.neverRuns === undefined) add(job, job.steps, false, regardless);
  const step = own.steps[index]!.step;
  add(own, own.steps.slice(0, index), true, step.regardless);
  const self = own.steps[index]!;
  const first = self.commands.findIndex(({ kind }) => kind === 'deploy');
  add(own, [{ ...self, open: [], commands: self.commands.slice(0, Math.max(first, 0)) }], true, undefined);
  return { commands, open };
}

function withoutMayFail(job: PipelineJob): PipelineJob {
  const { mayFail: _, ...rest } = job;
  return rest;
}

/** The jobs that come before one, each with what lets later ones run although it failed. */
function neededBy(
  { jobs }: FollowedPipeline,
  job: PipelineJob,
): readonly { readonly job: FollowedJob; readonly regardless: string | undefined }[] {
  const found = new Map<string, { job: FollowedJob; regardless: string | undefined }>();
  const visit = (of: PipelineJob, through: string | undefined): void => {
    const regardless = through ?? of.regardless;
    for (const need of of.needs) {
      const one = jobs.find(({ job: { id } }) => id === need);
      if (one === undefined || found.has(need)) continue;
      found.set(need, { job: one, regardless });
      visit(one.job, regardless);
    }
  };
  visit(job, undefined);
  return [...found.values()].reverse();
}

/** What could not be followed may give a version too. */
function versionUnseen([first]: readonly OpenCommand[]): Plain {
  if (first === undefined) return undefined;
  return unknown('not-collected', first.decidedBy, inCode(placeIn(first.file, first.line)));
}

/** The commit or version that reaches what is deployed: on the command itself, or on what this job or those before it build. */
function versionOf(
  followed: FollowedPipeline,
  own: FollowedJob,
  index: number,
  deploying: readonly Command[],
): Plain {
  const direct = deploying.flatMap(({ deploys }) => deploys?.version ?? [])[0];
  if (direct !== undefined) return direct;
  const made = (steps: readonly FollowedStep[]) =>
    steps
      .flatMap(({ step, commands }) => (step.neverRuns === undefined ? commands : []))
      .filter(
        ({ kind, output }) =>
          /^(build|keep|publish|fetch|plan)$/.test(kind) ||
          (output !== undefined && !/^\/dev\//.test(output)),
      );
  const here = made(own.steps.slice(0, index + 1));
  const builds = here.some(({ kind }) => kind === 'build' || kind === 'publish');
  const all = builds ? here : [...here, ...neededBy(followed, own.job).flatMap(({ job }) => made(job.steps))];
  return all.flatMap(({ version }) => version ?? [])[0];
}

/** Steps that could not be followed although what they run belongs to the repository: they may deploy. */
export function stepsUnseen({ pipeline, jobs }: FollowedPipeline): readonly UnseenFacts[] {
  return jobs.flatMap(({ job, steps }) =>
    steps.flatMap((one): readonly UnseenFacts[] => {
      const open = one.open.find(
        ({ ofOthers, deploysNothing }) => ofOthers !== true && deploysNothing !== true,
      );
      if (
        open === undefined ||
        neverRunsOf(pipeline, job, one) !== undefined ||
        one.step.afterFailure === true
      )
        return [];
      const what = `${jobAddress(pipeline, job.id)}: ${shortName(one)}`;
      return [
        {
          what,
          why: 'it could not be followed to what it runs',
          decidedBy: open.decidedBy,
          holds: ['Repository::Deployment'],
          file: open.file,
          line: open.line,
        },
      ];
    }),
  );
}
