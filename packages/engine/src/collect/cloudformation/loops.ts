import type { Evaluator, Expanded, Scope } from './evaluate.ts';
import type { Entry, Node } from './parse.ts';
import { literal, node } from './sam/nodes.ts';

/** A section with its loops unrolled; a loop that cannot be unrolled stays. */
export function unrolled(
  section: ReadonlyMap<string, Entry>,
  evaluator: Evaluator,
): ReadonlyMap<string, Entry> {
  const found = new Map<string, Entry>();
  for (const [name, written] of section) {
    const loops = name.startsWith('Fn::ForEach::') ? evaluator.expand(name, written, new Map()) : undefined;
    if (loops === undefined) found.set(name, written);
    else for (const one of loops) found.set(one.name, unlooped(one));
  }
  return found;
}

function unlooped(one: Expanded): Entry {
  return { ...one.entry, value: filled(one.entry.value, one.scope) };
}

/** The loop variables as texts where they are read. */
function filled(of: Node, scope: Scope): Node {
  switch (of.kind) {
    case 'list':
      return { ...of, items: of.items.map((item) => filled(item, scope)) };
    case 'map': {
      const entries = [...of.entries].map(
        ([name, e]) => [inText(name, scope), { ...e, value: filled(e.value, scope) }] as const,
      );
      return { ...of, entries: new Map(entries) };
    }
    case 'call': {
      const value = of.name === 'Ref' ? textIn(literal(of.argument) ?? '', scope) : undefined;
      if (value !== undefined) return node(value, of.at);
      return { ...of, argument: filled(of.argument, scope) };
    }
    case 'scalar':
      return typeof of.value === 'string' && of.value.includes('{')
        ? node(inText(of.value, scope), of.at)
        : of;
    default:
      return of;
  }
}

function textIn(name: string, scope: Scope): string | undefined {
  const value = scope.get(name);
  return value?.kind === 'known' ? String(value.value) : undefined;
}

function inText(text: string, scope: Scope): string {
  return text.replace(/([$&])\{(\w+)\}/g, (whole, sign: string, name: string) => {
    const value = textIn(name, scope);
    if (value === undefined) return whole;
    return sign === '&' ? value.replace(/[^A-Za-z0-9]/g, '') : value;
  });
}
