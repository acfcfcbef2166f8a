import type { Graph, Resource } from '../../../model/graph.ts';
import { any, type Truth } from '../../../model/truth.ts';
import { defineCheck } from '../../check.ts';

const logged = (part: Resource, graph: Graph): Truth =>
  graph
    .to(part, 'configures')
    .where((log) => log.isA('AWS::EC2::FlowLog'))
    .exist();

export default defineCheck({
  id: 'vpc-flow-logs',
  requirement: 'MON-20',
  severity: 'medium',
  effort: 'minutes',
  title: 'The traffic of every network is logged',
  gap: {
    one: 'The traffic of a network is not logged',
    many: 'The traffic of {count} networks is not logged',
  },
  evidence: ['iac', 'aws'],
  aliases: [
    'CKV2_AWS_11',
    'AWS-0178',
    'AwsSolutions-VPC7',
    'EC2.6',
    'vpc_flow_logs_enabled',
    'ec2.VPCFlowLogEnabled',
  ],
  frameworks: { wellArchitected: ['sec_detect_investigate_events_app_service_logging'], fsbp: ['EC2.6'] },
  messages: { none: 'no flow log records what is accepted and rejected in it' },
  appliesTo: 'AWS::EC2::VPC',
  evaluate: (vpc, graph) =>
    any(
      logged(vpc, graph),
      graph
        .to(vpc, 'memberOf')
        .where((part) => part.isA('AWS::EC2::Subnet'))
        .every((subnet) => logged(subnet, graph)),
    ).else('none'),
  fix: 'Add a flow log for the network, to a log group with a retention or to a bucket with a lifecycle rule',
  snippets: {
    terraform:
      'resource "aws_flow_log" "main" {\n  vpc_id               = aws_vpc.main.id\n  traffic_type         = "ALL"\n  log_destination_type = "s3"\n  log_destination      = aws_s3_bucket.logs.arn\n}',
    cloudformation:
      'FlowLog:\n  Type: AWS::EC2::FlowLog\n  Properties:\n    ResourceType: VPC\n    ResourceId: !Ref Vpc\n    TrafficType: ALL\n    LogDestinationType: s3\n    LogDestination: !GetAtt Logs.Arn',
  },
  fixImpact: { downtime: false },
});
