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

/**
 * What makes something that stays. Images, releases, tags, records of work and buckets of state are made beside infrastructure.
 * Of what is put, policies, rules and the like stay: items, objects, records, events and secrets are data. A parameter that is
 * overwritten may be one that code defines, and at another endpoint a stand-in answers.
 */
const LASTING = [
  /create-(?!deployment|invalidation|tags?|change-set|stack|image|snapshot|db-snapshot|backup|access-token|log-stream|presigned|job|pull-request|release|multipart)/,
  /put-(?:bucket-(?!tagging)|public-access-block|rule|targets|dashboard|method|integration|parameter (?!.*--overwrite)|config-rule|scheduled-\S*action|\S+-(?:policy|alarm|detector|filter|hook|configuration)\b)/,
  /import-(?:certificate (?!.*--certificate-arn)|key-pair|rest-api|api\b)/,
  /register-(?:task-definition --family|scalable-target (?!.*--suspended-state)|domain\b)/,
  /attach-\S+-policy|allocate-address|run-instances|request-(?:certificate|spot-)/,
];
const OF_STATE = /s3api \S+ .*(?:state|tfstate)/;
const MAKES = new RegExp(
  `^aws (?!.*--endpoint-url)(?:--[\\w-]+(?:[= ]\\S+)? )*(?!ecr |${OF_STATE.source})\\S+ (?:${LASTING.map(({ source }) => source).join('|')})`,
);

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
