import { type Context, counts, evaluateExpression } from './github-expressions.ts';
import type { PipelineJob } from './pipeline.ts';

/** How something ended that came before: what waits for it is skipped, and what waits for that may run again. */
type Ended = 'Failed' | 'Skipped';

/**
 * Whether something runs although what came before it, or one of what it depends on (`need`), has not ended well: what has a
 * condition waits for nothing that the condition does not ask for. What a template puts into it may.
 */
export function isAnyway(condition: string, need?: string, ended: Ended = 'Failed'): boolean {
  if (onlyAfterFailure(condition)) return false;
  const answer = holds(condition, (asked) => {
    if (asked === undefined) return 'Failed';
    return need !== undefined && asked.includes(need.toLowerCase()) ? ended : undefined;
  });
  return condition.includes('${{') ? answer === true : answer !== false;
}

/** `and(failed(), …)`, where `not(failed())` keeps a step from running after a failure, and `or(failed(), …)` lets it without one. */
export function onlyAfterFailure(condition: string): boolean {
  return ASKS.test(condition) && holds(condition, () => 'Succeeded') === false;
}

/** What a job or a stage runs without, and what it waits for all the same, by what it depends on and how that is called. */
export function whateverBefore(
  condition: string | undefined,
  needs: ReadonlyMap<string, readonly string[]>,
): Pick<PipelineJob, 'regardless' | 'minds' | 'passesOver'> {
  if (condition === undefined || !isAnyway(condition)) return {};
  const minded = [...needs].filter(([name]) => !isAnyway(condition, name));
  const passedOver = minded.filter(([name]) => isAnyway(condition, name, 'Skipped'));
  return {
    regardless: condition,
    minds: minded.flatMap(([, ids]) => ids),
    passesOver: passedOver.flatMap(([, ids]) => ids),
  };
}

const ASKS = /\b(?:succeeded|failed|canceled)\(|\.result\b|\bAgent\.JobStatus\b/i;

/** Whether a condition holds by how what came before it ended: all of it, or those of some names in small letters. */
function holds(
  condition: string,
  ended: (asked: readonly string[] | undefined) => Ended | 'Succeeded' | undefined,
): boolean | undefined {
  const context: Context = (name) => {
    const [, asks, listed = ''] = /^(succeeded|failed)\((.*)\)$/.exec(name) ?? [];
    if (asks !== undefined) {
      const how = ended(listed === '' ? undefined : listed.split(','));
      return how === undefined ? undefined : (asks === 'failed') === (how === 'Failed') && how !== 'Skipped';
    }
    if (name === 'succeededorfailed()') return true;
    if (name === 'canceled()') return false;
    if (/^variables\.Agent\.JobStatus$/i.test(name)) return ended(undefined);
    const of = /^(?:stage)?dependencies\.([\w.-]+)\.result$/i.exec(name)?.[1];
    return of === undefined ? undefined : ended(of.toLowerCase().split('.'));
  };
  return counts(evaluateExpression(bareCondition(condition), context));
}

/** A condition as it is evaluated: what a template puts into it is open. */
export function bareCondition(condition: string): string {
  return condition
    .replace(/'[^']*\$\{\{[^']*'|\$\{\{.*?\}\}/g, ' open ')
    .replace(/\[\s*'([\w.-]+)'\s*\]/g, '.$1');
}

/** Whether something runs although one of what it depends on was not to run at all. */
export function runsWithout(condition: string | undefined): boolean {
  return condition !== undefined && holds(condition, () => 'Skipped') !== false;
}
