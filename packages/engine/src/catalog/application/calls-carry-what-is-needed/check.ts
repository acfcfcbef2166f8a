import type { Graph, Properties, Resource } from '../../../model/graph.ts';
import { Reading } from '../../../model/reading.ts';
import { all, choose, not, type Truth } from '../../../model/truth.ts';
import { meets } from '../../blocks/met-calls.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'calls-carry-what-is-needed',
  requirement: 'APP-10',
  severity: 'high',
  effort: 'hours',
  title: 'Every call of a page carries what its route refuses or fails without',
  gap: {
    one: 'A page leaves out what its route refuses or fails without',
    many: '{count} calls of pages leave out what their routes refuse or fail without',
  },
  evidence: ['repo'],
  aliases: [],
  frameworks: {},
  messages: { missing: 'the route refuses or fails without {actual}, which the call does not send' },
  about: 'repository',
  appliesTo: 'Repository::ClientCall',
  when: (call, graph) =>
    all(
      call.text('method').matches('a method that sends a body', /^(POST|PUT|PATCH)$/),
      routesOf(call, graph).exist(),
      // Whichever of them answers: a path may be met by more than one, of another server or behind another prefix.
      routesOf(call, graph).every((route) => route.list('needs').exist()),
    ).asMembership(),
  evaluate: (call, graph) =>
    not(
      routesOf(call, graph).every((route) =>
        route.list('needs').some((need) => all(need.text('name').written().quote(), not(isSent(call, need)))),
      ),
    ).else('missing'),
  fix: 'Send the field under the name that the route reads; a type that both ends share keeps them together',
  fixImpact: { downtime: false },
});

function routesOf(call: Resource, graph: Graph) {
  return graph.of('Repository::Route').where((route) =>
    all(
      Reading.both(call.text('path'), route.text('path'), 'a path that a route serves', meets),
      Reading.both(call.text('method'), route.text('method'), 'the same method', (asked, served) =>
        ['ANY', 'ALL', '*', asked].includes(served.toUpperCase()),
      ),
    ),
  );
}

function isSent(call: Resource, need: Properties): Truth {
  const isIn = (list: string) =>
    call.list(list).some((field) => need.text('name').ask((name) => field.text().is(name)));
  return choose(need.text('in').is('query'), isIn('asks'), isIn('sends'));
}
