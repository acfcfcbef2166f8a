import { identityOf } from '../../../knowledge/identities/index.ts';
import { ALWAYS, and, atom, type Condition, NEVER, not, or } from '../../../model/condition.ts';
import type { NotSeen, ResourceNode } from '../../../model/resource.ts';
import { listOf, type ObjectValue, objectOf, reference, type Value } from '../../../model/value.ts';
import type { TerraformInstance } from '../instance.ts';
import { assemble, type Conversation, convert, readArgument, withConstants } from './convert.ts';
import { joinAll } from './join.ts';
import type { JoinRow, PartRow, TypeRow } from './row.ts';
import { SERVICES } from './services/index.ts';

export interface Mapped {
  readonly resources: ResourceNode[];
  /** Types without a row, kept under their own name. */
  readonly unmapped: Map<string, number>;
  /** Arguments without a rule, by `type.argument`; they are kept in the resource's `meta.arguments`. */
  readonly unmappedArguments: Map<string, number>;
}

/** The rows by Terraform type; several where an argument decides between CloudFormation types. */
export const TYPE_ROWS: ReadonlyMap<string, readonly TypeRow[]> = Map.groupBy(
  SERVICES.flatMap((service) => service.types),
  (row) => row.from,
);

export const JOIN_ROWS: ReadonlyMap<string, JoinRow> = new Map(
  SERVICES.flatMap((service) => (service.joins ?? []).map((row) => [row.from, row])),
);

/**
 * Says Terraform instances in CloudFormation's words: types and properties renamed, split resources joined.
 * Nothing is dropped: a type without a row keeps its own name, an argument without a rule is kept in `meta.arguments`,
 * a joined resource whose target is not certainly here stays as a resource of its own.
 */
export function mapInstances(
  instances: readonly TerraformInstance[],
  context: { readonly notSeen: readonly NotSeen[] },
): Mapped {
  const ledger = new Ledger();
  const own: ResourceNode[] = [];
  const joining: { instance: TerraformInstance; row: JoinRow }[] = [];
  for (const instance of instances) {
    const join = JOIN_ROWS.get(instance.type);
    if (join !== undefined) joining.push({ instance, row: join });
    else own.push(...nodesOf(instance, ledger));
  }
  const { targets, left } = joinAll(own, joining, context.notSeen, (instance, kept) =>
    ledger.about(instance, kept),
  );
  return {
    resources: [...targets, ...left.map((instance) => verbatim(instance))],
    unmapped: ledger.types,
    unmappedArguments: ledger.arguments,
  };
}

function nodesOf(instance: TerraformInstance, ledger: Ledger): readonly ResourceNode[] {
  const rows = TYPE_ROWS.get(instance.type);
  if (rows === undefined) {
    ledger.countType(instance.type);
    return [verbatim(instance)];
  }
  const possible = rows
    .map((row) => ({ row, exists: and(instance.exists, applies(row, instance)) }))
    .filter(({ exists }) => exists.op !== 'never');
  if (possible.length === 0) return [verbatim(instance)];
  return possible.flatMap(({ row, exists }, at) => {
    const address = at === 0 ? instance.address : `${instance.address}#${row.when?.is}`;
    const kept = new Map<string, Value>();
    const entries = convert(row.properties, instance.config, ledger.about(instance, kept));
    const properties = assemble(withConstants(entries, row.constants, instance.origin), instance.config);
    const node = nodeFrom(row.to, address, exists, properties, instance);
    const parts = (row.parts ?? []).flatMap((part) =>
      partsOf(part, { ...instance, address, exists }, ledger),
    );
    return [{ ...node, meta: withArguments(instance.meta, kept) }, ...parts];
  });
}

function nodeFrom(
  type: string,
  address: string,
  exists: Condition,
  properties: ObjectValue,
  instance: TerraformInstance,
): ResourceNode {
  const identity = identityOf(type);
  return {
    type,
    address,
    exists,
    properties,
    origin: instance.origin,
    meta: instance.meta,
    sourceType: instance.type,
    ...inRegion(instance),
    ...(identity === undefined ? {} : { identity }),
  };
}

/** Whether a row is the one that an argument chooses; an open argument leaves all of them possible. */
function applies(row: TypeRow, instance: TerraformInstance): Condition {
  const { when } = row;
  if (when === undefined) return ALWAYS;
  return chosen(readArgument(instance.config, when.argument), when, instance.address);
}

function chosen(value: Value, when: NonNullable<TypeRow['when']>, address: string): Condition {
  if (value.kind === 'known') return value.value === when.is ? ALWAYS : NEVER;
  if (value.kind === 'choice') {
    return or(
      and(value.condition, chosen(value.whenTrue, when, address)),
      and(not(value.condition), chosen(value.whenFalse, when, address)),
    );
  }
  const decidedBy = value.kind === 'unknown' ? value.decidedBy : `${when.argument} of ${address}`;
  const reason = value.kind === 'unknown' ? value.reason : 'unresolved-expression';
  return atom(`${address}.${when.argument} = ${when.is}`, decidedBy, reason);
}

/** The resources that CloudFormation would write for an argument or its repeated blocks. */
function partsOf(part: PartRow, instance: TerraformInstance, ledger: Ledger): readonly ResourceNode[] {
  const value = readArgument(instance.config, part.argument);
  const parent = reference(
    { address: instance.address, attribute: part.parent.attribute },
    value.kind === 'absent' ? instance.origin : value.origin,
  );
  const named = part.parent.list === true ? listOf([parent], parent.origin) : parent;
  const make = (key: string, exists: Condition, source: ObjectValue): ResourceNode => {
    const entries = convert(part.shape, source, ledger.about(instance, new Map()), part.argument);
    entries.set(part.parent.property, named);
    const properties = assemble(withConstants(entries, part.constants, source.origin), source);
    const node = nodeFrom(part.to, `${instance.address}.${key}`, exists, properties, instance);
    return { ...node, origin: source.origin };
  };
  return present(value, instance.exists, part.argument, instance.address).map(({ key, exists, value: v }) =>
    make(key, exists, v.kind === 'object' ? v : objectOf({ [part.argument]: v }, v.origin)),
  );
}

interface Present {
  readonly key: string;
  readonly exists: Condition;
  readonly value: Value;
}

function present(value: Value, exists: Condition, key: string, address: string): readonly Present[] {
  switch (value.kind) {
    case 'absent':
      return [];
    case 'choice':
      return [
        ...present(value.whenTrue, and(exists, value.condition), key, address),
        ...present(value.whenFalse, and(exists, not(value.condition)), `${key}!`, address),
      ];
    case 'list': {
      const items = value.items.flatMap((item, at) => present(item, exists, `${key}[${at}]`, address));
      return value.open === undefined
        ? items
        : [...items, ...present(value.open, exists, `${key}[?]`, address)];
    }
    case 'unknown': {
      const there = atom(`${address}.${key}`, value.decidedBy, value.reason);
      return [{ key, exists: and(exists, there), value: objectOf(new Map(), value.origin, value) }];
    }
    case 'known':
      return value.value === null ? [] : [{ key, exists, value }];
    default:
      return [{ key, exists, value }];
  }
}

function inRegion({ region }: TerraformInstance): { readonly region?: string } {
  if (region === undefined) return {};
  if (region.kind === 'known') return { region: String(region.value) };
  const { at } = region.origin;
  return { region: `?${region.kind === 'unknown' ? region.decidedBy : `${at.file}:${at.line}`}` };
}

function verbatim(instance: TerraformInstance): ResourceNode {
  return {
    type: instance.type,
    address: instance.address,
    exists: instance.exists,
    properties: instance.config,
    origin: instance.origin,
    meta: instance.meta,
    sourceType: instance.type,
    ...inRegion(instance),
  };
}

function withArguments(meta: ObjectValue, kept: ReadonlyMap<string, Value>): ObjectValue {
  if (kept.size === 0) return meta;
  const members = new Map(meta.members);
  members.set('arguments', objectOf(kept, meta.origin));
  return { ...meta, members };
}

class Ledger {
  readonly types = new Map<string, number>();
  readonly arguments = new Map<string, number>();

  countType(type: string): void {
    this.types.set(type, (this.types.get(type) ?? 0) + 1);
  }

  about(instance: TerraformInstance, kept: Map<string, Value>): Conversation {
    return {
      type: instance.type,
      left: (path, value) => {
        const name = `${instance.type}.${path}`;
        this.arguments.set(name, (this.arguments.get(name) ?? 0) + 1);
        kept.set(path, value);
      },
      keep: (path, value) => kept.set(path, value),
    };
  }
}
