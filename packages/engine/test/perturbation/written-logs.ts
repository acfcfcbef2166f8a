import { DATABASE, DATABASE_ADDRESS, DATABASE_FILE } from './database.ts';
import { add, type Perturbation, replace } from './perturbation.ts';
import { switched } from './switched.ts';

const exporting = DATABASE.replace(/\n}\n$/, '\n  enabled_cloudwatch_logs_exports = ["postgresql"]\n}\n');
const GROUP = `resource "aws_cloudwatch_log_group" "orders" {
  name              = "/aws/rds/instance/\${local.name}-orders/postgresql"
  retention_in_days = 30
}
`;
const SEARCH = (log: string) => `resource "aws_opensearch_domain" "search" {
  domain_name    = "\${local.name}-search"
  engine_version = "OpenSearch_2.17"

  log_publishing_options {
    log_type                 = "${log}"
    cloudwatch_log_group_arn = aws_cloudwatch_log_group.access.arn
    enabled                  = true
  }
}
`;

/** Where logs are written, and for how long. */
export const WRITTEN_LOGS: readonly Perturbation[] = [
  switched({
    check: 'container-logging',
    resource: 'aws_ecs_task_definition.jobs',
    code: `resource "aws_ecs_task_definition" "jobs" {
  family = "jobs"
  container_definitions = jsonencode([
    {
      name             = "jobs"
      image            = "111111111111.dkr.ecr.us-east-1.amazonaws.com/jobs:1.0.0"
      logConfiguration = { logDriver = "awslogs" }
    },
  ])
}
`,
    on: '      logConfiguration = { logDriver = "awslogs" }\n',
    off: '',
    hidden: '      logConfiguration = var.hidden\n',
    at: 'container_definitions = jsonencode([\n    {',
  }),
  switched({
    check: 'state-machine-logging',
    resource: 'aws_sfn_state_machine.jobs',
    code: `resource "aws_sfn_state_machine" "jobs" {
  name       = "\${local.name}-jobs"
  role_arn   = "arn:aws:iam::111111111111:role/jobs"
  definition = jsonencode({ StartAt = "Done", States = { Done = { Type = "Succeed" } } })

  logging_configuration {
    level           = "ERROR"
    log_destination = "\${aws_cloudwatch_log_group.access.arn}:*"
  }
}
`,
    on: '"ERROR"',
    off: '"OFF"',
  }),
  switched({
    check: 'graphql-api-logging',
    resource: 'aws_appsync_graphql_api.jobs',
    code: `resource "aws_appsync_graphql_api" "jobs" {
  name                = "\${local.name}-jobs"
  authentication_type = "AWS_IAM"

  log_config {
    cloudwatch_logs_role_arn = "arn:aws:iam::111111111111:role/logs"
    field_log_level          = "ERROR"
  }
}
`,
    on: '"ERROR"',
    off: '"NONE"',
  }),
  switched({
    check: 'search-domain-logging',
    resource: 'aws_opensearch_domain.search',
    code: SEARCH('ES_APPLICATION_LOGS'),
    on: 'enabled                  = true',
    off: 'enabled                  = false',
    hidden: 'enabled                  = var.hidden',
  }),
  switched({
    check: 'search-domain-audit-logs',
    resource: 'aws_opensearch_domain.search',
    code: SEARCH('AUDIT_LOGS'),
    on: 'enabled                  = true',
    off: 'enabled                  = false',
    hidden: 'enabled                  = var.hidden',
  }),
  switched({
    check: 'kubernetes-control-plane-logging',
    resource: 'aws_eks_cluster.jobs',
    code: `resource "aws_eks_cluster" "jobs" {
  name                      = "\${local.name}-jobs"
  role_arn                  = "arn:aws:iam::111111111111:role/eks"
  enabled_cluster_log_types = ["api", "audit"]

  vpc_config {
    subnet_ids = ["subnet-1", "subnet-2"]
  }
}
`,
    on: '["api", "audit"]',
    off: '[]',
  }),
  {
    check: 'database-logs-exported',
    given: [add(DATABASE_FILE, exporting), add('database-logs.tf', GROUP)],
    resource: DATABASE_ADDRESS,
    off: [replace(DATABASE_FILE, '["postgresql"]', '["audit"]')],
    at: { file: DATABASE_FILE, text: '["audit"]' },
    hidden: [replace(DATABASE_FILE, '["postgresql"]', 'var.hidden')],
  },
  {
    check: 'database-log-groups-declared',
    given: [add(DATABASE_FILE, exporting), add('database-logs.tf', GROUP)],
    resource: DATABASE_ADDRESS,
    off: [replace('database-logs.tf', '/aws/rds/instance/', '/databases/')],
    at: { file: DATABASE_FILE, text: '  identifier ' },
    hidden: [
      replace('database-logs.tf', '"/aws/rds/instance/${local.name}-orders/postgresql"', 'var.hidden'),
    ],
  },
  {
    check: 'database-performance-insights',
    given: [add(DATABASE_FILE, DATABASE.replace(/\n}\n$/, '\n  performance_insights_enabled = true\n}\n'))],
    resource: DATABASE_ADDRESS,
    off: [replace(DATABASE_FILE, 'insights_enabled = true', 'insights_enabled = false')],
    at: { file: DATABASE_FILE, text: 'insights_enabled = false' },
    hidden: [replace(DATABASE_FILE, 'insights_enabled = true', 'insights_enabled = var.hidden')],
  },
  {
    check: 'database-enhanced-monitoring',
    given: [add(DATABASE_FILE, DATABASE.replace(/\n}\n$/, '\n  monitoring_interval = 60\n}\n'))],
    resource: DATABASE_ADDRESS,
    off: [replace(DATABASE_FILE, 'monitoring_interval = 60', 'monitoring_interval = 0')],
    at: { file: DATABASE_FILE, text: 'monitoring_interval = 0' },
    hidden: [replace(DATABASE_FILE, 'monitoring_interval = 60', 'monitoring_interval = var.hidden')],
  },
  {
    check: 'log-retention-long-enough',
    resource: 'aws_cloudwatch_log_group.access',
    off: [replace('api.tf', 'retention_in_days = var.log_retention_days', 'retention_in_days = 7')],
    at: { file: 'api.tf', text: 'retention_in_days = 7' },
    hidden: [
      replace('api.tf', 'retention_in_days = var.log_retention_days', 'retention_in_days = var.hidden'),
    ],
  },
];
