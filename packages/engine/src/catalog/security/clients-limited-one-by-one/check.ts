import type { Properties } from '../../../model/graph.ts';
import { all, any } from '../../../model/truth.ts';
import { leftTo } from '../../blocks/left-open.ts';
import { defineCheck } from '../../check.ts';

const PLAN = 'AWS::ApiGateway::UsagePlan';
const RATE = 'Statement.RateBasedStatement';

export default defineCheck({
  id: 'clients-limited-one-by-one',
  requirement: 'SEC-09',
  severity: 'medium',
  effort: 'hours',
  title: 'Rates are limited for each user or client, not for addresses alone',
  gap: {
    one: 'A client can use up what others need',
    many: 'Clients of {count} usage plans can use up what others need',
  },
  evidence: ['iac', 'aws', 'repo'],
  aliases: ['apigateway.UsagePlanThrottling'],
  frameworks: { wellArchitected: ['rel_mitigate_interaction_failure_throttle_requests'] },
  messages: { plan: 'its clients have neither a rate nor a quota of their own' },
  appliesTo: [PLAN, 'AWS::WAFv2::WebACL'],
  when: (subject) =>
    subject.type === PLAN
      ? subject.exists()
      : all(subject.has('Rules'), subject.list('Rules').some(limits)).asMembership(),
  // A web ACL that counts by address may be helped by the code behind it, which knows who is signed in.
  evaluate: (subject) =>
    subject.type === PLAN
      ? any(subject.has('Throttle.RateLimit'), subject.has('Quota.Limit'), perStage(subject)).else('plan')
      : any(
          subject
            .list('Rules')
            .some((rule) =>
              all(
                limits(rule),
                rule.text(`${RATE}.AggregateKeyType`).is('CUSTOM_KEYS').quote(),
                rule.list(`${RATE}.CustomKeys`).some(tellsClientsApart),
              ),
            ),
          leftTo('reading the code, which may limit each signed-in user', subject),
        ),
  fix: 'Give the plan a rate and a quota; for signed-in users count by their id in the code or at the web ACL',
  snippets: {
    terraform: 'throttle_settings {\n  rate_limit  = 10\n  burst_limit = 20\n}',
    cloudformation: 'Throttle: { RateLimit: 10, BurstLimit: 20 }',
  },
  fixImpact: { downtime: false },
});

/** Headers that many clients send alike. */
const SHARED = /^(user-agent|host|accept.*|referer|origin|content-.*|cache-control|connection|via)$/i;

/** Whether a part of the key is one that a client or user has to itself. */
function tellsClientsApart(key: Properties) {
  return any(
    key.has('Cookie'),
    key.has('QueryArgument'),
    all(
      key.has('Header'),
      key.text('Header.Name').test('a header of one client', (name) => !SHARED.test(name)),
    ),
  ).asMembership();
}

function limits(rule: Properties) {
  return rule.has(RATE).asMembership();
}

/** A plan may limit single methods of a stage instead. */
function perStage(plan: Properties) {
  return all(
    plan.has('ApiStages').asMembership(),
    plan.list('ApiStages').some((stage) => stage.has('Throttle')),
  );
}
