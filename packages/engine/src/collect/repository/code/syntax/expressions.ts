import { type Expression, type SourceModule, TOP } from './source-module.ts';

/** Every value of a module that is written down, each once, with the function that it stands in. */
export function everyExpression(
  module: SourceModule,
  visit: (value: Expression, within: number) => void,
): void {
  for (const call of module.calls) for (const { value } of call.arguments) inside(value, call.within, visit);
  for (const { value, within } of module.bindings) inside(value, within, visit);
  for (const { value, within } of [...module.returns, ...module.throws])
    if (value !== undefined) inside(value, within, visit);
  for (const [number, { gives, parameters }] of module.functions.entries()) {
    if (gives !== undefined) inside(gives, number, visit);
    for (const { otherwise } of parameters) if (otherwise !== undefined) inside(otherwise, number, visit);
  }
  for (const { fields, within } of module.classes)
    for (const { value } of fields) if (value !== undefined) inside(value, within, visit);
  for (const { value, name } of module.exports)
    if (value !== undefined && name === 'default') inside(value, TOP, visit);
}

function inside(value: Expression, within: number, visit: (value: Expression, within: number) => void): void {
  visit(value, within);
  for (const part of partsOf(value)) inside(part, within, visit);
}

/** What an expression is made of, calls and functions left out: their own parts stand in the lists of the module. */
export function partsOf(value: Expression): readonly Expression[] {
  switch (value.kind) {
    case 'object':
      return value.members.map((one) => one.value);
    case 'list':
      return value.items;
    case 'choice':
    case 'both':
    case 'product':
      return value.of;
    case 'compare':
      return [value.left, value.right];
    case 'not':
    case 'member':
      return [value.of];
    case 'index':
      return [value.of, value.index];
    default:
      return [];
  }
}
