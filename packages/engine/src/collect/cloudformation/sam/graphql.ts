import type { Expansion, Serverless } from './expansion.ts';

export function expandGraphQLApi(expansion: Expansion, resource: Serverless): void {
  expansion.notSeen(
    `${resource.type} ${resource.id}`,
    'it is not expanded',
    'the transformed template',
    resource.at,
  );
}
