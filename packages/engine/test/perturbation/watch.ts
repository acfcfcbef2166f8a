import { oneLine } from './one-line.ts';
import { type Perturbation, remove, replace } from './perturbation.ts';

const ABSENT = [remove('added.tf')];

/** What watches over the account, and platforms that may be open to everybody. */
export const WATCH: readonly Perturbation[] = [
  {
    ...oneLine({
      check: 'guardduty-on',
      resource: null,
      code: 'resource "aws_guardduty_detector" "main" {\n  enable = true\n}\n',
      on: 'enable = true',
      off: 'enable = false',
    }),
    absent: ABSENT,
  },
  {
    ...oneLine({
      check: 'hosts-patched',
      resource: null,
      code: 'resource "aws_instance" "patched" {\n  ami = "ami-1"\n}\n\nresource "aws_ssm_association" "patches" {\n  name       = "AWS-RunPatchBaseline"\n  parameters = { Operation = "Install" }\n  targets {\n    key    = "InstanceIds"\n    values = ["*"]\n  }\n}\n',
      on: 'Operation = "Install"',
      off: 'Operation = "Scan"',
      hidden: 'Operation = var.hidden',
    }),
    absent: [replace('added.tf', 'name       = "AWS-RunPatchBaseline"', 'name       = "AWS-UpdateSSMAgent"')],
  },
  {
    ...oneLine({
      check: 'security-hub-on',
      resource: null,
      code: 'resource "aws_securityhub_account" "main" {\n  enable_default_standards = true\n}\n',
      on: 'enable_default_standards = true',
      off: 'enable_default_standards = false',
    }),
    absent: ABSENT,
  },
  {
    ...oneLine({
      check: 'access-analyzer-on',
      resource: null,
      code: 'resource "aws_accessanalyzer_analyzer" "main" {\n  analyzer_name = "main"\n  type          = "ACCOUNT"\n}\n',
      on: 'type          = "ACCOUNT"',
      off: 'type          = "ACCOUNT_UNUSED_ACCESS"',
    }),
    absent: ABSENT,
  },
  oneLine({
    check: 'document-database-encryption-at-rest',
    resource: 'aws_docdb_cluster.documents',
    code: 'resource "aws_docdb_cluster" "documents" {\n  cluster_identifier = "documents"\n  storage_encrypted  = true\n}\n',
    on: 'storage_encrypted  = true',
    off: 'storage_encrypted  = false',
  }),
  oneLine({
    check: 'search-domain-encryption',
    resource: 'aws_opensearch_domain.search',
    code: 'resource "aws_opensearch_domain" "search" {\n  domain_name = "search"\n\n  encrypt_at_rest {\n    enabled = true\n  }\n  node_to_node_encryption {\n    enabled = true\n  }\n  domain_endpoint_options {\n    enforce_https = true\n  }\n}\n',
    on: 'enforce_https = true',
    off: 'enforce_https = false',
  }),
  oneLine({
    check: 'kubernetes-endpoint-not-public',
    resource: 'aws_eks_cluster.platform',
    code: 'resource "aws_eks_cluster" "platform" {\n  name = "platform"\n\n  vpc_config {\n    public_access_cidrs = ["198.51.100.0/24"]\n  }\n}\n',
    on: 'public_access_cidrs = ["198.51.100.0/24"]',
    off: 'public_access_cidrs = ["0.0.0.0/0"]',
    hidden: 'public_access_cidrs = [var.hidden]',
  }),
  oneLine({
    check: 'network-acl-admin-ports-closed',
    resource: 'aws_network_acl_rule.hosts',
    code: 'resource "aws_network_acl_rule" "hosts" {\n  network_acl_id = "acl"\n  rule_number    = 100\n  rule_action    = "allow"\n  protocol       = "tcp"\n  from_port      = 22\n  to_port        = 22\n  cidr_block     = "10.0.0.0/8"\n}\n',
    on: 'cidr_block     = "10.0.0.0/8"',
    off: 'cidr_block     = "0.0.0.0/0"',
  }),
  oneLine({
    check: 'playback-channels-authorized',
    resource: 'aws_ivs_channel.lessons',
    code: 'resource "aws_ivs_channel" "lessons" {\n  authorized = true\n}\n',
    on: 'authorized = true',
    off: 'authorized = false',
  }),
  oneLine({
    check: 'remote-control-ports-closed',
    resource: 'aws_security_group.build',
    code: 'resource "aws_security_group" "build" {\n  ingress {\n    protocol    = "tcp"\n    from_port   = 2375\n    to_port     = 2375\n    cidr_blocks = ["10.0.0.0/8"]\n  }\n}\n',
    on: 'cidr_blocks = ["10.0.0.0/8"]',
    off: 'cidr_blocks = ["0.0.0.0/0"]',
    hidden: 'cidr_blocks = [var.hidden]',
  }),
  oneLine({
    check: 'security-group-egress-reviewed',
    resource: 'aws_security_group.build',
    code: 'resource "aws_security_group" "build" {\n  egress {\n    protocol    = "-1"\n    from_port   = 0\n    to_port     = 0\n    cidr_blocks = ["10.0.0.0/8"]\n  }\n}\n',
    on: 'cidr_blocks = ["10.0.0.0/8"]',
    off: 'cidr_blocks = ["0.0.0.0/0"]',
    hidden: 'cidr_blocks = [var.hidden]',
  }),
];
