import { type Graph, type Properties, type Resource, refersTo } from '../../../model/graph.ts';
import type { Many } from '../../../model/many.ts';
import type { Reading } from '../../../model/reading.ts';
import { all, any, choose, not, type Truth } from '../../../model/truth.ts';
import { originsOf } from '../../blocks/cdn-origin.ts';
import { leftTo } from '../../blocks/left-open.ts';
import { defineCheck } from '../../check.ts';

/** Source: CloudFront Developer Guide, "Use managed origin request policies". */
const SENDING = [
  '216adef6-5c7f-47e4-b989-5492eafa07d3', // AllViewer
  '33f36d7e-f396-46d9-90e0-52428a34d9dc', // AllViewerAndCloudFrontHeaders-2022-06
  'bf0718e1-ba1e-49d1-88b1-f726733018ae', // HostHeaderOnly
];
const KEEPING = [
  'b689b0a8-53d0-40ab-baf2-68738e2966ac', // AllViewerExceptHostHeader
  '59781a5b-3903-41f3-afcb-af62929ccde1', // CORS-CustomOrigin
  '88a5eaf4-2fd4-4709-b370-b4c650ea3fcf', // CORS-S3Origin
  '775133bc-15f2-49f9-abea-afb2e0bf67d2', // Elemental-MediaTailor-PersonalizedManifests
  'acba4595-bd28-49b8-b9fe-13317c0390fa', // UserAgentRefererHeaders
];
/** Source: the same, "Use managed cache policies"; what is part of the key is sent to the origin. */
const KEYED_BY_HOST = [
  '2e54312d-136d-493c-8eb9-b001f22f67d2', // Amplify
  '83da9c7e-98b4-4e11-a168-04f0df8e2c65', // UseOriginCacheControlHeaders
  '4cc15a8a-d715-48a4-82b8-cc0b614638fe', // UseOriginCacheControlHeaders-QueryStrings
];
const NOT_KEYED_BY_HOST = [
  '4135ea2d-6df8-44a3-9df3-4b5a84be39ad', // CachingDisabled
  '658327ea-f89d-4fab-a63d-7e88639e58f6', // CachingOptimized
  'b2884449-e4de-46a7-ac36-70bc7f1ddd6d', // CachingOptimizedForUncompressedObjects
  '08627262-05a9-4f76-9ded-b50ca2e3a84f', // Elemental-MediaPackage
];
const KEY = 'CachePolicyConfig.ParametersInCacheKeyAndForwardedToOrigin.HeadersConfig';
const HEADERS = 'OriginRequestPolicyConfig.HeadersConfig';

export default defineCheck({
  id: 'cdn-origin-accepts-host',
  requirement: 'INF-24',
  severity: 'critical',
  effort: 'minutes',
  title: 'CDNs ask API gateways and function URLs under their own names',
  gap: {
    one: 'A CDN passes on a Host header that the API behind it refuses',
    many: '{count} CDNs pass on a Host header that the APIs behind them refuse',
  },
  evidence: ['iac', 'http'],
  aliases: [],
  frameworks: {},
  messages: {
    policy:
      "the origin gets the Host of the viewer ({property} is {actual}), which is not the API's own name: it answers 403 to every request",
    key: "the Host of the viewer is part of the cache key ({actual}) and goes on to the origin, which is not the API's own name: it answers 403 to every request",
    forwarded:
      "the origin gets the Host of the viewer (forwarded headers have {actual}), which is not the API's own name: it answers 403 to every request",
  },
  appliesTo: 'AWS::CloudFront::Distribution',
  when: (cdn, graph) =>
    originsOf(cdn)
      .some((origin) => isGateway(origin, graph))
      .asMembership(),
  evaluate: (cdn, graph) => {
    const behaviors = behaviorsToGateways(cdn, graph);
    return choose(
      isDomainOfAnApi(cdn, graph),
      leftTo('asking the API under the name of the CDN, which is a domain of an API as well', cdn),
      all(
        behaviors.none((b) => all(sendsByPolicy(b, graph), untouched(b))).else('policy'),
        behaviors.none((b) => all(keyedByHost(b, graph), untouched(b))).else('key'),
        behaviors
          .none((b) => all(b.list('ForwardedValues.Headers').some(isHostOrAll), untouched(b)))
          .else('forwarded'),
      ),
    );
  },
  fix: 'Use the origin request policy AllViewerExceptHostHeader, or one of your own that leaves Host out',
  snippets: {
    terraform: 'origin_request_policy_id = "b689b0a8-53d0-40ab-baf2-68738e2966ac"',
    cloudformation: 'OriginRequestPolicyId: b689b0a8-53d0-40ab-baf2-68738e2966ac',
  },
  fixImpact: { downtime: false },
});

/** The default address of an API or a function; under a domain of its own, an API knows the name that is asked for. */
function isGateway(origin: Properties, graph: Graph): Truth {
  const name = origin.text('DomainName');
  return all(
    origin.has('CustomOriginConfig'),
    choose(
      name.isReference(),
      any(
        ...['AWS::ApiGateway::RestApi', 'AWS::ApiGatewayV2::Api', 'AWS::Lambda::Url'].map((type) =>
          graph.of(type).some((api) => refersTo(name, api)),
        ),
      ),
      // `d-….execute-api` is the address of a domain of its own.
      name.matches('a default address of an API', /^(?!d-)[a-z0-9]+\.(execute-api|lambda-url)\./),
    ),
  );
}

/** Whether an API is reached under the name of the CDN: then it knows the Host. */
function isDomainOfAnApi(cdn: Resource, graph: Graph): Truth {
  return any(
    ...['AWS::ApiGateway::DomainName', 'AWS::ApiGatewayV2::DomainName'].map((type) =>
      graph
        .of(type)
        .some((domain) =>
          cdn
            .list('DistributionConfig.Aliases')
            .some((alias) => domain.text('DomainName').ask((name) => alias.text().is(name))),
        ),
    ),
  );
}

function behaviorsToGateways(cdn: Resource, graph: Graph): Many<Properties> {
  const gateways = originsOf(cdn).where((origin) => isGateway(origin, graph));
  return cdn
    .list('DistributionConfig.DefaultCacheBehavior')
    .and(cdn.list('DistributionConfig.CacheBehaviors'))
    .where((behavior) =>
      behavior.text('TargetOriginId').ask((id) => gateways.some((origin) => origin.text('Id').is(id))),
    );
}

/** A function at the edge may write another Host. */
function untouched(behavior: Properties): Truth {
  return choose(
    any(
      behavior.list('LambdaFunctionAssociations').exist(),
      behavior.list('FunctionAssociations').exist(),
    ).asMembership(),
    leftTo('reading the code of the functions at the edge, which may write another Host', behavior),
    not(behavior.list('LambdaFunctionAssociations').exist()),
  );
}

function sendsByPolicy(behavior: Properties, graph: Graph): Truth {
  const policy = behavior.text('OriginRequestPolicyId');
  return all(
    behavior.has('OriginRequestPolicyId'),
    byPolicy(policy, behavior, SENDING, KEEPING, () =>
      graph
        .of('AWS::CloudFront::OriginRequestPolicy')
        .where((own) => refersTo(policy, own))
        .some(sends),
    ),
  );
}

function sends(policy: Resource): Truth {
  const behavior = policy.text(`${HEADERS}.HeaderBehavior`);
  const namesHost = policy.list(`${HEADERS}.Headers`).some(isHostOrAll);
  return any(
    behavior.oneOf(['allViewer', 'allViewerAndWhitelistCloudFront']).quote(),
    all(behavior.is('whitelist'), namesHost),
    all(behavior.is('allExcept').quote(), not(namesHost)),
  );
}

function keyedByHost(behavior: Properties, graph: Graph): Truth {
  const policy = behavior.text('CachePolicyId');
  return all(
    behavior.has('CachePolicyId'),
    byPolicy(policy, behavior, KEYED_BY_HOST, NOT_KEYED_BY_HOST, () =>
      graph
        .of('AWS::CloudFront::CachePolicy')
        .where((own) => refersTo(policy, own))
        .some((own) =>
          all(
            own.text(`${KEY}.HeaderBehavior`).is('whitelist'),
            own.list(`${KEY}.Headers`).some(isHostOrAll),
          ),
        ),
    ),
  );
}

/** By the policy of this code that is named, or by one of CloudFront's; any other is the account's. */
function byPolicy(
  policy: Reading<string>,
  behavior: Properties,
  yes: readonly string[],
  no: readonly string[],
  byOwn: () => Truth,
): Truth {
  return choose(
    policy.isReference(),
    byOwn(),
    choose(
      policy.oneOf([...yes, ...no]).asMembership(),
      policy.oneOf(yes).quote(),
      leftTo('the policy of the account that the behavior names', behavior),
    ),
  );
}

function isHostOrAll(header: Properties): Truth {
  return header
    .text()
    .matches('Host, or every header', /^(host|\*)$/i)
    .quote();
}
