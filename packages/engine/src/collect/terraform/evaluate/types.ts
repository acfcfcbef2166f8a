import type { Value } from '../../../model/value.ts';
import type { Expression } from '../syntax/tree.ts';
import { fail } from './failure.ts';

/** Terraform's types. `any` is what is not known: a type constraint left open, or the type of an unknown. */
export type Type =
  | { readonly kind: 'any' | 'string' | 'number' | 'bool' }
  | { readonly kind: 'list' | 'set' | 'map'; readonly of: Type }
  | { readonly kind: 'tuple'; readonly items: readonly Type[] }
  | {
      readonly kind: 'object';
      readonly members: ReadonlyMap<string, Type>;
      /** Members that may be left out, with the default that then holds (`undefined` means null). */
      readonly optional?: ReadonlyMap<string, Expression | undefined>;
      /** More members may follow that we cannot see. */
      readonly open?: boolean;
    };

export const ANY: Type = { kind: 'any' };
export const STRING: Type = { kind: 'string' };
export const NUMBER: Type = { kind: 'number' };
export const BOOL: Type = { kind: 'bool' };
export const LIST: Type = { kind: 'list', of: ANY };
export const SET: Type = { kind: 'set', of: ANY };
export const MAP: Type = { kind: 'map', of: ANY };
export const STRINGS: Type = { kind: 'list', of: STRING };
export const NUMBERS: Type = { kind: 'list', of: NUMBER };

/** The type of a value as far as it is known. */
export function typeOf(value: Value): Type {
  switch (value.kind) {
    case 'known':
      if (typeof value.value === 'string') return STRING;
      if (typeof value.value === 'number') return NUMBER;
      return typeof value.value === 'boolean' ? BOOL : ANY;
    case 'composed':
      return STRING;
    case 'list': {
      const items = value.items.map(typeOf);
      if (value.as === 'list' || value.as === 'set')
        return {
          kind: value.as,
          of: items.find((item) => item.kind !== 'any') === undefined ? ANY : common(items),
        };
      return value.open ? { kind: 'list', of: ANY } : { kind: 'tuple', items };
    }
    case 'object': {
      const members = new Map([...value.members].map(([name, member]) => [name, typeOf(member)] as const));
      if (value.as === 'map') return { kind: 'map', of: common([...members.values()]) };
      return value.open ? { kind: 'object', members, open: true } : { kind: 'object', members };
    }
    case 'choice': {
      const yes = typeOf(value.whenTrue);
      const no = typeOf(value.whenFalse);
      return sameType(yes, no) ? yes : (unify([yes, no]) ?? ANY);
    }
    case 'sensitive':
      return value.reveal === undefined ? ANY : typeOf(value.reveal());
    default:
      return ANY;
  }
}

/** The element type of a collection whose members all have one type already; nulls do not count. */
function common(types: readonly Type[]): Type {
  const telling = types.filter((type) => type.kind !== 'any');
  return telling.length === 0 ? ANY : (unify(telling) ?? ANY);
}

export function sameType(a: Type, b: Type): boolean {
  if (a.kind !== b.kind) return false;
  if ('of' in a && 'of' in b) return sameType(a.of, b.of);
  if (a.kind === 'tuple' && b.kind === 'tuple')
    return (
      a.items.length === b.items.length && a.items.every((item, index) => sameType(item, b.items[index]!))
    );
  if (a.kind === 'object' && b.kind === 'object') {
    if (a.members.size !== b.members.size || a.open || b.open) return false;
    for (const [name, type] of a.members) {
      const other = b.members.get(name);
      if (other === undefined || !sameType(type, other)) return false;
    }
  }
  return true;
}

/** The one type that all convert to without loss, as Terraform finds it; `undefined` where there is none. */
export function unify(all: readonly Type[]): Type | undefined {
  const types = all.filter((type) => type.kind !== 'any');
  const [first] = types;
  if (first === undefined) return ANY;
  if (types.every((type) => sameType(type, first))) return first;
  if (types.every((type) => type.kind === 'object')) return unifyObjects(types);
  if (types.every((type) => type.kind === 'tuple')) return unifyTuples(types);
  for (const kind of ['map', 'list', 'set'] as const) {
    const collections = types.filter((type) => type.kind === kind);
    if (collections.length === 0) continue;
    const elements: Type[] = [];
    for (const type of types) {
      const element = elementTypes(type, kind);
      if (element === undefined) return undefined;
      elements.push(...element);
    }
    const of = unify(elements);
    return of && { kind, of };
  }
  if (types.every((type) => type.kind === 'string' || type.kind === 'number' || type.kind === 'bool'))
    return types.some((type) => type.kind === 'string') ? STRING : undefined;
  return undefined;
}

function elementTypes(type: Type, into: 'list' | 'set' | 'map'): readonly Type[] | undefined {
  if (into === 'map') {
    if (type.kind === 'map') return [type.of];
    return type.kind === 'object' ? [...type.members.values()] : undefined;
  }
  if (type.kind === 'list' || type.kind === 'set') return [type.of];
  return type.kind === 'tuple' ? type.items : undefined;
}

function unifyObjects(types: readonly Extract<Type, { kind: 'object' }>[]): Type | undefined {
  const [first] = types;
  const names = [...first!.members.keys()];
  if (types.some((type) => type.open)) return ANY;
  if (
    types.every((type) => type.members.size === names.length && names.every((name) => type.members.has(name)))
  ) {
    const members = new Map<string, Type>();
    for (const name of names) {
      const type = unify(types.map((object) => object.members.get(name)!));
      if (type === undefined) return undefined;
      members.set(name, type);
    }
    return { kind: 'object', members };
  }
  const of = unify(types.flatMap((type) => [...type.members.values()]));
  return of && { kind: 'map', of };
}

function unifyTuples(types: readonly Extract<Type, { kind: 'tuple' }>[]): Type | undefined {
  const length = types[0]!.items.length;
  if (types.every((type) => type.items.length === length)) {
    const items: Type[] = [];
    for (let index = 0; index < length; index++) {
      const type = unify(types.map((tuple) => tuple.items[index]!));
      if (type === undefined) return undefined;
      items.push(type);
    }
    return { kind: 'tuple', items };
  }
  const of = unify(types.flatMap((type) => type.items));
  return of && { kind: 'list', of };
}

/** A type in Terraform's words, for messages. */
export function typeText(type: Type): string {
  if ('of' in type) return type.of.kind === 'any' ? type.kind : `${type.kind} of ${typeText(type.of)}`;
  return type.kind === 'any' ? 'dynamic' : type.kind;
}

/** Reads a type constraint: the `type` of a variable, also as the older `"string"`. Throws where it is none. */
export function typeConstraint(expression: Expression): Type {
  if (expression.kind === 'literal' && typeof expression.value === 'string') return keyword(expression.value);
  if (expression.kind === 'variable') return keyword(expression.name);
  if (
    expression.kind === 'template' &&
    expression.parts.length === 1 &&
    expression.parts[0]?.kind === 'value'
  )
    return typeConstraint(expression.parts[0].of);
  if (expression.kind !== 'call') return fail('the type constraint cannot be read');
  const [argument] = expression.args;
  if (argument === undefined) return fail(`${expression.name} needs a type`);
  switch (expression.name) {
    case 'list':
    case 'set':
    case 'map':
      return { kind: expression.name, of: typeConstraint(argument) };
    case 'tuple':
      if (argument.kind !== 'tuple') return fail('tuple needs a list of types');
      return { kind: 'tuple', items: argument.items.map(typeConstraint) };
    case 'object': {
      if (argument.kind !== 'object') return fail('object needs a map of types');
      const members = new Map<string, Type>();
      const optional = new Map<string, Expression | undefined>();
      for (const { key, value } of argument.entries) {
        const name = key.kind === 'literal' ? String(key.value) : fail('object needs names');
        if (value.kind === 'call' && value.name === 'optional') {
          if (value.args[0] === undefined) return fail('optional needs a type');
          members.set(name, typeConstraint(value.args[0]));
          optional.set(name, value.args[1]);
        } else members.set(name, typeConstraint(value));
      }
      return { kind: 'object', members, optional };
    }
    default:
      return fail(`${expression.name} is not a type`);
  }
}

function keyword(name: string): Type {
  switch (name) {
    case 'string':
      return STRING;
    case 'number':
      return NUMBER;
    case 'bool':
      return BOOL;
    case 'any':
      return ANY;
    case 'list':
      return LIST;
    case 'map':
      return MAP;
    case 'set':
      return SET;
    default:
      return fail(`${name} is not a type`);
  }
}
