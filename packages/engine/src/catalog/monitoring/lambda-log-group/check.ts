import { any, not } from '../../../model/truth.ts';
import { runsAtEdge } from '../../blocks/edge-functions.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'lambda-log-group',
  requirement: 'MON-01',
  severity: 'high',
  effort: 'minutes',
  title: 'The log group of every function is declared',
  gap: {
    one: 'A function creates its own log group, without retention',
    many: '{count} functions create their own log groups, without retention',
  },
  evidence: ['iac', 'aws'],
  aliases: [],
  frameworks: {},
  messages: {
    created:
      'no log group /aws/lambda/… is declared for it: the first run creates one that keeps logs for ever',
  },
  appliesTo: 'AWS::Lambda::Function',
  when: (fn, graph) => not(runsAtEdge(fn, graph)),
  evaluate: (fn, graph) =>
    any(fn.has('LoggingConfig.LogGroup'), graph.to(fn, 'keepsLogsOf').exist()).else('created'),
  fix: 'Declare the log group /aws/lambda/<function name> with a retention',
  snippets: {
    terraform:
      'resource "aws_cloudwatch_log_group" "api" {\n  name              = "/aws/lambda/${aws_lambda_function.api.function_name}"\n  retention_in_days = 30\n}',
  },
  fixImpact: { downtime: false },
});
