import type { Graph } from '../../../model/graph.ts';
import { all, any, type Truth } from '../../../model/truth.ts';
import { mayRun } from '../../blocks/running-code.ts';
import { comesToRun, hasServedCode } from '../../blocks/served-code.ts';
import { defineRootCheck } from '../../check.ts';

export default defineRootCheck({
  id: 'log-says-who',
  requirement: 'MON-19',
  severity: 'low',
  effort: 'hours',
  title: 'What a user did can be found in the log',
  gap: {
    one: 'Nothing tells what a user did',
    many: 'In {count} places nothing tells what a user did',
  },
  evidence: ['repo'],
  aliases: [],
  frameworks: { wellArchitected: ['ops_workload_observability_analyze_workload_logs'] },
  messages: {
    none: 'the code learns who is calling, and no line of its log and no audit record names that user',
  },
  about: 'repository',
  seesInfrastructure: true,
  when: (graph) => all(hasServedCode(graph), knowsWhoIsCalling(graph)).asMembership(),
  evaluate: (graph) =>
    any(
      graph.of('Repository::LogLines').some((log) =>
        all(
          log.list('lines').some((line) => line.bool('personal').is(true)),
          mayRun(log.text('path'), graph),
        ),
      ),
      graph.of('Repository::AuditRecord').some((record) => comesToRun(record, graph)),
    ).else('none'),
  fix: 'Give the logger the id of the user where the token is proven, once for the request, so that all its lines carry it: an id, never a name or an address',
  fixImpact: { downtime: false },
});

function knowsWhoIsCalling(graph: Graph): Truth {
  return any(
    graph
      .of('Repository::Identity')
      .some((identity) => any(identity.text('of').is('user'), identity.text('from').is('token'))),
    graph
      .of('Repository::Route')
      .some((route) => route.list('guards').some((guard) => guard.text('kind').is('authenticates'))),
  );
}
