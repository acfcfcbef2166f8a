import type { Value } from '../../../model/value.ts';
import { isObject, type Json, markIn, memberIn, sameJson } from './json.ts';

/** Whether a value of the code can be the planned one: what is open agrees with everything. */
export function agrees(code: Value, planned: Json | undefined, unknown: Json): boolean {
  if (unknown === true) return true;
  switch (code.kind) {
    case 'known':
      if (code.value === null) return true;
      return sameScalar(code, planned);
    case 'list': {
      if (!Array.isArray(planned))
        return isNothing(planned) && code.items.every((item) => item.kind !== 'known');
      if (code.open === undefined && code.items.length > planned.length)
        return code.items.some((i) => i.kind === 'choice');
      const left = planned.map((value, i) => ({ value, open: markIn(unknown, i) }));
      return code.items.every((item) => {
        const at = left.findIndex(({ value, open }) => agrees(item, value, open));
        if (at >= 0) left.splice(at, 1);
        return at >= 0 || item.kind === 'choice';
      });
    }
    case 'object':
      if (Array.isArray(planned) && planned.length === 1) return agrees(code, planned[0], markIn(unknown, 0));
      if (!isObject(planned)) return isNothing(planned) && code.members.size === 0;
      return [...code.members].every(([name, value]) =>
        agrees(value, memberIn(planned, name), markIn(unknown, name)),
      );
    case 'choice':
      return agrees(code.whenTrue, planned, unknown) || agrees(code.whenFalse, planned, unknown);
    case 'sensitive': {
      const inner = code.reveal?.();
      return inner === undefined || agrees(inner, planned, unknown);
    }
    case 'absent':
      return true;
    default:
      return true;
  }
}

/** Whether a value of the code is decided and says what the plan says: nothing is to be added to it. */
export function sayTheSame(code: Value, planned: Json): boolean {
  switch (code.kind) {
    case 'known':
      return code.value !== null && sameScalar(code, planned);
    case 'list':
      return (
        code.open === undefined &&
        Array.isArray(planned) &&
        planned.length === code.items.length &&
        code.items.every((item, i) => sayTheSame(item, planned[i] ?? null))
      );
    case 'object': {
      if (code.open !== undefined || !isObject(planned)) return false;
      const names = Object.keys(planned).filter((name) => !isNothing(planned[name]));
      return (
        names.every((name) => code.members.has(name)) &&
        [...code.members].every(([name, value]) => sayTheSame(value, memberIn(planned, name) ?? null))
      );
    }
    default:
      return false;
  }
}

function sameScalar(code: Extract<Value, { kind: 'known' }>, planned: Json | undefined): boolean {
  if (planned === null || planned === undefined) return code.value === null || code.value === '';
  if (sameJson(code.digits ?? code.value, planned) || sameJson(code.value, planned)) return true;
  if (typeof code.value !== 'string' || typeof planned !== 'string') return false;
  // Providers write JSON texts in an order of their own.
  if (!/^\s*[[{]/.test(code.value)) return code.value.trimEnd() === planned.trimEnd();
  try {
    return sameJson(inOrder(JSON.parse(code.value) as Json), inOrder(JSON.parse(planned) as Json));
  } catch {
    return false;
  }
}

/** A JSON text as policies mean it: the order of a list says nothing, and a list of one is its member. */
function inOrder(json: Json | undefined): Json {
  if (Array.isArray(json)) {
    const items = json.map(inOrder);
    if (items.length === 1) return items[0]!;
    const keyed = items.map((item) => ({ item, key: JSON.stringify(item) }));
    return keyed.sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ item }) => item);
  }
  if (!isObject(json)) return json ?? null;
  const names = Object.keys(json).sort();
  return Object.fromEntries(names.map((name) => [name, inOrder(memberIn(json, name))]));
}

/** Whether the code says that there is nothing. */
export function isEmpty(code: Value): boolean {
  switch (code.kind) {
    case 'known':
      return code.value === null || code.value === '' || code.value === false || code.value === 0;
    case 'list':
      return code.open === undefined && code.items.length === 0;
    case 'object':
      return code.open === undefined && [...code.members.values()].every(isEmpty);
    default:
      return code.kind === 'absent';
  }
}

/** Whether some part of a value is decided by another resource. */
export function holdsReference(value: Value): boolean {
  switch (value.kind) {
    case 'reference':
      return true;
    case 'known':
      return value.via !== undefined;
    case 'list':
      return value.items.some(holdsReference);
    case 'object':
      return [...value.members.values()].some(holdsReference);
    case 'composed':
      return (
        value.parts.some(holdsReference) || (value.structure !== undefined && holdsReference(value.structure))
      );
    case 'choice':
      return holdsReference(value.whenTrue) || holdsReference(value.whenFalse);
    case 'sensitive': {
      const inner = value.reveal?.();
      return inner !== undefined && holdsReference(inner);
    }
    default:
      return false;
  }
}

function isNothing(planned: Json | undefined): boolean {
  return planned === null || planned === undefined || (Array.isArray(planned) && planned.length === 0);
}
