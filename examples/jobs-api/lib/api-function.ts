import path from 'node:path';
import { Duration } from 'aws-cdk-lib';
import type * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as logs from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import type { Environment } from '../config/environments';

export interface ApiFunctionProps {
  readonly config: Environment;
  readonly handler: string;
  readonly vpc?: ec2.IVpc;
  readonly environment?: Record<string, string>;
  readonly logRetention?: logs.RetentionDays;
}

/** A function of this application: its own size, its own logs, the same code for all. */
export class ApiFunction extends lambda.Function {
  constructor(scope: Construct, id: string, props: ApiFunctionProps) {
    const { config, handler, vpc, environment, logRetention } = props;
    super(scope, id, {
      runtime: lambda.Runtime.NODEJS_22_X,
      code: lambda.Code.fromAsset(path.join(__dirname, '../src')),
      handler,
      memorySize: config.functionMemoryMb,
      timeout: Duration.seconds(25),
      tracing: config.tracing ? lambda.Tracing.ACTIVE : lambda.Tracing.DISABLED,
      ...(vpc === undefined ? {} : { vpc }),
      environment: { STAGE: config.name, ...environment },
      logRetention: logRetention ?? logs.RetentionDays.ONE_MONTH,
    });
  }
}
