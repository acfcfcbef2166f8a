import type { TerraformInstance } from '../../src/collect/terraform/instance.ts';
import { type Mapped, mapInstances } from '../../src/collect/terraform/mapping/map.ts';
import { ALWAYS, type Condition } from '../../src/model/condition.ts';
import { inCode, type Origin } from '../../src/model/origin.ts';
import type { NotSeen, ResourceNode } from '../../src/model/resource.ts';
import {
  known,
  listOf,
  type ObjectValue,
  objectOf,
  reference,
  type Scalar,
  type Unknown,
  unknown,
  type Value,
} from '../../src/model/value.ts';

/** Arguments as plain data, with `Value`s wherever a test needs more than a literal. */
export type Plain = Scalar | Value | readonly Plain[] | { readonly [name: string]: Plain };

let line = 0;

/** A place of its own for each thing, so that tests can tell origins apart. */
export function here(file = 'main.tf', at = ++line): Origin {
  return inCode({ file, line: at, column: 1, endLine: at, endColumn: 1 });
}

function isValue(plain: Plain): plain is Value {
  return plain !== null && typeof plain === 'object' && 'kind' in plain && 'origin' in plain;
}

export function value(plain: Plain, origin: Origin): Value {
  if (plain === null || typeof plain !== 'object') return known(plain, origin);
  if (isValue(plain)) return plain;
  if (Array.isArray(plain)) {
    return listOf(
      plain.map((item: Plain) => value(item, origin)),
      origin,
    );
  }
  const members = Object.entries(plain as Record<string, Plain>).map(
    ([name, inner]) => [name, value(inner, origin)] as const,
  );
  return objectOf(new Map(members), origin);
}

export function instance(
  address: string,
  config: { readonly [name: string]: Plain },
  exists: Condition = ALWAYS,
): TerraformInstance {
  const [type, name] = address.split('.').slice(-2) as [string, string];
  const origin = here();
  return {
    address,
    type,
    name: name.replace(/\[.*/, ''),
    exists,
    config: value(config, origin) as ObjectValue,
    meta: objectOf({}, origin),
    origin,
    symbolic: address.includes('[?]'),
  };
}

export function ref(address: string, attribute = 'id'): Value {
  return reference({ address, attribute }, here());
}

export function open(decidedBy = 'a value for var.x'): Unknown {
  return unknown('input-without-value', decidedBy, here());
}

export function choice(condition: Condition, whenTrue: Value, whenFalse: Value): Value {
  return { kind: 'choice', condition, whenTrue, whenFalse, origin: here() };
}

export function map(instances: readonly TerraformInstance[], notSeen: readonly NotSeen[] = []): Mapped {
  return mapInstances(instances, { notSeen });
}

/** The mapped form of one instance. */
export function mapOne(address: string, config: { readonly [name: string]: Plain }): ResourceNode {
  return map([instance(address, config)]).resources[0]!;
}

/** What tests compare: scalars as they are; `<address.attribute>`, `<unknown: …>`, `<absent = …>` for the rest. */
export function plain(value: Value | undefined): unknown {
  switch (value?.kind) {
    case undefined:
      return undefined;
    case 'known':
      return value.value;
    case 'list':
      return [...value.items.map(plain), ...(value.open === undefined ? [] : [plain(value.open)])];
    case 'object': {
      const members = [...value.members].map(([name, inner]) => [name, plain(inner)] as const);
      return Object.fromEntries(
        value.open === undefined ? members : [...members, ['...', plain(value.open)]],
      );
    }
    case 'absent':
      return value.default === undefined ? '<absent>' : `<absent = ${String(value.default.value)}>`;
    case 'unknown':
      return `<unknown: ${value.decidedBy}>`;
    case 'reference':
      return `<${value.to.address}.${value.to.attribute}>`;
    case 'composed':
      return value.parts.map((part) => String(plain(part))).join('');
    case 'choice':
      return { either: plain(value.whenTrue), or: plain(value.whenFalse) };
    case 'sensitive':
      return '<sensitive>';
  }
}

export function properties(node: ResourceNode | undefined): Record<string, unknown> {
  return plain(node?.properties) as Record<string, unknown>;
}
