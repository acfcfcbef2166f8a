import { all, any } from '../../../model/truth.ts';
import { askedOf, isAsked, listensOf } from '../../blocks/asked-containers.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'containers-listen-where-asked',
  requirement: 'INF-24',
  severity: 'high',
  effort: 'minutes',
  title: 'A container listens where its load balancer asks',
  gap: {
    one: 'A load balancer asks where no container listens',
    many: 'Load balancers of {count} services ask where no container listens',
  },
  evidence: ['iac', 'repo'],
  aliases: [],
  frameworks: {},
  messages: {
    port: 'the load balancer asks port {actual} of the container, and its code listens on another',
    inside: 'the code listens on {actual} only, where nobody outside of the container reaches it',
  },
  appliesTo: 'AWS::ECS::Service',
  when: (service, graph) => askedOf(service, graph).exist().asMembership(),
  evaluate: (service, graph) =>
    all(
      askedOf(service, graph)
        .every((asked) =>
          any(
            listensOf(asked).some((one) => isAsked(one, asked)),
            asked.entry.number('ContainerPort').is(-1).quote(),
          ),
        )
        .else('port'),
      askedOf(service, graph)
        .every((asked) =>
          listensOf(asked).none((one) =>
            all(isAsked(one, asked), one.text('host').matches('an address of its own', OWN).quote()),
          ),
        )
        .else('inside'),
    ),
  fix: 'Let the code listen on 0.0.0.0, at the port that the task definition and the target group name',
  fixImpact: { downtime: false },
});

/** Addresses that lead back to the container. */
const OWN = /^(?:127\.|localhost$|::1$)/;
