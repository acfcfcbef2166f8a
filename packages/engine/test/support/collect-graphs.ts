import { graphOf } from '../../src/assess/assess.ts';
import { collectRepository } from '../../src/index.ts';
import { documentedDefault } from '../../src/knowledge/defaults/index.ts';
import { EDGES } from '../../src/knowledge/edges/index.ts';
import type { GraphData } from '../../src/model/graph.ts';

/** The graphs of every assessed root below a folder. */
export async function collectGraphs(path: string): Promise<readonly GraphData[]> {
  const collected = await collectRepository({
    path,
    now: new Date('2026-11-21T12:00:00Z'),
  });
  return collected.roots.map((root) => graphOf(root, { edges: EDGES, defaults: documentedDefault }));
}
