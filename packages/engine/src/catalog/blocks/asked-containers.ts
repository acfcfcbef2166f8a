import type { Graph, Properties, Resource } from '../../model/graph.ts';
import type { Many } from '../../model/many.ts';
import { Reading } from '../../model/reading.ts';
import { all, type Truth } from '../../model/truth.ts';
import { onceFor } from '../../once-for.ts';
import { hasOwnCode, TASK } from './running-code.ts';

/** Where a load balancer leads to code of the repository: to one container of a task, at a port. */
export interface Asked {
  /** `TargetGroupArn`, `ContainerName`, `ContainerPort`. */
  readonly entry: Properties;
  readonly task: Resource;
}

/** The entries of load balancers of a service whose container runs code that was read. */
export const askedOf = onceFor((service: Resource, graph: Graph): Many<Asked> => {
  const tasks = graph.follow(service.text('TaskDefinition'), TASK).where(hasOwnCode);
  return service
    .list('LoadBalancers')
    .flatMap((entry) =>
      tasks
        .where((task) =>
          Reading.both(
            entry.text('ContainerName'),
            task.meta.text('Code.container'),
            'the container with the code',
            (a, b) => a === b,
          ),
        )
        .map((task) => ({ entry, task })),
    );
});

/** Where the container listens that is asked (`by`, `port`, `host`, `keepsSeconds`, `endsNone`, `endsEach`). */
export function listensOf({ task }: Asked): Many<Properties> {
  return task.meta.list('Code.listens');
}

/** Whether one of them is at the port that the load balancer asks. */
export function isAsked(listening: Properties, { entry }: Asked): Truth {
  return all(
    Reading.both(
      listening.number('port'),
      entry.number('ContainerPort'),
      'the port that is asked',
      (a, b) => a === b,
    ),
  );
}
