import { mapReferences } from '../../model/mapped-value.ts';
import type { ObjectValue, ReferenceTarget, Value } from '../../model/value.ts';
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
    if (!leadsTo(fact.properties, renamed)) return fact;
    const properties = mapReferences(fact.properties, ({ address, attribute }) => ({
      address: renamed.get(nameOf(attribute, address)) ?? address,
      attribute,
    })) as ObjectValue;
    return properties === fact.properties ? fact : { ...fact, properties };
  });
}

/** Whether a reference in a value names something that has another name now. Few do: the others stay as they are. */
function leadsTo(value: Value, renamed: ReadonlyMap<string, string>): boolean {
  const isOne = ({ address, attribute }: ReferenceTarget) => renamed.has(nameOf(attribute, address));
  const within = (part: Value | undefined): boolean => {
    switch (part?.kind) {
      case undefined:
      case 'unknown':
      case 'absent':
        return false;
      case 'known':
        return (part.via !== undefined && isOne(part.via)) || within(part.structure);
      case 'list':
        return part.items.some(within) || within(part.any);
      case 'object':
        for (const one of part.members.values()) if (within(one)) return true;
        return within(part.any);
      case 'reference':
        return isOne(part.to);
      case 'composed':
        return part.parts.some(within) || within(part.structure);
      case 'choice':
        return within(part.whenTrue) || within(part.whenFalse);
      default:
        // What it holds is only told when it is asked for.
        return true;
    }
  };
  return within(value);
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
