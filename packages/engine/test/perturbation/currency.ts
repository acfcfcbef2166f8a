import { add, type Perturbation, replace } from './perturbation.ts';

export const CURRENCY: readonly Perturbation[] = [
  {
    check: 'database-engine-supported',
    given: [
      add(
        'versions-of.tf',
        `resource "aws_rds_cluster" "versions" {
  cluster_identifier      = "versions"
  engine                  = "aurora-postgresql"
  engine_version          = "16.4"
}
`,
      ),
    ],
    resource: 'aws_rds_cluster.versions',
    off: [replace('versions-of.tf', '"16.4"', '"12.9"')],
    at: { file: 'versions-of.tf', text: '"12.9"' },
    hidden: [replace('versions-of.tf', '"16.4"', 'var.hidden')],
  },
  {
    check: 'cache-engine-supported',
    given: [
      add(
        'versions-of.tf',
        `resource "aws_elasticache_replication_group" "versions" {
  replication_group_id = "versions"
  description          = "versions"
  engine               = "redis"
  engine_version       = "7.1"
}
`,
      ),
    ],
    resource: 'aws_elasticache_replication_group.versions',
    off: [replace('versions-of.tf', '"7.1"', '"5.0.6"')],
    at: { file: 'versions-of.tf', text: '"5.0.6"' },
    hidden: [replace('versions-of.tf', '"7.1"', 'var.hidden')],
  },
  {
    check: 'search-engine-supported',
    given: [
      add(
        'versions-of.tf',
        `resource "aws_opensearch_domain" "versions" {
  domain_name    = "versions"
  engine_version = "OpenSearch_2.19"
}
`,
      ),
    ],
    resource: 'aws_opensearch_domain.versions',
    off: [replace('versions-of.tf', '"OpenSearch_2.19"', '"OpenSearch_2.5"')],
    at: { file: 'versions-of.tf', text: '"OpenSearch_2.5"' },
    hidden: [replace('versions-of.tf', '"OpenSearch_2.19"', 'var.hidden')],
  },
  {
    check: 'database-minor-upgrades',
    given: [
      add(
        'upgraded.tf',
        `resource "aws_db_instance" "upgraded" {
  identifier                 = "upgraded"
  engine                     = "postgres"
  auto_minor_version_upgrade = true
}
`,
      ),
    ],
    resource: 'aws_db_instance.upgraded',
    off: [replace('upgraded.tf', 'auto_minor_version_upgrade = true', 'auto_minor_version_upgrade = false')],
    at: { file: 'upgraded.tf', text: 'auto_minor_version_upgrade = false' },
    hidden: [
      replace('upgraded.tf', 'auto_minor_version_upgrade = true', 'auto_minor_version_upgrade = var.hidden'),
    ],
  },
  {
    check: 'kubernetes-version-supported',
    given: [
      add(
        'eks.tf',
        `resource "aws_eks_cluster" "apps" {
  name    = "apps"
  version = "1.35"
}
`,
      ),
    ],
    resource: 'aws_eks_cluster.apps',
    off: [replace('eks.tf', '"1.35"', '"1.30"')],
    at: { file: 'eks.tf', text: '"1.30"' },
    hidden: [replace('eks.tf', '"1.35"', 'var.hidden')],
  },
  {
    check: 'infrastructure-declared',
    given: [
      add(
        'script.tf',
        `resource "null_resource" "marker" {
  count    = 1
  triggers = { version = "1" }
}
`,
      ),
    ],
    resource: 'null_resource.marker[0]',
    off: [
      replace(
        'script.tf',
        '  triggers = { version = "1" }\n',
        '  triggers = { version = "1" }\n\n  provisioner "local-exec" {\n    command = "make it"\n  }\n',
      ),
    ],
    at: { file: 'script.tf', text: '  provisioner "local-exec" {' },
    hidden: [
      replace(
        'script.tf',
        '  count    = 1\n',
        '  count    = var.hidden ? 1 : 0\n\n  provisioner "local-exec" {\n    command = "make it"\n  }\n',
      ),
    ],
  },
];
