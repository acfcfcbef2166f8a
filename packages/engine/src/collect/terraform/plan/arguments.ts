import { JOIN_ROWS, TYPE_ROWS } from '../mapping/map.ts';
import { fieldsOf, type Shape } from '../mapping/row.ts';

/** Names of arguments that the mapping knows, with those inside of them; `undefined` where any name is known. */
export interface ArgumentTree {
  has(name: string): boolean;
  /** Whether it is, or may be, written as a block. */
  isBlock(name: string): boolean;
  get(name: string): ArgumentTree | undefined;
}

const trees = new Map<string, ArgumentTree | undefined>();

/** The arguments of a type that the mapping has a rule for; `undefined` for a type without rows: all are kept. */
export function knownArguments(type: string): ArgumentTree | undefined {
  if (!trees.has(type)) trees.set(type, treeOf(type));
  return trees.get(type);
}

function treeOf(type: string): ArgumentTree | undefined {
  const rows = TYPE_ROWS.get(type) ?? [];
  const join = JOIN_ROWS.get(type);
  if (rows.length === 0 && join === undefined) return undefined;
  const shapes: Shape[] = [];
  const names = new Set<string>(['tags_all', 'region']);
  for (const row of rows) {
    shapes.push(row.properties);
    if (row.when !== undefined) names.add(row.when.argument);
    for (const part of row.parts ?? []) shapes.push(part.shape);
  }
  if (join !== undefined) {
    for (const { by } of join.into)
      for (const name of typeof by === 'string' ? [by] : Object.keys(by)) names.add(name);
    if (join.set !== undefined) shapes.push(join.set);
    const member = join.append?.member;
    if (member !== undefined) {
      if (isArgument(member)) names.add(member.argument);
      else shapes.push(member);
    }
  }
  return new Shapes(shapes, names);
}

function isArgument(member: Shape | { readonly argument: string }): member is { readonly argument: string } {
  return typeof member['argument'] === 'string' && Object.keys(member).length === 1;
}

class Shapes implements ArgumentTree {
  readonly #shapes: readonly Shape[];
  readonly #names: ReadonlySet<string>;

  constructor(shapes: readonly Shape[], names: ReadonlySet<string> = new Set()) {
    this.#shapes = shapes;
    this.#names = names;
  }

  has(name: string): boolean {
    return this.#names.has(name) || this.#shapes.some((shape) => Object.hasOwn(shape, name));
  }

  isBlock(name: string): boolean {
    if (this.get(name) !== undefined) return true;
    const rules = this.#shapes.flatMap((shape) => (Object.hasOwn(shape, name) ? [shape[name]!] : []));
    // Without a place of its own, only its name is known.
    return rules.every((rule) => fieldsOf(rule).every((field) => field.to === ''));
  }

  get(name: string): ArgumentTree | undefined {
    const inner: Shape[] = [];
    for (const shape of this.#shapes) {
      const rule = Object.hasOwn(shape, name) ? shape[name] : undefined;
      for (const field of rule === undefined ? [] : fieldsOf(rule)) {
        const as = field.as;
        if (as?.kind === 'object' || as?.kind === 'objects' || as?.kind === 'keyed')
          inner.push(as.shape as Shape);
      }
    }
    return inner.length === 0 ? undefined : new Shapes(inner);
  }
}
