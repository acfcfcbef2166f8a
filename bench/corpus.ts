import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A small generator of pseudo-random numbers (mulberry32), so that every run writes the same corpus. */
export function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

/** Files that were written: those that assessing parses, and their size. */
export interface Corpus {
  readonly paths: readonly string[];
  readonly bytes: number;
  /** The one that is given as `--plan`. */
  readonly plan?: string;
}

const FILES_PER_ROOT = 20;

/**
 * Writes `count` different infrastructure files below `folder`: services of twenty files each, four of five in Terraform
 * (variables, locals, for_each, joins, policies, alarms, a module), one of five in CloudFormation. Answers with their
 * paths and size in bytes.
 */
export function writeCorpus(folder: string, count: number): Corpus {
  const paths: string[] = [];
  let bytes = 0;
  for (let i = 0; i < count; i++) {
    const pick = random(i + 1);
    const service = Math.floor(i / FILES_PER_ROOT);
    const place = i % FILES_PER_ROOT;
    const template = place % 5 === 4;
    const path = join(
      `service-${service}`,
      template ? `template-${place}.yaml` : place === 0 ? 'main.tf' : `part-${place}.tf`,
    );
    const text = template
      ? cloudFormation(i, pick)
      : place === 0
        ? terraformHead(service)
        : terraformPart(i, pick);
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
    paths.push(path);
    bytes += Buffer.byteLength(text);
  }
  return { paths, bytes };
}

function terraformHead(service: number): string {
  return `terraform {
  required_version = ">= 1.5"
  backend "s3" {}
}

provider "aws" {
  region = "eu-west-1"
  default_tags {
    tags = { environment = var.environment, project = "service-${service}", owner = "platform" }
  }
}

variable "environment" {
  type    = string
  default = "prod"
}

variable "tables" {
  type = map(object({ hash = string, recovery = optional(bool, true) }))
  default = {
    orders   = { hash = "id" }
    payments = { hash = "ref", recovery = false }
  }
}

locals {
  prefix = "\${var.environment}-service-${service}"
  common = { component = "core", tier = var.environment == "prod" ? "critical" : "standard" }
}

resource "aws_sns_topic" "alerts" {
  name = "\${local.prefix}-alerts"
}

resource "aws_sns_topic_subscription" "mail" {
  topic_arn = aws_sns_topic.alerts.arn
  protocol  = "email"
  endpoint  = "ops@example.com"
}
`;
}

function terraformPart(i: number, pick: (below: number) => number): string {
  const n = `part_${i}`;
  return `# Part ${i} of the generated corpus.
resource "aws_dynamodb_table" "${n}" {
  for_each     = { for k, t in var.tables : k => t if k != "skip-${i}" }
  name         = "\${local.prefix}-${i}-\${each.key}"
  billing_mode = "${pick(2) ? 'PAY_PER_REQUEST' : 'PROVISIONED'}"
  hash_key     = each.value.hash
  attribute {
    name = each.value.hash
    type = "S"
  }
  point_in_time_recovery {
    enabled = each.value.recovery
  }
  tags = merge(local.common, { part = "${i}" })
}

resource "aws_s3_bucket" "${n}" {
  bucket = format("%s-bucket-%04d", local.prefix, ${i})
}

resource "aws_s3_bucket_versioning" "${n}" {
  count  = ${pick(3) === 0 ? 'var.environment == "prod" ? 1 : 0' : '1'}
  bucket = aws_s3_bucket.${n}.id
  versioning_configuration {
    status = "${pick(2) ? 'Enabled' : 'Suspended'}"
  }
}

resource "aws_lambda_function" "${n}" {
  function_name = "\${local.prefix}-fn-${i}"
  role          = aws_iam_role.${n}.arn
  handler       = "app.handler"
  runtime       = "python3.${9 + pick(5)}"
  filename      = "build/${i}.zip"
  timeout       = ${3 + pick(60)}
  memory_size   = ${128 * (1 + pick(8))}
  environment {
    variables = {
      TABLES = jsonencode([for t in aws_dynamodb_table.${n} : t.name])
      BUCKET = aws_s3_bucket.${n}.bucket
      LEVEL  = ${pick(2) ? '"info"' : 'var.environment'}
    }
  }
}

resource "aws_iam_role" "${n}" {
  name = "\${local.prefix}-role-${i}"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "lambda.amazonaws.com" } }]
  })
}

data "aws_iam_policy_document" "${n}" {
  statement {
    actions   = ["dynamodb:GetItem", "dynamodb:PutItem"]
    resources = [for t in aws_dynamodb_table.${n} : t.arn]
  }
}

resource "aws_iam_role_policy" "${n}" {
  role   = aws_iam_role.${n}.id
  policy = data.aws_iam_policy_document.${n}.json
}

resource "aws_cloudwatch_metric_alarm" "${n}" {
  alarm_name          = "\${local.prefix}-errors-${i}"
  namespace           = "AWS/Lambda"
  metric_name         = "Errors"
  dimensions          = { FunctionName = aws_lambda_function.${n}.function_name }
  statistic           = "Sum"
  period              = ${60 * (1 + pick(5))}
  evaluation_periods  = 1
  threshold           = ${1 + pick(10)}
  comparison_operator = "GreaterThanOrEqualToThreshold"
  alarm_actions       = [aws_sns_topic.alerts.arn]
}
`;
}

export function cloudFormation(i: number, pick: (below: number) => number): string {
  return `AWSTemplateFormatVersion: '2010-09-09'
Description: Template ${i} of the generated corpus
Parameters:
  Stage: { Type: String, Default: prod, AllowedValues: [dev, prod] }
Conditions:
  IsProd: !Equals [!Ref Stage, prod]
Resources:
  Queue${i}:
    Type: AWS::SQS::Queue
    Properties:
      QueueName: !Sub '\${Stage}-queue-${i}'
      VisibilityTimeout: ${30 + pick(100)}
      RedrivePolicy:
        deadLetterTargetArn: !GetAtt Dead${i}.Arn
        maxReceiveCount: ${1 + pick(9)}
  Dead${i}:
    Type: AWS::SQS::Queue
  Table${i}:
    Type: AWS::DynamoDB::Table
    Properties:
      BillingMode: PAY_PER_REQUEST
      KeySchema: [{ AttributeName: id, KeyType: HASH }]
      AttributeDefinitions: [{ AttributeName: id, AttributeType: S }]
      PointInTimeRecoverySpecification:
        PointInTimeRecoveryEnabled: !If [IsProd, true, false]
  Function${i}:
    Type: AWS::Lambda::Function
    Properties:
      FunctionName: !Sub '\${Stage}-fn-${i}'
      Runtime: nodejs${18 + 2 * pick(4)}.x
      Handler: index.handler
      Timeout: ${3 + pick(60)}
      Role: !GetAtt Role${i}.Arn
      Code: { S3Bucket: artifacts, S3Key: 'fn-${i}.zip' }
      Environment:
        Variables:
          TABLE: !Ref Table${i}
          QUEUE: !Ref Queue${i}
  Role${i}:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement: [{ Effect: Allow, Action: 'sts:AssumeRole', Principal: { Service: lambda.amazonaws.com } }]
      Policies:
        - PolicyName: inline
          PolicyDocument:
            Version: '2012-10-17'
            Statement:
              - { Effect: Allow, Action: ['dynamodb:PutItem'], Resource: !GetAtt Table${i}.Arn }
`;
}
