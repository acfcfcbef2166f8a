import { areaOf, type Check } from '../catalog/check.ts';
import type { Resource } from '../model/graph.ts';
import type { Outcome, Possible } from '../model/outcome.ts';

/**
 * What a framework brings along for itself (the CDK's functions that run during a deployment, with their roles) is judged
 * apart: nobody who uses it can give it an alarm, a memory size or a trace. What it may do and whether its runtime is
 * patched is judged as everywhere, because upgrading the framework changes that.
 */
export function isFrameworksOwn(check: Check, resource: Resource): boolean {
  if (resource.node.framework === undefined) return false;
  return areaOf(check) !== 'security' && !UPGRADABLE.has(check.id);
}

const UPGRADABLE: ReadonlySet<string> = new Set(['lambda-runtime-supported']);

/** The outcome for such a resource: the check does not apply, with the resource as evidence. */
export function ofFramework(check: Check, resource: Resource): Outcome {
  const { origin, address, type } = resource;
  return {
    check: check.id,
    resource: { type, address, at: origin.at },
    could: new Set<Possible>(['not-applicable']),
    message: `part of the CDK's own helper for ${resource.node.framework}, which only its library changes`,
    evidence: [{ plane: origin.plane, at: origin.at, trail: [], resource: address }],
    deciders: [],
  };
}
