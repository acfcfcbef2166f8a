import { type Graph, inOneRegion, type Resource, refersTo } from '../../model/graph.ts';
import type { Many } from '../../model/many.ts';
import { all, any, not, type Truth } from '../../model/truth.ts';

/** The targets of Application Auto Scaling that change the size of a resource, named `service/cluster/name` or `table/name`. */
export function scalingOf(resource: Resource, nameProperty: string, graph: Graph): Many<Resource> {
  return graph.of('AWS::ApplicationAutoScaling::ScalableTarget').where((target) =>
    any(
      refersTo(target.text('ResourceId'), resource),
      all(
        inOneRegion(target, resource),
        resource.has(nameProperty).asMembership(),
        resource.text(nameProperty).ask((name) => target.text('ResourceId').endsWith(`/${name}`)),
      ),
    ),
  );
}

/**
 * Whether a container service is written to have no tasks, and no scaling asks for any: it is switched off, stands by in
 * another region, or is started for the work that there is.
 */
export function startedByHand(service: Resource, graph: Graph): Truth {
  return all(
    scalingOf(service, 'ServiceName', graph).none((target) => target.number('MinCapacity').atLeast(1)),
    service.has('DesiredCount'),
    not(service.number('DesiredCount').atLeast(1)),
  ).asMembership();
}

/** Whether something moves the size within its limits: a policy, or actions at set times. */
export function isMoved(target: Resource, graph: Graph): Truth {
  return any(
    graph.to(target, 'scales').exist(),
    graph.of('AWS::ApplicationAutoScaling::ScalingPolicy').some((policy) =>
      all(
        policy.has('ResourceId').asMembership(),
        policy.text('ResourceId').ask((id) => target.text('ResourceId').is(id)),
        policy.has('ScalableDimension').asMembership(),
        policy.text('ScalableDimension').ask((way) => target.text('ScalableDimension').is(way)),
      ),
    ),
    target.list('ScheduledActions').exist(),
  );
}
