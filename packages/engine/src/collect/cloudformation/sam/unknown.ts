import { rowOf } from '../../../knowledge/row-of.ts';
import { KNOWN_PROPERTIES } from '../../../knowledge/sam/properties.ts';
import type { Location } from '../../../model/origin.ts';
import type { Entry, MapNode, Node } from '../parse.ts';
import type { Expansion, Serverless } from './expansion.ts';
import { map, type Plain } from './nodes.ts';

/** Properties of a made resource; what could not be read where they come from, may add to them. */
export function openProperties(
  made: Readonly<Record<string, Plain | undefined>>,
  from: Node,
  at: Location,
): MapNode {
  const properties = map(Object.entries(made), at);
  if (from.kind !== 'map') return { ...properties, damaged: 'properties that are no map' };
  const entries = new Map<string, Entry>(properties.entries);
  // `Fn::Transform` among the properties makes more of them.
  for (const [name, entry] of from.entries) if (name.startsWith('Fn::')) entries.set(name, entry);
  return from.damaged === undefined
    ? { ...properties, entries }
    : { ...properties, entries, damaged: from.damaged };
}

/** Reports what stands in a resource that this version does not know: it may make more than is seen. */
export function reportUnknown(expansion: Expansion, resource: Serverless): void {
  const known = rowOf(KNOWN_PROPERTIES, resource.type);
  if (known === undefined) return;
  if (resource.properties.damaged !== undefined) {
    const why = `its properties cannot be read wholly (${resource.properties.damaged})`;
    expansion.notSeen(`${resource.type} ${resource.id}`, why, 'readable properties', resource.at);
  }
  for (const [name, { at }] of resource.properties.entries) {
    if (known.has(name)) continue;
    const what = `${name} of ${resource.type} ${resource.id}`;
    if (name.startsWith('Fn::'))
      expansion.notSeen(what, 'it adds properties at deployment', 'its result', at);
    else expansion.notSeen(what, 'it is no property of SAM that is known', 'a property that SAM knows', at);
  }
}
