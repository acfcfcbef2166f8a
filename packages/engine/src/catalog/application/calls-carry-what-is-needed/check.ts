import type { Graph, Properties, Resource } from '../../../model/graph.ts';
import type { Many } from '../../../model/many.ts';
import { Reading } from '../../../model/reading.ts';
import { all, any, choose, not, type Truth } from '../../../model/truth.ts';
import { onceFor } from '../../../once-for.ts';
import { entriesTo, functionsOf } from '../../blocks/gateway-entries.ts';
import { isMetBy, meets } from '../../blocks/met-calls.ts';
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
  evidence: ['repo', 'iac'],
  aliases: [],
  frameworks: {},
  messages: { missing: 'the route refuses or fails without {actual}, which the call does not send' },
  about: 'repository',
  seesInfrastructure: true,
  appliesTo: 'Repository::ClientCall',
  when: (call, graph) =>
    all(
      call.text('method').matches('a method that sends a body', /^(POST|PUT|PATCH)$/),
      answering(call, graph).exist(),
      // Whichever of them answers: a path may be met by more than one, of another server or behind another prefix.
      answering(call, graph).every((one) => one.list('needs').exist()),
    ).asMembership(),
  evaluate: (call, graph) => not(answering(call, graph).every((one) => isLacking(call, one))).else('missing'),
  fix: 'Send the field under the name that the route reads; a type that both ends share keeps them together',
  fixImpact: { downtime: false },
});

/** What answers a call: routes that the code tells itself, and handlers that a gateway calls. */
function answering(call: Resource, graph: Graph): Many<Resource> {
  const routes = graph.of('Repository::Route').where((route) =>
    all(
      Reading.both(call.text('path'), route.text('path'), 'a path that a route serves', meets),
      Reading.both(call.text('method'), route.text('method'), 'the same method', (asked, served) =>
        ['ANY', 'ALL', '*', asked].includes(served.toUpperCase()),
      ),
    ),
  );
  return routes.and(
    graph.of('Repository::Handler').where((handler) =>
      all(
        not(handler.list('routes').exist()),
        entriesOf(handler, graph).some((entry) => isMetBy(call, entry, graph)),
      ).asMembership(),
    ),
  );
}

const entriesOf = onceFor((handler: Resource, graph: Graph) =>
  functionsOf(handler, graph)
    .flatMap((fn) => entriesTo(fn, graph))
    .where((entry) => any(entry.isA('AWS::ApiGatewayV2::Route'), entry.isA('AWS::ApiGateway::Method'))),
);

/** Whether a call leaves out what a route or handler needs; what a message says is the name of it. */
function isLacking(call: Resource, one: Resource): Truth {
  return one.list('needs').some((need) => all(need.text('name').written().quote(), not(isSent(call, need))));
}

function isSent(call: Resource, need: Properties): Truth {
  const isIn = (list: string) =>
    call.list(list).some((field) => need.text('name').ask((name) => field.text().is(name)));
  return choose(need.text('in').is('query'), isIn('asks'), isIn('sends'));
}
