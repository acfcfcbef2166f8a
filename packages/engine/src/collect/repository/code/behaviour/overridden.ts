import type { MethodAt } from '../names/program.ts';
import type { Call, SourceModule } from '../syntax/source-module.ts';
import type { Reach } from './reach.ts';

/** Through more methods than this that are each of another class nobody looks. */
export const MOST_OVERRIDDEN = 3;

/** A call of what classes write each for themselves, where it hangs on the object which of them runs. */
export interface OverriddenCall {
  readonly module: SourceModule;
  readonly call: Call;
  readonly by: readonly MethodAt[];
}

export function overriddenIn(reach: Reach): readonly OverriddenCall[] {
  return reach.calls.flatMap(({ module, call, meaning }) =>
    meaning.kind === 'open' && meaning.overridden !== undefined
      ? [{ module, call, by: meaning.overridden }]
      : [],
  );
}
