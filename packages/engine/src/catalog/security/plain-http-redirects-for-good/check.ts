import type { Resource } from '../../../model/graph.ts';
import { all } from '../../../model/truth.ts';
import { defaultOrigin, isBucket } from '../../blocks/cdn-origin.ts';
import { defineCheck } from '../../check.ts';

const CDN = 'AWS::CloudFront::Distribution';
const LISTENER = 'AWS::ElasticLoadBalancingV2::Listener';
const VIEWER = 'DistributionConfig.DefaultCacheBehavior.ViewerProtocolPolicy';

export default defineCheck({
  id: 'plain-http-redirects-for-good',
  requirement: 'SEC-02',
  severity: 'medium',
  effort: 'minutes',
  title: 'Plain HTTP leads to HTTPS, and browsers remember it',
  gap: {
    one: 'Plain HTTP does not lead to HTTPS for good',
    many: 'Plain HTTP does not lead to HTTPS for good at {count} entries',
  },
  evidence: ['iac', 'http'],
  aliases: [],
  frameworks: { wellArchitected: ['sec_protect_data_transit_encrypt'] },
  messages: {
    passing: 'the redirect is passing, so browsers ask in the clear again: {property} is {actual}',
    refused: 'pages asked over plain HTTP are refused instead of redirected: {property} is {actual}',
  },
  appliesTo: [CDN, LISTENER],
  // What answers over plain HTTP at all is judged by the checks on HTTPS.
  when: (entry) =>
    entry.type === LISTENER
      ? all(entry.text('Protocol').is('HTTP'), redirects(entry).exist()).asMembership()
      : all(
          entry.text(VIEWER).oneOf(['redirect-to-https', 'https-only']),
          defaultOrigin(entry).some(isBucket),
        ).asMembership(),
  evaluate: (entry) =>
    entry.type === LISTENER
      ? redirects(entry)
          .every((action) => action.text('RedirectConfig.StatusCode').is('HTTP_301').quote())
          .else('passing')
      : entry.text(VIEWER).is('redirect-to-https').quote().else('refused'),
  fix: 'Redirect with 301, at the listener of port 80 and in the default behaviour of the CDN',
  snippets: {
    terraform: 'viewer_protocol_policy = "redirect-to-https"',
    cloudformation: 'ViewerProtocolPolicy: redirect-to-https',
  },
  fixImpact: { downtime: false },
});

function redirects(listener: Resource) {
  return listener.list('DefaultActions').where((action) => action.text('Type').is('redirect'));
}
