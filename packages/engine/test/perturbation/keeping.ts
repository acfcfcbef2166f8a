import { add, type Perturbation, replace } from './perturbation.ts';

export const KEEPING: readonly Perturbation[] = [
  {
    check: 'user-pool-deletion-protection',
    given: [
      add(
        'pool.tf',
        `resource "aws_cognito_user_pool" "guests" {
  name                = "guests"
  mfa_configuration   = "ON"
  deletion_protection = "ACTIVE"
}
`,
      ),
    ],
    resource: 'aws_cognito_user_pool.guests',
    off: [replace('pool.tf', 'deletion_protection = "ACTIVE"', 'deletion_protection = "INACTIVE"')],
    at: { file: 'pool.tf', text: 'deletion_protection = "INACTIVE"' },
    hidden: [replace('pool.tf', 'deletion_protection = "ACTIVE"', 'deletion_protection = var.hidden')],
  },
  {
    check: 'terraform-state-remote',
    resource: null,
    off: [replace('versions.tf', '    use_lockfile = true\n', '')],
    at: { file: 'versions.tf', text: 'backend "s3" {' },
    hidden: [
      replace('versions.tf', '    use_lockfile = true\n', ''),
      replace('versions.tf', '    bucket       =', '    #'),
    ],
    decidedBy: 'terraform init',
  },
  {
    check: 'load-balancer-deletion-protection',
    given: [
      add(
        'door.tf',
        `resource "aws_lb" "door" {
  name                       = "door"
  internal                   = true
  enable_deletion_protection = true
}
`,
      ),
    ],
    resource: 'aws_lb.door',
    off: [replace('door.tf', 'enable_deletion_protection = true', 'enable_deletion_protection = false')],
    at: { file: 'door.tf', text: 'enable_deletion_protection = false' },
    hidden: [
      replace('door.tf', 'enable_deletion_protection = true', 'enable_deletion_protection = var.hidden'),
    ],
  },
];
