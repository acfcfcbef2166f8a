import type { Condition } from '../../../model/condition.ts';
import type { Origin } from '../../../model/origin.ts';
import {
  absent,
  type Default,
  known,
  type ListValue,
  listOf,
  type ObjectValue,
  objectOf,
  type Scalar,
  type Unknown,
  unknown,
  type Value,
} from '../../../model/value.ts';
import { structureOf } from './json-text.ts';
import { type Conversion, type Field, fieldsOf, type Shape } from './row.ts';

/** Where the conversion of one resource reports what it could not place. */
export interface Conversation {
  /** Whose documentation a provider default is read from. */
  readonly type: string;
  /** An argument without a rule, by its path in the resource. */
  readonly left: (path: string, value: Value) => void;
  /** An argument that is kept beside the properties. */
  readonly keep: (path: string, value: Value) => void;
}

/** What a shape makes of an object, by CloudFormation path. */
export type Entries = Map<string, Value>;

/** Says a Terraform object in CloudFormation's words. */
export function convert(shape: Shape, source: ObjectValue, about: Conversation, prefix = ''): Entries {
  const entries: Entries = new Map();
  for (const [argument, rule] of Object.entries(shape)) {
    const value = readArgument(source, argument);
    for (const field of fieldsOf(rule)) {
      place(entries, field, value, about, prefix === '' ? argument : `${prefix}.${argument}`);
    }
  }
  for (const [argument, value] of source.members) {
    if (Object.hasOwn(shape, argument) || SAYS_NOTHING.has(argument) || isNothing(value)) continue;
    if (value.kind === 'list' && value.items.length === 0 && value.open === undefined) continue;
    about.left(prefix === '' ? argument : `${prefix}.${argument}`, value);
  }
  return entries;
}

/** Arguments of every type that say nothing about the resource at AWS. */
const SAYS_NOTHING: ReadonlySet<string> = new Set(['id', 'tags_all', 'timeouts', 'region', 'arn']);

/** An argument's value; `tags` means the tags with the provider's defaults. */
export function readArgument(source: ObjectValue, argument: string): Value {
  const value =
    argument === 'tags'
      ? (source.members.get('tags_all') ?? source.members.get('tags'))
      : source.members.get(argument);
  if (value === undefined) return source.open ?? absent(source.origin);
  return value.kind === 'known' && value.value === null ? absent(value.origin) : value;
}

function place(entries: Entries, field: Field, value: Value, about: Conversation, path: string): void {
  const complete = field.default === undefined ? value : filled(value, defaultOf(field.default, about, path));
  if (field.meta === true) {
    if (complete.kind !== 'absent' || complete.default !== undefined) about.keep(path, complete);
    return;
  }
  if (field.as?.kind === 'object' && field.to === '') {
    for (const [to, inner] of flattened(value, field.as, about, path)) write(entries, to, inner);
    return;
  }
  const converted = field.as === undefined ? complete : change(complete, field.as, about, path);
  // A word that means "nothing" is missing where it stands.
  if (field.as?.kind === 'words' && isNothing(converted) && complete.kind === 'known') {
    if (!entries.has(field.to)) entries.set(field.to, absent(complete.origin));
  } else write(entries, field.to, converted);
}

function write(entries: Entries, to: string, value: Value): void {
  if (isNothing(value)) return;
  const before = entries.get(to);
  entries.set(to, before === undefined ? value : overlay(before, value));
}

function defaultOf(value: Scalar | readonly Scalar[], about: Conversation, path: string): Default {
  const argument = path.slice(path.lastIndexOf('.') + 1);
  return { value, source: `Terraform Registry, ${about.type}: default of ${argument}` };
}

/** The value with the provider's default wherever it is not written. */
function filled(value: Value, fallback: Default): Value {
  if (value.kind === 'absent') return value.default === undefined ? absent(value.origin, fallback) : value;
  if (value.kind === 'known' && value.value === null) return absent(value.origin, fallback);
  if (value.kind !== 'choice') return value;
  return {
    ...value,
    whenTrue: filled(value.whenTrue, fallback),
    whenFalse: filled(value.whenFalse, fallback),
  };
}

/** Whether nothing is written here, on either side of an open condition. */
export function isNothing(value: Value): boolean {
  if (value.kind === 'absent') return value.default === undefined;
  if (value.kind === 'known') return value.value === null;
  return value.kind === 'choice' && isNothing(value.whenTrue) && isNothing(value.whenFalse);
}

/** Applies a change to what is there: through open conditions and sensitive values, past what is absent or unknown. */
export function over(value: Value, f: (value: Value) => Value): Value {
  switch (value.kind) {
    case 'absent':
    case 'unknown':
      return value;
    case 'choice':
      return { ...value, whenTrue: over(value.whenTrue, f), whenFalse: over(value.whenFalse, f) };
    case 'sensitive': {
      const { reveal } = value;
      return reveal === undefined ? value : { ...value, reveal: () => over(reveal(), f) };
    }
    case 'known':
      return value.value === null ? absent(value.origin) : f(value);
    default:
      return f(value);
  }
}

function change(value: Value, as: Conversion, about: Conversation, path: string): Value {
  switch (as.kind) {
    case 'object':
      return over(value, (v) => over(onlyOne(v), (one) => toObject(one, as, about, path)));
    case 'objects':
      return over(value, (v) => toObjects(v, as, about, path));
    case 'pairs':
      return over(value, (v) => toPairs(v, as.key, as.value));
    case 'json':
      return over(value, (v) => capitalised(structureOf(v), as.capitalsExceptBelow));
    case 'words':
      return over(value, (v) => translate(v, as.words));
    case 'pattern':
      return over(value, (v) => extract(v, as.find, as.with));
    case 'first':
      return over(value, onlyOne);
    case 'many':
      return over(value, (v) => (v.kind === 'list' ? v : listOf([v], v.origin)));
    case 'wrapped':
      // What a setting is called is known, whatever its value is.
      return as.single === true && value.kind === 'unknown'
        ? toWrapped(value, as)
        : over(value, (v) => toWrapped(v, as));
    case 'keyed':
      return over(value, (v) => toKeyed(v, as, about, path));
    case 'joined':
      return over(value, (v) => joinTexts(v, as.by));
  }
}

/** A block that may be written once arrives as a list; of several conditional ones the first that is there counts. */
function onlyOne(value: Value): Value {
  if (value.kind !== 'list') return value;
  const rest: Value = value.open ?? absent(value.origin);
  return value.items.reduceRight<Value>((after, item) => orElse(item, after), rest);
}

function orElse(value: Value, otherwise: Value): Value {
  if (value.kind === 'absent' || (value.kind === 'known' && value.value === null)) return otherwise;
  if (value.kind !== 'choice') return value;
  return {
    ...value,
    whenTrue: orElse(value.whenTrue, otherwise),
    whenFalse: orElse(value.whenFalse, otherwise),
  };
}

function toObject(
  value: Value,
  as: { readonly shape: Shape; readonly constants?: Readonly<Record<string, Scalar>> },
  about: Conversation,
  path: string,
): Value {
  if (value.kind !== 'object') return value;
  return assemble(withConstants(convert(as.shape, value, about, path), as.constants, value.origin), value);
}

export function withConstants(
  entries: Entries,
  constants: Readonly<Record<string, Scalar>> | undefined,
  origin: Origin,
): Entries {
  for (const [to, constant] of Object.entries(constants ?? {})) entries.set(to, known(constant, origin));
  return entries;
}

function toObjects(
  value: Value,
  as: Extract<Conversion, { kind: 'objects' }>,
  about: Conversation,
  path: string,
): Value {
  if (value.kind === 'object') return listOf([toObject(value, as, about, path)], value.origin);
  if (value.kind !== 'list') return value;
  const one = (item: Value): Value => over(item, (v) => toObject(v, as, about, path));
  const { perEach } = as;
  if (perEach === undefined) return onItems(value, one);
  const items = value.items.flatMap((item) => {
    const each = item.kind === 'object' ? readArgument(item, perEach.argument) : undefined;
    if (each?.kind !== 'list' || each.open !== undefined || item.kind !== 'object') return [one(item)];
    return each.items.map((single) =>
      one({ ...item, members: new Map([...item.members, [perEach.argument, single]]) }),
    );
  });
  return { ...value, items };
}

function toWrapped(value: Value, as: Extract<Conversion, { kind: 'wrapped' }>): Value {
  const around = (x: Value): Value => {
    const constants = Object.entries(as.constants ?? {}).map(([k, v]) => [k, known(v, x.origin)] as const);
    return setAt(objectOf(new Map<string, Value>(constants), x.origin), as.member.split('.'), x);
  };
  // What it is called is known, whatever its value is.
  const wrap = (item: Value): Value =>
    item.kind === 'unknown' && as.constants !== undefined ? around(item) : over(item, around);
  return value.kind === 'list' ? onItems(value, wrap) : listOf([wrap(value)], value.origin);
}

/** The same structure with names that begin with a capital. */
function capitalised(value: Value, exceptBelow: readonly string[] | undefined): Value {
  if (exceptBelow === undefined) return value;
  return over(value, (v) => {
    if (v.kind === 'list') return onItems(v, (item) => capitalised(item, exceptBelow));
    if (v.kind !== 'object') return v;
    const members = [...v.members].map(([name, inner]) => {
      const kept = exceptBelow.includes(name);
      const capital = `${name.slice(0, 1).toUpperCase()}${name.slice(1)}`;
      return [capital, kept ? inner : capitalised(inner, exceptBelow)] as const;
    });
    return { ...v, members: new Map(members) };
  });
}

function toKeyed(
  value: Value,
  as: Extract<Conversion, { kind: 'keyed' }>,
  about: Conversation,
  path: string,
): Value {
  if (value.kind !== 'list') return value;
  const members = new Map<string, Value>();
  let open = value.open;
  for (const item of value.items) {
    const key = item.kind === 'object' ? readArgument(item, as.key) : undefined;
    if (item.kind === 'object' && key?.kind === 'known') {
      const source = { ...item, members: new Map([...item.members].filter(([name]) => name !== as.key)) };
      members.set(String(key.value), keyedMember(source, as.shape, about, path));
    } else {
      open ??= unknown('unresolved-expression', `the ${as.key} of each block`, item.origin);
    }
  }
  return objectOf(members, value.origin, open);
}

function keyedMember(
  source: ObjectValue,
  shape: Extract<Conversion, { kind: 'keyed' }>['shape'],
  about: Conversation,
  path: string,
): Value {
  const argument = valueArgument(shape);
  if (argument !== undefined) return readArgument(source, argument);
  return assemble(convert(shape as Shape, source, about, path), source);
}

/** The argument that holds the whole value of a member, where it is not an object. */
export function valueArgument(shape: Extract<Conversion, { kind: 'keyed' }>['shape']): string | undefined {
  return typeof shape['value'] === 'string' && Object.keys(shape).length === 1 ? shape['value'] : undefined;
}

function onItems(list: ListValue, f: (value: Value) => Value): ListValue {
  return { ...list, items: list.items.map(f) };
}

function toPairs(value: Value, key: string, holds: string): Value {
  if (value.kind !== 'object') return value;
  const items = [...value.members]
    .filter(([, v]) => !isNothing(v))
    .map(([name, v]) => pairFor(name, v, key, holds));
  return listOf(items, value.origin, value.open);
}

function pairFor(name: string, value: Value, key: string, holds: string): Value {
  if (value.kind === 'choice') {
    return {
      ...value,
      whenTrue: pairFor(name, value.whenTrue, key, holds),
      whenFalse: pairFor(name, value.whenFalse, key, holds),
    };
  }
  if (isNothing(value)) return absent(value.origin);
  return objectOf({ [key]: known(name, value.origin), [holds]: value }, value.origin);
}

function translate(value: Value, dictionary: Readonly<Record<string, Scalar>>): Value {
  if (value.kind === 'list') return onItems(value, (item) => over(item, (v) => translate(v, dictionary)));
  if (value.kind !== 'known') {
    return value.kind === 'reference' || value.kind === 'composed'
      ? unknown('computed', 'the deployed value', value.origin)
      : value;
  }
  const word = String(value.value);
  return Object.hasOwn(dictionary, word) ? known(dictionary[word]!, value.origin) : value;
}

function extract(value: Value, find: string, replacement: string): Value {
  if (value.kind !== 'known') return unknown('computed', 'the deployed value', value.origin);
  return known(String(value.value).replace(new RegExp(find), replacement), value.origin);
}

function joinTexts(value: Value, by: string): Value {
  if (value.kind !== 'list') return value;
  if (value.open !== undefined) return value.open;
  const open = value.items.find((item): item is Unknown => item.kind === 'unknown');
  if (open !== undefined) return open;
  const texts = value.items.map((item) => (item.kind === 'known' ? String(item.value) : undefined));
  if (texts.every((t) => t !== undefined)) return known(texts.join(by), value.origin);
  const parts = value.items.flatMap((item, at) => (at === 0 ? [item] : [known(by, value.origin), item]));
  return { kind: 'composed', parts, origin: value.origin };
}

/** A block whose content CloudFormation writes in the enclosing object. */
function flattened(
  value: Value,
  as: Extract<Conversion, { kind: 'object' }>,
  about: Conversation,
  path: string,
): Entries {
  const one = value.kind === 'list' ? onlyOne(value) : value;
  switch (one.kind) {
    case 'object':
      return withConstants(convert(as.shape, one, about, path), as.constants, one.origin);
    case 'choice':
      return either(
        one.condition,
        flattened(one.whenTrue, as, about, path),
        flattened(one.whenFalse, as, about, path),
        one.origin,
      );
    case 'unknown':
      return new Map(targetsOf(as.shape).map((to) => [to, one]));
    default: {
      // A provider default inside a block that is not written does not count: the block is not there.
      return new Map();
    }
  }
}

function either(condition: Condition, yes: Entries, no: Entries, origin: Origin): Entries {
  const paths = new Set([...yes.keys(), ...no.keys()]);
  return new Map(
    [...paths].map((to) => [
      to,
      {
        kind: 'choice',
        condition,
        whenTrue: yes.get(to) ?? absent(origin),
        whenFalse: no.get(to) ?? absent(origin),
        origin,
      },
    ]),
  );
}

/** The CloudFormation paths that a shape writes to. */
export function targetsOf(shape: Shape): readonly string[] {
  const found = Object.values(shape)
    .flatMap(fieldsOf)
    .filter((field) => field.meta !== true)
    .flatMap((field) =>
      field.as?.kind === 'object' && field.to === '' ? targetsOf(field.as.shape) : [field.to],
    );
  return [...new Set(found)];
}

/** The tree that entries describe. */
export function assemble(entries: Entries, source: { origin: Origin; open?: Unknown }): ObjectValue {
  let tree: Value = objectOf(new Map(), source.origin, source.open);
  for (const [path, value] of entries) tree = setAt(tree, path.split('.'), value, source.origin);
  return tree as ObjectValue;
}

/**
 * The tree with a value at a path; what is unknown on the way stays open around it. Objects that are made on the way
 * stand `within`: nobody wrote them, and what else they could hold is not missing at the line of the one that they do.
 */
export function setAt(
  tree: Value | undefined,
  path: readonly string[],
  value: Value,
  within: Origin = value.origin,
): Value {
  const [name, ...rest] = path;
  if (name === undefined) return tree === undefined ? value : overlay(tree, value);
  const inside = (member: Value | undefined) => setAt(member, rest, value, within);
  if (tree === undefined || isNothing(tree)) return objectOf(new Map([[name, inside(undefined)]]), within);
  switch (tree.kind) {
    case 'object': {
      const members = new Map(tree.members);
      members.set(name, inside(members.get(name)));
      return { ...tree, members };
    }
    case 'choice':
      return {
        ...tree,
        whenTrue: setAt(tree.whenTrue, path, value, within),
        whenFalse: setAt(tree.whenFalse, path, value, within),
      };
    case 'unknown':
      return objectOf(new Map([[name, inside(undefined)]]), tree.origin, tree);
    default:
      return tree;
  }
}

/** Two sayings about the same place: objects are merged, lists follow each other, what is written stands over what is not. */
function overlay(before: Value, after: Value): Value {
  if (isNothing(before)) return after;
  switch (after.kind) {
    case 'absent':
      return before;
    case 'choice':
      return {
        ...after,
        whenTrue: overlay(before, after.whenTrue),
        whenFalse: overlay(before, after.whenFalse),
      };
    case 'object': {
      if (before.kind === 'unknown') return { ...after, open: after.open ?? before };
      if (before.kind !== 'object') return after;
      let merged: Value = before;
      for (const [name, value] of after.members) merged = setAt(merged, [name], value);
      return merged;
    }
    case 'list':
      if (before.kind === 'list') return { ...before, items: [...before.items, ...after.items] };
      // What was unknown before may still be among the members.
      return before.kind === 'unknown' ? { ...after, open: after.open ?? before } : after;
    case 'unknown':
      return before.kind === 'list' || before.kind === 'object' ? { ...before, open: after } : after;
    default:
      return after;
  }
}
