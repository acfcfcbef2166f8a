import { inCode } from '../../../model/origin.ts';
import { unknown } from '../../../model/value.ts';
import { fact, linkTo, openList, type Plain, placeIn, type RepositoryFact, written } from '../fact.ts';
import type { Command, OpenCommand } from './command.ts';
import { commandPlain, fateOf, listOfCommands, masked, nothingOf, told } from './command-facts.ts';
import { deployPlain, namesOf, whatCameBefore } from './deployment-facts.ts';
import { versionOf, versionUnseen } from './deployment-versions.ts';
import { stageToldBy } from './environment-names.ts';
import {
  type FollowedJob,
  type FollowedPipeline,
  type FollowedStep,
  jobAddress,
  neverRunsOf,
  shortName,
} from './followed.ts';
import { eventsOf } from './occasions.ts';
import type { Pipeline, PipelineJob, Trigger } from './pipeline.ts';
import { isOpen } from './shell-text.ts';

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
      triggers: startedBy(pipeline, ({ event, branches, at: place }) =>
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
      waits: waitsOf(job),
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
            ...nothingOf(command),
          },
          placeIn(command.file, command.line),
        );
      }),
  );
  return listOfCommands(
    found,
    // What others do fails by itself, unless its failure counts for nothing.
    running.flatMap(({ step, open }) =>
      open.filter(
        ({ ofOthers, isSwallowed }) =>
          ofOthers !== true || isSwallowed === true || (step.mayFail ?? own.job.mayFail) !== undefined,
      ),
    ),
    own.job.at,
  );
}

function stepFacts(followed: FollowedPipeline, own: FollowedJob): readonly RepositoryFact[] {
  const { pipeline } = followed;
  const { job, steps } = own;
  return steps.flatMap((one, index) => {
    const { step, commands, open } = one;
    const address = `${jobAddress(pipeline, job.id)}: ${shortName(one)}`;
    const started = deployedAt(pipeline, job, one);
    const common = {
      workflow: linkTo('Repository::Workflow', pipeline.file, pipeline.at),
      job: linkTo('Repository::Job', jobAddress(pipeline, job.id), job.at, job.id),
      events: startedBy(started, ({ event, at }) => written(event, at)),
      neverRuns: neverRunsOf(pipeline, job, one),
    };
    const itself = fact({
      type: 'Repository::Step',
      address,
      at: step.at,
      properties: {
        ...common,
        events: startedBy(eventsOf(pipeline, job, step), ({ event, at }) => written(event, at)),
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
    const unseen = step.afterFailure === true || common.neverRuns !== undefined ? undefined : mayDeploy(one);
    if (deploying.length === 0 && unseen === undefined) return [itself];
    const before = whatCameBefore(followed, own, index);
    const names = namesOf(followed, own, one);
    // What a workflow of others waits for, and which environment it names, stands there.
    const elsewhere = job.open === undefined ? undefined : unknown('not-collected', job.open, inCode(job.at));
    const deployment = (
      name: string,
      deploys: Plain,
      version: Plain,
      within: readonly OpenCommand[],
      stage?: Plain,
    ) =>
      fact({
        type: 'Repository::Deployment',
        address: name,
        at: step.at,
        properties: {
          ...common,
          deploys,
          before: listOfCommands(before.commands, [...before.open, ...within], step.at),
          environment:
            job.environment === undefined ? elsewhere : told(job.environment.name, job.environment.at),
          waits: waitsOf(job) ?? elsewhere ?? byHandOnly(started),
          version: version ?? versionUnseen([...open, ...before.open]),
          stage,
          ...(followed.withoutTerraform === true ? { withoutTerraform: true } : {}),
          ...(followed.withoutTemplates === true ? { withoutTemplates: true } : {}),
        },
      });
    const known =
      deploying.length === 0
        ? []
        : [
            deployment(
              address,
              deploying.map((command) => deployPlain(command, names, followed.contextRead)),
              versionOf(followed, own, index, deploying),
              [],
            ),
          ];
    const perhaps =
      unseen === undefined
        ? []
        : [
            deployment(
              known.length === 0 ? address : `${address} (the rest)`,
              listOfCommands([], [unseen], step.at),
              undefined,
              // What tests and builds there may be part of what was not seen.
              open,
              stageOfJob(job),
            ),
          ];
    return [...known, ...perhaps, itself];
  });
}

/** What of a step could not be followed and may deploy: it belongs to the repository, or is called a deployment. */
function mayDeploy({ open }: FollowedStep): OpenCommand | undefined {
  return open.find(
    ({ ofOthers, isCalledDeployment, deploysNothing }) =>
      (ofOthers !== true || isCalledDeployment === true) && deploysNothing !== true,
  );
}

/** The kind of environment that a job names: what it runs is for that, whatever it is. */
function stageOfJob({ environment }: PipelineJob): Plain {
  const stage =
    environment === undefined || isOpen(environment.name) ? undefined : stageToldBy(environment.name);
  return stage === undefined ? undefined : written(stage, environment!.at);
}

/** What starts a deployment: what is called may be started by all that its callers are, and hosts know events that no file names. */
function deployedAt(pipeline: Pipeline, job: PipelineJob, { step }: FollowedStep): Pipeline {
  const own = eventsOf(pipeline, job, step);
  const isCalled = pipeline.triggers.some(({ event }) => event === 'workflow_call');
  return isCalled || own.triggers.length === 0 ? pipeline : own;
}

function waitsOf({ manual, mayWait, at }: PipelineJob): Plain {
  return manual ?? (mayWait === undefined ? undefined : unknown('not-collected', mayWait, inCode(at)));
}

function byHandOnly({ triggers }: Pipeline): string | undefined {
  const only = triggers.length > 0 && triggers.every(({ event }) => event === 'workflow_dispatch');
  return only ? 'somebody starts it (workflow_dispatch)' : undefined;
}

/** What starts a pipeline; its host may be told of more. */
function startedBy(
  { triggers, triggersOpen, at }: Pick<Pipeline, 'triggers' | 'triggersOpen' | 'at'>,
  as: (trigger: Trigger) => Plain,
): Plain {
  const told = triggers.map(as);
  return triggersOpen === undefined
    ? told
    : openList(told, unknown('not-collected', triggersOpen, inCode(at)));
}
