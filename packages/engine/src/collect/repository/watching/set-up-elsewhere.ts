import type { Program } from '../code/names/program.ts';
import type { SourceModule } from '../code/syntax/source-module.ts';
import { callsTold } from '../joins/told-calls.ts';
import type { UnseenFacts } from '../reader.ts';

const SETS_UP =
  /(?:^|[._/])(?:init|initialise|initialize|set_?up|configure|start|enable|register)_?(?:tracing|tracer|telemetry|otel|open_?telemetry|observability|instrumentation|apm|monitoring|metrics|error_?tracking)(?:\(\)(?:\.\w+)?)?$/i;

/** Packages of an organisation that set up what watches its applications, in ways that are not seen here. */
export function setUpElsewhere(program: Program, module: SourceModule): readonly UnseenFacts[] {
  return callsTold(program, module, 'path', setUpBy).map(({ call, is }) => ({
    what: `what ${is} sets up`,
    why: 'it is of a package that is not read',
    decidedBy: 'looking into the package',
    holds: ['Repository::Tracer', 'Repository::ErrorTracker', 'Repository::Metric'],
    file: module.file,
    line: call.at.line,
  }));
}

/** What a call sets up with, by its path; nothing for what is known, and for all that sets nothing up. */
function setUpBy(path: string): string | undefined {
  if (!path.includes('.') || !SETS_UP.test(path)) return undefined;
  const known = /^(@?opentelemetry|@?sentry|aws|newrelic|ddtrace|dd-trace)/i.test(path);
  return known ? undefined : path.replaceAll('()', '');
}
