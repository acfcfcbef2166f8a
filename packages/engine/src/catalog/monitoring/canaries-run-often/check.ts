import { all } from '../../../model/truth.ts';
import { defineCheck } from '../../check.ts';

/** The minutes between two runs; 0 for a single run, endless where it runs at certain hours only. */
function minutesBetween(expression: string): number {
  const rate = /^rate\((\d+) (minute|hour)s?\)$/.exec(expression);
  if (rate !== null) return Number(rate[1]) * (rate[2] === 'hour' ? 60 : 1);
  const minute = /^cron\((\S+) \* \* \* \? \*\)$/.exec(expression)?.[1];
  if (minute === '*') return 1;
  return Number(/^[*\d]+\/(\d+)$/.exec(minute ?? '')?.[1] ?? Number.POSITIVE_INFINITY);
}

export default defineCheck({
  id: 'canaries-run-often',
  requirement: 'MON-15',
  severity: 'medium',
  effort: 'minutes',
  title: 'Canaries are started and run at least each five minutes',
  gap: { one: 'A canary does not run often enough', many: '{count} canaries do not run often enough' },
  evidence: ['iac', 'aws'],
  aliases: [],
  frameworks: { wellArchitected: ['ops_observability_application_telemetry'] },
  messages: {
    stopped: 'it is not started: {property} is {actual}',
    seldom: 'its schedule is {actual}, expected {expected}',
  },
  appliesTo: 'AWS::Synthetics::Canary',
  evaluate: (canary) =>
    all<'stopped' | 'seldom'>(
      canary.bool('StartCanaryAfterCreation').is(true).else('stopped'),
      canary
        .text('Schedule.Expression')
        .test('at least each five minutes', (expression) => {
          const minutes = minutesBetween(expression);
          return minutes > 0 && minutes <= 5;
        })
        .else('seldom'),
    ),
  fix: 'Start the canary and let it run each five minutes or more often',
  snippets: {
    terraform: 'start_canary = true\n\nschedule {\n  expression = "rate(5 minutes)"\n}',
    cloudformation: 'StartCanaryAfterCreation: true\nSchedule: { Expression: rate(5 minutes) }',
  },
  fixImpact: { downtime: false, monthlyCost: 'synthetics-canary' },
});
