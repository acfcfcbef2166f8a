import { all, any, choose, not } from '../../../model/truth.ts';
import { guardedAtGateway, guardsOf, isForEverybody, isPreflight } from '../../blocks/code-routes.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'code-routes-guarded',
  requirement: 'SEC-06',
  severity: 'critical',
  effort: 'hours',
  title: 'Every route of the code asks who is calling, unless it is for everybody',
  gap: {
    one: 'A route of the code asks nobody who they are',
    many: '{count} routes of the code ask nobody who they are',
  },
  evidence: ['repo', 'iac'],
  aliases: [],
  frameworks: { wellArchitected: ['sec_permissions_define'] },
  messages: {
    open: 'nothing before {resource} or in it proves who is calling, and its path is not one for everybody',
    key: '{resource} is opened by a key that all callers share: {actual}; it tells nothing about who is calling',
    says: '{resource} believes what the caller writes: {actual} proves nothing',
  },
  about: 'repository',
  seesInfrastructure: true,
  appliesTo: 'Repository::Route',
  when: (route) => not(isPreflight(route)),
  evaluate: (route, graph) => {
    const key = guardsOf(route, 'shares-a-key');
    const says = guardsOf(route, 'believes-the-caller');
    const proves = any(
      guardsOf(route, 'authenticates', 'authorizes').exist(),
      route.bool('public').is(true),
      route.bool('redirects').is(true),
      route.bool('showsPage').is(true),
      isForEverybody(route),
      guardedAtGateway(route, graph),
    );
    return choose(
      key.exist(),
      () =>
        any(
          proves,
          key.none((guard) => guard.text('name').written().quote()),
        ).else('key'),
      () =>
        choose(
          says.exist(),
          () =>
            any(
              proves,
              says.none((guard) => guard.text('name').written().quote()),
            ).else('says'),
          () => all(proves).else('open'),
        ),
    );
  },
  fix: 'Put the guard of the other routes before this one, or mark it as public where the code keeps that list',
  fixImpact: { downtime: false },
});
