import type { Origin } from '../../model/origin.ts';
import type { FactNode } from '../../model/resource.ts';
import { known, listOf, objectOf, type Unknown, type Value } from '../../model/value.ts';

/** What an application says of a stack itself, beside its template. */
export interface SaidOfStack {
  readonly name: string;
  readonly terminationProtection: Value;
  readonly origin: Origin;
}

/**
 * The stacks of an application, as a fact of kind `stacks`: a template by itself cannot say how its stack is protected.
 * `open` where more of them may follow unseen.
 */
export function stacksFact(stacks: readonly SaidOfStack[], origin: Origin, open?: Unknown): FactNode {
  const items = stacks.map((stack) =>
    objectOf(
      { name: known(stack.name, stack.origin), terminationProtection: stack.terminationProtection },
      stack.origin,
    ),
  );
  return { kind: 'stacks', properties: objectOf({ stacks: listOf(items, origin, open) }, origin), origin };
}
