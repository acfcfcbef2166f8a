import { type Perturbation, replace } from './perturbation.ts';

export const COST: readonly Perturbation[] = [
  {
    check: 'budget-with-notifications',
    resource: null,
    off: [
      replace(
        'operations.tf',
        'subscriber_email_addresses = [var.alert_email]',
        'subscriber_email_addresses = []',
      ),
    ],
    at: { file: 'operations.tf', text: 'subscriber_email_addresses = []' },
    hidden: [
      replace(
        'operations.tf',
        'subscriber_email_addresses = [var.alert_email]',
        'subscriber_email_addresses = var.hidden',
      ),
    ],
  },
  {
    check: 'cost-allocation-tags',
    resource: 'aws_sns_topic.alerts',
    off: [replace('versions.tf', '      owner       = var.owner\n', '')],
    // The tags that it has, one by one.
    at: { file: 'versions.tf', text: 'project     = "flashcards"' },
    hidden: [
      replace(
        'versions.tf',
        `{
      project     = "flashcards"
      environment = var.environment
      owner       = var.owner
    }`,
        'var.hidden',
      ),
    ],
  },
  {
    check: 's3-lifecycle',
    resource: 'module.site.aws_s3_bucket.this',
    off: [
      replace(
        'modules/bucket/main.tf',
        `    id     = "old-versions-and-broken-uploads"
    status = "Enabled"`,
        `    id     = "old-versions-and-broken-uploads"
    status = var.expires_days == null ? "Disabled" : "Enabled"`,
      ),
    ],
    at: { file: 'modules/bucket/main.tf', text: '"Disabled"' },
    hidden: [
      replace(
        'modules/bucket/main.tf',
        `    id     = "old-versions-and-broken-uploads"
    status = "Enabled"`,
        `    id     = "old-versions-and-broken-uploads"
    status = var.hidden`,
      ),
    ],
  },
];
