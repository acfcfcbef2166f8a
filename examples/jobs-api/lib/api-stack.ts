import { Duration, Stack, type StackProps } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigateway';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type * as cognito from 'aws-cdk-lib/aws-cognito';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as events from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import type * as s3 from 'aws-cdk-lib/aws-s3';
import * as sns from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import * as wafv2 from 'aws-cdk-lib/aws-wafv2';
import type { Construct } from 'constructs';
import type { Environment } from '../config/environments';
import { ApiFunction } from './api-function';
import type { DatabaseStack } from './database-stack';

interface ApiProps extends StackProps {
  readonly config: Environment;
  readonly vpc: ec2.IVpc;
  readonly database: DatabaseStack;
  readonly userPool: cognito.IUserPool;
  readonly uploads: s3.IBucket;
}

/** One proxy route for everything that signed-in users do, one health route, and the nightly reminders. */
export class ApiStack extends Stack {
  constructor(scope: Construct, id: string, props: ApiProps) {
    super(scope, id, props);
    const { config, vpc, database, userPool, uploads } = props;

    const jobs = new ApiFunction(this, 'Jobs', {
      config,
      vpc,
      handler: 'jobs.handler',
      environment: {
        DATABASE_HOST: database.host,
        DATABASE_SECRET: database.secret.secretArn,
        UPLOADS_BUCKET: uploads.bucketName,
        MAIL_API_KEY: 'mk-7f3a91c05be24d18a6',
      },
    });
    database.secret.grantRead(jobs);
    uploads.grantReadWrite(jobs);
    new ec2.CfnSecurityGroupIngress(this, 'FromJobs', {
      groupId: database.securityGroup.securityGroupId,
      sourceSecurityGroupId: jobs.connections.securityGroups[0]?.securityGroupId,
      ipProtocol: 'tcp',
      fromPort: 5432,
      toPort: 5432,
    });

    const health = new ApiFunction(this, 'Health', { config, handler: 'health.handler' });

    const reminders = new lambda.Function(this, 'Reminders', {
      runtime: lambda.Runtime.NODEJS_18_X,
      code: lambda.Code.fromAsset(`${__dirname}/../src`),
      handler: 'reminders.handler',
    });
    new events.Rule(this, 'EveryMorning', {
      schedule: events.Schedule.cron({ hour: '6', minute: '0' }),
      targets: [new LambdaFunction(reminders)],
    });

    const api = new apigateway.RestApi(this, 'Api', {
      deployOptions: {
        stageName: config.name,
        throttlingRateLimit: config.throttlingRateLimit,
        throttlingBurstLimit: config.throttlingRateLimit * 2,
        tracingEnabled: config.tracing,
      },
      defaultCorsPreflightOptions: {
        allowOrigins: apigateway.Cors.ALL_ORIGINS,
        allowHeaders: ['Content-Type', 'Authorization', 'X-Tenant-ID'],
      },
    });
    const authorizer = new apigateway.CognitoUserPoolsAuthorizer(this, 'Users', { cognitoUserPools: [userPool] });
    api.root.addProxy({
      defaultIntegration: new apigateway.LambdaIntegration(jobs),
      defaultMethodOptions: { authorizer },
      anyMethod: true,
    });
    api.root.addResource('health').addMethod('GET', new apigateway.LambdaIntegration(health));

    if (config.alarmEmail !== undefined) {
      const alarms = new sns.Topic(this, 'Alarms');
      alarms.addSubscription(new EmailSubscription(config.alarmEmail));
      new cloudwatch.Alarm(this, 'JobsErrors', {
        metric: jobs.metricErrors({ period: Duration.minutes(5) }),
        threshold: 10,
        evaluationPeriods: 2,
      }).addAlarmAction(new SnsAction(alarms));
      // Shown in the console for now.
      new cloudwatch.Alarm(this, 'Slow', {
        metric: api.metricLatency({ period: Duration.minutes(5), statistic: 'Average' }),
        threshold: 1000,
        evaluationPeriods: 2,
      });

      // To be attached when the rules have been tried.
      new wafv2.CfnWebACL(this, 'Firewall', {
        scope: 'REGIONAL',
        defaultAction: { allow: {} },
        visibilityConfig: { cloudWatchMetricsEnabled: true, metricName: 'firewall', sampledRequestsEnabled: true },
        rules: [
          {
            name: 'common',
            priority: 0,
            overrideAction: { none: {} },
            statement: { managedRuleGroupStatement: { vendorName: 'AWS', name: 'AWSManagedRulesCommonRuleSet' } },
            visibilityConfig: { cloudWatchMetricsEnabled: true, metricName: 'common', sampledRequestsEnabled: true },
          },
        ],
      });
    }
  }
}
