import { all, any } from '../../../model/truth.ts';
import { inProduction } from '../../blocks/environment.ts';
import { defineCheck } from '../../check.ts';

const PREVENTED = 'lifecycle.prevent_destroy';

export default defineCheck({
  id: 'stored-data-kept',
  requirement: 'DAT-07',
  severity: 'medium',
  effort: 'minutes',
  title: 'File systems and search domains in production outlive the code that declares them',
  gap: {
    one: 'Taking a resource out of the code deletes what it stores',
    many: 'Taking {count} resources out of the code deletes what they store',
  },
  evidence: ['iac'],
  aliases: [],
  frameworks: {},
  messages: {
    deleted: 'taken out of the code, or taken down with its stack, it is deleted with everything in it',
  },
  // What has a protection against deletion of its own is asked for that.
  appliesTo: ['AWS::EFS::FileSystem', 'AWS::FSx::FileSystem', 'AWS::OpenSearchService::Domain'],
  when: (_, graph) => inProduction(graph),
  evaluate: ({ meta }) =>
    any(
      all(meta.has('DeletionPolicy'), meta.text('DeletionPolicy').isNot('Delete').quote()),
      all(meta.has(PREVENTED), meta.bool(PREVENTED).is(true).quote()),
    ).else('deleted'),
  fix: 'Tell the tool to keep it: a deletion policy in a template, prevent_destroy in Terraform',
  snippets: {
    terraform: 'lifecycle {\n  prevent_destroy = true\n}',
    cloudformation: 'DeletionPolicy: RetainExceptOnCreate\nUpdateReplacePolicy: Retain',
  },
  fixImpact: { downtime: false },
});
