import { and, atom } from '../../src/model/condition.ts';
import type { GraphData } from '../../src/model/graph.ts';
import type { ResourceNode } from '../../src/model/resource.ts';
import { type ObjectValue, type Unknown, unknown, type Value } from '../../src/model/value.ts';

/** A source of choices: `pick(n)` is a number from 0 to n-1. */
export type Pick = (n: number) => number;

/**
 * The same graph with one piece of evidence hidden: a value behind an unknown, members of a list or object out of sight,
 * an existence behind a condition, a resource in a file that was not read, the environment, a default without source, or a
 * part of what the code of a function does.
 */
export function hideOne(graph: GraphData, pick: Pick): GraphData {
  const nodes = graph.resources.length;
  const kind = pick(12);
  if (kind === 0) return { ...graph, environment: hidden(graph.environment, 'environment') };
  if (kind === 1) {
    const forgotten = pick(7);
    return {
      ...graph,
      defaults: (type, path) =>
        (type.length + path.length) % 7 === forgotten ? undefined : graph.defaults(type, path),
    };
  }
  if (nodes === 0) return graph;
  const at = pick(nodes);
  const node = graph.resources[at]!;
  if (kind === 2) {
    return {
      ...graph,
      resources: graph.resources.filter((_, i) => i !== at),
      notSeen: [
        ...graph.notSeen,
        { what: `the file of ${node.address}`, why: 'hidden', decidedBy: 'reading it' },
      ],
    };
  }
  if (kind === 3) {
    const condition = atom(`hidden ${pick(3)}`, 'a value for the condition');
    return {
      ...graph,
      resources: replaced(graph.resources, at, { ...node, exists: and(node.exists, condition) }),
    };
  }
  const code = node.meta?.members.get('Code');
  if (kind === 4 && code !== undefined) {
    const members = new Map(node.meta!.members).set('Code', hideInside(code, pick, 1));
    return {
      ...graph,
      resources: replaced(graph.resources, at, { ...node, meta: { ...node.meta!, members } }),
    };
  }
  return {
    ...graph,
    resources: replaced(graph.resources, at, {
      ...node,
      properties: hideInside(node.properties, pick) as ObjectValue,
    }),
  };
}

function replaced(nodes: readonly ResourceNode[], at: number, node: ResourceNode): readonly ResourceNode[] {
  return nodes.map((n, i) => (i === at ? node : n));
}

/** Goes down to a random depth and hides what is there. The properties of a resource as a whole stay an object. */
function hideInside(value: Value, pick: Pick, depth = 0): Value {
  if (value.kind === 'object') {
    const names = [...value.members.keys()];
    if (names.length === 0) return depth === 0 ? { ...value, open: veil(value) } : veil(value);
    const name = names[pick(names.length)]!;
    const members = new Map(value.members);
    if (pick(5) === 0) {
      members.delete(name);
      return { ...value, members, open: veil(value) };
    }
    if (depth > 0 && pick(6) === 0) return veil(value);
    members.set(name, hideInside(value.members.get(name)!, pick, depth + 1));
    return { ...value, members };
  }
  if (value.kind === 'list') {
    if (value.items.length === 0 || pick(5) === 0) return veil(value);
    const at = pick(value.items.length);
    if (pick(4) === 0) return { ...value, items: value.items.filter((_, i) => i !== at), open: veil(value) };
    return { ...value, items: value.items.map((v, i) => (i === at ? hideInside(v, pick, depth + 1) : v)) };
  }
  if (value.kind === 'known' && value.structure !== undefined && pick(3) > 0) {
    return {
      kind: 'composed',
      parts: [veil(value)],
      origin: value.origin,
      structure: hideInside(value.structure, pick, 1),
    };
  }
  return hidden(value, `${value.kind}`);
}

function hidden(value: Value, _what: string): Value {
  return veil(value);
}

function veil(value: Value): Unknown {
  return unknown('input-without-value', 'a value for var.hidden', value.origin);
}
