import type { Resource } from '../../model/graph.ts';
import { all, type Truth } from '../../model/truth.ts';

const WRAPPER = 'Environment.Variables.AWS_LAMBDA_EXEC_WRAPPER';

/**
 * Whether a function starts through the wrapper of a tracer. Sources: AWS Distro for OpenTelemetry, Lambda layers; the
 * documentation of Dynatrace, Datadog, New Relic and Lumigo on their layers.
 */
export function startsWithTracer(fn: Resource): Truth {
  return all(
    fn.has(WRAPPER),
    fn
      .text(WRAPPER)
      .matches('a wrapper that traces', /^\/opt\/(otel-|dynatrace|datadog_wrapper|newrelic|lumigo_wrapper)/),
  ).asMembership();
}

/** Whether what calls a function is the handler of a tracer, which calls the function's own. */
export function isCalledByTracer(fn: Resource): Truth {
  return all(
    fn.has('Handler'),
    fn
      .text('Handler')
      .matches('the handler of a tracer', /datadog|newrelic|lumigo|epsagon|thundra|instana|sentry/i),
  ).asMembership();
}
