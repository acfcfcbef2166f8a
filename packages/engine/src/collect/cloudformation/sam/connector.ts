import type { Entry } from '../parse.ts';
import type { Expansion, Serverless } from './expansion.ts';

export function embeddedConnectors(_resources: ReadonlyMap<string, Entry>): ReadonlyMap<string, Entry> {
  return new Map();
}

export function expandConnector(expansion: Expansion, resource: Serverless): void {
  expansion.notSeen(
    `${resource.type} ${resource.id}`,
    'it is not expanded',
    'the transformed template',
    resource.at,
  );
}
