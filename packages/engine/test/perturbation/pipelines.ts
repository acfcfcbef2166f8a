import { add, remove, replace } from './perturbation.ts';
import type { RepositoryPerturbation } from './repository.ts';

const CHECKS = '.github/workflows/checks.yml';
const DEPLOY = '.github/workflows/deploy.yml';
const ROLLBACK = '.github/workflows/rollback.yml';
const ACTION = '.github/actions/deploy/action.yml';
const NIGHTLY = '.github/workflows/nightly.yml';
const HOTFIX = 'scripts/hotfix.sh';
const HOTFIX_FLOW = '.github/workflows/hotfix.yml';
const PRODUCTION = `${DEPLOY} production: scripts/deploy.sh "$ENVIRONMENT"`;

const MAKE_STACK = 'aws cloudformation create-stack --template-body file://mail.yaml --stack-name mail-prod';

const SHIFT =
  'aws lambda update-alias --function-name api --name live --routing-config AdditionalVersionWeights={2=0.1}';

/** A workflow that somebody starts by hand, with one step. */
function hotfixFlow(run: string): string {
  return [
    'on: workflow_dispatch',
    'permissions: { contents: read }',
    'jobs:',
    '  apply:',
    '    runs-on: ubuntu-24.04',
    '    container: python:3.12',
    '    steps:',
    '      - name: Apply',
    `        run: ${run}`,
    '',
  ].join('\n');
}

const BACKEND =
  'terraform {\n  backend "s3" {\n    bucket       = "acme-state"\n    key          = "queues"\n    region       = "eu-central-1"\n    use_lockfile = true\n  }\n}\n\n';

/** What pipelines do, taken away. */
export const PIPELINES: readonly RepositoryPerturbation[] = [
  {
    check: 'secret-scan-runs',
    resource: null,
    off: [replace(CHECKS, 'detect --source /repo --redact', 'detect --source /repo --redact || true')],
    at: { file: CHECKS, text: 'detect --source /repo --redact || true' },
    unreadable: CHECKS,
  },
  {
    check: 'deployed-stacks-protected',
    given: [add(HOTFIX_FLOW, hotfixFlow(`${MAKE_STACK} --enable-termination-protection`))],
    resource: null,
    off: [replace(HOTFIX_FLOW, '--enable-', '--no-enable-')],
    at: { file: HOTFIX_FLOW, text: '--no-enable-' },
    unreadable: HOTFIX_FLOW,
  },
  {
    check: 'pipeline-roles-in-sight',
    given: [
      add(
        'infra/deploy-role.tf',
        [
          'resource "aws_iam_role" "deploy" {',
          '  name               = "deploy"',
          '  assume_role_policy = jsonencode({ Statement = [{',
          '    Effect    = "Allow"',
          '    Action    = "sts:AssumeRoleWithWebIdentity"',
          '    Principal = { Federated = "arn:aws:iam::123456789012:oidc-provider/gitlab.com" }',
          '    Condition = { StringEquals = { "gitlab.com:sub" = "project_path:acme/cards:ref_type:branch:ref:main" } }',
          '  }] })',
          '}',
          '',
        ].join('\n'),
      ),
    ],
    resource: null,
    off: [replace('infra/deploy-role.tf', 'gitlab.com:sub', 'gitlab.com:aud')],
    unreadable: 'infra/deploy-role.tf',
  },
  {
    check: 'dependencies-not-known-vulnerable',
    given: [
      remove('requirements-dev.txt'),
      add('requirements-dev.txt', 'moto==5.2.5\n'),
      remove('requirements.txt'),
      add('requirements.txt', 'boto3==1.44.5\n'),
      add(
        'security/trivy.json',
        JSON.stringify({
          SchemaVersion: 2,
          Results: [
            {
              Packages: [
                { Name: 'boto3', Version: '1.44.5' },
                { Name: 'moto', Version: '5.2.5' },
              ],
              Vulnerabilities: [{ PkgName: 'boto3', InstalledVersion: '1.44.5', Severity: 'LOW' }],
            },
          ],
        }),
      ),
    ],
    resource: null,
    off: [replace('security/trivy.json', '"LOW"', '"CRITICAL"')],
    at: { file: 'security/trivy.json', text: '"CRITICAL"' },
    unreadable: 'security/trivy.json',
  },
  {
    check: 'dependency-scan-runs',
    resource: null,
    off: [
      replace(
        CHECKS,
        'run: pip-audit --requirement requirements.txt --requirement requirements-dev.txt',
        'run: pip-audit --requirement requirements.txt || true',
      ),
    ],
    at: { file: CHECKS, text: 'run: pip-audit --requirement requirements.txt || true' },
    unreadable: CHECKS,
  },
  {
    check: 'deploys-after-tests',
    resource: `${DEPLOY} staging: scripts/deploy.sh "$ENVIRONMENT"`,
    off: [replace(DEPLOY, '    needs: checks\n', '')],
    unreadable: CHECKS,
  },
  {
    check: 'failing-tests-stop-pipeline',
    resource: `${DEPLOY} staging`,
    off: [replace('scripts/smoke.sh', 'curl --fail --silent', 'curl --silent')],
    at: { file: 'scripts/smoke.sh', text: 'answer=$(curl --silent --show-error --max-time 10' },
    unreadable: 'scripts/smoke.sh',
  },
  {
    check: 'tests-run-in-pipeline',
    // Without a deployment, and with coverage that is measured by hand, nothing else asks for tests.
    given: [
      remove(DEPLOY),
      remove(ROLLBACK),
      add(
        'reports/package.json',
        '{ "private": true, "scripts": { "test": "c8 --check-coverage --lines=85 node --test" } }\n',
      ),
    ],
    resource: null,
    off: [replace(CHECKS, '  test:\n', '  test:\n    if: false\n')],
    unreadable: CHECKS,
  },
  {
    check: 'pipeline-deploys',
    besides: ['production-deployed-by-pipeline'],
    given: [remove(ROLLBACK)],
    resource: null,
    off: [replace(ACTION, 'run: scripts/deploy.sh "$ENVIRONMENT"', 'run: ls "$ENVIRONMENT"')],
    unreadable: 'scripts/deploy.sh',
  },
  {
    check: 'deploys-what-it-names',
    resource: `${DEPLOY} production: scripts/deploy.sh "$ENVIRONMENT"`,
    off: [replace(DEPLOY, '          environment: prod\n', '          environment: staging\n')],
    unreadable: 'scripts/deploy.sh',
  },
  {
    check: 'deploy-scripts-from-a-commit',
    given: [add(HOTFIX, '#!/bin/sh\nset -e\ngit diff --quiet HEAD\ncd infra && terraform apply\n')],
    resource: HOTFIX,
    off: [replace(HOTFIX, 'git diff --quiet HEAD\n', '')],
    unreadable: HOTFIX,
  },
  {
    check: 'pipeline-without-lasting-keys',
    resource: DEPLOY,
    off: [replace(ACTION, 'role-to-assume: ${{ inputs.role }}', 'aws-access-key-id: ${{ inputs.role }}')],
    at: { file: ACTION, text: 'aws-access-key-id: ${{ inputs.role }}' },
    unreadable: DEPLOY,
  },
  {
    check: 'pipeline-actions-pinned',
    resource: ROLLBACK,
    off: [
      replace(
        ROLLBACK,
        'hashicorp/setup-terraform@b9cd54a3c349d3f38e8881555d616ced269862dd # v3.1.2',
        'hashicorp/setup-terraform@v3',
      ),
    ],
    at: { file: ROLLBACK, text: 'hashicorp/setup-terraform@v3' },
    unreadable: ROLLBACK,
  },
  {
    check: 'pipeline-permissions-least',
    resource: CHECKS,
    off: [replace(CHECKS, 'permissions:\n  contents: read\n\njobs:', 'permissions: write-all\n\njobs:')],
    at: { file: CHECKS, text: 'permissions: write-all' },
    unreadable: CHECKS,
  },
  {
    check: 'production-after-another-environment',
    resource: PRODUCTION,
    off: [replace(DEPLOY, '    needs: [package, staging]\n', '    needs: [checks, package]\n')],
    unreadable: 'scripts/deploy.sh',
  },
  {
    check: 'production-approved',
    given: [
      add('.gitlab-ci.yml', 'release:\n  when: manual\n  script:\n    - sam deploy --config-env prod\n'),
    ],
    resource: '.gitlab-ci.yml release: script',
    off: [replace('.gitlab-ci.yml', '  when: manual\n', '')],
    unreadable: '.gitlab-ci.yml',
  },
  {
    check: 'releases-reach-a-part-first',
    given: [replace('scripts/deploy.sh', 'planned\nbucket=', `planned\n${SHIFT}\nbucket=`)],
    resource: null,
    off: [replace('scripts/deploy.sh', `${SHIFT}\n`, '')],
    at: { file: 'scripts/deploy.sh', text: 'terraform apply -input=false planned' },
    unreadable: 'scripts/deploy.sh',
  },
  {
    check: 'infrastructure-plan-shown',
    resource: null,
    off: [replace(CHECKS, 'run: make plan ENV=prod >> "$GITHUB_STEP_SUMMARY"', 'run: make build/api.zip')],
    unreadable: 'Makefile',
  },
  {
    check: 'infrastructure-drift-looked-for',
    resource: null,
    off: [replace(NIGHTLY, ' -refresh-only -detailed-exitcode', '')],
    unreadable: NIGHTLY,
  },
  {
    check: 'artifacts-promoted',
    resource: PRODUCTION,
    off: [
      replace(
        ACTION,
        '    - run: scripts/deploy.sh',
        '    - run: make build/api.zip\n      shell: bash\n    - run: scripts/deploy.sh',
      ),
    ],
    unreadable: ACTION,
  },
  {
    check: 'pipeline-keeps-terraform-state',
    given: [
      add('queues/main.tf', `${BACKEND}resource "aws_sns_topic" "news" {\n  name = "news"\n}\n`),
      add(HOTFIX_FLOW, hotfixFlow('cd queues && terraform init && terraform apply -auto-approve')),
    ],
    resource: `${HOTFIX_FLOW} apply: Apply`,
    off: [replace('queues/main.tf', BACKEND, '')],
    unreadable: 'queues/main.tf',
  },
  {
    check: 'deployments-traceable',
    given: [
      add(
        HOTFIX_FLOW,
        hotfixFlow('git diff --quiet HEAD && terraform -chdir=infra apply -var commit=$GITHUB_SHA'),
      ),
    ],
    resource: `${HOTFIX_FLOW} apply: Apply`,
    off: [replace(HOTFIX_FLOW, ' -var commit=$GITHUB_SHA', '')],
    unreadable: HOTFIX_FLOW,
  },
  {
    check: 'migrations-stop-pipeline',
    given: [add(HOTFIX_FLOW, hotfixFlow('alembic upgrade head'))],
    resource: `${HOTFIX_FLOW} apply`,
    off: [replace(HOTFIX_FLOW, 'alembic upgrade head', 'alembic upgrade head || true')],
    at: { file: HOTFIX_FLOW, text: 'alembic upgrade head || true' },
    unreadable: HOTFIX_FLOW,
  },
  {
    check: 'pipeline-images-named',
    given: [add(HOTFIX_FLOW, hotfixFlow('true'))],
    resource: `${HOTFIX_FLOW} apply`,
    off: [replace(HOTFIX_FLOW, 'python:3.12', 'python:latest')],
    at: { file: HOTFIX_FLOW, text: 'python:latest' },
    unreadable: HOTFIX_FLOW,
  },
  {
    check: 'images-scanned',
    given: [add(HOTFIX_FLOW, hotfixFlow('trivy image --exit-code 1 api && docker push api'))],
    resource: null,
    off: [replace(HOTFIX_FLOW, ' --exit-code 1', '')],
    unreadable: HOTFIX_FLOW,
  },
];
