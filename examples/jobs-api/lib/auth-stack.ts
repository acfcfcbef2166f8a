import { Duration, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import * as cognito from 'aws-cdk-lib/aws-cognito';
import type { Construct } from 'constructs';
import type { Environment } from '../config/environments';

interface AuthProps extends StackProps {
  readonly config: Environment;
}

/** Sign-in. */
export class AuthStack extends Stack {
  readonly userPool: cognito.UserPool;

  constructor(scope: Construct, id: string, { config, ...props }: AuthProps) {
    super(scope, id, props);
    this.userPool = new cognito.UserPool(this, 'Users', {
      selfSignUpEnabled: true,
      signInAliases: { email: true },
      customAttributes: { tenant: new cognito.StringAttribute({ mutable: true }) },
      removalPolicy: config.keepData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    this.userPool.addClient('Web', {
      authFlows: { userSrp: true },
      // People complained about signing in every morning.
      accessTokenValidity: Duration.hours(24),
      refreshTokenValidity: Duration.days(365),
    });
  }
}
