import type { Graph, Resource } from '../../../model/graph.ts';
import type { Many } from '../../../model/many.ts';
import { all, any, choose, type Truth } from '../../../model/truth.ts';
import { mayRun } from '../../blocks/running-code.ts';
import { defineRootCheck } from '../../check.ts';

const RATE = 'Statement.RateBasedStatement';

export default defineRootCheck({
  id: 'users-limited-one-by-one',
  requirement: 'SEC-09',
  severity: 'medium',
  effort: 'hours',
  title: 'Each user or client may call so often and no more',
  gap: {
    one: 'One user can use up what all others need',
    many: 'One user can use up what all others need',
  },
  evidence: ['repo', 'iac'],
  aliases: [],
  frameworks: { wellArchitected: ['rel_mitigate_interaction_failure_throttle_requests'] },
  messages: {
    none: 'neither the code that runs nor what stands before it counts the calls of a user',
    address: 'what limits calls counts addresses, not users',
  },
  about: 'repository',
  seesInfrastructure: true,
  when: (graph) =>
    any(graph.of('Repository::Route').exist(), graph.of('Repository::Handler').exist()).asMembership(),
  evaluate: (graph) => {
    const limiters = limitersThatRun(graph);
    const byUser = any(
      limiters.some((limiter) => limiter.text('by').is('user')),
      graph.of('AWS::ApiGateway::UsagePlan').exist(),
      countsByKeys(graph),
    );
    return choose(limiters.exist(), byUser.else('address'), byUser.else('none'));
  },
  fix: 'Count signed-in users by their id: in middleware behind the sign-in, in a table with a time to live, or by usage plans',
  fixImpact: { downtime: false },
});

/** Limits of packages, and those of the code that somebody calls, where they are deployed. */
function limitersThatRun(graph: Graph): Many<Resource> {
  const ofPackages = graph.of('Repository::Limiter').where((limiter) => mayRun(limiter.text('path'), graph));
  const own = graph.of('Repository::Protection').where((protection) =>
    all(
      protection.text('kind').is('limiter'),
      protection.list('usedIn').some((file) => mayRun(file.text(), graph)),
    ).asMembership(),
  );
  return ofPackages.and(own);
}

/** A web ACL that counts by a header, a cookie or the like. */
function countsByKeys(graph: Graph): Truth {
  return graph.of('AWS::WAFv2::WebACL').some((acl) =>
    all(
      acl.has('Rules'),
      acl
        .list('Rules')
        .some((rule) => all(rule.has(RATE), rule.text(`${RATE}.AggregateKeyType`).is('CUSTOM_KEYS').quote())),
    ),
  );
}
