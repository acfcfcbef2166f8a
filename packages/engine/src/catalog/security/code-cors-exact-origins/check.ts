import { all, any, not } from '../../../model/truth.ts';
import { mayRun } from '../../blocks/running-code.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'code-cors-exact-origins',
  requirement: 'SEC-05',
  severity: 'high',
  effort: 'minutes',
  title: 'The code lets pages of exact origins call, not those of any site',
  gap: {
    one: 'The code lets pages of any site call',
    many: '{count} places of the code let pages of any site call',
  },
  evidence: ['repo'],
  aliases: [],
  frameworks: {},
  messages: {
    any: 'pages of any origin may call: {property} has {actual}',
    loose: 'pages of hosts that only begin or end so may call: {property} has {actual}',
    nameless:
      'pages without an origin of their own may call, and any site can show such a page: {property} has {actual}',
    reflects: 'it answers with whatever origin asks, which lets pages of any site call',
  },
  about: 'repository',
  seesInfrastructure: true,
  appliesTo: 'Repository::CorsPolicy',
  when: (policy, graph) => mayRun(policy.text('file'), graph),
  evaluate: (policy) =>
    any(
      policy.bool('ofHealth').is(true),
      all(
        not(policy.bool('reflects').is(true)).else('reflects'),
        policy
          .list('origins')
          .none((origin) => origin.text().contains('*').quote())
          .else('any'),
        policy
          .list('origins')
          .none((origin) => origin.text().is('null').quote())
          .else('nameless'),
        policy
          .list('expressions')
          .none((one) => all(one.text('fits').is('any'), one.text('text').written().quote()))
          .else('any'),
        policy
          .list('expressions')
          .none((one) => all(one.text('fits').is('others'), one.text('text').written().quote()))
          .else('loose'),
      ),
    ),
  fix: 'List the origins of your own pages, one by one',
  fixImpact: { downtime: false },
});
