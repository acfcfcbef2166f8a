import { identityOf } from '../../../knowledge/identities/index.ts';
import type { NotSeen, ResourceNode } from '../../../model/resource.ts';
import { type ObjectValue, objectOf, type Value } from '../../../model/value.ts';
import type { TerraformInstance } from '../instance.ts';
import { assemble, type Conversation, convert, withConstants } from './convert.ts';
import { joinAll } from './join.ts';
import type { JoinRow, TypeRow } from './row.ts';
import { SERVICES } from './services/index.ts';

export interface Mapped {
  readonly resources: ResourceNode[];
  /** Types without a row, kept under their own name. */
  readonly unmapped: Map<string, number>;
  /** Arguments without a rule, by `type.argument`; they are kept in the resource's `meta.arguments`. */
  readonly unmappedArguments: Map<string, number>;
}

export const TYPE_ROWS: ReadonlyMap<string, TypeRow> = new Map(
  SERVICES.flatMap((service) => service.types.map((row) => [row.from, row])),
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
    else own.push(nodeOf(instance, ledger));
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

function nodeOf(instance: TerraformInstance, ledger: Ledger): ResourceNode {
  const row = TYPE_ROWS.get(instance.type);
  if (row === undefined) {
    ledger.countType(instance.type);
    return verbatim(instance);
  }
  const kept = new Map<string, Value>();
  const entries = convert(row.properties, instance.config, ledger.about(instance, kept));
  const identity = identityOf(row.to);
  return {
    type: row.to,
    address: instance.address,
    exists: instance.exists,
    properties: assemble(withConstants(entries, row.constants, instance.origin), instance.config),
    origin: instance.origin,
    meta: withArguments(instance.meta, kept),
    sourceType: instance.type,
    ...(identity === undefined ? {} : { identity }),
  };
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
