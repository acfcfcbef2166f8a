import { add, replace } from './perturbation.ts';
import type { RepositoryPerturbation } from './repository.ts';

const HEALTH = 'src/health.py';

const CLEAN = '#!/bin/sh\nset -eu\nif [ -n "$(git status --porcelain)" ]; then\n  exit 1\nfi\ncd infra\n';
const BY_HAND = 'scripts/by-hand.sh';
const DEPLOY = '.github/workflows/deploy.yml';
const TRY = 'scripts/deploy-dev.sh';
const TABLE = '.github/workflows/table.yml';

/** Checks of the code that runs, and of how it comes there. */
export const DEPLOYED: readonly RepositoryPerturbation[] = [
  {
    check: 'health-asks-dependencies',
    resource: null,
    off: [replace(HEALTH, '"version": version.commit(),', '')],
    unreadable: HEALTH,
  },
  {
    check: 'own-names-exist',
    resource: null,
    off: [replace('src/app.py', 'lambda _, e: health.report()', 'lambda _, e: health.reported()')],
    at: { file: 'src/app.py', text: 'health.reported()' },
    unreadable: 'src/rotate.py',
  },
  {
    check: 'production-deployed-by-pipeline',
    resource: 'scripts/deploy.sh',
    off: [add(BY_HAND, `${CLEAN}terraform apply -var-file=prod.tfvars\n`)],
    gap: BY_HAND,
    at: { file: BY_HAND, text: 'terraform apply' },
    unreadable: 'scripts/deploy.sh',
  },
  {
    check: 'tries-stay-out-of-production',
    given: [add(TRY, `${CLEAN}terraform apply -var-file=staging.tfvars\n`)],
    resource: null,
    off: [replace(TRY, 'staging.tfvars', 'prod.tfvars')],
    at: { file: TRY, text: 'prod.tfvars' },
    unreadable: TRY,
  },
  {
    check: 'infrastructure-in-code',
    resource: null,
    off: [
      add(
        TABLE,
        'name: Table\non: workflow_dispatch\npermissions: {}\njobs:\n  table:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: aws dynamodb create-table --table-name decks --cli-input-json file://decks.json\n',
      ),
    ],
    at: { file: TABLE, text: 'aws dynamodb create-table' },
    unreadable: DEPLOY,
  },
  {
    check: 'migrations-run',
    resource: 'src/migrations',
    off: [
      replace('src/migrations.py', '"migrations"', '"steps"'),
      replace('Makefile', '$(wildcard src/migrations/*.sql) ', ''),
    ],
    unreadable: 'src/migrations.py',
  },
  {
    check: 'staging-before-production',
    resource: null,
    off: [
      replace('scripts/deploy.sh', 'staging | prod) ;;', 'dev | staging | prod) ;;'),
      replace(DEPLOY, '  staging:\n    needs: package', '  dev:\n    needs: package'),
      replace(DEPLOY, 'environment: staging\n    permissions', 'environment: dev\n    permissions'),
      replace(DEPLOY, 'environment: staging\n          commit', 'environment: dev\n          commit'),
      replace(DEPLOY, 'needs: [package, staging]', 'needs: [package, dev]'),
    ],
    unreadable: DEPLOY,
  },
];
