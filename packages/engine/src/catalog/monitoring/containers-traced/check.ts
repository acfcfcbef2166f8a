import { all, any, not } from '../../../model/truth.ts';
import { defineCheck } from '../../check.ts';

/** By the last part of the image's name. */
const COLLECTOR =
  /x-?ray|otel|opentelemetry|adot|collector|cloudwatch-agent|datadog|^agent\b|newrelic|nrdot|dynatrace|elastic-agent|apm-server|jaeger|tempo|alloy|honeycomb|splunk/i;
const SETTING = /^(OTEL_|AWS_XRAY_|DD_|NEW_RELIC_|ELASTIC_APM_|DT_|HONEYCOMB_|SPLUNK_|SENTRY_)/;

export default defineCheck({
  id: 'containers-traced',
  requirement: 'MON-13',
  severity: 'medium',
  effort: 'hours',
  title: 'Requests through containers are traced',
  gap: {
    one: 'Requests through the containers of a task leave no trace',
    many: 'Requests through the containers of {count} tasks leave no trace',
  },
  evidence: ['iac', 'repo', 'aws'],
  aliases: [],
  frameworks: { wellArchitected: ['ops_observability_dist_trace'] },
  messages: {
    none: 'no container collects traces, and no setting says where they go',
  },
  appliesTo: 'AWS::ECS::TaskDefinition',
  evaluate: (task) =>
    task
      .list('ContainerDefinitions')
      .some((container) =>
        any(
          all(
            not(container.text('Image').isReference()),
            container.text('Image').afterLast('/').matches('a collector of traces', COLLECTOR),
          ),
          ...['Environment', 'Secrets'].map((settings) =>
            container
              .list(settings)
              .some((setting) => setting.text('Name').matches('a setting of a tracer', SETTING)),
          ),
        ),
      )
      .else('none'),
  fix: 'Add a collector (the ADOT collector, the X-Ray daemon) to the task, or say by settings where the tracer sends',
  fixImpact: { downtime: false, monthlyCost: 'xray-traces' },
});
