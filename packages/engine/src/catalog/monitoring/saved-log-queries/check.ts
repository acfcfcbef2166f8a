import { any } from '../../../model/truth.ts';
import { defineRootCheck } from '../../check.ts';

export default defineRootCheck({
  id: 'saved-log-queries',
  requirement: 'MON-19',
  severity: 'low',
  effort: 'minutes',
  title: 'The usual questions to the logs are saved',
  gap: { one: 'No question to the logs is saved', many: 'No question to the logs is saved in {count} roots' },
  evidence: ['iac', 'aws', 'repo'],
  aliases: [],
  frameworks: { wellArchitected: ['ops_workload_observability_analyze_workload_logs'] },
  messages: {
    none: 'there is no saved query',
  },
  when: (graph) => any(graph.of('AWS::Lambda::Function').exist(), graph.of('AWS::ECS::Service').exist()),
  evaluate: (graph) => graph.of('AWS::Logs::QueryDefinition').exist().else('none'),
  fix: 'Save the queries for errors, for slow requests and for the path of one request',
  snippets: {
    terraform:
      'resource "aws_cloudwatch_query_definition" "errors" {\n  name            = "errors"\n  log_group_names = [aws_cloudwatch_log_group.api.name]\n  query_string    = "fields @timestamp, @message | filter level = \'error\' | sort @timestamp desc"\n}',
    cloudformation:
      'Errors:\n  Type: AWS::Logs::QueryDefinition\n  Properties:\n    Name: errors\n    LogGroupNames: [!Ref ApiLogs]\n    QueryString: fields @timestamp, @message | filter level = "error" | sort @timestamp desc',
  },
  fixImpact: { downtime: false },
});
