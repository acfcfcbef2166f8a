import { all, any, not } from '../../../model/truth.ts';
import { mayRun } from '../../blocks/running-code.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'calls-have-time-limits',
  requirement: 'APP-02',
  severity: 'high',
  effort: 'minutes',
  title: 'For each call of another service it is written down how long it may take',
  gap: {
    one: 'A service is called without a time limit',
    many: '{count} clients call services without a time limit',
  },
  evidence: ['repo'],
  aliases: [],
  frameworks: { wellArchitected: ['rel_mitigate_interaction_failure_client_timeouts'] },
  messages: {
    warns:
      'requestTimeout of {actual} only warns: without throwOnRequestTimeout or socketTimeout nothing ends its calls',
    unlimited: 'nothing says how long {actual} may take to answer',
  },
  about: 'repository',
  seesInfrastructure: true,
  appliesTo: 'Repository::Client',
  when: (client, graph) => any(client.bool('page').is(true), mayRun(client.text('path'), graph)),
  evaluate: (client) =>
    all(
      client
        .list('calls')
        .none((call) => all(call.bool('onlyWarns').is(true), call.text('of').written().quote()))
        .else('warns'),
      client
        .list('calls')
        .none((call) => all(not(call.bool('limited').is(true)), call.text('of').written().quote()))
        .else('unlimited'),
    ),
  fix: 'Set a time limit at the client: read_timeout with boto3, requestHandler with the SDK for JavaScript, signal with fetch',
  fixImpact: { downtime: false },
});
