import type { Expression, SourceModule } from '../code/syntax/source-module.ts';

/** An expression and all that is written in it. Functions, classes and calls have lists of their own, and are not entered. */
export function* partsOf(value: Expression, module: SourceModule): Generator<Expression> {
  const open: Expression[] = [value];
  for (let one = open.pop(); one !== undefined; one = open.pop()) {
    yield one;
    open.push(...within(one, module));
  }
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
      return [];
  }
}

/** What stands where code is run: every expression of a module with the function that it is in. Exports are no use of a thing. */
export function* expressionsOf(
  module: SourceModule,
): Generator<{ readonly value: Expression; readonly within: number }> {
  for (const { callee, arguments: given, within: at } of module.calls) {
    yield { value: callee, within: at };
    for (const { value } of given) yield { value, within: at };
  }
  for (const { target, value, within: at } of module.bindings) {
    if (isExport(target)) continue;
    // A function that is given a name is used where the name is.
    if (value.kind !== 'function') yield { value, within: at };
  }
  for (const { value, otherwise, within: at } of module.reads) {
    yield { value, within: at };
    if (otherwise !== undefined) yield { value: otherwise, within: at };
  }
  for (const { parts, within: at } of module.texts)
    for (const part of parts) if (typeof part !== 'string') yield { value: part, within: at };
  for (const { test, within: at } of module.branches) yield { value: test, within: at };
  for (const { value, within: at } of [...module.returns, ...module.throws])
    if (value !== undefined) yield { value, within: at };
  for (const { name, attributes, at: place, within: at } of module.elements) {
    yield { value: { kind: 'name', name, at: place }, within: at };
    for (const { value } of attributes) yield { value, within: at };
  }
  for (const [number, { gives, parameters }] of module.functions.entries()) {
    if (gives !== undefined) yield { value: gives, within: number };
    for (const { otherwise, annotation } of parameters) {
      if (otherwise !== undefined) yield { value: otherwise, within: number };
      if (annotation !== undefined) yield { value: annotation, within: number };
    }
  }
  for (const { bases, fields, within: at } of module.classes) {
    for (const base of bases) yield { value: base, within: at };
    for (const { value } of fields) if (value !== undefined) yield { value, within: at };
  }
}

/** `module.exports = …`, `exports.create = …`. */
function isExport(target: Expression): boolean {
  if (target.kind === 'name') return target.name === 'exports';
  if (target.kind !== 'member') return false;
  return isExport(target.of) || (target.name === 'exports' && target.of.kind === 'name');
}
