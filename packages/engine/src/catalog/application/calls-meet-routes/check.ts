import { all, any, choose, not } from '../../../model/truth.ts';
import { leftTo } from '../../blocks/left-open.ts';
import { allAreKnown, isMet } from '../../blocks/met-calls.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'calls-meet-routes',
  requirement: 'APP-10',
  severity: 'high',
  effort: 'hours',
  title: 'Every call of a page meets a route',
  gap: {
    one: 'A page calls what no route serves',
    many: '{count} calls of pages meet no route',
  },
  evidence: ['repo', 'iac'],
  aliases: [],
  frameworks: {},
  messages: { unmet: 'no route serves {actual}, while other calls of the same server are served' },
  about: 'repository',
  seesInfrastructure: true,
  appliesTo: 'Repository::ClientCall',
  evaluate: (call, graph) =>
    choose(isMet(call, graph), call.has('path').quote(), () =>
      choose(
        all(
          allAreKnown(graph),
          graph
            .follow(call.text('base'), 'Repository::ClientBase')
            .some((base) => base.list('calls').some((one) => isMet(one, graph))),
        ),
        not(call.text('path').written().quote()).else('unmet'),
        any(leftTo('the routes of the server that is asked', call)),
      ),
    ),
  fix: 'Call the route that exists, or write the one that is missing; a test of the page against the API keeps both together',
  fixImpact: { downtime: false },
});
