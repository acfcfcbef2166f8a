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
  {
    check: 'nat-gateway-per-zone',
    given: [
      add(
        'network.tf',
        `resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_flow_log" "main" {
  vpc_id          = aws_vpc.main.id
  traffic_type    = "ALL"
  log_destination = aws_cloudwatch_log_group.access.arn
}

resource "aws_subnet" "first" {
  vpc_id            = aws_vpc.main.id
  cidr_block        = "10.0.0.0/24"
  availability_zone = "eu-central-1a"
}

resource "aws_subnet" "second" {
  vpc_id            = aws_vpc.main.id
  cidr_block        = "10.0.1.0/24"
  availability_zone = "eu-central-1b"
}

resource "aws_nat_gateway" "first" {
  subnet_id = aws_subnet.first.id
}

resource "aws_nat_gateway" "second" {
  subnet_id = aws_subnet.second.id
}
`,
      ),
    ],
    resource: 'aws_vpc.main',
    off: [
      replace('network.tf', 'subnet_id = aws_subnet.second.id', 'subnet_id = "subnet-elsewhere"'),
      replace(
        'network.tf',
        'resource "aws_nat_gateway" "second" {',
        'resource "aws_nat_gateway" "second" {\n  count = 0',
      ),
    ],
    at: { file: 'network.tf', text: 'resource "aws_nat_gateway" "first" {' },
    hidden: [replace('network.tf', 'subnet_id = aws_subnet.second.id', 'subnet_id = var.hidden')],
  },
  {
    check: 'dynamodb-follows-load',
    resource: 'aws_dynamodb_table.state["locks"]',
    off: [replace('dynamodb.tf', '"PAY_PER_REQUEST"', '"PROVISIONED"')],
    at: { file: 'dynamodb.tf', text: '"PROVISIONED"' },
    hidden: [replace('dynamodb.tf', '"PAY_PER_REQUEST"', 'var.hidden')],
  },
  {
    check: 'busy-functions-have-concurrency',
    resource: null,
    off: [
      replace(
        'modules/function/main.tf',
        '  reserved_concurrent_executions = var.reserved_concurrency\n',
        '',
      ),
    ],
    at: { file: 'modules/function/main.tf', text: 'resource "aws_lambda_function" "this" {' },
    hidden: [replace('modules/function/main.tf', '= var.reserved_concurrency', '= var.hidden')],
  },
  {
    check: 'database-has-reader',
    given: [
      add(DATABASE_FILE, DATABASE),
      add(
        'replica.tf',
        `resource "aws_db_instance" "replica" {
  identifier          = "replica"
  replicate_source_db = aws_db_instance.orders.identifier
}
`,
      ),
    ],
    resource: DATABASE_ADDRESS,
    off: [replace('replica.tf', 'aws_db_instance.orders.identifier', '"another"')],
    at: { file: DATABASE_FILE, text: 'resource "aws_db_instance" "orders" {' },
    hidden: [replace('replica.tf', 'aws_db_instance.orders.identifier', 'var.hidden')],
  },
  {
    check: 'load-balancer-two-zones',
    given: [
      add(
        'wide.tf',
        `resource "aws_lb" "wide" {
  name     = "wide"
  internal = true
  subnets  = ["subnet-a", "subnet-b"]
}
`,
      ),
    ],
    resource: 'aws_lb.wide',
    off: [replace('wide.tf', '["subnet-a", "subnet-b"]', '["subnet-a"]')],
    at: { file: 'wide.tf', text: '["subnet-a"]' },
    hidden: [replace('wide.tf', '["subnet-a", "subnet-b"]', 'var.hidden')],
  },
  {
    check: 'cache-fails-over',
    given: [
      add(
        'cache.tf',
        `resource "aws_elasticache_replication_group" "shared" {
  replication_group_id       = "shared"
  description                = "shared"
  automatic_failover_enabled = true
  multi_az_enabled           = true
}
`,
      ),
    ],
    resource: 'aws_elasticache_replication_group.shared',
    off: [replace('cache.tf', 'automatic_failover_enabled = true', 'automatic_failover_enabled = false')],
    at: { file: 'cache.tf', text: 'automatic_failover_enabled = false' },
    hidden: [
      replace('cache.tf', 'automatic_failover_enabled = true', 'automatic_failover_enabled = var.hidden'),
    ],
  },
  {
    check: 'aurora-capacity-range',
    given: [
      add(
        'serverless.tf',
        `resource "aws_rds_cluster" "elastic" {
  cluster_identifier = "elastic"
  engine             = "aurora-postgresql"

  serverlessv2_scaling_configuration {
    min_capacity = 1
    max_capacity = 8
  }
}
`,
      ),
    ],
    resource: 'aws_rds_cluster.elastic',
    off: [replace('serverless.tf', 'max_capacity = 8', 'max_capacity = 1')],
    at: { file: 'serverless.tf', text: 'min_capacity = 1' },
    hidden: [replace('serverless.tf', 'max_capacity = 8', 'max_capacity = var.hidden')],
  },
];
