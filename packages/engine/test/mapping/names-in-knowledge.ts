import type { EdgeRule } from '../../src/model/resource.ts';
import type { Names } from './names.ts';

interface Knowledge {
  readonly DEFAULTS: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly EDGES: readonly EdgeRule[];
  readonly IDENTITIES: Readonly<Record<string, readonly [name: string, arn?: string]>>;
}

/** Every CloudFormation property that defaults, edges and identities name. */
export function namesInKnowledge({ DEFAULTS, EDGES, IDENTITIES }: Knowledge): Names {
  const names: Names = new Map();
  const add = (type: string, path?: string): void => {
    const known = names.get(type) ?? new Set();
    names.set(type, known);
    if (path !== undefined) known.add(path.replace(/\[[^\]]*\]/g, ''));
  };
  for (const [type, rows] of Object.entries(DEFAULTS)) for (const path of Object.keys(rows)) add(type, path);
  for (const rule of EDGES) {
    add(rule.from, rule.path);
    for (const to of rule.to) add(to);
  }
  for (const [type, [name]] of Object.entries(IDENTITIES)) add(type, name);
  return names;
}
