import type { Graph } from '../../../model/graph.ts';
import { all, any, not } from '../../../model/truth.ts';
import { onceFor } from '../../../once-for.ts';
import { guardsOf, isForEverybody } from '../../blocks/code-routes.ts';
import { mayRun } from '../../blocks/running-code.ts';
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
  messages: { expired: 'nobody vouches for it any more: the attestation expired' },
  about: 'repository',
  seesInfrastructure: true,
  when: (graph) => any(requests(graph).exist(), comparisons(graph).exist(), byKeyAlone(graph)).asMembership(),
  evaluate: (graph) =>
    any(
      all(
        any(requests(graph).exist(), comparisons(graph).exist()),
        requests(graph).none((request) => not(request.has('signedBy'))),
        not(byKeyAlone(graph)),
      ).quote(),
      // Meshes, certificates and private networks do as well, and are often in no file of the repository.
      graph.stated('SEC-27'),
    ).else('expired'),
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

/** Whether programs are let in by a key that they send along. */
const byKeyAlone = onceFor((graph: Graph) =>
  graph
    .of('Repository::Route')
    .some((route) =>
      all(
        guardsOf(route, 'shares-a-key').exist(),
        not(guardsOf(route, 'authenticates', 'authorizes').exist()),
        not(isForEverybody(route)),
      ),
    ),
);
