import { branchesAround } from '../code/behaviour/reach.ts';
import { type Call, isBefore, isIn, type SourceModule } from '../code/syntax/source-module.ts';
import { callsBetween } from './calls-between.ts';
import { lastOf } from './origins.ts';

/** The function that a call is told to call when it has ended. */
export function callbackOf({ callee, arguments: given }: Call): number | undefined {
  if (/^(then|catch|finally|forEach|map)$/.test(lastOf(callee))) return undefined;
  const last = given.at(-1)?.value;
  return last?.kind === 'function' ? last.function : undefined;
}

const ANSWERS = /^(json|send|end|sendStatus|redirect|render|callback|cb|done|next|resolve|reject)$/;
/** What is sent through anything else answers nobody who asked: `queue.send(…)`. */
const OTHERS =
  /(^|[._]|[a-z](?=[A-Z]))(queue|sqs|sns|client|mail(er)?|producer|channel|bus|worker|events?|email|topic|publisher|notifier)s?(\(\))?\.send$/i;

/** Whether a function answers who asked. */
export function answersIn(module: SourceModule, number: number): boolean {
  const own = module.functions[number]!;
  return callsBetween(module, own).some(
    ({ callee, path }) => ANSWERS.test(lastOf(callee)) && !OTHERS.test(path ?? ''),
  );
}

/** Whether the function around a call answers, or gives something back, after all of it. */
export function isAnsweredAfter(module: SourceModule, { end, within }: Call): boolean {
  return (
    module.calls.some(
      (call) => call.within === within && isBefore(end, call.at) && ANSWERED.test(call.path ?? ''),
    ) ||
    module.returns.some((own) => own.within === within && own.value !== undefined && isBefore(end, own.at))
  );
}

const ANSWERED =
  /^(res|response|reply|ctx\.res)\.(status\(\)\.|code\(\)\.)?(json|send|end|sendStatus|redirect)$/;

/** Whether the same function has answered before, whatever holds. */
export function isAnsweredBefore(module: SourceModule, { at, within }: Pick<Call, 'at' | 'within'>): boolean {
  const own = module.functions[within];
  return (
    own !== undefined &&
    module.calls.some(
      (call) =>
        call.within === within &&
        isBefore(call.end, at) &&
        ANSWERED.test(call.path ?? '') &&
        branchesAround(module, call.at, own).length === 0 &&
        !module.catches.some(({ caught }) => isIn(call.at, caught)) &&
        !module.returns.some((end) => end.within === within && end.at.line === call.at.line),
    )
  );
}
