import { branchesAround } from '../code/behaviour/reach.ts';
import { type Call, isBefore, isIn, type SourceModule } from '../code/syntax/source-module.ts';
import { lastOf } from './origins.ts';

/** The function that a call is told to call when it has ended. */
export function callbackOf({ callee, arguments: given }: Call): number | undefined {
  if (/^(then|catch|finally|forEach|map)$/.test(lastOf(callee))) return undefined;
  const last = given.at(-1)?.value;
  return last?.kind === 'function' ? last.function : undefined;
}

const ANSWERS = /^(json|send|end|sendStatus|redirect|render|callback|cb|done|next|resolve|reject)$/;

/** Whether a function answers who asked. */
export function answersIn(module: SourceModule, number: number): boolean {
  const own = module.functions[number]!;
  return module.calls.some(({ callee, at }) => ANSWERS.test(lastOf(callee)) && isIn(at, own));
}

const ANSWERED =
  /^(res|response|reply|ctx\.res)\.(status\(\)\.|code\(\)\.)?(json|send|end|sendStatus|redirect)$/;

/** Whether the same function has answered before, whatever holds. */
export function isAnsweredBefore(module: SourceModule, { at, within }: Call): boolean {
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
