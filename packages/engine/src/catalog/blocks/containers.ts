import type { Graph, Resource } from '../../model/graph.ts';
import { any, type Truth } from '../../model/truth.ts';

/** Whether the containers of a service listen: a port of theirs is mapped. */
export function listens(service: Resource, graph: Graph): Truth {
  return graph
    .follow(service.text('TaskDefinition'), 'AWS::ECS::TaskDefinition')
    .some((task) =>
      task.list('ContainerDefinitions').some((container) => container.list('PortMappings').exist()),
    )
    .asMembership();
}

/** Whether others can find a service whose tasks come and go: a load balancer, a registry or a mesh leads to them. */
export function canBeFound(service: Resource): Truth {
  return any(
    service.list('LoadBalancers').exist(),
    service.list('ServiceRegistries').exist(),
    service.has('ServiceConnectConfiguration'),
    service.list('VpcLatticeConfigurations').exist(),
  );
}
