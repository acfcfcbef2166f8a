import { ALWAYS, and, atom, type Condition, NEVER } from '../../../model/condition.ts';
import type { Value } from '../../../model/value.ts';
import { canonical } from './canonical.ts';
import { compare } from './number.ts';
import { exactOf, isNeverEmpty, isNull } from './scalar.ts';
import { unknownFrom } from './worlds.ts';

/** The condition under which two values are the same. Values of different types never are. */
export function equality(left: Value, right: Value): Condition {
  const a = plain(left);
  const b = plain(right);
  if (a.kind === 'known' && b.kind === 'known') {
    if (typeof a.value === 'number' && typeof b.value === 'number')
      return compare(exactOf(a), exactOf(b)) === 0 ? ALWAYS : NEVER;
    return a.value === b.value ? ALWAYS : NEVER;
  }
  if (isStructure(a) && isStructure(b)) return structures(a, b);
  // A structure or a text put together is never null and never a scalar of another kind.
  if ((isStructure(a) && b.kind === 'known') || (a.kind === 'known' && isStructure(b))) return NEVER;
  if ((a.kind === 'composed' && isNull(b)) || (isNull(a) && b.kind === 'composed')) return NEVER;
  if ((isNull(a) && isNeverEmpty(b)) || (isNull(b) && isNeverEmpty(a))) return NEVER;
  if (texts(a, b) || texts(b, a)) return NEVER;
  return openEquality(a, b);
}

/** Whether a text put together begins or ends unlike a text that is known. */
function texts(a: Value, b: Value): boolean {
  if (a.kind !== 'composed' || b.kind !== 'known') return false;
  const [first, last] = [a.parts[0], a.parts.at(-1)];
  if (typeof b.value !== 'string') return false;
  return (
    (first?.kind === 'known' && !b.value.startsWith(String(first.value))) ||
    (last?.kind === 'known' && !b.value.endsWith(String(last.value)))
  );
}

function plain(value: Value): Value {
  return value.kind === 'sensitive' && value.reveal !== undefined ? plain(value.reveal()) : value;
}

function isStructure(value: Value): value is Extract<Value, { kind: 'list' | 'object' }> {
  return value.kind === 'list' || value.kind === 'object';
}

function structures(
  a: Extract<Value, { kind: 'list' | 'object' }>,
  b: Extract<Value, { kind: 'list' | 'object' }>,
): Condition {
  if (a.open !== undefined || b.open !== undefined) return openEquality(a, b);
  if (a.kind === 'list' && b.kind === 'list') {
    if ((a.as ?? 'tuple') !== (b.as ?? 'tuple') || a.items.length !== b.items.length) return NEVER;
    return and(...a.items.map((item, index) => equality(item, b.items[index]!)));
  }
  if (a.kind === 'object' && b.kind === 'object') {
    if ((a.as ?? 'object') !== (b.as ?? 'object') || a.members.size !== b.members.size) return NEVER;
    const parts: Condition[] = [];
    for (const [name, member] of a.members) {
      const other = b.members.get(name);
      if (other === undefined) return NEVER;
      parts.push(equality(member, other));
    }
    return and(...parts);
  }
  return NEVER;
}

/** The side that is known comes last, so that both ways of writing are the same condition. */
function openEquality(a: Value, b: Value): Condition {
  const sides = [a, b]
    .map((value) => ({ value, text: canonical(value), last: value.kind === 'known' ? 1 : 0 }))
    .toSorted((x, y) => x.last - y.last || (x.text < y.text ? -1 : 1));
  const [first, second] = sides;
  if (first!.text === second!.text) return ALWAYS;
  const text = `${first!.text} == ${second!.text}`;
  const { decidedBy, reason } = unknownFrom(first!.value, [], text, first!.value.origin.at);
  return atom(text, decidedBy, reason);
}
