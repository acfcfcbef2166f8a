import type { Resource } from '../../../model/graph.ts';
import { all, type Truth } from '../../../model/truth.ts';
import { inProduction } from '../../blocks/environment.ts';
import { defineCheck } from '../../check.ts';

const does = (pipeline: Resource, ...categories: readonly string[]): Truth =>
  pipeline
    .list('Stages')
    .flatMap((stage) => stage.list('Actions'))
    .some((action) => action.text('ActionTypeId.Category').oneOf(categories));

export default defineCheck({
  id: 'pipeline-approval',
  requirement: 'OPS-02',
  severity: 'medium',
  effort: 'minutes',
  title: 'Somebody approves before a pipeline deploys to production',
  gap: {
    one: 'A pipeline deploys to production without anybody approving',
    many: '{count} pipelines deploy to production without anybody approving',
  },
  evidence: ['repo', 'iac'],
  aliases: [],
  frameworks: { wellArchitected: ['ops_mit_deploy_risks_deploy_mgmt_sys'] },
  messages: {
    none: 'no action waits for an approval',
  },
  appliesTo: 'AWS::CodePipeline::Pipeline',
  when: (pipeline, graph) => all(inProduction(graph), does(pipeline, 'Deploy')).asMembership(),
  evaluate: (pipeline) => does(pipeline, 'Approval').else('none'),
  fix: 'Add a manual approval before the stage that deploys to production',
  snippets: {
    terraform:
      'stage {\n  name = "approve"\n\n  action {\n    name     = "approve"\n    category = "Approval"\n    owner    = "AWS"\n    provider = "Manual"\n    version  = "1"\n  }\n}',
    cloudformation:
      '- Name: approve\n  Actions:\n    - Name: approve\n      ActionTypeId: { Category: Approval, Owner: AWS, Provider: Manual, Version: "1" }',
  },
  fixImpact: { downtime: false },
});
