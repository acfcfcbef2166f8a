import type { Graph, Resource } from '../../../model/graph.ts';
import type { Many } from '../../../model/many.ts';
import { Reading } from '../../../model/reading.ts';
import { all, any, not, type Truth } from '../../../model/truth.ts';
import { onceFor } from '../../../once-for.ts';
import { guardsOf } from '../../blocks/code-routes.ts';
import { leftTo } from '../../blocks/left-open.ts';
import { mayRun } from '../../blocks/running-code.ts';
import { defineCheck } from '../../check.ts';

/** A path at whose end all people are: `/users`, `/admin/members`. */
const PEOPLE =
  /(?:^|\/)(?:users|members|customers|patients|employees|people|persons|students|guests|subscribers|attendees)\/?$/i;

/** Entries of the infrastructure, and where they say how they ask who is calling. */
const ENTRIES = ['AWS::ApiGateway::Method', 'AWS::ApiGatewayV2::Route'];

export default defineCheck({
  id: 'lists-of-people-for-few',
  requirement: 'SEC-31',
  severity: 'medium',
  effort: 'hours',
  title: 'All people are listed for those only who may see them',
  gap: {
    one: 'Whoever is signed in reads all people there are',
    many: 'At {count} places whoever is signed in reads all people there are',
  },
  evidence: ['repo'],
  aliases: [],
  frameworks: { wellArchitected: ['sec_permissions_least_privileges'] },
  messages: {
    everybody: '{actual} answers with the whole table, and nothing asks what the caller may do',
  },
  about: 'repository',
  seesInfrastructure: true,
  appliesTo: 'Repository::Listing',
  when: (listing, graph) =>
    all(
      routesOfPeople(listing, graph).exist(),
      readsAll(listing, graph),
      mayRun(listing.text('path'), graph),
    ).asMembership(),
  evaluate: (listing, graph) =>
    routesOfPeople(listing, graph)
      .none((route) =>
        all(not(asksForMore(route)), not(mayBeAskedBefore(graph)), route.text('path').written().quote()),
      )
      .else('everybody'),
  fix: 'Ask for a role or a group before the list, or answer with what belongs to the caller',
  fixImpact: { downtime: false },
});

function routesOfPeople(listing: Resource, graph: Graph): Many<Resource> {
  return listsOfPeople(graph).where((route) =>
    listing
      .list('routes')
      .some((one) =>
        Reading.both(one.text(), route.text('path'), 'the route', (name, path) => name === `GET ${path}`),
      ),
  );
}

const listsOfPeople = onceFor((graph: Graph) =>
  graph
    .of('Repository::Route')
    .where((route) =>
      all(route.text('method').is('GET'), route.text('path').matches('a list of people', PEOPLE)),
    ),
);

/** Whether the scans of its file take the whole table, and no part of it; where some do, nobody knows which one it asks for. */
function readsAll(listing: Resource, graph: Graph): Truth {
  const scans = scansIn(graph).where((query) =>
    listing.text('path').ask((path) => query.text('path').is(path)),
  );
  return all(
    listing.list('reads').some((read) => read.text('asks').matches('a scan', /scan/i)),
    scans.exist(),
    any(
      scans.none(takesAPart),
      all(
        scans.some((scan) => not(takesAPart(scan))),
        leftTo('which scan of the file the list is made of', listing),
      ),
    ),
  );
}

function takesAPart(scan: Resource): Truth {
  return any(scan.list('columns').exist(), scan.bool('filtered').is(true));
}

const scansIn = onceFor((graph: Graph) =>
  graph.of('Repository::Query').where((query) => query.text('operation').is('Scan')),
);

/**
 * What a guard is called that asks for a role or a right, and what of a token it asks for: `staffOnly`, `claims.groups`. By
 * `authorize`, `sessionManager` and `requestContext.authorizer` it may only ask who is calling.
 */
const OF_A_ROLE = /admin|role|staff|permi(?:t|ssion)|privilege|scope|superuser|(?:^|[.:])groups?$/i;

/** What proves who is calling, and asks nothing else by what it is. */
const OF_ANYBODY =
  /^(?:auth\(\)|passport\.authenticate(?:\(\))?|(?:\w+\.)*jwt_?verify|jsonwebtoken\.verify|jwt\.\w+|(?:get_?)?(?:current_?)?user(?:_?(?:of|id|from\w*))?)$/i;

/** Whether a guard before the route asks for more than who is calling; what one of our own asks is not read. */
function asksForMore(route: Resource): Truth {
  return any(
    guardsOf(route, 'authorizes').exist(),
    guardsOf(route, 'authenticates').some((guard) =>
      guard.text('name').matches('a guard for a role', OF_A_ROLE),
    ),
    guardsOf(route, 'authenticates').some((guard) =>
      all(
        not(guard.text('name').matches('a guard for whoever is signed in', OF_ANYBODY)),
        leftTo('whom the guard before the list lets in', guard),
      ),
    ),
  );
}

/** An authorizer of our own may know roles, and so may scopes and policies of IAM. */
function mayBeAskedBefore(graph: Graph): Truth {
  return any(
    ...ENTRIES.map((type) =>
      graph
        .of(type)
        .some((entry) =>
          all(
            any(
              entry.has('AuthorizationScopes'),
              all(
                entry.has('AuthorizationType'),
                entry.text('AuthorizationType').oneOf(['CUSTOM', 'AWS_IAM']),
              ),
            ).asMembership(),
            leftTo('whom the entry of the infrastructure lets ask for the list', entry),
          ),
        ),
    ),
  );
}
