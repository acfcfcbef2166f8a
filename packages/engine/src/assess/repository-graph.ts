import type { CollectedRepository, CollectedRoot, Services } from '../collect/collected.ts';
import { ELSEWHERE_PLACE } from '../collect/elsewhere.ts';
import { factDefault, factWord, REPOSITORY_TYPE_NAMES } from '../collect/repository/types.ts';
import type { Atom } from '../model/condition.ts';
import type { GraphData } from '../model/graph.ts';
import { mapAtoms, mapReferences } from '../model/mapped-value.ts';
import type { EdgeRule, ResourceNode } from '../model/resource.ts';
import type { Default, ObjectValue } from '../model/value.ts';

/** Tables that every graph is given. */
export interface Tables {
  readonly edges: readonly EdgeRule[];
  readonly defaults: (type: string, path: string) => Default | undefined;
}

/** The graph of the repository itself, as checks on it are given it. */
export function graphOfRepository(repository: CollectedRepository, tables: Tables): GraphData {
  const files = repository.paths;
  return {
    resources: repository.resources,
    notSeen: repository.notSeen,
    facts: repository.facts,
    edges: tables.edges,
    environment: repository.environment,
    defaults: (type, path) => factDefault(type, path) ?? tables.defaults(type, path),
    readInFull: files === 1 ? 'the one file of the repository' : `all ${files} files of the repository`,
    words: factWord,
    origin: repository.origin,
  };
}

/** Where nothing is deployed from here, all code that the repository has is what would be launched. */
const RUNS_CODE = ['AWS::Lambda::Function', 'AWS::ECS::TaskDefinition'];

/**
 * The same with the resources of all assessed roots as context: seen, and judged with their own roots; and with those of the
 * services that the repository defines otherwise. What was not seen of either may hold anything but facts of the repository.
 */
export function withInfrastructure(
  graph: GraphData,
  roots: readonly CollectedRoot[],
  services: Services | undefined,
): GraphData {
  const taken = new Set(graph.resources.map((node) => node.address));
  const context = roots.map((root, index) => {
    const apart = roots.length > 1 || root.resources.some((node) => taken.has(node.address));
    return root.resources
      .filter((node) => node.foreign !== true)
      .map((node) => (apart ? inRoot(node, root, index) : { ...node, foreign: true }));
  });
  const places = roots.flatMap(({ root, notSeen }) =>
    notSeen.flatMap((place) =>
      place.toldWithCode === true
        ? []
        : {
            ...place,
            lacks:
              root.kind === 'elsewhere' && place.what === ELSEWHERE_PLACE
                ? [...REPOSITORY_TYPE_NAMES, ...RUNS_CODE]
                : REPOSITORY_TYPE_NAMES,
          },
    ),
  );
  const ofServices = (services?.notSeen ?? []).map((place) => ({ ...place, lacks: REPOSITORY_TYPE_NAMES }));
  return {
    ...graph,
    resources: [...graph.resources, ...context.flat(), ...(services?.resources ?? [])],
    notSeen: [...graph.notSeen, ...places, ...ofServices],
  };
}

/** Roots may use the same addresses and names of variables for different things. */
function inRoot(node: ResourceNode, { root }: CollectedRoot, index: number): ResourceNode {
  const address = (own: string): string => `${root.path}: ${own}`;
  const atom = (open: Atom): Atom => ({ ...open, id: `${index}: ${open.id}` });
  const target = ({ address: to, attribute }: { address: string; attribute: string }) => ({
    address: address(to),
    attribute,
  });
  return {
    ...node,
    address: address(node.address),
    exists: mapAtoms(node.exists, atom),
    properties: mapReferences(node.properties, target, atom) as ObjectValue,
    ...(node.meta === undefined ? {} : { meta: mapReferences(node.meta, target, atom) as ObjectValue }),
    ...(node.joined === undefined ? {} : { joined: node.joined.map(address) }),
    foreign: true,
  };
}
