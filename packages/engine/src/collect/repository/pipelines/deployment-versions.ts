import { inCode } from '../../../model/origin.ts';
import { unknown } from '../../../model/value.ts';
import { type Plain, placeIn } from '../fact.ts';
import type { Command, OpenCommand } from './command.ts';
import { type FollowedJob, type FollowedPipeline, type FollowedStep, neededBy } from './followed.ts';

/** What could not be followed may give a version too. */
export function versionUnseen([first]: readonly OpenCommand[]): Plain {
  if (first === undefined) return undefined;
  return unknown('not-collected', first.decidedBy, inCode(placeIn(first.file, first.line)));
}

/** The commit or version that reaches what is deployed: on the command itself, or on what this job or those before it build. */
export function versionOf(
  followed: FollowedPipeline,
  own: FollowedJob,
  index: number,
  deploying: readonly Command[],
): Plain {
  const direct = deploying.flatMap(({ deploys }) => deploys?.version ?? [])[0];
  if (direct !== undefined) return direct;
  const here = ofSteps(own.steps.slice(0, index + 1));
  const isOwn =
    here.some(({ command: { kind } }) => kind === 'build' || kind === 'publish') &&
    !here.some(({ command: { kind } }) => kind === 'fetch');
  const before = isOwn
    ? []
    : neededBy(followed, own.job).flatMap(({ job }) => {
        const all = ofSteps(job.steps);
        return handsOn(followed, all)
          ? all.filter(({ command }) => !isVariable(command))
          : all.filter(isOutput);
      });
  const all = [...here, ...before];
  const taken = new Set(
    all.flatMap(({ command: { kind }, step }) => (CARRIES.test(kind) ? (step.step.takes ?? []) : [])),
  );
  const reaching = all.filter((one) =>
    isOutput(one)
      ? taken.has(nameWritten(one.command) ?? '')
      : MAKES.test(one.command.kind) || writes(one.command),
  );
  return reaching.flatMap(({ command: { version } }) => version ?? [])[0];
}

/** What makes, stores or brings what is deployed. */
const MAKES = /^(?:build|keep|publish|fetch|plan)$/;

/** What takes a version along where it is given one. */
const CARRIES = /^(?:build|keep|publish|plan|deploy)$/;

interface Placed {
  readonly step: FollowedStep;
  readonly command: Command;
}

function ofSteps(steps: readonly FollowedStep[]): readonly Placed[] {
  return steps.flatMap((step) =>
    step.step.neverRuns === undefined ? step.commands.map((command) => ({ step, command })) : [],
  );
}

/** Jobs of GitHub begin with an empty machine each: only what one publishes or keeps comes to another. */
function handsOn({ pipeline }: FollowedPipeline, all: readonly Placed[]): boolean {
  return (
    pipeline.system !== 'github-actions' ||
    all.some(({ command: { kind } }) => /^(?:keep|publish|deploy)$/.test(kind))
  );
}

function isOutput({ command: { output } }: Placed): boolean {
  return output !== undefined && /GITHUB_OUTPUT/.test(output);
}

/** Set for the steps that follow in the same job. */
function isVariable({ output }: Command): boolean {
  return output !== undefined && /GITHUB_ENV/.test(output);
}

function writes({ output }: Command): boolean {
  return output !== undefined && !/^\/dev\/|GITHUB_STEP_SUMMARY/.test(output);
}

/** The output that a command writes: `echo "image=…" >> "$GITHUB_OUTPUT"`. */
function nameWritten({ text }: Command): string | undefined {
  return /["'\s]([\w-]+)=/.exec(text)?.[1];
}
