import type { Entry, Node } from '../parse.ts';
import type { Template } from '../template.ts';
import { literal, node } from './nodes.ts';

/** SAM's names for what it makes (`Fn.Alias`, `Api.Stage`) as the ids that they mean, everywhere in a template. */
export function renamed(template: Template, aliases: ReadonlyMap<string, string>): Template {
  if (aliases.size === 0) return template;
  const done = new WeakMap<Node, Node>();
  const rename = (of: Node): Node => {
    const before = done.get(of);
    if (before !== undefined) return before;
    const after = renamedNode(of, aliases, rename);
    done.set(of, after);
    return after;
  };
  const section = (entries: ReadonlyMap<string, Entry>): ReadonlyMap<string, Entry> =>
    new Map([...entries].map(([name, e]) => [name, { ...e, value: rename(e.value) }]));
  return { ...template, resources: section(template.resources), outputs: section(template.outputs) };
}

function renamedNode(of: Node, aliases: ReadonlyMap<string, string>, rename: (of: Node) => Node): Node {
  switch (of.kind) {
    case 'list':
      return { ...of, items: of.items.map(rename) };
    case 'map': {
      const entries = [...of.entries].map(([name, e]) => [name, { ...e, value: rename(e.value) }] as const);
      return { ...of, entries: new Map(entries) };
    }
    case 'call':
      return { ...of, argument: argumentOf(of.name, of.argument, aliases, rename) };
    default:
      return of;
  }
}

function argumentOf(
  name: string,
  argument: Node,
  aliases: ReadonlyMap<string, string>,
  rename: (of: Node) => Node,
): Node {
  if (name === 'Ref') {
    const id = aliases.get(literal(argument) ?? '');
    return id === undefined ? argument : node(id, argument.at);
  }
  if (name === 'Fn::GetAtt') {
    const parts =
      argument.kind === 'list' ? argument.items.map((i) => literal(i) ?? '') : [literal(argument) ?? ''];
    const path = parts.join('.').split('.');
    const id = aliases.get(path.slice(0, 2).join('.'));
    return id === undefined ? argument : node([id, path.slice(2).join('.')], argument.at);
  }
  if (name !== 'Fn::Sub') return rename(argument);
  const first = argument.kind === 'list' ? argument.items[0] : argument;
  if (first?.kind !== 'scalar') return rename(argument);
  const text = node(
    first.text.replace(/\$\{([\w:]+\.[\w]+)((?:\.[\w.]+)?)\}/g, (whole, head: string, tail: string) => {
      const id = aliases.get(head);
      return id === undefined ? whole : `\${${id}${tail}}`;
    }),
    first.at,
  );
  return argument.kind === 'list'
    ? { ...argument, items: [text, ...argument.items.slice(1).map(rename)] }
    : text;
}
