import type { Resource } from '../../../model/graph.ts';
import { all, any, choose } from '../../../model/truth.ts';
import { defaultOrigin, isBucket } from '../../blocks/cdn-origin.ts';
import { leftTo } from '../../blocks/left-open.ts';
import { defineCheck } from '../../check.ts';

const BEHAVIOR = 'DistributionConfig.DefaultCacheBehavior';
const POLICY = 'AWS::CloudFront::ResponseHeadersPolicy';
const CONFIG = 'ResponseHeadersPolicyConfig';

/** Each header as the policy calls it, and by its own name among custom headers. */
const HEADERS: readonly (readonly [setting: string, header: RegExp])[] = [
  ['StrictTransportSecurity', /^strict-transport-security$/i],
  ['ContentSecurityPolicy', /^content-security-policy$/i],
  ['ContentTypeOptions', /^x-content-type-options$/i],
  ['ReferrerPolicy', /^referrer-policy$/i],
];

export default defineCheck({
  id: 'cdn-security-headers',
  requirement: 'SEC-04',
  severity: 'medium',
  effort: 'hours',
  title: 'Pages of a CDN carry the headers that protect them',
  gap: {
    one: 'Pages of a CDN lack headers that protect them',
    many: 'Pages of {count} CDNs lack headers that protect them',
  },
  evidence: ['iac', 'http'],
  aliases: ['CKV2_AWS_32', 'CKV_AWS_259'],
  frameworks: { wellArchitected: ['sec_protect_data_transit_encrypt'] },
  messages: {
    none: 'no policy adds headers to its pages, and a bucket adds none itself',
    partly: 'its policy leaves out one of HSTS, CSP, X-Content-Type-Options and Referrer-Policy',
  },
  appliesTo: 'AWS::CloudFront::Distribution',
  // What answers the default behaviour are the pages; another origin, a function or the code may add headers itself.
  evaluate: (cdn, graph) => {
    const policy = cdn.text(`${BEHAVIOR}.ResponseHeadersPolicyId`);
    return choose(
      cdn.has(`${BEHAVIOR}.ResponseHeadersPolicyId`),
      choose(
        graph.follow(policy, POLICY).exist(),
        graph
          .follow(policy, POLICY)
          .some((of) => all(...HEADERS.map((header) => adds(of, header))))
          .else('partly'),
        leftTo('the policy of headers, which is not in this code', cdn),
      ),
      any(
        addsByCode(cdn),
        all(notFromBucket(cdn), leftTo('the headers that the origin answers with', cdn)),
      ).else('none'),
    );
  },
  fix: 'Attach a response headers policy with HSTS, CSP, nosniff and a referrer policy to every behaviour',
  snippets: {
    terraform: 'response_headers_policy_id = aws_cloudfront_response_headers_policy.strict.id',
    cloudformation: 'ResponseHeadersPolicyId: !Ref StrictHeaders',
  },
  fixImpact: { downtime: false },
});

function adds(policy: Resource, [setting, header]: (typeof HEADERS)[number]) {
  const custom = `${CONFIG}.CustomHeadersConfig.Items`;
  return any(
    policy.has(`${CONFIG}.SecurityHeadersConfig.${setting}`),
    all(
      policy.has(custom).asMembership(),
      policy.list(custom).some((item) => item.text('Header').matches('another header', header)),
    ),
  );
}

/** A function on the way out may set any header. */
function addsByCode(cdn: Resource) {
  return all(
    any(cdn.has(`${BEHAVIOR}.FunctionAssociations`), cdn.has(`${BEHAVIOR}.LambdaFunctionAssociations`)),
    leftTo('the code of the functions at the edge', cdn),
  );
}

function notFromBucket(cdn: Resource) {
  return defaultOrigin(cdn).none(isBucket);
}
