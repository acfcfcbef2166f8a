import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'image-tags-immutable',
  requirement: 'SEC-26',
  severity: 'medium',
  effort: 'hours',
  title: 'A tag of an image always means the same image',
  gap: { one: 'Tags of images can be moved', many: 'Tags of images can be moved in {count} repositories' },
  evidence: ['iac', 'aws'],
  aliases: ['CKV_AWS_51', 'AWS-0031', 'ECR.2', 'ecr_repositories_tag_immutability'],
  frameworks: { wellArchitected: ['sec_protect_compute_validate_software_integrity'], fsbp: ['ECR.2'] },
  messages: { mutable: 'a tag can be moved to another image: {property} is {actual}' },
  appliesTo: 'AWS::ECR::Repository',
  evaluate: (images) =>
    images.text('ImageTagMutability').oneOf(['IMMUTABLE', 'IMMUTABLE_WITH_EXCLUSION']).else('mutable'),
  fix: 'Make tags immutable and give every build a tag of its own, the commit for instance',
  snippets: {
    terraform: 'image_tag_mutability = "IMMUTABLE"',
    cloudformation: 'ImageTagMutability: IMMUTABLE',
  },
  fixImpact: { downtime: false },
});
