import type { Graph } from '../../../model/graph.ts';
import { any, choose, type Truth } from '../../../model/truth.ts';
import { leftTo } from '../../blocks/left-open.ts';
import { isOfSomebody } from '../../blocks/owned-records.ts';
import { proofs, strangers } from '../../blocks/strangers.ts';
import { defineRootCheck } from '../../check.ts';

const ANYBODY = ['user', 'tenant'] as const;

export default defineRootCheck({
  id: 'two-users-tested',
  requirement: 'SEC-31',
  severity: 'high',
  effort: 'hours',
  title: 'A test with two users reaches for what is of the other',
  gap: {
    one: 'No test reaches for the data of another user',
    many: 'No test reaches for the data of another user',
  },
  evidence: ['repo'],
  aliases: [],
  frameworks: {},
  messages: {
    none: 'in no test of the repository one user reaches for what is of another',
    dead: 'the tests in which one user reaches for what is of another never run',
  },
  about: 'repository',
  when: (graph) => graph.of('Repository::RecordAccess').exist().asMembership(),
  evaluate: (graph) =>
    choose(
      strangers(graph, ANYBODY).exist(),
      proofs(graph, ANYBODY).exist().else('dead'),
      choose(
        tellsCallersApart(graph),
        strangers(graph, ANYBODY).exist().else('none'),
        any(
          graph
            .of('Repository::RecordAccess')
            .some((access) =>
              leftTo('saying whether any of these records belongs to one of its users', access),
            ),
        ),
      ),
    ),
  fix: 'Let a second user ask every route for the ids of the first, and expect 404 and that nothing changed',
  fixImpact: { downtime: false },
});

/** Whether there are users here at all: something asks who is calling, or keeps people. */
function tellsCallersApart(graph: Graph): Truth {
  return any(
    graph.of('Repository::Identity').exist(),
    graph.of('Repository::RecordAccess').some((access) =>
      any(
        access
          .list('guards')
          .some((guard) => guard.text('kind').oneOf(['authenticates', 'authorizes', 'believes-the-caller'])),
        access.text('path').test('records of somebody', isOfSomebody),
      ),
    ),
  );
}
