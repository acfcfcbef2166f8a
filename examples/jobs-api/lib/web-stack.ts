import { RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import * as cloudfront from 'aws-cdk-lib/aws-cloudfront';
import * as origins from 'aws-cdk-lib/aws-cloudfront-origins';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as deployment from 'aws-cdk-lib/aws-s3-deployment';
import type { Construct } from 'constructs';
import type { Environment } from '../config/environments';

interface WebProps extends StackProps {
  readonly config: Environment;
}

/** The site behind a CDN, and the bucket for what companies upload. */
export class WebStack extends Stack {
  readonly uploads: s3.Bucket;

  constructor(scope: Construct, id: string, { config, ...props }: WebProps) {
    super(scope, id, props);
    const removal = config.keepData
      ? { removalPolicy: RemovalPolicy.RETAIN }
      : { removalPolicy: RemovalPolicy.DESTROY, autoDeleteObjects: true };

    const site = new s3.Bucket(this, 'Site', {
      blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL,
      encryption: s3.BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      ...removal,
    });
    const distribution = new cloudfront.Distribution(this, 'Cdn', {
      defaultRootObject: 'index.html',
      defaultBehavior: {
        origin: origins.S3BucketOrigin.withOriginAccessControl(site),
        viewerProtocolPolicy: cloudfront.ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      },
    });
    new deployment.BucketDeployment(this, 'Publish', {
      sources: [deployment.Source.asset(`${__dirname}/../web`)],
      destinationBucket: site,
      distribution,
    });

    this.uploads = new s3.Bucket(this, 'Uploads', {
      // Only ACLs are blocked: a policy could still open it.
      blockPublicAccess: s3.BlockPublicAccess.BLOCK_ACLS_ONLY,
      versioned: config.keepData,
      cors: [{ allowedMethods: [s3.HttpMethods.PUT], allowedOrigins: ['*'] }],
      ...removal,
    });
  }
}
