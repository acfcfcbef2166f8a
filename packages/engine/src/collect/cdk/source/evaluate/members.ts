import type { Location } from '../../../../model/origin.ts';
import type { FunctionExpression } from '../syntax/tree.ts';
import { call } from './calls.ts';
import type { Execution } from './execution.ts';
import { globalNamed } from './globals.ts';
import { exported } from './imports.ts';
import { type ClassCell, type Run, seenAt, seenThrough, textOf } from './run.ts';
import { type Frame, Scope } from './scope.ts';

/** A member of something, by a name that is known. */
export function memberOf(object: Run, name: string, at: Location, by: Execution): Run {
  switch (object.kind) {
    case 'object': {
      const found = object.cell.members.get(name);
      if (found !== undefined) return seenAt(seenThrough(found, object.seen), at);
      if (object.cell.open || METHODS.has(name))
        return METHODS.has(name) ? { kind: 'global', name, of: object, at, seen: [] } : by.unknown(name, at);
      return { kind: 'undefined', at, seen: object.seen };
    }
    case 'list':
    case 'text':
      return { kind: 'global', name, of: object, at, seen: [] };
    case 'scalar':
      return { kind: 'global', name, of: object, at, seen: [] };
    case 'instance':
      return fieldOf(object, name, at, by);
    case 'class': {
      const found = fixedOf(object.cell, name);
      return found === undefined ? by.unknown(name, at) : seenAt(found, at);
    }
    case 'library':
      return by.library.member(object, name, at);
    case 'construct':
      return by.library.attribute(object.construct, name, at);
    case 'made':
    case 'node':
    case 'attribute':
      return by.library.memberOf(object, name, at);
    case 'foreign':
      return { ...object, names: [...object.names, name], at, seen: [] };
    case 'global':
      if (object.name === 'module' && object.of?.kind === 'foreign') {
        return name === 'exports' ? object : seenAt(exported(object.of.module, name, at, by), at);
      }
      return globalNamed(`${object.name}.${name}`, at) ?? by.unknown(`${object.name}.${name}`, at);
    case 'choice':
      return { ...object, yes: memberOf(object.yes, name, at, by), no: memberOf(object.no, name, at, by) };
    case 'undefined':
      // `props?.x` without props.
      return object;
    case 'unknown':
      return by.partOf(object, name, at);
    case 'function':
      return { kind: 'global', name, of: object, at, seen: [] };
  }
}

/** A member of something, by a key that is computed. */
export function indexed(object: Run, index: Run, at: Location, by: Execution): Run {
  if (object.kind === 'choice')
    return {
      ...object,
      yes: indexed(object.yes, index, at, by),
      no: indexed(object.no, index, at, by),
    };
  if (index.kind === 'choice')
    return { ...index, yes: indexed(object, index.yes, at, by), no: indexed(object, index.no, at, by) };
  if (index.kind === 'scalar' && typeof index.value === 'number') return itemAt(object, index.value, at, by);
  const key = textOf(index);
  if (key !== undefined) {
    const found = memberOf(object, key, at, by);
    return index.kind === 'scalar' ? seenThrough(found, index.seen.slice(0, 2)) : found;
  }
  return by.unknown('a member by a key that is not known', at);
}

/** A member of a list, by its place. */
export function itemAt(object: Run, index: number, at: Location, by: Execution): Run {
  if (object.kind === 'choice')
    return { ...object, yes: itemAt(object.yes, index, at, by), no: itemAt(object.no, index, at, by) };
  if (object.kind !== 'list')
    return object.kind === 'object'
      ? memberOf(object, String(index), at, by)
      : by.unknown('a member of what is not known', at);
  const item = object.cell.items.at(index);
  if (object.cell.open || item === undefined)
    return object.cell.open
      ? by.unknown('a member of a list that is not known', at)
      : { kind: 'undefined', at, seen: [] };
  return seenAt(seenThrough(item, object.seen), at);
}

/** A member of what a class extends: `super.name`. */
export function inherited(name: string, scope: Scope, at: Location, by: Execution): Run {
  const base = scope.frame.home?.base;
  const { self } = scope.frame;
  for (
    let of = base?.kind === 'class' ? base.cell : undefined;
    of !== undefined;
    of = of.base?.kind === 'class' ? of.base.cell : undefined
  ) {
    const method = of.node.methods.find((m) => m.name === name);
    if (method !== undefined && self !== undefined) return methodOf(method.value, of, self);
    if (name === '__init__') break;
  }
  if (name === '__init__') return { kind: 'global', name: 'super', at, seen: [] };
  const construct = self?.kind === 'instance' ? self.cell.construct : undefined;
  return construct === undefined ? by.unknown(name, at) : by.library.attribute(construct, name, at);
}

/** A field, getter or method of an instance, its own before those of the classes above it. */
function fieldOf(object: Extract<Run, { kind: 'instance' }>, name: string, at: Location, by: Execution): Run {
  const { cell } = object;
  const own = cell.fields.get(name);
  if (own !== undefined) return seenAt(own, at);
  for (
    let of: ClassCell | undefined = cell.of;
    of !== undefined;
    of = of.base?.kind === 'class' ? of.base.cell : undefined
  ) {
    const method = of.node.methods.find((m) => m.name === name);
    if (method !== undefined) {
      const bound = methodOf(method.value, of, object);
      return method.getter ? call(bound, [], at, by) : bound;
    }
    const fixed = of.fixed.get(name);
    if (fixed !== undefined) return seenAt(fixed, at);
  }
  if (cell.construct !== undefined) return by.library.attribute(cell.construct, name, at);
  return cell.foreign ? by.unknown(name, at) : { kind: 'undefined', at, seen: [] };
}

function fixedOf(cell: ClassCell, name: string): Run | undefined {
  const own = cell.fixed.get(name);
  if (own !== undefined) return own;
  return cell.base?.kind === 'class' ? fixedOf(cell.base.cell, name) : undefined;
}

function methodOf(node: FunctionExpression, home: ClassCell, self: Run): Run {
  const frame: Frame = { ...home.scope.frame, self, home };
  return { kind: 'function', node, scope: new Scope(home.scope, frame), self, at: node.at, seen: [] };
}

/** Methods of plain objects in Python, and of those of JavaScript. */
const METHODS: ReadonlySet<string> = new Set([
  'get',
  'items',
  'keys',
  'values',
  'hasOwnProperty',
  'update',
  'setdefault',
  'pop',
  'copy',
]);
