import type { Graph } from '../../../model/graph.ts';
import { all, any, not, type Truth } from '../../../model/truth.ts';
import { leftTo } from '../../blocks/left-open.ts';
import { deployments, infrastructureIsDeployed, runs, STEP } from '../../blocks/pipeline.ts';
import { defineRootCheck } from '../../check.ts';

/** What an application on AWS hardly does without. */
const BASES = [
  'AWS::IAM::Role',
  'AWS::S3::Bucket',
  'AWS::Lambda::Function',
  'AWS::ECS::TaskDefinition',
  'AWS::EC2::Instance',
  'AWS::EC2::VPC',
  'AWS::DynamoDB::Table',
  'AWS::RDS::DBInstance',
] as const;

/** Makes something that stays. Images, releases, tags, records of work and buckets of state are made beside infrastructure. */
const MAKES =
  /^aws (?!ecr |s3api create-bucket .*(state|tfstate))\S+ (create-(?!deployment|invalidation|tags?|change-set|stack|image|snapshot|db-snapshot|backup|access-token|log-stream|presigned|job|pull-request|release|multipart)|run-instances|request-certificate|put-bucket-policy|register-task-definition --family)/;

export default defineRootCheck({
  id: 'infrastructure-in-code',
  requirement: 'INF-01',
  severity: 'high',
  effort: 'days',
  title: 'What runs is defined as code in the repository',
  gap: {
    one: 'Infrastructure is made by commands that no code remembers',
    many: 'Infrastructure is made by commands that no code remembers',
  },
  evidence: ['repo', 'iac'],
  aliases: [],
  frameworks: {
    wellArchitected: [
      'ops_dev_integ_conf_mgmt_sys',
      'rel_tracking_change_management_immutable_infrastructure',
    ],
  },
  messages: { commands: 'a pipeline makes what no code of infrastructure defines: {actual}' },
  about: 'repository',
  seesInfrastructure: true,
  when: (graph) => any(isDefined(graph), deployments(graph).exist()),
  evaluate: (graph) =>
    all(
      graph
        .of(STEP)
        .where(runs)
        .none((step) =>
          step
            .list('commands')
            .some((command) => command.text('text').matches('making something', MAKES).quote()),
        )
        .else('commands'),
      any(
        isDefined(graph),
        deployments(graph).some((one) => leftTo('the repository of its infrastructure', one)),
        not(deployments(graph).exist()),
      ),
    ),
  fix: 'Define what the command makes in the code of the infrastructure, and import what is there',
  fixImpact: { downtime: false },
});

function isDefined(graph: Graph): Truth {
  return any(...BASES.map((type) => graph.of(type).exist()), infrastructureIsDeployed(graph));
}
