import { DATABASE, DATABASE_FILE } from './database.ts';
import { add, replace } from './perturbation.ts';
import type { RepositoryPerturbation } from './repository.ts';

/** A part of a document that is taken away, so that the check on the whole of them fails. */
function part(check: string, file: string, from: string, to: string): RepositoryPerturbation {
  return { check, resource: null, off: [replace(file, from, to)], unreadable: file };
}

/** The only document of its kind. */
function only(check: string, file: string): RepositoryPerturbation {
  return { check, resource: null, off: [{ file, text: undefined }], unreadable: file };
}

const BY_HAND = 'docs/rollback-by-hand.md';
const RUNBOOK = 'docs/runbooks/high-latency.md';

export const DOCUMENTS: readonly RepositoryPerturbation[] = [
  part('recovery-can-be-followed', 'docs/recovery.md', '## Verify\n', '## Then\n'),
  part('recovery-objectives-written', 'docs/recovery.md', 'RPO 5 minutes', 'RPO to be agreed'),
  {
    ...only('architecture-described', 'docs/architecture.md'),
    given: [
      add(
        'docs/notes.md',
        '# Notes\n\n## Scaling\n\nRaise the concurrency of the function.\n\n## Troubleshooting\n\nLook at the log of the function.\n',
      ),
    ],
  },
  // Tables are switched off by the perturbation of their own check: what is promised changes here.
  {
    ...part(
      'recovery-objectives-can-be-met',
      'docs/recovery.md',
      '## When\n',
      '## When a region is lost\n\n| what | RPO |\n|---|---|\n| the region | 5 min |\n\n',
    ),
  },
  {
    check: 'second-region-is-there',
    given: [
      replace(
        'docs/recovery.md',
        '## When\n',
        '## When a region is lost\n\nThe service fails over to another region.\n\n## When\n',
      ),
      add(
        'infra/west.tf',
        'provider "aws" {\n  alias  = "west"\n  region = "us-west-2"\n}\n\nresource "aws_dynamodb_table" "west" {\n  provider     = aws.west\n  name         = "flashcards-west"\n  billing_mode = "PAY_PER_REQUEST"\n  hash_key     = "id"\n\n  attribute {\n    name = "id"\n    type = "S"\n  }\n}\n\nresource "aws_apigatewayv2_api" "west" {\n  provider      = aws.west\n  name          = "flashcards-west"\n  protocol_type = "HTTP"\n}\n\nresource "aws_route53_record" "west" {\n  zone_id        = "Z0000000000000"\n  name           = "cards.example.com"\n  type           = "CNAME"\n  ttl            = 60\n  records        = ["west.cards.example.com"]\n  set_identifier = "west"\n\n  failover_routing_policy {\n    type = "SECONDARY"\n  }\n}\n\nresource "aws_s3_bucket" "west" {\n  provider = aws.west\n  bucket   = "flashcards-west"\n}\n\nresource "aws_s3_bucket_replication_configuration" "west" {\n  bucket = module.data.bucket\n  role   = "arn:aws:iam::123456789012:role/copies"\n\n  rule {\n    status = "Enabled"\n\n    destination {\n      bucket = aws_s3_bucket.west.arn\n    }\n  }\n}\n',
      ),
    ],
    resource: 'docs/recovery.md',
    off: [{ file: 'infra/west.tf', text: undefined }],
    unreadable: 'infra/west.tf',
    besides: ['backups-copied-elsewhere'],
  },
  {
    check: 'commands-survive-the-shell',
    given: [
      add(
        'docs/stage.md',
        '# The stage\n\nWhat the throttle of the API is now, as the service itself says:\n\n```sh\naws apigatewayv2 get-stage --api-id "$API" --stage-name \'$default\'\n```\n',
      ),
    ],
    resource: 'docs/stage.md',
    off: [replace('docs/stage.md', "'$default'", '"$default"')],
    unreadable: 'docs/stage.md',
  },
  {
    check: 'rollback-changes-what-runs',
    given: [
      add(
        'infra/releases.tf',
        'resource "aws_lambda_alias" "live" {\n  name             = "live"\n  function_name    = module.api.name\n  function_version = "7"\n}\n\nresource "aws_lambda_permission" "live" {\n  action        = "lambda:InvokeFunction"\n  function_name = aws_lambda_alias.live.arn\n  principal     = "apigateway.amazonaws.com"\n  source_arn    = aws_apigatewayv2_api.flashcards.execution_arn\n}\n',
      ),
      add(
        BY_HAND,
        '# Rollback by hand\n\nLast tried on 2026-11-02. When the pipeline is down:\n\n1. Put the archive back and let the alias name it:\n   ```sh\n   aws lambda update-function-code --function-name flashcards-prod-api --publish --zip-file fileb://api.zip\n   aws lambda update-alias --function-name flashcards-prod-api --name live --function-version 6\n   ```\n2. Verify that `/api/health` answers the commit of before.\n',
      ),
    ],
    resource: BY_HAND,
    off: [
      replace(
        BY_HAND,
        '   aws lambda update-alias --function-name flashcards-prod-api --name live --function-version 6\n',
        '',
      ),
    ],
    unreadable: BY_HAND,
  },
  {
    check: 'backups-kept-as-written',
    given: [
      add(`infra/${DATABASE_FILE}`, DATABASE),
      add(
        'docs/backups.md',
        '# Backups\n\nBackups are kept 30 days. Take the newest one from before the damage.\n',
      ),
    ],
    resource: 'docs/backups.md',
    off: [replace('docs/backups.md', 'kept 30 days', 'kept 60 days')],
    at: { file: `infra/${DATABASE_FILE}`, text: 'backup_retention_period     = 30' },
    unreadable: 'docs/backups.md',
  },
  part('operation-described', 'docs/architecture.md', '## Scaling\n', '## Numbers\n'),
  part('changes-have-windows', 'docs/changes.md', '**Freeze.**', '**Quiet.**'),
  part('incident-plan-filled', 'docs/incidents.md', '## Afterwards\n', '## Else\n'),
  part('security-incidents-planned', 'docs/incidents.md', '## Security incidents\n', '## More\n'),
  part('user-guide-written', 'docs/user-guide.md', '## Questions\n', '## More\n'),
  only('launch-in-stages', 'docs/launch.md'),
  only('on-call-written', 'docs/on-call.md'),
  only('objectives-written', 'docs/objectives.md'),
  {
    ...only('retention-written', 'docs/privacy.md'),
    besides: ['audit-retention-written', 'personal-data-deletable'],
  },
  { ...only('terms-written', 'site/terms.html'), besides: ['links-meet-pages'] },
  {
    ...only('privacy-policy-written', 'site/privacy.html'),
    besides: ['links-meet-pages'],
    given: [{ file: 'docs/privacy.md', text: undefined }],
  },
  only('runbooks-for-usual-failures', 'docs/runbooks/sign-in-failures.md'),
  {
    ...part(
      'rollback-tried',
      'docs/rollback.md',
      'Last tried on 2026-11-02 in production, in 6 minutes.',
      'Last tried: never.',
    ),
    at: { file: 'docs/rollback.md', text: 'Last tried: never.' },
  },
  { ...part('runbooks-can-be-followed', RUNBOOK, 'Verify: p99', 'Then p99'), resource: RUNBOOK },
  {
    ...part(
      'runbooks-look-at-right-signal',
      RUNBOOK,
      '--metric-name "$metric" --extended-statistics p99',
      '--metric-name Latency --statistics Average',
    ),
    resource: RUNBOOK,
  },
];
