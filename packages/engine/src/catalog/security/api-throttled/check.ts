import type { Properties } from '../../../model/graph.ts';
import { all, type Truth } from '../../../model/truth.ts';
import { defineCheck } from '../../check.ts';

const HTTP_STAGE = 'AWS::ApiGatewayV2::Stage';
const REST_STAGE = 'AWS::ApiGateway::Stage';

/** More than this is no limit for an application of the planned size; SEC-08 expects about 100 for 100 users. */
const MOST_REQUESTS_PER_SECOND = 1000;

export default defineCheck({
  id: 'api-throttled',
  requirement: 'SEC-08',
  severity: 'high',
  effort: 'minutes',
  title: 'Every API is throttled to its planned load',
  gap: { one: 'An API is not throttled to its load', many: '{count} APIs are not throttled to their load' },
  evidence: ['iac', 'aws'],
  aliases: ['APIGWDefaultThrottling', 'ES2003'],
  frameworks: { wellArchitected: ['rel_mitigate_interaction_failure_throttle_requests'] },
  messages: {
    default: 'no rate limit is set, so the 10,000 requests/s of the account hold',
    burst: 'the rate is limited but bursts are not, so the 5,000 requests at once of the account hold',
    high: 'the limit is {actual} requests/s, expected {expected}',
  },
  appliesTo: [HTTP_STAGE, REST_STAGE],
  evaluate: (stage) =>
    stage.type === HTTP_STAGE
      ? limited(stage.at('DefaultRouteSettings'))
      : all(
          stage.has('MethodSettings').else('default'),
          stage.list('MethodSettings').first(coversEveryMethod, limited, 'default'),
        ),
  fix: 'Limit the stage to a rate that the planned load needs, with a burst of about twice that',
  snippets: {
    terraform: 'default_route_settings {\n  throttling_rate_limit  = 100\n  throttling_burst_limit = 200\n}',
    cloudformation: 'DefaultRouteSettings:\n  ThrottlingRateLimit: 100\n  ThrottlingBurstLimit: 200',
  },
  fixImpact: { downtime: false },
});

function limited(settings: Properties): Truth<'default' | 'high' | 'burst'> {
  const burst = settings.number('ThrottlingBurstLimit');
  const rate = settings.number('ThrottlingRateLimit');
  return all(
    rate.written().else('default'),
    rate.atLeast(0).else('default'), // -1 switches the limit off
    rate.atMost(MOST_REQUESTS_PER_SECOND).quote().else('high'),
    burst.written().else('burst'),
    burst.atLeast(0).else('burst'),
  );
}

function coversEveryMethod(settings: Properties): Truth {
  return all(settings.text('HttpMethod').is('*'), settings.text('ResourcePath').is('/*'));
}
