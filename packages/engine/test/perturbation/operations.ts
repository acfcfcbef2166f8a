import type { Perturbation } from './perturbation.ts';
import { switched } from './switched.ts';

const BUCKETS = `resource "aws_s3_bucket" "kept" {
  bucket = "kept"
}

resource "aws_s3_bucket_versioning" "kept" {
  bucket = aws_s3_bucket.kept.id

  versioning_configuration {
    status = "Enabled"
  }
}

resource "aws_s3_bucket" "plain" {
  bucket = "plain"
}
`;
const action = (name: string, category: string, provider: string) => `
  stage {
    name = "${name}"

    action {
      name     = "${name}"
      category = "${category}"
      owner    = "AWS"
      provider = "${provider}"
      version  = "1"
    }
  }
`;
const PIPELINE = `resource "aws_codepipeline" "main" {
  name     = local.name
  role_arn = "arn:aws:iam::111111111111:role/pipeline"

  artifact_store {
    type     = "S3"
    location = module.logs.bucket
  }
${action('source', 'Source', 'CodeStarSourceConnection')}${action('test', 'Test', 'CodeBuild')}${action('approve', 'Approval', 'Manual')}${action('deploy', 'Deploy', 'CloudFormation')}}
`;
const GROUP = `resource "aws_codedeploy_deployment_group" "api" {
  app_name               = "api"
  deployment_group_name  = "api"
  service_role_arn       = "arn:aws:iam::111111111111:role/deploy"
  deployment_config_name = "CodeDeployDefault.LambdaCanary10Percent5Minutes"

  auto_rollback_configuration {
    enabled = true
    events  = ["DEPLOYMENT_FAILURE", "DEPLOYMENT_STOP_ON_ALARM"]
  }

  alarm_configuration {
    enabled = true
    alarms  = ["api-errors"]
  }
}
`;

/** How releases are built, approved, tried and taken back. */
export const OPERATIONS: readonly Perturbation[] = [
  switched({
    check: 'pipeline-builds-and-tests',
    resource: 'aws_codepipeline.main',
    code: PIPELINE,
    on: '"Test"',
    off: '"Invoke"',
    at: '"Source"',
  }),
  switched({
    check: 'pipeline-approval',
    resource: 'aws_codepipeline.main',
    code: PIPELINE,
    on: '"Approval"',
    off: '"Invoke"',
    at: '"Source"',
  }),
  switched({
    check: 'pipeline-artifacts-versioned',
    resource: 'aws_codepipeline.main',
    code: `${PIPELINE.replace('module.logs.bucket', 'aws_s3_bucket.kept.bucket')}\n${BUCKETS}`,
    on: 'aws_s3_bucket.kept.bucket',
    off: 'aws_s3_bucket.plain.bucket',
    at: 'resource "aws_s3_bucket" "plain" {',
  }),
  switched({
    check: 'deployments-roll-back',
    resource: 'aws_codedeploy_deployment_group.api',
    code: GROUP,
    on: 'enabled = true\n    alarms',
    off: 'enabled = false\n    alarms',
    hidden: 'enabled = var.hidden\n    alarms',
    at: 'alarm_configuration {\n    enabled = false',
  }),
  switched({
    check: 'function-releases-gradual',
    resource: 'module.api.aws_lambda_function.this',
    code: `${GROUP}
resource "aws_lambda_alias" "live" {
  name             = "live"
  function_name    = module.api.name
  function_version = "7"
}
`,
    on: '"CodeDeployDefault.LambdaCanary10Percent5Minutes"',
    off: '"CodeDeployDefault.LambdaAllAtOnce"',
  }),
  switched({
    check: 'service-releases-gradual',
    resource: 'aws_ecs_service.web',
    code: `resource "aws_ecs_service" "web" {
  name            = "web"
  cluster         = "web"
  task_definition = "arn:aws:ecs:us-east-1:111111111111:task-definition/web:1"

  deployment_controller {
    type = "CODE_DEPLOY"
  }

  deployment_circuit_breaker {
    enable   = true
    rollback = true
  }

  load_balancer {
    target_group_arn = "arn:aws:elasticloadbalancing:us-east-1:111111111111:targetgroup/web/1"
    container_name   = "web"
    container_port   = 80
  }
}
`,
    on: '"CODE_DEPLOY"',
    off: '"ECS"',
  }),
  switched({
    check: 'aliases-name-a-version',
    resource: 'aws_lambda_alias.live',
    code: `resource "aws_lambda_alias" "live" {
  name             = "live"
  function_name    = module.rotation.name
  function_version = "7"
}
`,
    on: '"7"',
    off: '"$LATEST"',
  }),
  switched({
    check: 'images-pinned',
    resource: 'aws_ecs_task_definition.jobs',
    code: `resource "aws_ecs_task_definition" "jobs" {
  family                = "jobs"
  container_definitions = jsonencode([{ name = "jobs", image = local.image, logConfiguration = { logDriver = "awslogs" } }])
}

locals {
  image = "jobs:1.0.0"
}
`,
    on: '"jobs:1.0.0"',
    off: '"jobs:latest"',
    at: 'image = local.image',
  }),
];
