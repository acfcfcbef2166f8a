import type { Resource } from '../../../model/graph.ts';
import { all, any, type Truth } from '../../../model/truth.ts';
import { leftTo } from '../../blocks/left-open.ts';
import { defineCheck } from '../../check.ts';

const does = (pipeline: Resource, ...categories: readonly string[]): Truth =>
  pipeline
    .list('Stages')
    .flatMap((stage) => stage.list('Actions'))
    .some((action) => action.text('ActionTypeId.Category').oneOf(categories));

export default defineCheck({
  id: 'pipeline-builds-and-tests',
  requirement: 'OPS-01',
  severity: 'high',
  effort: 'hours',
  title: 'Pipelines build and test what they deploy',
  gap: {
    one: 'A pipeline deploys what nothing has built or tested',
    many: '{count} pipelines deploy what nothing has built or tested',
  },
  evidence: ['repo', 'iac'],
  aliases: [],
  frameworks: { wellArchitected: ['ops_dev_integ_test_val_chg'] },
  messages: {
    none: 'no action builds or tests between the source and the deployment',
  },
  appliesTo: 'AWS::CodePipeline::Pipeline',
  when: (pipeline) => does(pipeline, 'Deploy').asMembership(),
  // What a build does is up to its own instructions, which may test as well.
  evaluate: (pipeline) =>
    any(
      does(pipeline, 'Test'),
      all(does(pipeline, 'Build'), leftTo('reading what the build runs', pipeline)),
    ).else('none'),
  fix: 'Add a build that runs the tests, between the source and the deployment',
  fixImpact: { downtime: false },
});
