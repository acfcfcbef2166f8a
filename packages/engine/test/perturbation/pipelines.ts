import { add, remove, replace } from './perturbation.ts';
import type { RepositoryPerturbation } from './repository.ts';

const CHECKS = '.github/workflows/checks.yml';
const DEPLOY = '.github/workflows/deploy.yml';
const ROLLBACK = '.github/workflows/rollback.yml';
const ACTION = '.github/actions/deploy/action.yml';
const HOTFIX = 'scripts/hotfix.sh';

/** What pipelines do, taken away. */
export const PIPELINES: readonly RepositoryPerturbation[] = [
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
    // Without a deployment nothing else asks for tests.
    given: [remove(DEPLOY), remove(ROLLBACK)],
    resource: null,
    off: [
      replace(
        CHECKS,
        '      - run: python -m pytest --cov=src --cov-report=xml --cov-fail-under=80\n',
        '',
      ),
    ],
    unreadable: CHECKS,
  },
  {
    check: 'pipeline-deploys',
    given: [remove(ROLLBACK)],
    resource: null,
    off: [remove(DEPLOY)],
    unreadable: DEPLOY,
  },
  {
    check: 'deploys-what-it-names',
    resource: `${DEPLOY} production: scripts/deploy.sh "$ENVIRONMENT"`,
    off: [replace(DEPLOY, '          environment: prod\n', '          environment: staging\n')],
    unreadable: 'scripts/deploy.sh',
  },
  {
    check: 'deploy-scripts-from-a-commit',
    given: [
      add(HOTFIX, '#!/bin/sh\nset -e\ngit diff --quiet HEAD\ncd infra && terraform apply\n'),
    ],
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
];
