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
];
