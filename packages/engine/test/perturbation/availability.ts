import { DATABASE, DATABASE_ADDRESS, DATABASE_FILE } from './database.ts';
import { add, type Perturbation, replace } from './perturbation.ts';

export const AVAILABILITY: readonly Perturbation[] = [
  {
    check: 'database-multi-az',
    given: [add(DATABASE_FILE, DATABASE)],
    resource: DATABASE_ADDRESS,
    off: [
      replace(DATABASE_FILE, 'multi_az                    = true', 'multi_az                    = false'),
    ],
    at: { file: DATABASE_FILE, text: 'multi_az                    = false' },
    hidden: [
      replace(
        DATABASE_FILE,
        'multi_az                    = true',
        'multi_az                    = var.hidden',
      ),
    ],
  },
  {
    check: 'aurora-second-instance',
    given: [
      add(
        'aurora.tf',
        `resource "aws_rds_cluster" "ledger" {
  cluster_identifier = "ledger"
  engine             = "aurora-postgresql"
}

resource "aws_rds_cluster_instance" "ledger" {
  cluster_identifier = aws_rds_cluster.ledger.id
  engine             = "aurora-postgresql"
  instance_class     = "db.r6g.large"
}

resource "aws_rds_cluster_instance" "standby" {
  engine             = "aurora-postgresql"
  cluster_identifier = aws_rds_cluster.ledger.cluster_identifier
  instance_class     = "db.r6g.large"
}
`,
      ),
    ],
    resource: 'aws_rds_cluster.ledger',
    off: [replace('aurora.tf', 'aws_rds_cluster.ledger.cluster_identifier', '"another"')],
    at: { file: 'aurora.tf', text: 'resource "aws_rds_cluster_instance" "ledger" {' },
    hidden: [replace('aurora.tf', 'aws_rds_cluster.ledger.cluster_identifier', 'var.hidden')],
  },
  {
    check: 'health-check-path',
    given: [
      add(
        'group.tf',
        `resource "aws_lb_target_group" "web" {
  name     = "web"
  protocol = "HTTP"
  port     = 80

  health_check {
    path = "/health"
  }
}
`,
      ),
    ],
    resource: 'aws_lb_target_group.web',
    off: [replace('group.tf', 'path = "/health"', 'path = "/"')],
    at: { file: 'group.tf', text: 'path = "/"' },
    hidden: [replace('group.tf', 'path = "/health"', 'path = var.hidden')],
  },
];
