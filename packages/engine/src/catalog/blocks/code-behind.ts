import type { Properties, Resource } from '../../model/graph.ts';
import { Truth } from '../../model/truth.ts';

/**
 * What the infrastructure leaves to the code behind it, a guard for instance: neither yes nor no as long as nobody has
 * read that code.
 */
export function leftToTheCode(behind: string, of: Resource | Properties): Truth {
  const { evidence } = of.whereabouts();
  const name = evidence.resource ?? evidence.value ?? 'it';
  return Truth.unknown([
    {
      reason: 'not-collected',
      decidedBy: `reading the code behind ${behind} (${name})`,
      at: evidence.at,
      trail: evidence.trail,
    },
  ]);
}
