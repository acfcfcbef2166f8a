import type { Properties, Resource } from '../../model/graph.ts';
import { Truth } from '../../model/truth.ts';
import type { UnknownReason } from '../../model/value.ts';

/** What the code of the infrastructure leaves open, with what would decide it: neither yes nor no. */
export function leftTo(
  decidedBy: string,
  of: Resource | Properties,
  reason: UnknownReason = 'not-collected',
): Truth {
  const { at, trail } = of.origin;
  return Truth.unknown([{ reason, decidedBy, at, trail }]);
}

/** What depends on the application's code, a guard for instance, as long as nobody has read it. */
export function leftToTheCode(behind: string, of: Resource): Truth {
  return leftTo(`reading the code behind ${behind}`, of);
}
