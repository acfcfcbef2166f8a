import type { Origin } from '../../model/origin.ts';
import { type ObjectValue, objectOf, type Unknown, unknown, type Value } from '../../model/value.ts';
import { mapBranches } from './branches.ts';
import { deciderOf } from './expansion.ts';

/** `tags` over the provider's `default_tags`, as the provider's `tags_all` shows them. */
export function mergeTags(
  defaults: Value | undefined,
  own: Value | undefined,
  origin: Origin,
): Value | undefined {
  if (defaults === undefined || isNull(defaults)) return own;
  if (own === undefined || isNull(own)) return defaults;
  return mapBranches(defaults, (below) =>
    mapBranches(own, (above) => merge(asObject(below), asObject(above), origin)),
  );
}

function merge(below: ObjectValue, above: ObjectValue, origin: Origin): Value {
  const members = new Map(below.members);
  if (above.open !== undefined) {
    // A member that we cannot see may replace any default.
    for (const name of below.members.keys()) {
      const { reason, decidedBy, origin: from } = above.open;
      members.set(name, unknown(reason, decidedBy, from));
    }
  }
  for (const [name, value] of above.members) members.set(name, value);
  return { ...objectOf(members, origin, above.open ?? below.open), as: 'map' };
}

function asObject(value: Value): ObjectValue {
  const revealed = value.kind === 'sensitive' ? (value.reveal?.() ?? value) : value;
  if (revealed.kind === 'object') return revealed;
  if (isNull(revealed)) return objectOf({}, revealed.origin);
  return objectOf({}, revealed.origin, openOf(revealed));
}

function openOf(value: Value): Unknown {
  if (value.kind === 'unknown') return value;
  return unknown('unresolved-expression', deciderOf(value, 'the value of the tags'), value.origin);
}

function isNull(value: Value): boolean {
  return value.kind === 'absent' || (value.kind === 'known' && value.value === null);
}
