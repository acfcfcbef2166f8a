import { type Block, saidAround } from './jenkins-blocks.ts';
import type { PipelineJob } from './pipeline.ts';

/** Where a stage waits for somebody. */
export interface Approval {
  /** The job that its stage is. */
  readonly job: string;
  /** All that must hold for it to wait. */
  readonly where: readonly string[];
  /** The condition within its stage, behind which other steps of that may stand too. */
  readonly within?: string;
  readonly line: number;
}

const ASKS = /\binput\b\s*(?:\(|\{|message)/;

/** The approval of a stage, whose conditions are given from the outermost to its own (`whens`). */
export function approvalIn(
  text: string,
  { from, to }: Block,
  whens: readonly (string | undefined)[],
  job: string,
  closing: (text: string, open: number) => number,
): Approval | undefined {
  const asked = ASKS.exec(text.slice(from, to));
  if (asked === null) return undefined;
  // As a directive it is asked for before the condition of its own stage is, unless that says otherwise.
  const isFirst = asked[0].endsWith('{') && !/\bbeforeInput\s+true\b/.test(whens.at(-1) ?? '');
  const heeded = (isFirst ? whens.slice(0, -1) : whens).flatMap((when) => partsOf(when));
  const within = saidAround(text, from, from + asked.index, closing).condition;
  const line = text.slice(0, from + asked.index).split('\n').length;
  return { job, where: heeded, line, ...(within === undefined ? {} : { within }) };
}

/** How a job waits for somebody by what is asked in it and before it; what would tell where a condition does. */
export function waitingOf(
  job: PipelineJob,
  whens: readonly (string | undefined)[],
  approvals: readonly Approval[],
): Pick<PipelineJob, 'manual' | 'mayWait'> {
  const own = approvals.find((one) => one.job === job.id);
  if (own !== undefined && isAskedFirst(own, job)) return { manual: 'input' };
  const holds = whens.flatMap(partsOf);
  const before = approvals.filter((one) => job.needs.includes(one.job) && !areApart(one.where, holds));
  const sure = before.find(
    ({ where, within }) => within === undefined && where.every((part) => holds.includes(part)),
  );
  if (sure !== undefined) return { manual: 'a stage before it waits (input)' };
  const perhaps = own ?? before[0];
  if (perhaps === undefined) return {};
  const where = [...perhaps.where.filter((part) => !holds.includes(part)), perhaps.within ?? []].flat();
  return { mayWait: `whether ${perhaps.job} waits for somebody, which it does where ${where.join(' AND ')}` };
}

/** Whether all that comes after it in its stage stands behind the same condition. */
function isAskedFirst({ within, line }: Approval, { steps }: PipelineJob): boolean {
  const later = steps.filter(({ at }) => at.line >= line);
  return within === undefined || later.every(({ condition }) => condition?.startsWith(within) === true);
}

/** The options of a condition that say when it is asked for are none of it. */
function partsOf(when: string | undefined): readonly string[] {
  const said = when?.replace(/\bbefore(?:Agent|Input|Options)\s+(?:true|false)\b/g, '').trim() ?? '';
  return said === '' ? [] : [said.replaceAll('"', "'")];
}

const BRANCH = /^branch\s*\(?'([\w./-]+)'\)?$/;

/** Whether two cannot hold together: they ask for different branches. */
function areApart(some: readonly string[], others: readonly string[]): boolean {
  const branches = (parts: readonly string[]) => parts.flatMap((part) => BRANCH.exec(part)?.[1] ?? []);
  return branches(some).some((one) => branches(others).some((other) => other !== one));
}
