import type { Resource } from '../../../model/graph.ts';
import { refersTo } from '../../../model/graph.ts';
import { all, any } from '../../../model/truth.ts';
import { originsOf } from '../../blocks/cdn-origin.ts';
import { leftTo, leftToTheCode } from '../../blocks/left-open.ts';
import { cdnsBefore } from '../../blocks/public-entry.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'rest-api-only-through-cdn',
  requirement: 'SEC-30',
  severity: 'medium',
  effort: 'hours',
  title: 'A REST API behind a CDN is reached through the CDN only',
  gap: {
    one: 'A REST API can be reached past its CDN',
    many: '{count} REST APIs can be reached past their CDNs',
  },
  evidence: ['iac', 'aws', 'http'],
  aliases: [],
  frameworks: { wellArchitected: ['sec_network_protection_layered'] },
  messages: {
    open: 'its own endpoint answers everybody, and the CDN shows it nothing that it could ask for: {property} is {actual}',
  },
  appliesTo: 'AWS::ApiGateway::RestApi',
  when: (api, graph) => cdnsBefore(api, graph).exist().asMembership(),
  // HTTP APIs are judged with the web ACL that they cannot carry themselves.
  evaluate: (api, graph) =>
    any(
      api.bool('DisableExecuteApiEndpoint').is(true).quote(),
      all(
        api.has('Policy').asMembership(),
        leftTo('the policy of the API, which may ask where requests come from', api),
      ),
      all(
        cdnsBefore(api, graph).some((cdn) => showsSomething(cdn, api)),
        leftToTheCode('the API, which may compare the header of the CDN', api),
      ),
    ).else('open'),
  fix: 'Let the CDN send a secret header that the API compares, or switch the default endpoint off behind a domain',
  snippets: {
    terraform: 'disable_execute_api_endpoint = true',
    cloudformation: 'DisableExecuteApiEndpoint: true',
  },
  fixImpact: { downtime: false },
});

/** Whether the CDN sends a header of its own along to the API. */
function showsSomething(cdn: Resource, api: Resource) {
  return originsOf(cdn)
    .where((origin) => refersTo(origin.text('DomainName'), api))
    .some((origin) => origin.has('OriginCustomHeaders'))
    .asMembership();
}
