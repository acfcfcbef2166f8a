import { all, any, not } from '../../../model/truth.ts';
import { comesToRun, hasServedCode } from '../../blocks/served-code.ts';
import { isCalledByTracer, startsWithTracer } from '../../blocks/tracing.ts';
import { defineRootCheck } from '../../check.ts';

const FUNCTION = 'AWS::Lambda::Function';

export default defineRootCheck({
  id: 'server-errors-gathered',
  requirement: 'MON-17',
  severity: 'low',
  effort: 'hours',
  title: 'Errors of the back end are gathered where somebody sees them one by one',
  gap: {
    one: 'Errors of the back end are gathered nowhere',
    many: 'Errors of the back end are gathered nowhere at {count} places',
  },
  evidence: ['repo', 'attest'],
  aliases: [],
  frameworks: { wellArchitected: ['ops_observability_application_telemetry'] },
  messages: {
    none: 'no code that runs starts an error tracker, and no tracer keeps errors with their trace',
  },
  about: 'repository',
  seesInfrastructure: true,
  attests: ['none'],
  when: hasServedCode,
  evaluate: (graph) =>
    any(
      graph.of('Repository::ErrorTracker').some((tracker) => comesToRun(tracker, graph)),
      graph.of('Repository::Tracer').some((tracer) =>
        all(
          tracer.bool('errors').is(true),
          comesToRun(tracer, graph),
          any(
            not(tracer.text('library').is('X-Ray')),
            graph.ofOwnCode(FUNCTION).some((fn) => fn.text('TracingConfig.Mode').is('Active')),
          ),
        ),
      ),
      graph.ofOwnCode(FUNCTION).some((fn) => any(startsWithTracer(fn), isCalledByTracer(fn))),
    ).else('none'),
  fix: 'Start an error tracker where the application starts, with the version that runs and without data of users',
  fixImpact: { downtime: false },
});
