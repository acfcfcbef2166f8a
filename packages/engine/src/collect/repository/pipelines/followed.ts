import type { Command, OpenCommand } from './command.ts';
import { masked } from './command-facts.ts';
import type { Pipeline, PipelineJob, PipelineStep } from './pipeline.ts';
import { plainly } from './shell-text.ts';

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
  /** All that are there: the end of one may start another. */
  readonly others?: readonly FollowedPipeline[];
  /** Names that settings of the CDK's app are read by; nothing where not all of its code was read. */
  readonly contextRead: ReadonlySet<string> | undefined;
  /** Whether no code of Terraform is in the repository. */
  readonly withoutTerraform?: boolean;
  /** Whether no template is in the repository, and none is named where something is deployed. */
  readonly withoutTemplates?: boolean;
}

export function jobAddress(pipeline: Pipeline, id: string): string {
  return `${pipeline.file} ${id}`;
}

export function neverRunsOf(
  pipeline: Pipeline,
  job: PipelineJob,
  { step }: FollowedStep,
): string | undefined {
  return pipeline.disabled ?? job.neverRuns ?? step.neverRuns;
}

export function shortName({ step, commands }: FollowedStep): string {
  const text =
    step.name ??
    step.uses?.replace(/@.*$/, '') ??
    step.run?.text.trim().split('\n', 1)[0] ??
    commands[0]?.text ??
    'step';
  // First masked: half of a secret is told by its beginning.
  const plain = masked(plainly(text).trim());
  return plain.length > 60 ? `${plain.slice(0, 59)}…` : plain;
}

/** A job that comes before another one. */
export interface Needed {
  readonly job: FollowedJob;
  /** What lets later ones run although it failed. */
  readonly regardless: string | undefined;
  /** What lets them run although it was skipped, because one before it failed. */
  readonly passedOver: string | undefined;
}

/** The jobs that come before one. One way on which their failure counts is enough. */
export function neededBy({ jobs }: FollowedPipeline, job: PipelineJob): readonly Needed[] {
  const found = new Map<string, Needed>();
  const visit = (of: PipelineJob, through: string | undefined): void => {
    for (const need of of.needs) {
      const one = jobs.find(({ job: { id } }) => id === need);
      if (one === undefined) continue;
      const before = found.get(need);
      const isMinded = of.minds?.includes(need) === true;
      const failed = through ?? (isMinded ? undefined : of.regardless);
      const skipped =
        through ?? (isMinded && of.passesOver?.includes(need) !== true ? undefined : of.regardless);
      const regardless = before === undefined ? failed : failed && before.regardless;
      const passedOver = before === undefined ? skipped : skipped && before.passedOver;
      found.set(need, { job: one, regardless, passedOver });
      if (before === undefined || before.passedOver !== passedOver) visit(one.job, passedOver);
    }
  };
  visit(job, undefined);
  return [...found.values()].reverse();
}
