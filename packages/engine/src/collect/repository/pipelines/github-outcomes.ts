import type { FollowedStep } from './followed.ts';
import { type Context, counts, evaluateExpression } from './github-expressions.ts';
import type { PipelineStep } from './pipeline.ts';

/** Whether a step is not run where one before it has failed, as its condition asks how that ended. */
export function asksForSuccess({ condition, place }: PipelineStep, before: PipelineStep): boolean {
  // In a composite action the names of steps are others.
  if (condition === undefined || place?.includes('.') === true) return false;
  return holdsAfterFailure(condition, before) === false;
}

/** Whether the failure of a step that may fail is what a later one fails for: `if: steps.tests.outcome == 'failure'`. */
export function isAnswered(failed: PipelineStep, steps: readonly FollowedStep[]): boolean {
  const place = steps.findIndex(({ step }) => step.at === failed.at);
  return (
    place >= 0 &&
    steps.slice(place + 1).some(({ step, commands }) => {
      if (step.condition === undefined || step.mayFail !== undefined || step.place?.includes('.') === true)
        return false;
      return commands.some(isPlainFailure) && holdsAfterFailure(step.condition, failed) === true;
    })
  );
}

function isPlainFailure({ words: [program, status = '0'], asked }: FollowedStep['commands'][number]) {
  return program === 'exit' && /^[1-9]\d*$/.test(status) && asked === undefined;
}

/** `outcome` is how a step ended, and `conclusion` what `continue-on-error` makes of it. Source: GitHub, Contexts, steps. */
function holdsAfterFailure(
  condition: string,
  { id, mayFail, countsWhere }: PipelineStep,
): boolean | undefined {
  if (id === undefined) return undefined;
  const isExcused = mayFail !== undefined ? true : countsWhere === undefined ? false : undefined;
  const after: Context = (name) => {
    if (name === `steps.${id}.outcome`) return 'failure';
    if (isExcused === undefined) return undefined;
    if (name === `steps.${id}.conclusion`) return isExcused ? 'success' : 'failure';
    if (name === 'failure()') return !isExcused;
    return name === 'success()' ? isExcused : undefined;
  };
  const asked = condition.replace(/\$\{\{|\}\}/g, ' ').replace(/\[\s*'([\w-]+)'\s*\]/g, '.$1');
  return counts(evaluateExpression(asked, after));
}
