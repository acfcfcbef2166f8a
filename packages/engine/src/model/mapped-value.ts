import type { Atom, Condition } from './condition.ts';
import type { ReferenceTarget, Value } from './value.ts';

/** The same value with every reference in it led elsewhere, and every open condition replaced. What stays is shared. */
export function mapReferences(
  value: Value,
  target: (to: ReferenceTarget) => ReferenceTarget,
  atom: (atom: Atom) => Atom = (same) => same,
): Value {
  const inside = (part: Value): Value => mapReferences(part, target, atom);
  switch (value.kind) {
    case 'known':
      if (value.via === undefined && value.around === undefined && value.structure === undefined)
        return value;
      return {
        ...value,
        ...(value.via === undefined ? {} : { via: target(value.via) }),
        ...(value.around === undefined ? {} : { around: target(value.around) }),
        ...(value.structure === undefined ? {} : { structure: inside(value.structure) }),
      };
    case 'list': {
      const items = value.items.map(inside);
      const any = value.any === undefined ? undefined : inside(value.any);
      if (any === value.any && items.every((item, i) => item === value.items[i])) return value;
      return { ...value, items, ...(any === undefined ? {} : { any }) };
    }
    case 'object': {
      let members: Map<string, Value> | undefined;
      for (const [name, part] of value.members) {
        const now = inside(part);
        if (now === part) continue;
        members ??= new Map(value.members);
        members.set(name, now);
      }
      const any = value.any === undefined ? undefined : inside(value.any);
      if (any === value.any && members === undefined) return value;
      return { ...value, members: members ?? value.members, ...(any === undefined ? {} : { any }) };
    }
    case 'reference':
      return { ...value, to: target(value.to) };
    case 'composed':
      return {
        ...value,
        parts: value.parts.map(inside),
        ...(value.structure === undefined ? {} : { structure: inside(value.structure) }),
      };
    case 'choice':
      return {
        ...value,
        condition: mapAtoms(value.condition, atom),
        whenTrue: inside(value.whenTrue),
        whenFalse: inside(value.whenFalse),
      };
    case 'sensitive': {
      const { reveal } = value;
      return reveal === undefined ? value : { ...value, reveal: () => inside(reveal()) };
    }
    case 'unknown':
    case 'absent':
      return value;
  }
}

/** The same condition over other atoms. */
export function mapAtoms(condition: Condition, atom: (atom: Atom) => Atom): Condition {
  switch (condition.op) {
    case 'atom':
      return atom(condition);
    case 'not':
      return { op: 'not', of: mapAtoms(condition.of, atom) };
    case 'and':
    case 'or':
      return { op: condition.op, of: condition.of.map((part) => mapAtoms(part, atom)) };
    default:
      return condition;
  }
}
