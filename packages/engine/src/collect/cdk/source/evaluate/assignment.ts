import { and } from '../../../../model/condition.ts';
import type { Location } from '../../../../model/origin.ts';
import type { Expression, Pattern } from '../syntax/tree.ts';
import { either } from './conditions.ts';
import type { Execution } from './execution.ts';
import { evaluate } from './expressions.ts';
import { itemAt, memberOf } from './members.ts';
import { type ObjectCell, type Run, textOf } from './run.ts';
import type { Scope } from './scope.ts';

/** Binds names to a value, or to the parts that it is taken apart into. */
export function bind(target: Pattern, given: Run, scope: Scope, at: Location, by: Execution): void {
  const { fallback } = target;
  const value =
    fallback === undefined ? given : either('=', given, () => evaluate(fallback, scope, by), at, by);
  switch (target.kind) {
    case 'name': {
      const before = scope.frame.python ? scope.names.get(target.name) : undefined;
      if (before !== undefined && before.depth < by.open.length)
        before.value = overwritten(before.value, value, before.depth, by);
      else scope.names.set(target.name, by.bound(value));
      return;
    }
    case 'object': {
      for (const { key, target: part } of target.members)
        bind(part, memberOf(value, key, at, by), scope, at, by);
      if (target.rest !== undefined) {
        const members =
          value.kind === 'object'
            ? [...value.cell.members].filter(([k]) => !target.members.some((m) => m.key === k))
            : [];
        const cell: ObjectCell = {
          members: new Map(members),
          open: value.kind !== 'object' || value.cell.open,
        };
        scope.names.set(target.rest, by.bound({ kind: 'object', cell, at: value.at, seen: value.seen }));
      }
      return;
    }
    case 'list': {
      for (const [index, part] of target.items.entries()) {
        if (part !== undefined) bind(part, itemAt(value, index, at, by), scope, at, by);
      }
      return;
    }
    case 'place':
      assign(target.place, value, scope, by);
  }
}

/** Writes a value to a name that is there, or to a member of something. */
export function assign(target: Expression, value: Run, scope: Scope, by: Execution): void {
  if (target.kind === 'name') {
    const binding = scope.find(target.name);
    if (binding === undefined) scope.names.set(target.name, by.bound(value));
    else binding.value = overwritten(binding.value, value, binding.depth, by);
    return;
  }
  if (target.kind !== 'member' && target.kind !== 'index') return;
  const object = evaluate(target.object, scope, by);
  const key = target.kind === 'member' ? target.name : textOf(evaluate(target.index, scope, by));
  if (scope.frame.python && target.kind === 'member' && target.name === 'exports') return;
  write(object, key, value, target.at, by);
}

/** Writes to a member of something that may be shared; of a construct, nothing is certain afterwards. */
function write(object: Run, key: string | undefined, value: Run, at: Location, by: Execution): void {
  switch (object.kind) {
    case 'object':
      if (key === undefined) {
        object.cell.open = true;
        for (const name of object.cell.members.keys())
          object.cell.members.set(name, by.unknown('what a computed key holds', at));
      } else {
        const old = object.cell.members.get(key) ?? { kind: 'undefined', at, seen: [] };
        object.cell.members.set(key, overwritten(old, value, 0, by));
      }
      return;
    case 'instance': {
      if (key === undefined) return;
      // What a constructor writes is there whenever its instance is.
      object.cell.fields.set(key, value);
      if (object.cell.construct !== undefined && !object.cell.of.fixed.has(key) && LIBRARY_FIELDS.has(key))
        by.library.change(object.cell.construct, at, `${key} is set`);
      return;
    }
    case 'construct':
      by.library.change(object.construct, at, `${key ?? 'a property'} is set`);
      return;
    case 'list':
      object.cell.items = object.cell.items.map(() => by.unknown('a member that is written over', at));
      object.cell.open = true;
      return;
    case 'choice':
      write(object.yes, key, by.unknown('what may be written over', at), at, by);
      write(object.no, key, by.unknown('what may be written over', at), at, by);
      return;
    case 'class':
      if (key !== undefined) object.cell.fixed.set(key, value);
      return;
    case 'global':
      return;
    case 'attribute':
      by.library.written(object, key, at);
      return;
    case 'made': {
      const [of] = object.args;
      // The resource of a construct is a part of it.
      const owner = isDefaultChild(object) && of?.kind === 'node' ? of.construct : undefined;
      if (owner !== undefined) by.library.change(owner, at, 'node.defaultChild is written to');
      else by.library.changeAll(at, 'something that is not followed is written to');
      return;
    }
    default:
      if (object.kind !== 'unknown' || object.data !== true)
        by.library.changeAll(at, 'something that is not followed is written to');
  }
}

function isDefaultChild({ module, names }: Extract<Run, { kind: 'made' }>): boolean {
  return module === 'constructs' && names.join('.') === 'node.defaultChild';
}

/** What a place holds once something may have been written over it. */
function overwritten(old: Run, value: Run, depth: number, by: Execution): Run {
  const condition = and(...by.open.slice(depth));
  return condition.op === 'always'
    ? value
    : { kind: 'choice', condition, yes: value, no: old, at: value.at, seen: [] };
}

/** Fields of the library's own constructs that change what is synthesized when they are written. */
const LIBRARY_FIELDS: ReadonlySet<string> = new Set(['terminationProtection', 'templateOptions']);
