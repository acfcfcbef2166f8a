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
  const plain = plainly(text).trim();
  return masked(plain.length > 60 ? `${plain.slice(0, 59)}…` : plain);
}

/** The jobs that come before one, each with what lets later ones run although it failed. */
export function neededBy(
  { jobs }: FollowedPipeline,
  job: PipelineJob,
): readonly { readonly job: FollowedJob; readonly regardless: string | undefined }[] {
  const found = new Map<string, { job: FollowedJob; regardless: string | undefined }>();
  const visit = (of: PipelineJob, through: string | undefined): void => {
    for (const need of of.needs) {
      const regardless = through ?? (of.minds?.includes(need) === true ? undefined : of.regardless);
      const one = jobs.find(({ job: { id } }) => id === need);
      const before = found.get(need);
      // One way on which its failure counts is enough.
      if (
        one === undefined ||
        (before !== undefined && (before.regardless === undefined || regardless !== undefined))
      )
        continue;
      found.set(need, { job: one, regardless });
      visit(one.job, regardless);
    }
  };
  visit(job, undefined);
  return [...found.values()].reverse();
}
