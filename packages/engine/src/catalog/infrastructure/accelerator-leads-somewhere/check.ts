import { all } from '../../../model/truth.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'accelerator-leads-somewhere',
  requirement: 'INF-19',
  severity: 'low',
  effort: 'minutes',
  title: 'Each accelerator leads to an endpoint',
  gap: { one: 'An accelerator leads nowhere', many: '{count} accelerators lead nowhere' },
  evidence: ['iac', 'aws'],
  aliases: [],
  frameworks: { wellArchitected: ['perf_networking_choose_workload_location_network_requirements'] },
  messages: {
    silent: 'the accelerator listens to nothing',
    nowhere: 'the accelerator listens, and no endpoint is behind it',
  },
  appliesTo: 'AWS::GlobalAccelerator::Accelerator',
  evaluate: (accelerator, graph) => {
    const listeners = graph.to(accelerator, 'routesTo');
    return all(
      listeners.exist().else('silent'),
      listeners
        .some((listener) =>
          graph.to(listener, 'routesTo').some((group) => group.list('EndpointConfigurations').exist()),
        )
        .else('nowhere'),
    );
  },
  fix: 'Give the accelerator a listener and an endpoint group with the load balancer in it, or take it away',
  fixImpact: { downtime: false },
});
