import { Duration, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as rds from 'aws-cdk-lib/aws-rds';
import type * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import type { Environment } from '../config/environments';

interface DatabaseProps extends StackProps {
  readonly config: Environment;
  readonly vpc: ec2.IVpc;
}

/** Aurora Serverless in dev, one instance with a standby in prod. */
export class DatabaseStack extends Stack {
  readonly securityGroup: ec2.SecurityGroup;
  readonly secret: secretsmanager.ISecret;
  readonly host: string;

  constructor(scope: Construct, id: string, { config, vpc, ...props }: DatabaseProps) {
    super(scope, id, props);
    this.securityGroup = new ec2.SecurityGroup(this, 'SecurityGroup', { vpc, allowAllOutbound: false });

    // There is no way in from outside yet, so the migrations come from the office.
    if (config.keepData) {
      this.securityGroup.addIngressRule(ec2.Peer.anyIpv4(), ec2.Port.tcp(5432), 'temporary, for migrations');
    }

    const common = {
      vpc,
      vpcSubnets: { subnetType: ec2.SubnetType.PRIVATE_ISOLATED },
      securityGroups: [this.securityGroup],
      storageEncrypted: true,
      deletionProtection: config.deletionProtection,
      removalPolicy: config.keepData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    };
    if (config.database.kind === 'serverless') {
      const cluster = new rds.DatabaseCluster(this, 'Cluster', {
        ...common,
        engine: rds.DatabaseClusterEngine.auroraPostgres({ version: rds.AuroraPostgresEngineVersion.VER_16_6 }),
        writer: rds.ClusterInstance.serverlessV2('Writer'),
        serverlessV2MinCapacity: config.database.minimumAcu,
        serverlessV2MaxCapacity: config.database.maximumAcu,
        backup: { retention: Duration.days(config.backupDays), preferredWindow: '03:00-04:00' },
        credentials: rds.Credentials.fromGeneratedSecret('jobs'),
      });
      this.secret = cluster.secret as secretsmanager.ISecret;
      this.host = cluster.clusterEndpoint.hostname;
    } else {
      const instance = new rds.DatabaseInstance(this, 'Instance', {
        ...common,
        engine: rds.DatabaseInstanceEngine.postgres({ version: rds.PostgresEngineVersion.VER_16_6 }),
        instanceType: ec2.InstanceType.of(ec2.InstanceClass.T4G, ec2.InstanceSize.MEDIUM),
        multiAz: config.database.multiAz,
        allocatedStorage: 50,
        backupRetention: Duration.days(config.backupDays),
        preferredBackupWindow: '03:00-04:00',
        credentials: rds.Credentials.fromGeneratedSecret('jobs'),
      });
      // Backups slowed the first load test down.
      const resource = instance.node.defaultChild as rds.CfnDBInstance;
      resource.addPropertyOverride('BackupRetentionPeriod', 1);
      this.secret = instance.secret as secretsmanager.ISecret;
      this.host = instance.dbInstanceEndpointAddress;
    }
  }
}
