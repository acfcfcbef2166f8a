import { type Expansion, ownAttributes, type Serverless } from './expansion.ts';
import { openProperties } from './unknown.ts';

/** AWS::Serverless::CapacityProvider; its properties are not carried over yet, so they stay open. */
export function expandCapacityProvider(expansion: Expansion, resource: Serverless): void {
  const { id, properties, at } = resource;
  const open = { ...openProperties({}, properties, at), damaged: 'properties that are not expanded' };
  expansion.make(id, 'AWS::Lambda::CapacityProvider', open, ownAttributes(resource), at);
  expansion.notSeen(`${resource.type} ${id}`, 'its role is not expanded', 'the transformed template', at);
}
