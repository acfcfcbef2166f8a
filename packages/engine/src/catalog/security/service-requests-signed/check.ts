import type { Graph } from '../../../model/graph.ts';
import { all, any, not } from '../../../model/truth.ts';
import { onceFor } from '../../../once-for.ts';
import { anyEntryAsks, guardsOf, isForEverybody } from '../../blocks/code-routes.ts';
import { documentsOf, isElsewhere } from '../../blocks/documents.ts';
import { leftTo } from '../../blocks/left-open.ts';
import { mayRun } from '../../blocks/running-code.ts';
import { isOfRoute } from '../../blocks/served-operations.ts';
import { isOnTheInternet, signsAtGateway } from '../../blocks/signing-entries.ts';
import { defineRootCheck } from '../../check.ts';

export default defineRootCheck({
  id: 'service-requests-signed',
  requirement: 'SEC-27',
  severity: 'low',
  effort: 'days',
  title: 'Requests from service to service are signed',
  gap: {
    one: 'Requests from service to service carry no signature, and nobody vouches for another measure',
    many: 'Requests from service to service carry no signature, and nobody vouches for another measure',
  },
  evidence: ['repo', 'attest'],
  aliases: [],
  frameworks: { wellArchitected: ['sec_protect_data_transit_authentication'] },
  messages: {
    expired: 'nobody vouches for it any more: the attestation expired',
    listed: 'a list of the launch has “{actual}” open, and nothing signs a request or compares a signature',
    bare: 'a key that all callers share is all that is asked where {actual} is handed over, and nothing is signed',
  },
  about: 'repository',
  seesInfrastructure: true,
  attests: ['listed', 'bare'],
  when: (graph) =>
    any(
      requests(graph).exist(),
      comparisons(graph).exist(),
      byKeyAlone(graph),
      isListed(graph),
    ).asMembership(),
  evaluate: (graph) =>
    any<'listed' | 'bare' | 'expired'>(
      all(
        any(requests(graph).exist(), comparisons(graph).exist()),
        requests(graph).none((request) => not(request.has('signedBy'))),
        not(byKeyAlone(graph)),
      ),
      all(
        any(not(isListed(graph)), anythingSigns(graph)).else('listed'),
        any(
          not(all(handsOverByKey(graph), isOnTheInternet(graph))),
          anythingSigns(graph),
          anyEntryAsks(graph),
        ).else('bare'),
        // Meshes, certificates and private networks do as well, and are often in no file of the repository.
        graph.stated('SEC-27').else('expired'),
      ),
    ),
  fix: 'Sign requests between services (SigV4 with IAM at the receiver, or an HMAC over method, path, time and body), or let them show certificates to each other',
  fixImpact: { downtime: false },
});

/** Requests to services that may be those of the application. */
const requests = onceFor((graph: Graph) =>
  graph
    .of('Repository::ServiceCall')
    .where((request) => all(not(request.text('host').is('other')), mayRun(request.text('path'), graph))),
);

const comparisons = onceFor((graph: Graph) =>
  graph.of('Repository::SignatureCheck').where((one) => mayRun(one.text('path'), graph)),
);

/** The routes by which programs are let in by a key that they send along. */
const keyed = onceFor((graph: Graph) =>
  graph
    .of('Repository::Route')
    .where((route) =>
      all(
        guardsOf(route, 'shares-a-key').exist(),
        not(guardsOf(route, 'authenticates', 'authorizes').exist()),
        not(isForEverybody(route)),
      ),
    ),
);

const byKeyAlone = onceFor((graph: Graph) => keyed(graph).exist());

/** Whether a list that is here has it open that requests are signed; that one elsewhere may, asks it of nobody. */
const isListed = onceFor((graph: Graph) =>
  documentsOf(graph, 'readiness', 'launch')
    .where((document) => not(isElsewhere(document)))
    .some((document) =>
      document
        .list('leftToDo')
        .some((item) => all(item.text('measure').is('request-signing'), item.text('text').written().quote())),
    ),
);

/** Whether data of people's health or of their cards are handed over by such a route, as the document of its API says. */
const handsOverByKey = onceFor((graph: Graph) =>
  graph.of('Repository::ApiDocument').some((document) =>
    document.list('operations').some((operation) =>
      all(
        operation.list('protectedFields').some((one) => one.text('field').written().quote()),
        keyed(graph).some((route) => isOfRoute(operation, route)),
      ),
    ),
  ),
);

/** Whether anything does; what else is signed with a key may be a request. */
const anythingSigns = onceFor((graph: Graph) =>
  any(
    comparisons(graph).exist(),
    requests(graph).some((request) => request.has('signedBy')),
    graph.of('Repository::Signer').some((signer) => leftTo('telling what is signed there', signer)),
    signsAtGateway(graph),
  ),
);
