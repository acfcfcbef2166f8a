import {
  type Conversion,
  type Field,
  fieldsOf,
  type JoinRow,
  type Shape,
  type TypeRow,
} from '../../src/collect/terraform/mapping/row.ts';
import { SERVICES } from '../../src/collect/terraform/mapping/services/index.ts';

/** Paths by type, list members without brackets: `Rules.Transitions.StorageClass`. */
export type Names = Map<string, Set<string>>;

/** Every Terraform argument and every CloudFormation property that the mapping names. */
export function namesInMapping(): { readonly terraform: Names; readonly cloudformation: Names } {
  const terraform: Names = new Map();
  const cloudformation: Names = new Map();
  for (const service of SERVICES) {
    for (const row of service.types) ofType(row, terraform, cloudformation);
    for (const row of service.joins ?? []) ofJoin(row, terraform, cloudformation);
  }
  return { terraform, cloudformation };
}

function ofType(row: TypeRow, terraform: Names, cloudformation: Names): void {
  const from = setOf(terraform, row.from);
  const to = setOf(cloudformation, row.to);
  walk(row.properties, '', '', from, to);
  if (row.when !== undefined) from.add(row.when.argument);
  for (const path of Object.keys(row.constants ?? {})) to.add(path);
  for (const part of row.parts ?? []) {
    const target = setOf(cloudformation, part.to);
    target.add(part.parent.property);
    for (const path of Object.keys(part.constants ?? {})) target.add(path);
    const plain = Object.keys(part.shape).length === 1 && Object.hasOwn(part.shape, part.argument);
    walk(part.shape, plain ? '' : part.argument, '', from, target);
  }
}

function ofJoin(row: JoinRow, terraform: Names, cloudformation: Names): void {
  const from = setOf(terraform, row.from);
  for (const { type, by } of row.into) {
    const to = setOf(cloudformation, type);
    for (const argument of typeof by === 'string' ? [by] : Object.keys(by)) from.add(argument);
    if (typeof by !== 'string') for (const property of Object.values(by)) to.add(property);
    for (const path of Object.keys(row.constants ?? {})) to.add(path);
    if (row.set !== undefined) walk(row.set, '', '', from, to);
    if (row.append !== undefined) {
      const { to: list, member } = row.append;
      to.add(list);
      const argument = typeof member['argument'] === 'string' ? member['argument'] : undefined;
      if (argument !== undefined) from.add(argument);
      else walk(member as Shape, '', list, from, to);
    }
  }
}

function walk(shape: Shape, argumentPrefix: string, base: string, from: Set<string>, to: Set<string>): void {
  for (const [argument, rule] of Object.entries(shape)) {
    const path = join(argumentPrefix, argument);
    from.add(path);
    for (const field of fieldsOf(rule)) ofField(field, path, base, from, to);
  }
}

function ofField(field: Field, argument: string, base: string, from: Set<string>, to: Set<string>): void {
  if (field.meta === true) return;
  const target = join(base, field.to);
  if (target !== '') to.add(target);
  if (field.as !== undefined) ofConversion(field.as, argument, target, from, to);
}

function ofConversion(
  as: Conversion,
  argument: string,
  target: string,
  from: Set<string>,
  to: Set<string>,
): void {
  switch (as.kind) {
    case 'object':
    case 'objects':
      for (const constant of Object.keys(as.constants ?? {})) to.add(join(target, constant));
      walk(as.shape, argument, target, from, to);
      return;
    case 'pairs':
      to.add(join(target, as.key)).add(join(target, as.value));
      return;
    case 'wrapped':
      to.add(join(target, as.member));
      for (const constant of Object.keys(as.constants ?? {})) to.add(join(target, constant));
      return;
    case 'keyed':
      from.add(join(argument, as.key));
      return;
    default:
  }
}

function join(prefix: string, name: string): string {
  if (prefix === '') return name;
  return name === '' ? prefix : `${prefix}.${name}`;
}

function setOf(names: Names, type: string): Set<string> {
  const known = names.get(type);
  if (known !== undefined) return known;
  const made = new Set<string>();
  names.set(type, made);
  return made;
}
