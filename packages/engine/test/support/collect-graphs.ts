import { graphOf } from '../../src/assess/assess.ts';
import { graphOfRepository, withInfrastructure } from '../../src/assess/repository-graph.ts';
import type { FileSystem } from '../../src/collect/files/file-system.ts';
import { type Collected, type CollectOptions, collectRepository } from '../../src/index.ts';
import { documentedDefault } from '../../src/knowledge/defaults/index.ts';
import { EDGES } from '../../src/knowledge/edges/index.ts';
import type { GraphData } from '../../src/model/graph.ts';

const TABLES = { edges: EDGES, defaults: documentedDefault };

/** The graphs of every assessed root below a folder. */
export async function collectGraphs(path: string): Promise<readonly GraphData[]> {
  const collected = await collect(path);
  return collected.roots.map((root) => graphOf(root, TABLES));
}

/**
 * The graphs of the repository itself, as checks on it are given them: alone, and with the resources of the assessed roots
 * where there are any.
 */
export async function collectRepositoryGraphs(
  path: string,
  options: { readonly alone?: boolean; readonly fileSystem?: FileSystem } = {},
): Promise<{ readonly own: GraphData; readonly joint: GraphData }> {
  const { repositoryRoot, roots } = await collect(path, {
    ...(options.alone === true ? { languages: ['repository'] as const } : {}),
    ...(options.fileSystem === undefined ? {} : { fileSystem: options.fileSystem }),
  });
  const own = graphOfRepository(repositoryRoot!, TABLES);
  return { own, joint: withInfrastructure(own, roots, repositoryRoot!.services) };
}

function collect(path: string, more: Partial<CollectOptions> = {}): Promise<Collected> {
  return collectRepository({
    path,
    now: new Date('2026-11-21T12:00:00Z'),
    ...more,
  });
}
