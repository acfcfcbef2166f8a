import { type Graph, type Properties, type Resource, refersTo } from '../../../model/graph.ts';
import { all, any, choose, not, type Truth } from '../../../model/truth.ts';
import { defineCheck } from '../../check.ts';

/** Managed policies that cache without looking at cookies or Authorization. Source: CloudFront Developer Guide, "Managed cache policies". */
const CACHED_FOR_ALL = [
  '658327ea-f89d-4fab-a63d-7e88639e58f6', // CachingOptimized
  'b2884449-e4de-46a7-ac36-70bc7f1ddd6d', // CachingOptimizedForUncompressedObjects
];
/** Managed policies that hand cookies and Authorization on. Source: the same, "Managed origin request policies". */
const FORWARDS_THE_CALLER = [
  '216adef6-5c7f-47e4-b989-5492eafa07d3', // AllViewer
  'b689b0a8-53d0-40ab-baf2-68738e2966ac', // AllViewerExceptHostHeader
  '33f36d7e-f396-46d9-90e0-52428a34d9dc', // AllViewerAndCloudFrontHeaders-2022-06
];
const KEY = 'CachePolicyConfig.ParametersInCacheKeyAndForwardedToOrigin';

export default defineCheck({
  id: 'cdn-answers-by-caller',
  requirement: 'PRF-13',
  severity: 'critical',
  effort: 'minutes',
  title: 'A CDN that tells its origin who calls does not keep the answer for everybody',
  gap: {
    one: 'A CDN may give the answer for one user to another',
    many: '{count} CDNs may give the answer for one user to another',
  },
  evidence: ['iac', 'http'],
  aliases: [],
  frameworks: {},
  messages: {
    shared:
      'the origin gets cookies and Authorization of the caller (policy {actual}), and its answer is kept for all: neither is part of the cache key',
  },
  appliesTo: 'AWS::CloudFront::Distribution',
  evaluate: (cdn, graph) =>
    cdn
      .list('DistributionConfig.DefaultCacheBehavior')
      .and(cdn.list('DistributionConfig.CacheBehaviors'))
      .none((behavior) =>
        all(
          behavior.text('OriginRequestPolicyId').oneOf(FORWARDS_THE_CALLER).quote(),
          keptForAll(behavior, graph),
        ),
      )
      .else('shared'),
  fix: 'Switch caching off where the origin answers by caller (CachingDisabled), or make cookies and Authorization part of the key',
  snippets: {
    terraform: 'cache_policy_id = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad"',
    cloudformation: 'CachePolicyId: 4135ea2d-6df8-44a3-9df3-4b5a84be39ad',
  },
  fixImpact: { downtime: false },
});

function keptForAll(behavior: Properties, graph: Graph): Truth {
  const policy = behavior.text('CachePolicyId');
  return choose(
    policy.isReference(),
    graph.of('AWS::CloudFront::CachePolicy').some((own) => all(refersTo(policy, own), keptByOwn(own))),
    policy.oneOf(CACHED_FOR_ALL),
  );
}

function keptByOwn(policy: Resource): Truth {
  return not(
    any(
      policy.number('CachePolicyConfig.MaxTTL').is(0),
      policy.text(`${KEY}.CookiesConfig.CookieBehavior`).oneOf(['all', 'allExcept', 'whitelist']),
      policy
        .list(`${KEY}.HeadersConfig.Headers`)
        .some((header) => header.text().matches('another header', /^authorization$/i)),
    ),
  );
}
