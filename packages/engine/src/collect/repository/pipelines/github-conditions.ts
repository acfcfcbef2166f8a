import type { Value } from '../../../model/value.ts';
import { member, textOf } from '../structured-text.ts';
import { type Context, counts, evaluateExpression, PARTLY } from './github-expressions.ts';
import type { Handed } from './github-outputs.ts';
import type { PipelineStep } from './pipeline.ts';
import { isOpen } from './shell-text.ts';

/** What an input holds; nothing where it is not known. */
export type Given = string | boolean | undefined;

export interface Caller {
  readonly events: readonly string[];
  readonly inputs: ReadonlyMap<string, Given>;
  readonly branches: readonly string[] | undefined;
  readonly depth: number;
  /** What starts it gives no inputs: they are empty. */
  readonly withoutInputs?: true;
  /** Inputs of which only some parts are known. */
  readonly partly?: ReadonlyMap<string, string>;
  /** The outputs that inputs stand for. */
  readonly handed?: Handed;
  /** What names of a matrix stand for in one run of a job. */
  readonly matrix?: ReadonlyMap<string, string | boolean>;
}

/** Why a condition never holds, asked for each event that starts the workflow. */
export function neverRuns(condition: string | undefined, caller: Caller, own: Context): string | undefined {
  if (condition === undefined || caller.events.length === 0) return undefined;
  const refs = (event: string): readonly (string | undefined)[] =>
    event === 'push' && caller.branches?.every((branch) => !/[*?![\]]/.test(branch)) === true
      ? caller.branches.map((branch) => `refs/heads/${branch}`)
      : event === 'pull_request'
        ? ['refs/pull/1/merge']
        : [undefined];
  const events = caller.events.filter((event) => event !== 'workflow_call');
  // Who calls it from elsewhere may come with any event.
  if (events.length < caller.events.length && caller.depth === 0)
    return constant(condition, own) ? `its condition is ${plain(condition)}` : undefined;
  const never = events.every((event) =>
    refs(event).every((ref) => {
      const context: Context = (name) => {
        if (name === 'github.event_name') return event;
        if (name === 'github.ref') return ref;
        if (name === 'github.ref_name')
          return ref?.startsWith('refs/heads/') === true ? ref.slice(11) : undefined;
        return own(name);
      };
      return counts(evaluateExpression(condition, context)) === false;
    }),
  );
  if (!never) return undefined;
  const started = events.join(' and ');
  return /github\./.test(condition)
    ? `its condition ${plain(condition)} never holds: the workflow runs on ${started}`
    : `its condition is ${plain(condition)}`;
}

function constant(condition: string, own: Context): boolean {
  return counts(evaluateExpression(condition, own)) === false;
}

function plain(condition: string): string {
  return condition.replace(/^\s*\$\{\{\s*|\s*\}\}\s*$/g, '').trim();
}

const OF_A_CALL = /(?<![\w.])(?:inputs|matrix|env)\.[\w.-]+/g;

/** A condition with what is known of it put in: the same names mean something else where it is called from. */
export function withKnown(condition: string, own: Context): string {
  return plain(condition).replace(OF_A_CALL, (name) => {
    const value = own(name);
    if (typeof value === 'boolean') return String(value);
    return typeof value === 'string' && !isOpen(value) ? `'${value.replaceAll("'", "''")}'` : name;
  });
}

/** The condition of what a composite action runs: that of the step that calls it holds too, which waits for what is before it. */
export function withinCondition(
  outer: Pick<PipelineStep, 'condition' | 'regardless'>,
  inner: Pick<PipelineStep, 'condition' | 'regardless'>,
): Pick<PipelineStep, 'condition' | 'regardless'> {
  const conditions = [outer.condition, inner.condition].filter((one) => one !== undefined);
  return {
    ...(conditions.length === 0 ? {} : { condition: conditions.map((one) => `(${one})`).join(' && ') }),
    ...(outer.regardless === undefined ? {} : { regardless: outer.regardless }),
  };
}

export function contextOf(caller: Caller, envs: readonly (Value | undefined)[]): Context {
  return (name) => {
    // What somebody gave by hand comes with the event, however deep the call, and is text.
    if (name.startsWith('github.event.inputs.')) return caller.withoutInputs === true ? '' : undefined;
    const input = /^inputs\.([\w-]+)$/.exec(name)?.[1];
    if (input !== undefined)
      return caller.withoutInputs === true && !caller.inputs.has(input) ? '' : caller.inputs.get(input);
    if (name.startsWith(PARTLY))
      return caller.partly?.get(/^inputs\.([\w-]+)$/.exec(name.slice(PARTLY.length))?.[1] ?? '');
    const chosen = /^matrix\.([\w.-]+)$/.exec(name)?.[1];
    if (chosen !== undefined) return caller.matrix?.get(chosen);
    const variable = /^env\.(\w+)$/.exec(name)?.[1];
    if (variable !== undefined) {
      const text = textOf(
        envs.findLast(
          (env) => member(env, variable) !== undefined && env?.kind === 'object' && env.members.has(variable),
        ) === undefined
          ? undefined
          : envs
              .map((env) => (env?.kind === 'object' ? env.members.get(variable) : undefined))
              .findLast((v) => v !== undefined),
      );
      if (text === undefined) return undefined;
      const put = text.includes('${{') ? undefined : text;
      return put;
    }
    return undefined;
  };
}
