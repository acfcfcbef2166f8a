import { onceFor } from '../../../../once-for.ts';
import { type Expression, type SourceModule, TOP } from './source-module.ts';

interface Placed<Value extends Expression = Expression> {
  readonly value: Value;
  readonly within: number;
}

/** Every value of a module that is written down, each once, with the function that it stands in. */
export function everyExpression(
  module: SourceModule,
  visit: (value: Expression, within: number) => void,
): void {
  const all = written(module);
  for (let i = 0; i < all.length; i++) visit(all[i]!.value, all[i]!.within);
}

/** Listed once: many readers look through all of them. */
const written = onceFor((module: SourceModule): readonly Placed[] => {
  const all: Placed[] = [];
  const add = (value: Expression, within: number) => {
    all.push({ value, within });
    // Most are names, literals and calls; of members there is one part only.
    if (value.kind === 'member' || value.kind === 'not') add(value.of, within);
    else if (value.kind === 'object') for (const one of value.members) add(one.value, within);
    else for (const part of partsOf(value)) add(part, within);
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

/** Those of them that are of one kind. */
export function everyOne<Kind extends Expression['kind']>(
  module: SourceModule,
  kind: Kind,
): readonly Placed<Extract<Expression, { kind: Kind }>>[] {
  return (writtenByKind(module).get(kind) ?? NOTHING) as readonly Placed<
    Extract<Expression, { kind: Kind }>
  >[];
}

const writtenByKind = onceFor((module: SourceModule): ReadonlyMap<Expression['kind'], readonly Placed[]> => {
  const byKind = new Map<Expression['kind'], Placed[]>();
  for (const placed of written(module)) {
    const own = byKind.get(placed.value.kind);
    if (own === undefined) byKind.set(placed.value.kind, [placed]);
    else own.push(placed);
  }
  return byKind;
});

const NOTHING: readonly never[] = [];

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

/** The name that a chain of members begins with. */
export function rootOf(value: Expression): string | undefined {
  if (value.kind === 'name') return value.name;
  return value.kind === 'member' || value.kind === 'index' ? rootOf(value.of) : undefined;
}
