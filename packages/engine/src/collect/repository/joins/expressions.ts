import { onceFor } from '../../../once-for.ts';
import type { Expression, SourceModule } from '../code/syntax/source-module.ts';

/** An expression and all that is written in it. Functions, classes and calls have lists of their own, and are not entered. */
export function partsOf(value: Expression, module: SourceModule): readonly Expression[] {
  // Most are names and literals.
  const first = within(value, module);
  if (first.length === 0) return [value];
  const parts: Expression[] = [value];
  const open: Expression[] = [...first];
  for (let one = open.pop(); one !== undefined; one = open.pop()) {
    parts.push(one);
    for (const inner of within(one, module)) open.push(inner);
  }
  return parts;
}

function within(value: Expression, module: SourceModule): readonly Expression[] {
  switch (value.kind) {
    case 'member':
    case 'not':
      return [value.of];
    case 'index':
      return [value.of, value.index];
    case 'object':
      return value.members.map((member) => member.value);
    case 'list':
      return value.items;
    case 'choice':
    case 'both':
    case 'product':
      return value.of;
    case 'compare':
      return [value.left, value.right];
    case 'text':
      return module.texts[value.text]!.parts.filter((part) => typeof part !== 'string');
    default:
      return NOTHING;
  }
}

const NOTHING: readonly Expression[] = [];

/** All expressions of a module (see {@link expressionsOf}), each with all that is written in it. */
export const partsIn = onceFor((module: SourceModule): readonly Expression[] => {
  const parts: Expression[] = [];
  for (const { value } of expressionsOf(module)) {
    if (within(value, module).length === 0) parts.push(value);
    else for (const part of partsOf(value, module)) parts.push(part);
  }
  return parts;
});

interface Placed {
  readonly value: Expression;
  readonly within: number;
}

/** What stands where code is run: every expression of a module with the function that it is in. Exports are no use of a thing. */
export const expressionsOf = onceFor((module: SourceModule): readonly Placed[] => {
  // Many readers look through all of them: listed once, it costs less than to find them each time.
  const placed: Placed[] = [];
  list(module, (value, within) => placed.push({ value, within }));
  return placed;
});

function list(module: SourceModule, add: (value: Expression, within: number) => void): void {
  for (const { callee, arguments: given, within: at } of module.calls) {
    add(callee, at);
    for (const { value } of given) add(value, at);
  }
  for (const { target, value, within: at } of module.bindings) {
    if (isExport(target)) continue;
    // A function that is given a name is used where the name is.
    if (value.kind !== 'function') add(value, at);
  }
  for (const { value, otherwise, within: at } of module.reads) {
    add(value, at);
    if (otherwise !== undefined) add(otherwise, at);
  }
  for (const { parts, within: at } of module.texts)
    for (const part of parts) if (typeof part !== 'string') add(part, at);
  for (const { test, within: at } of module.branches) add(test, at);
  for (const { value, within: at } of [...module.returns, ...module.throws])
    if (value !== undefined) add(value, at);
  for (const { name, attributes, at: place, within: at } of module.elements) {
    add({ kind: 'name', name, at: place }, at);
    for (const { value } of attributes) add(value, at);
  }
  for (const [number, { gives, parameters }] of module.functions.entries()) {
    if (gives !== undefined) add(gives, number);
    for (const { otherwise, annotation } of parameters) {
      if (otherwise !== undefined) add(otherwise, number);
      if (annotation !== undefined) add(annotation, number);
    }
  }
  for (const { bases, fields, within: at } of module.classes) {
    for (const base of bases) add(base, at);
    for (const { value } of fields) if (value !== undefined) add(value, at);
  }
}

/** `module.exports = …`, `exports.create = …`. */
function isExport(target: Expression): boolean {
  if (target.kind === 'name') return target.name === 'exports';
  if (target.kind !== 'member') return false;
  return isExport(target.of) || (target.name === 'exports' && target.of.kind === 'name');
}
