import { any, not, type Truth } from '../../../model/truth.ts';
import { ALARM, type Watched, watched } from '../../blocks/alarms.ts';
import { publishedAsWatched } from '../../blocks/own-metrics.ts';
import { defineRootCheck } from '../../check.ts';

/** What services and agents of AWS publish, beside `AWS/…`. Source: CloudWatch User Guide, of each of them. */
const OF_OTHERS =
  /^(aws\/|\/aws\/|ECS\/ContainerInsights|ContainerInsights|LambdaInsights|CWAgent|CloudWatchSynthetics|ApplicationSignals|Glue$|System\/|WAF$)/i;

const isOwn = ({ namespace }: Watched): Truth => not(namespace.matches('a namespace of AWS', OF_OTHERS));

export default defineRootCheck({
  id: 'own-metrics-published',
  requirement: 'MON-26',
  severity: 'medium',
  effort: 'minutes',
  title: 'Metrics of its own that alarms watch are published with the same name and dimensions',
  gap: {
    one: 'An alarm watches a metric of its own that is published with other dimensions',
    many: 'Alarms watch metrics of their own that are published with other dimensions',
  },
  evidence: ['repo', 'iac', 'metrics'],
  aliases: [],
  frameworks: { wellArchitected: ['ops_workload_observability_create_alerts'] },
  messages: {
    dimensions:
      'the metric {actual} that an alarm watches is published, but not with the dimensions of the alarm',
  },
  about: 'repository',
  seesInfrastructure: true,
  when: (graph) => graph.of(ALARM).some((alarm) => watched(alarm).some(isOwn)),
  evaluate: (graph) =>
    graph
      .of(ALARM)
      .flatMap(watched)
      .where(isOwn)
      .every((metric) =>
        any(publishedAsWatched(metric, graph), metric.name.test('published so', () => false).quote()),
      )
      .else('dimensions'),
  fix: 'Give the alarm exactly the dimensions that the metric is published with, none where it has none',
  fixImpact: { downtime: false },
});
