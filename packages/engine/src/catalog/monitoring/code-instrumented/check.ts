import { all, any, not } from '../../../model/truth.ts';
import { comesToRun, hasServedCode } from '../../blocks/served-code.ts';
import { isCalledByTracer, startsWithTracer } from '../../blocks/tracing.ts';
import { defineRootCheck } from '../../check.ts';

const FUNCTION = 'AWS::Lambda::Function';

export default defineRootCheck({
  id: 'code-instrumented',
  requirement: 'MON-13',
  severity: 'medium',
  effort: 'hours',
  title: 'The code is instrumented, so that traces tell its calls apart',
  gap: {
    one: 'The code is not instrumented for tracing',
    many: 'The code is not instrumented for tracing at {count} places',
  },
  evidence: ['repo'],
  aliases: [],
  frameworks: { wellArchitected: ['ops_observability_dist_trace'] },
  messages: {
    none: 'no code that runs uses a library that traces',
    off: 'the code is instrumented for X-Ray, and no function has active tracing',
  },
  about: 'repository',
  seesInfrastructure: true,
  when: hasServedCode,
  evaluate: (graph) => {
    const running = graph.of('Repository::Tracer').where((tracer) => comesToRun(tracer, graph));
    const byWrapper = graph.ofOwnCode(FUNCTION).some((fn) => any(startsWithTracer(fn), isCalledByTracer(fn)));
    return all<'none' | 'off'>(
      any(running.exist(), byWrapper).else('none'),
      any(
        not(graph.of(FUNCTION).exist()),
        byWrapper,
        running.some((tracer) => not(tracer.text('library').is('X-Ray'))),
        graph.ofOwnCode(FUNCTION).some((fn) => fn.text('TracingConfig.Mode').is('Active')),
      ).else('off'),
    );
  },
  fix: 'Instrument the code with OpenTelemetry or the tracer of Powertools, and the clients that it calls with it',
  fixImpact: { downtime: false, monthlyCost: 'xray-traces' },
});
