import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'lambda-timeout-set',
  requirement: 'INF-12',
  severity: 'medium',
  effort: 'minutes',
  title: 'The time-out of every function is set on purpose',
  gap: {
    one: 'A function runs with the default time-out',
    many: '{count} functions run with the default time-out',
  },
  evidence: ['iac', 'aws'],
  aliases: ['LambdaDefaultTimeout', 'ES1006'],
  frameworks: {},
  messages: { default: 'the time-out is {actual}' },
  appliesTo: 'AWS::Lambda::Function',
  evaluate: (fn) => fn.number('Timeout').written().else('default'),
  fix: 'Set the time-out from what the function was measured to need',
  snippets: { terraform: 'timeout = 10', cloudformation: 'Timeout: 10' },
  fixImpact: { downtime: false },
});
