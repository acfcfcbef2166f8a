import type { Graph, Resource } from '../../../model/graph.ts';
import { all, any, choose, not, type Truth } from '../../../model/truth.ts';
import { onceFor } from '../../../once-for.ts';
import { anyEntryAsks, guardsOf } from '../../blocks/code-routes.ts';
import { asksWhoCalls, entriesTo, functionsOf, namesFunction } from '../../blocks/gateway-entries.ts';
import { isNamedForEverybody, isNamedHook } from '../../blocks/handler-names.ts';
import { leftTo } from '../../blocks/left-open.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'handlers-guarded',
  requirement: 'SEC-06',
  severity: 'critical',
  effort: 'hours',
  title: 'A function that an API calls asks who is calling, where the API does not',
  gap: {
    one: 'Neither an API nor the function behind it asks who is calling',
    many: 'Neither an API nor {count} functions behind it ask who is calling',
  },
  evidence: ['repo', 'iac'],
  aliases: [],
  frameworks: { wellArchitected: ['sec_permissions_define'] },
  messages: {
    open: 'an API without authorizer calls {actual}, and nothing in it proves who is calling',
    otherwise:
      'an API without authorizer calls {actual}, and nothing proves who is calling where it answers what is none of its routes',
    key: '{actual} is all that opens it: a key that all callers share tells nothing about who is calling',
  },
  about: 'repository',
  seesInfrastructure: true,
  appliesTo: 'Repository::Handler',
  when: (handler, graph) => all(answersItself(handler), isCalledByApi(handler, graph)).asMembership(),
  evaluate: (handler, graph) => {
    const key = guardsOf(handler, 'shares-a-key');
    const proves = any(
      guardsOf(handler, 'authenticates', 'authorizes').exist(),
      handler.text('name').test('a way in or an address of health', isNamedForEverybody),
      all(
        handler.text('name').test('what another service calls', isNamedHook),
        leftTo('telling whether what is sent to it is signed', handler),
      ),
      askedAtGateway(handler, graph),
    );
    const open = any(proves, handler.text('name').is('').quote());
    return choose(
      key.exist(),
      any(
        proves,
        key.none((guard) => guard.text('name').written().quote()),
      ).else('key'),
      choose(handler.list('routes').exist(), open.else('otherwise'), open.else('open')),
    );
  },
  fix: 'Give the route an authorizer (JWT, Cognito, IAM), or verify a token first thing in the function',
  fixImpact: { downtime: false },
});

/** Whether it tells no routes apart, or answers what is none of them. */
function answersItself(handler: Resource): Truth {
  return any(not(handler.list('routes').exist()), handler.bool('answersOtherwise').is(true));
}

/** Whether all that leads to the function asks; where nothing is seen to lead there, what asks elsewhere may be it. */
function askedAtGateway(handler: Resource, graph: Graph): Truth {
  const entries = functionsOf(handler, graph).flatMap((fn) => entriesTo(fn, graph));
  return any(
    all(entries.exist(), entries.every(asksWhoCalls)),
    all(
      not(entries.exist()),
      anyEntryAsks(graph),
      leftTo('telling whether the route that leads to the function has the authorizer', handler),
    ),
  );
}

/** Whether an API may call the function whose handler it is. */
function isCalledByApi(handler: Resource, graph: Graph): Truth {
  return functionsOf(handler, graph).some((fn) => mayBeCalledByApi(fn, graph));
}

const mayBeCalledByApi = onceFor((fn: Resource, graph: Graph) =>
  graph
    .of('AWS::Lambda::Permission')
    .some((permission) =>
      all(
        permission.text('Principal').is('apigateway.amazonaws.com'),
        namesFunction(permission.text('FunctionName'), fn, graph),
      ),
    ),
);
