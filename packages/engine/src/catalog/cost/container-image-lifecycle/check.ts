import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'container-image-lifecycle',
  requirement: 'CST-06',
  severity: 'medium',
  effort: 'minutes',
  title: 'Registries expire old images',
  gap: { one: 'A registry keeps every image for ever', many: '{count} registries keep every image for ever' },
  evidence: ['iac', 'aws'],
  aliases: ['ECR.3', 'ecr_repositories_lifecycle_policy_enabled', 'ecr.ecrLifecyclePolicy'],
  frameworks: { fsbp: ['ECR.3'] },
  messages: {
    none: 'no lifecycle policy expires old images',
  },
  appliesTo: 'AWS::ECR::Repository',
  evaluate: (repository) => repository.has('LifecyclePolicy.LifecyclePolicyText').else('none'),
  fix: 'Add a lifecycle policy that keeps the last images and expires the others',
  snippets: {
    terraform:
      'resource "aws_ecr_lifecycle_policy" "web" {\n  repository = aws_ecr_repository.web.name\n  policy = jsonencode({\n    rules = [{\n      rulePriority = 1\n      selection    = { tagStatus = "any", countType = "imageCountMoreThan", countNumber = 20 }\n      action       = { type = "expire" }\n    }]\n  })\n}',
    cloudformation:
      'LifecyclePolicy:\n  LifecyclePolicyText: >-\n    {"rules":[{"rulePriority":1,"selection":{"tagStatus":"any","countType":"imageCountMoreThan","countNumber":20},"action":{"type":"expire"}}]}',
  },
  fixImpact: { downtime: false },
});
