import { onceFor } from '../../../../once-for.ts';
import { type Expression, type SourceModule, TOP } from './source-module.ts';

interface Placed {
  readonly value: Expression;
  readonly within: number;
}

/** Every value of a module that is written down, each once, with the function that it stands in. */
export function everyExpression(
  module: SourceModule,
  visit: (value: Expression, within: number) => void,
): void {
  for (const { value, within } of written(module)) visit(value, within);
}

/** Listed once: many readers look through all of them. */
const written = onceFor((module: SourceModule): readonly Placed[] => {
  const all: Placed[] = [];
  const add = (value: Expression, within: number) => {
    all.push({ value, within });
    for (const part of partsOf(value)) add(part, within);
  };
  for (const call of module.calls) for (const { value } of call.arguments) add(value, call.within);
  for (const { value, within } of module.bindings) add(value, within);
  for (const { value, within } of module.returns) if (value !== undefined) add(value, within);
  for (const { value, within } of module.throws) if (value !== undefined) add(value, within);
  for (const [number, { gives, parameters }] of module.functions.entries()) {
    if (gives !== undefined) add(gives, number);
    for (const { otherwise } of parameters) if (otherwise !== undefined) add(otherwise, number);
  }
  for (const { fields, within } of module.classes)
    for (const { value } of fields) if (value !== undefined) add(value, within);
  for (const { value, name } of module.exports)
    if (value !== undefined && name === 'default') add(value, TOP);
  return all;
});

const NOTHING: readonly Expression[] = [];

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
      return NOTHING;
  }
}
