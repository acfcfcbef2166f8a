import type { Graph } from '../../../model/graph.ts';
import { any, choose, type Truth } from '../../../model/truth.ts';
import { leftTo } from '../../blocks/left-open.ts';
import { proofs, strangers } from '../../blocks/strangers.ts';
import { defineRootCheck } from '../../check.ts';

const OF_TENANTS = ['tenant'] as const;

export default defineRootCheck({
  id: 'tenants-tested-apart',
  requirement: 'DAT-05',
  severity: 'high',
  effort: 'hours',
  title: 'A test looks from one tenant at another',
  gap: {
    one: 'No test looks from one tenant at another',
    many: 'No test looks from one tenant at another',
  },
  evidence: ['repo'],
  aliases: [],
  frameworks: {},
  messages: {
    none: 'the code tells tenants apart, and no test looks from one at another',
    dead: 'the tests that look from one tenant at another never run',
  },
  about: 'repository',
  when: (graph) => any(takesTenants(graph), graph.of('Repository::Tenancy').exist()).asMembership(),
  evaluate: (graph) =>
    choose(
      strangers(graph, OF_TENANTS).exist(),
      proofs(graph, OF_TENANTS).exist().else('dead'),
      choose(
        takesTenants(graph),
        strangers(graph, OF_TENANTS).exist().else('none'),
        graph
          .of('Repository::Tenancy')
          .some((file) => leftTo('saying whether the application keeps several tenants', file)),
      ),
    ),
  fix: 'Let a second tenant ask every route for the records of the first, and expect 404 and empty lists',
  fixImpact: { downtime: false },
});

/** Whether the code learns for which tenant a call is. */
function takesTenants(graph: Graph): Truth {
  return graph.of('Repository::Identity').some((one) => one.text('of').is('tenant'));
}
