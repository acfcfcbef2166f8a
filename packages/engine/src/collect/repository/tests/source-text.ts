import { onceFor } from '../../../once-for.ts';
import type { Import, Range, SourceModule } from '../code/syntax/source-module.ts';
import { type Expression, isBefore, type Place } from '../code/syntax/source-module.ts';

/** Names that a chain consists of, from its first: `test.describe.only` and `it.each([…])` without the call. */
export interface Chain {
  readonly root: string;
  readonly steps: readonly string[];
}

/** The chain of an expression with names as they are written, calls between them left out. */
export function chainOf(value: Expression, module: SourceModule): Chain | undefined {
  const steps: string[] = [];
  for (let at: Expression | undefined = value; at !== undefined; ) {
    switch (at.kind) {
      case 'name':
        return { root: at.name, steps: steps.reverse() };
      case 'member':
        steps.push(at.name);
        at = at.of;
        break;
      case 'call':
        at = module.calls[at.call]!.callee;
        break;
      case 'text':
        at = module.texts[at.text]!.tag;
        break;
      default:
        return undefined;
    }
  }
  return undefined;
}

/** What brings a name into a file of tests. */
export function importOf(module: SourceModule, local: string | undefined): Import | undefined {
  return local === undefined ? undefined : importsByName(module).get(local);
}

const importsByName = onceFor(({ imports }: SourceModule) => {
  const found = new Map<string, Import>();
  for (const one of imports) if (one.local !== undefined && !found.has(one.local)) found.set(one.local, one);
  return found;
});

/** A text with what is put in as `{}`; `undefined` where it is no text. */
export function textIn(value: Expression | undefined, module: SourceModule): string | undefined {
  if (value?.kind === 'literal') return typeof value.value === 'string' ? value.value : undefined;
  if (value?.kind !== 'text') return undefined;
  return module.texts[value.text]!.parts.map((part) => (typeof part === 'string' ? part : '{}')).join('');
}

/** The things of a list that stand in a range, found without a look at all of them: files of thousands of tests ask often. */
export function within<T extends { readonly at: Place }>(list: readonly T[], range: Range): readonly T[] {
  const sorted = inOrder(list);
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBefore(sorted[middle]!.at, range.at)) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (end < sorted.length && isBefore(sorted[end]!.at, range.end)) end++;
  return sorted.slice(low, end);
}

const ORDERED = new WeakMap<object, readonly { readonly at: Place }[]>();

function inOrder<T extends { readonly at: Place }>(list: readonly T[]): readonly T[] {
  const before = ORDERED.get(list);
  if (before !== undefined) return before as readonly T[];
  const sorted = list.toSorted((a, b) => a.at.line - b.at.line || a.at.column - b.at.column);
  ORDERED.set(list, sorted);
  return sorted;
}

/** Every literal that stands in arguments, bindings and objects below an expression. */
export function expressionsBelow(value: Expression, found: Expression[] = []): readonly Expression[] {
  found.push(value);
  if (found.length > 5_000) return found;
  switch (value.kind) {
    case 'object':
      for (const { value: one } of value.members) expressionsBelow(one, found);
      break;
    case 'list':
      for (const one of value.items) expressionsBelow(one, found);
      break;
    case 'choice':
    case 'both':
      for (const one of value.of) expressionsBelow(one, found);
      break;
    case 'index':
      expressionsBelow(value.of, found);
      expressionsBelow(value.index, found);
      break;
    case 'compare':
      expressionsBelow(value.left, found);
      expressionsBelow(value.right, found);
      break;
    default:
  }
  return found;
}
