import type { Expression } from '../syntax/source-module.ts';

/**
 * Whether what is called is a member of something that is kept in a list or by a key, and is not known by a name of its own:
 * `d["headers"].update(…)`, `services[kind].list()`. In scripts `a['b']` is the same as `a.b`.
 */
export function isOfItem(callee: Expression): boolean {
  if (callee.kind !== 'member') return false;
  const { of } = callee;
  return of.kind === 'index' || (of.kind === 'member' && of.isItem === true);
}
