import type { Graph, Properties, Resource } from '../../../model/graph.ts';
import { all, any, choose, not, type Truth } from '../../../model/truth.ts';
import { hasSubscriber } from '../../blocks/alarms.ts';
import { leftTo } from '../../blocks/left-open.ts';
import { defineCheck } from '../../check.ts';

/** What subscribes to a topic in its own account without asking anybody, by its protocol. */
const UNASKED: Readonly<Record<string, string>> = {
  lambda: 'AWS::Lambda::Function',
  sqs: 'AWS::SQS::Queue',
  firehose: 'AWS::KinesisFirehose::DeliveryStream',
};

const CHATS = ['AWS::Chatbot::SlackChannelConfiguration', 'AWS::Chatbot::MicrosoftTeamsChannelConfiguration'];

export default defineCheck({
  id: 'alarm-subscriptions-confirmed',
  requirement: 'MON-09',
  severity: 'high',
  effort: 'minutes',
  title: 'A subscription that alarms are told through is confirmed, or needs no confirmation',
  gap: {
    one: 'A topic has no subscription that passes alarms on',
    many: '{count} topics have no subscription that passes alarms on',
  },
  evidence: ['iac', 'aws'],
  aliases: [],
  frameworks: { wellArchitected: ['ops_workload_observability_create_alerts'] },
  messages: {
    filtered:
      'its subscriptions pass on only messages with an attribute {actual}, and those of alarms have none',
  },
  appliesTo: 'AWS::SNS::Topic',
  when: (topic, graph) => all(graph.to(topic, 'alertsThrough').exist(), hasSubscriber(topic, graph)),
  evaluate: (topic, graph) => {
    const beside = graph.to(topic, 'notifies', 'AWS::SNS::Subscription');
    const unfiltered = beside.where((one) => not(one.entries('FilterPolicy').exist()).asMembership());
    return any(
      // Whoever authorized the workspace of a chat has confirmed it.
      ...CHATS.map((type) => graph.to(topic, 'notifies', type).exist()),
      // Where one has no filter, those of the others do not matter.
      choose(
        unfiltered.exist(),
        () => unfiltered.some((one) => isConfirmed(one, topic, graph)),
        () => beside.some((one) => all(passesAlarms(one), isConfirmed(one, topic, graph))),
      ),
      topic.list('Subscription').some((one) => isConfirmed(one, topic, graph)),
    ).else('filtered');
  },
  fix: 'Open the link in the mail that the subscription sent; for subscriptions with a filter take the filter away',
  fixImpact: { downtime: false },
});

function isConfirmed(one: Properties, topic: Resource, graph: Graph): Truth {
  return any(
    ...Object.entries(UNASKED).map(([protocol, type]) =>
      all(one.text('Protocol').is(protocol), graph.follow(one.text('Endpoint'), type).exist()),
    ),
    leftTo(
      'aws sns list-subscriptions-by-topic, which tells PendingConfirmation of a subscription that nobody confirmed',
      topic,
    ),
  );
}

/** Messages of alarms have no attributes, so a filter on them lets none through; one on the body may. */
function passesAlarms(one: Resource): Truth {
  const filters = one.entries('FilterPolicy');
  const wanted = filters.some(({ key }) =>
    key.ask((name) =>
      all(
        key.matches('the name of an attribute', /^[\w-]+$/).quote(),
        one.list(`FilterPolicy.${name}`).every((value) => value.text().isLiteral()),
      ),
    ),
  );
  const byAttributes = any(
    not(one.has('FilterPolicyScope')),
    one.text('FilterPolicyScope').is('MessageAttributes'),
  );
  return any(
    not(filters.exist()),
    all(
      not(all(byAttributes, wanted)),
      leftTo('whether the filter of the subscription lets alarms through', one, 'unresolved-expression'),
    ),
  );
}
