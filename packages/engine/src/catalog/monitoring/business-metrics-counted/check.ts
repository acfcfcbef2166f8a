import { all, any, not } from '../../../model/truth.ts';
import { leftTo } from '../../blocks/left-open.ts';
import { comesToRun, hasServedCode } from '../../blocks/served-code.ts';
import { defineRootCheck } from '../../check.ts';

/** Metrics of how the code runs, and not of what it is there for. */
const TECHNICAL =
  /latency|duration|elapsed|seconds|millis|(^|[^a-z])ms$|cold_?start|memory|heap|cpu|(^|_)http|requests?_?(total|count|size|time|in_)|(^|\.)requests?$|response|status|errors?$|exceptions?|failures?$|retry|retries|cache_?(hit|miss)|connections?|pool|thread|event_?loop|gc_|uptime|health|throttl/i;

export default defineRootCheck({
  id: 'business-metrics-counted',
  requirement: 'MON-14',
  severity: 'medium',
  effort: 'hours',
  title: 'The code counts what the business does',
  gap: {
    one: 'Nothing counts what the business does',
    many: 'At {count} places nothing counts what the business does',
  },
  evidence: ['repo'],
  aliases: [],
  frameworks: { wellArchitected: ['ops_observability_identify_kpis'] },
  messages: { none: 'no code that runs sends a metric of what the business does' },
  about: 'repository',
  seesInfrastructure: true,
  when: hasServedCode,
  evaluate: (graph) =>
    any(
      graph.of('Repository::Metric').some((metric) =>
        all(
          metric.list('names').some((name) => not(name.text().matches('of how the code runs', TECHNICAL))),
          comesToRun(metric, graph),
        ),
      ),
      // What a filter on the log counts may be of the business as well.
      graph
        .of('AWS::Logs::MetricFilter')
        .some((filter) => leftTo('telling whether what the filter counts is of the business', filter)),
    ).else('none'),
  fix: 'Send one metric for each main action (orders, reviews, documents), in the embedded metric format or with Powertools, where the action succeeds',
  fixImpact: { downtime: false, monthlyCost: '$0.30 per metric' },
});
