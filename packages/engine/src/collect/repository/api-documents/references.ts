import type { Value } from '../../../model/value.ts';
import { member, textOf } from '../structured-text.ts';

/** What a reference within the document stands for. */
export function followed(value: Value | undefined, root: Value, steps = 0): Value | undefined {
  const to = textOf(member(value, '$ref'));
  if (to === undefined || steps > 5) return value;
  const target = to.startsWith('#/')
    ? to
        .slice(2)
        .split('/')
        .reduce<Value | undefined>((at, name) => member(at, name), root)
    : undefined;
  return followed(target, root, steps + 1);
}
