import type { Program } from '../code/names/program.ts';
import type { SourceModule } from '../code/syntax/source-module.ts';
import type { UnseenFacts } from '../reader.ts';

const SETS_UP =
  /(?:^|[._/])(?:init|initialise|initialize|set_?up|configure|start|enable|register)_?(?:tracing|tracer|telemetry|otel|open_?telemetry|observability|instrumentation|apm|monitoring|metrics|error_?tracking)(?:\(\)(?:\.\w+)?)?$/i;

/** Packages of an organisation that set up what watches its applications, in ways that are not seen here. */
export function setUpElsewhere(program: Program, module: SourceModule): readonly UnseenFacts[] {
  return module.calls.flatMap((call): readonly UnseenFacts[] => {
    const path = program.pathOf(module, call.callee, call.within);
    if (path === undefined || !path.includes('.') || !SETS_UP.test(path)) return [];
    const known = /^(@?opentelemetry|@?sentry|aws|newrelic|ddtrace|dd-trace)/i.test(path);
    if (known) return [];
    return [
      {
        what: `what ${path.replaceAll('()', '')} sets up`,
        why: 'it is of a package that is not read',
        decidedBy: 'looking into the package',
        holds: ['Repository::Tracer', 'Repository::ErrorTracker', 'Repository::Metric'],
        file: module.file,
        line: call.at.line,
      },
    ];
  });
}
