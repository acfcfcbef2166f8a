import { mapReferences } from '../../model/mapped-value.ts';
import type { ObjectValue } from '../../model/value.ts';
import type { RepositoryFact } from './fact.ts';

/**
 * The same facts, each with an address of its own. Two that a person would call the same are told apart by their type
 * (`README.md (document)`), then by their file, then by a number; links follow.
 */
export function uniquelyNamed(facts: readonly RepositoryFact[]): readonly RepositoryFact[] {
  const taken = new Map<string, RepositoryFact>();
  const renamed = new Map<string, string>();
  const copies = new Map<string, number>();
  const named = facts.map((fact) => {
    const before = taken.get(fact.address);
    const address = before === undefined ? fact.address : freeAddress(fact, before, taken, copies);
    const own = address === fact.address ? fact : { ...fact, address };
    taken.set(address, own);
    // A link names the first of its type.
    if (before !== undefined && before.type !== fact.type && !renamed.has(nameOf(fact.type, fact.address)))
      renamed.set(nameOf(fact.type, fact.address), address);
    return own;
  });
  if (renamed.size === 0) return named;
  return named.map((fact) => {
    const properties = mapReferences(fact.properties, ({ address, attribute }) => ({
      address: renamed.get(nameOf(attribute, address)) ?? address,
      attribute,
    })) as ObjectValue;
    return properties === fact.properties ? fact : { ...fact, properties };
  });
}

function nameOf(type: string, address: string): string {
  return `${type} ${address}`;
}

function freeAddress(
  fact: RepositoryFact,
  before: RepositoryFact,
  taken: ReadonlyMap<string, RepositoryFact>,
  copies: Map<string, number>,
): string {
  const { file, line } = fact.origin.at;
  const type = fact.type.slice(fact.type.lastIndexOf(':') + 1).toLowerCase();
  const marks = [
    ...(before.type === fact.type ? [] : [type]),
    ...(fact.address.includes(file) ? [] : [file]),
    `${file}:${line}`,
  ];
  for (const mark of marks) {
    const address = `${fact.address} (${mark})`;
    if (!taken.has(address)) return address;
  }
  const place = `${fact.address} (${file}:${line}`;
  for (;;) {
    const number = (copies.get(place) ?? 1) + 1;
    copies.set(place, number);
    const address = `${place}, ${number})`;
    if (!taken.has(address)) return address;
  }
}
