import { onceFor } from '../../../once-for.ts';
import type { Expression, SourceModule } from '../code/syntax/source-module.ts';

/** An expression and all that is written in it. Functions, classes and calls have lists of their own, and are not entered. */
export function partsOf(value: Expression, module: SourceModule): readonly Expression[] {
  const parts: Expression[] = [];
  take(value, module, parts);
  return parts;
}

/** The last part of an expression comes before the first. */
function take(value: Expression, module: SourceModule, parts: Expression[]): void {
  parts.push(value);
  switch (value.kind) {
    case 'member':
    case 'not':
      take(value.of, module, parts);
      break;
    case 'index':
      take(value.index, module, parts);
      take(value.of, module, parts);
      break;
    case 'object':
      for (let i = value.members.length - 1; i >= 0; i--) take(value.members[i]!.value, module, parts);
      break;
    case 'list':
      takeAll(value.items, module, parts);
      break;
    case 'choice':
    case 'both':
    case 'product':
      takeAll(value.of, module, parts);
      break;
    case 'compare':
      take(value.right, module, parts);
      take(value.left, module, parts);
      break;
    case 'text':
      takeAll(module.texts[value.text]!.parts, module, parts);
      break;
    default:
  }
}

function takeAll(values: readonly (string | Expression)[], module: SourceModule, parts: Expression[]): void {
  for (let i = values.length - 1; i >= 0; i--) {
    const value = values[i]!;
    if (typeof value !== 'string') take(value, module, parts);
  }
}

/** All expressions of a module (see {@link expressionsOf}), each with all that is written in it, and where that stands. */
export const placedPartsIn = onceFor((module: SourceModule): readonly Placed[] => {
  const all: Placed[] = [];
  const parts: Expression[] = [];
  for (const placed of expressionsOf(module)) {
    all.push(placed);
    // Most are names, literals and calls.
    if (!HAS_PARTS.has(placed.value.kind)) continue;
    parts.length = 0;
    take(placed.value, module, parts);
    for (let i = 1; i < parts.length; i++) all.push({ value: parts[i]!, within: placed.within });
  }
  return all;
});

/** Those of them that are of one kind. */
export function partsOfKind<Kind extends Expression['kind']>(
  module: SourceModule,
  kind: Kind,
): readonly Placed<Extract<Expression, { kind: Kind }>>[] {
  return (partsByKind(module).get(kind) ?? []) as readonly Placed<Extract<Expression, { kind: Kind }>>[];
}

const partsByKind = onceFor((module: SourceModule): ReadonlyMap<Expression['kind'], readonly Placed[]> => {
  const byKind = new Map<Expression['kind'], Placed[]>();
  for (const placed of placedPartsIn(module)) {
    const own = byKind.get(placed.value.kind);
    if (own === undefined) byKind.set(placed.value.kind, [placed]);
    else own.push(placed);
  }
  return byKind;
});

const HAS_PARTS: ReadonlySet<Expression['kind']> = new Set([
  'member',
  'not',
  'index',
  'object',
  'list',
  'choice',
  'both',
  'product',
  'compare',
  'text',
]);

/** An expression, and the function that it stands in. */
export interface Placed<Value extends Expression = Expression> {
  readonly value: Value;
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

/** The same, with what the calls in it are handed, and what the calls in that are handed. */
export function partsWithArguments(value: Expression, module: SourceModule): readonly Expression[] {
  return partsOf(value, module).flatMap((part) =>
    part.kind === 'call'
      ? [
          part,
          ...module.calls[part.call]!.arguments.flatMap((given) => partsWithArguments(given.value, module)),
        ]
      : [part],
  );
}
