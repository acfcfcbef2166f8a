import { all, any } from '../../../model/truth.ts';
import { commandsOf, writtenOf } from '../../blocks/pipeline.ts';
import { defineRootCheck } from '../../check.ts';

/** Services that deploy by themselves what is pushed, or what a pipeline of theirs says. */
const DEPLOYING = ['AWS::CodePipeline::Pipeline', 'AWS::Amplify::App'] as const;

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
    none: 'no step of a pipeline deploys: .github/workflows, .gitlab-ci.yml, .circleci, buildspec, Jenkinsfile, azure-pipelines, bitbucket-pipelines and amplify.yml were looked for, and pipelines in the infrastructure',
    never: 'what deploys stands in jobs that never run',
  },
  about: 'repository',
  seesInfrastructure: true,
  evaluate: (graph) => {
    const elsewhere = any(...DEPLOYING.map((type) => graph.of(type).exist()));
    return all(
      any(elsewhere, writtenOf(graph, 'deploy').exist()).else('none'),
      any(elsewhere, commandsOf(graph, 'deploy').exist()).else('never'),
    );
  },
  fix: 'Let a pipeline build, test and deploy each change of the main branch',
  fixImpact: { downtime: false },
});
