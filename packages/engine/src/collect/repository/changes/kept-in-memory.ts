import { onceFor } from '../../../once-for.ts';
import { type Expression, type SourceModule, TOP } from '../code/syntax/source-module.ts';
import { partsOf } from '../joins/expressions.ts';
import { lastOf } from './origins.ts';

/** Names at the top of a module that begin empty and are filled while it runs. */
export const keptInMemory = onceFor((module: SourceModule): ReadonlySet<string> => {
  const begun = new Set<string>();
  for (const { target, value, within } of module.bindings) {
    if (within !== TOP || target.kind !== 'name') continue;
    const isEmpty =
      (value.kind === 'object' && value.members.length === 0 && !value.open) ||
      (value.kind === 'list' && value.items.length === 0 && !value.open) ||
      (value.kind === 'literal' && value.value === 0) ||
      (value.kind === 'call' &&
        /(^|\.)(Map|dict|list|deque|defaultdict)$/.test(module.calls[value.call]!.path ?? ''));
    if (isEmpty) begun.add(target.name);
  }
  if (begun.size === 0) return begun;
  const filled = new Set<string>();
  for (const { target, within } of module.bindings) {
    if (within === TOP) continue;
    const name = target.kind === 'index' || target.kind === 'member' ? lastOf(target.of) : lastOf(target);
    if (begun.has(name)) filled.add(name);
  }
  for (const { callee, within } of module.calls)
    if (within !== TOP && callee.kind === 'member' && /^(push|append|set|add|extend)$/.test(callee.name)) {
      const name = lastOf(callee.of);
      if (begun.has(name)) filled.add(name);
    }
  return filled;
});

/** Whether a test asks how much of it there is. */
export function comparesCount(module: SourceModule, test: Expression, kept: ReadonlySet<string>): boolean {
  const counts = (side: Expression) =>
    [...partsOf(side, module)].some(
      (one) =>
        (one.kind === 'name' && kept.has(one.name)) ||
        (one.kind === 'call' &&
          module.calls[one.call]!.arguments.some(
            ({ value }) => value.kind === 'name' && kept.has(value.name),
          )),
    );
  return [...partsOf(test, module)].some(
    (part) =>
      part.kind === 'compare' &&
      ((/^>=?$/.test(part.operator) && counts(part.left)) ||
        (/^<=?$/.test(part.operator) && counts(part.right))),
  );
}
