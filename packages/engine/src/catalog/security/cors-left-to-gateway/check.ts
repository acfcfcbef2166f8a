import type { Graph, Resource } from '../../../model/graph.ts';
import type { Many } from '../../../model/many.ts';
import { all, any, Truth } from '../../../model/truth.ts';
import { onceFor } from '../../../once-for.ts';
import { leftTo } from '../../blocks/left-open.ts';
import { reaching } from '../../blocks/running-code.ts';
import { defineRootCheck } from '../../check.ts';

const API = 'AWS::ApiGatewayV2::Api';
const INTEGRATION = 'AWS::ApiGatewayV2::Integration';
const FUNCTION = 'AWS::Lambda::Function';

export default defineRootCheck({
  id: 'cors-left-to-gateway',
  requirement: 'SEC-05',
  severity: 'low',
  effort: 'minutes',
  title: 'Code behind a gateway that answers for CORS sets no headers of its own',
  gap: {
    one: 'The code behind a gateway sets headers of CORS that the gateway replaces',
    many: 'The code behind a gateway sets headers of CORS that the gateway replaces',
  },
  evidence: ['repo', 'iac'],
  aliases: [],
  frameworks: {},
  messages: {
    twice:
      'the code in {actual} says which origins may call, and the gateway before it has rules of its own: those of the code are ignored',
  },
  about: 'repository',
  seesInfrastructure: true,
  when: (graph) => functionsBehind(graph).exist().asMembership(),
  evaluate: (graph) =>
    all(
      functionsBehind(graph).every((fn) =>
        any(fn.meta.list('Code.files').exist().asMembership(), leftTo('the code of the function', fn)),
      ),
      graph
        .of('Repository::CorsPolicy')
        .none((policy) => all(runsBehind(policy, graph), policy.text('file').written().quote()))
        .else('twice'),
    ),
  fix: 'Name the origins at one place: take the headers out of the code, or the rules out of the gateway',
  fixImpact: { downtime: false },
});

/** The functions that an HTTP API with rules of CORS leads to. */
const functionsBehind = onceFor(
  (graph: Graph): Many<Resource> =>
    graph
      .of(INTEGRATION)
      .where((integration) =>
        graph
          .follow(integration.text('ApiId'), API)
          .some((api) => all(api.text('ProtocolType').is('HTTP'), api.has('CorsConfiguration')))
          .asMembership(),
      )
      .flatMap((integration) => graph.follow(integration.text('IntegrationUri'), FUNCTION))
      .oncePer(({ address }) => address),
);

function runsBehind(policy: Resource, graph: Graph): Truth {
  return reaching(FUNCTION, policy.text('file'), graph)
    .some((fn) =>
      functionsBehind(graph).some(({ address }) =>
        fn.address === address ? Truth.yes(fn.whereabouts()) : Truth.no(fn.whereabouts()),
      ),
    )
    .asMembership();
}
