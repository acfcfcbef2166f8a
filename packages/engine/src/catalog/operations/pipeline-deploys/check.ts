import type { Properties } from '../../../model/graph.ts';
import { all, any, not, type Truth } from '../../../model/truth.ts';
import { documentsOf } from '../../blocks/documents.ts';
import { leftTo } from '../../blocks/left-open.ts';
import {
  commandsIn,
  commandsOf,
  deployments,
  isOfInfrastructure,
  runs,
  STEP,
  writtenOf,
} from '../../blocks/pipeline.ts';
import { defineRootCheck } from '../../check.ts';

/** Services that deploy by themselves what is pushed, or what a pipeline of theirs says. */
const DEPLOYING = ['AWS::CodePipeline::Pipeline', 'AWS::Amplify::App'] as const;

/** What code of infrastructure hardly does without. */
const OF_INFRASTRUCTURE = [
  'AWS::IAM::Role',
  'AWS::S3::Bucket',
  'AWS::Lambda::Function',
  'AWS::ECS::TaskDefinition',
  ...DEPLOYING,
] as const;

/** What deploys infrastructure as somebody types it. */
const BY_HAND =
  /(?:^|[\s;&|])(?:(?:terraform|tofu|terragrunt)\s(?:[^;&|]*\s)?apply|cdk\sdeploy|sam\sdeploy|(?:serverless|sls)\sdeploy|pulumi\sup|aws\scloudformation\s(?:deploy|create-stack|update-stack))\b/;
/** For an environment that is nobody's but the one's who types it. */
const FOR_ONESELF =
  /dev|sandbox|local|\btest|staging|personal|preview|bootstrap|--watch|\$USER|--hotswap|--guided/i;

export default defineRootCheck({
  id: 'pipeline-deploys',
  requirement: 'OPS-01',
  severity: 'high',
  effort: 'hours',
  title: 'A pipeline deploys, and nobody has to do it by hand',
  gap: {
    one: 'No pipeline of the repository deploys anything',
    many: 'No pipeline of the repository deploys anything',
  },
  evidence: ['repo', 'iac'],
  aliases: [],
  frameworks: {
    wellArchitected: ['ops_dev_integ_auto_integ_deploy', 'sec_appsec_deploy_software_programmatically'],
  },
  messages: {
    none: 'no step of a pipeline deploys: .github/workflows, .gitlab-ci.yml, .travis.yml, .circleci, buildspec, Jenkinsfile, azure-pipelines, bitbucket-pipelines and amplify.yml were looked for, and pipelines in the infrastructure',
    never: 'what deploys stands in jobs that never run',
  },
  about: 'repository',
  seesInfrastructure: true,
  evaluate: (graph) => {
    const elsewhere = any(...DEPLOYING.map((type) => graph.of(type).exist()));
    const handedOver = graph
      .of(STEP)
      .where(runs)
      .some((step) =>
        commandsIn(step, 'keep', 'publish').some((command) =>
          all(
            command.bool('handsOver').is(true),
            leftTo('who deploys what is put there, which no pipeline of the repository does', command),
          ),
        ),
      );
    return all(
      any(elsewhere, writtenOf(graph, 'deploy').exist(), handedOver).else('none'),
      any(elsewhere, commandsOf(graph, 'deploy').exist(), handedOver).else('never'),
      any(
        not(any(...OF_INFRASTRUCTURE.map((type) => graph.of(type).exist()))),
        deployments(graph).some((one) => all(runs(one), isOfInfrastructure(one))),
        documentsOf(graph, 'readme', 'deployment').none((document) =>
          document
            .list('commands')
            .where(isTypedByHand)
            .some(() =>
              leftTo(
                'who deploys the infrastructure: the document has people do it, and no pipeline that was read does',
                document,
              ),
            ),
        ),
      ),
    );
  },
  fix: 'Let a pipeline build, test and deploy each change of the main branch',
  fixImpact: { downtime: false },
});

/** What is handed to a pipeline elsewhere may be deployed there, with the infrastructure. */
function isTypedByHand(command: Properties): Truth {
  return all(
    command.text('text').matches('a deployment by hand', BY_HAND),
    not(command.text('text').matches('an environment of one’s own', FOR_ONESELF)),
  ).asMembership();
}
