import type { EdgeRule } from '../../model/resource.ts';

/** One relation, written in several properties. */
export function rules(
  edge: string,
  from: string,
  paths: readonly string[],
  to: string | readonly string[],
): readonly EdgeRule[] {
  const targets = typeof to === 'string' ? [to] : to;
  return paths.map((path) => ({ edge, from, path, to: targets }));
}
