import type { Service } from '../row.ts';
import { acm } from './acm.ts';
import { apiGateway } from './api-gateway.ts';
import { apiGatewayV2 } from './api-gateway-v2.ts';
import { appsync } from './appsync.ts';
import { autoscaling } from './autoscaling.ts';
import { backup } from './backup.ts';
import { brokers } from './brokers.ts';
import { budgets } from './budgets.ts';
import { chatbot } from './chatbot.ts';
import { cloudfront } from './cloudfront.ts';
import { cloudtrail } from './cloudtrail.ts';
import { cloudwatch } from './cloudwatch.ts';
import { cognito } from './cognito.ts';
import { delivery } from './delivery.ts';
import { detection } from './detection.ts';
import { documentDatabases } from './document-databases.ts';
import { dynamodb } from './dynamodb.ts';
import { ec2 } from './ec2.ts';
import { ecr } from './ecr.ts';
import { ecs } from './ecs.ts';
import { eks } from './eks.ts';
import { elb } from './elb.ts';
import { elbv2 } from './elbv2.ts';
import { events } from './events.ts';
import { globalAccelerator } from './global-accelerator.ts';
import { iam } from './iam.ts';
import { imageBuilder } from './image-builder.ts';
import { ivs } from './ivs.ts';
import { kms } from './kms.ts';
import { lambda } from './lambda.ts';
import { logs } from './logs.ts';
import { opensearch } from './opensearch.ts';
import { platforms } from './platforms.ts';
import { rds } from './rds.ts';
import { route53 } from './route53.ts';
import { s3 } from './s3.ts';
import { secretsManager } from './secrets-manager.ts';
import { sns } from './sns.ts';
import { sqs } from './sqs.ts';
import { ssm } from './ssm.ts';
import { stepFunctions } from './step-functions.ts';
import { storage } from './storage.ts';
import { vpc } from './vpc.ts';
import { waf } from './waf.ts';
import { warehouses } from './warehouses.ts';

/** The rows of all services; a new service is one file and one line here. */
export const SERVICES: readonly Service[] = [
  acm,
  apiGateway,
  apiGatewayV2,
  appsync,
  autoscaling,
  backup,
  brokers,
  budgets,
  chatbot,
  cloudfront,
  cloudtrail,
  cloudwatch,
  cognito,
  delivery,
  detection,
  documentDatabases,
  dynamodb,
  ec2,
  ecr,
  ecs,
  eks,
  elb,
  elbv2,
  events,
  globalAccelerator,
  iam,
  imageBuilder,
  ivs,
  kms,
  lambda,
  logs,
  opensearch,
  platforms,
  rds,
  route53,
  s3,
  secretsManager,
  sns,
  sqs,
  ssm,
  stepFunctions,
  storage,
  vpc,
  waf,
  warehouses,
];
