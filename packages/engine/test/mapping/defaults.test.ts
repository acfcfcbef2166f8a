import { describe, expect, it } from 'vitest';
import { DEFAULTS, documentedDefault } from '../../src/knowledge/defaults/index.ts';
import { instance, map } from './instances.ts';

const ROWS = Object.entries(DEFAULTS).flatMap(([type, rows]) =>
  Object.entries(rows).map(([path, { value, source }]) => ({ type, path, value, source })),
);

/** The works that sources are quoted from; a page of another one is to be added here with thought. */
const WORKS =
  /^(CloudFormation (docs|registry schema)|[A-Z][A-Za-z0-9 ]* (API Reference|Command Reference|Developer Guide|User Guide|guide)), [A-Z]/;

const isScalar = (value: unknown): boolean =>
  value === null || ['string', 'number', 'boolean'].includes(typeof value);

describe('every documented default', () => {
  it('names a page and what it says, short enough for a report', () => {
    for (const { type, path, source } of ROWS) {
      const where = `${type} ${path}: ${source}`;
      expect(source, where).toMatch(WORKS);
      expect(source, where).toMatch(/[^:]: \S/);
      expect(source.length, where).toBeLessThanOrEqual(100);
    }
  });

  it('quotes the documentation of its own type', () => {
    for (const { type, path, source } of ROWS) {
      const quoted = source
        .match(/^CloudFormation (?:docs|registry schema), (\S+?):? /)?.[1]
        ?.replace(/:$/, '');
      if (quoted !== undefined) expect(quoted, `${type} ${path}`).toBe(type);
    }
  });

  it('is a scalar or a list of scalars', () => {
    for (const { type, path, value } of ROWS) {
      const scalars = Array.isArray(value) ? value : [value];
      expect(scalars.every(isScalar), `${type} ${path}`).toBe(true);
    }
  });
});

describe('what the documentation says', () => {
  it.each([
    ['AWS::ElasticLoadBalancingV2::Listener', 'SslPolicy', 'ELBSecurityPolicy-2016-08'],
    ['AWS::SQS::Queue', 'SqsManagedSseEnabled', true],
    ['AWS::SNS::Topic', 'KmsMasterKeyId', null],
    ['AWS::RDS::DBInstance', 'StorageEncrypted', false],
    ['AWS::RDS::DBInstance', 'BackupRetentionPeriod', 1],
    ['AWS::CloudTrail::Trail', 'IsMultiRegionTrail', false],
    ['AWS::Cognito::UserPoolClient', 'PreventUserExistenceErrors', 'LEGACY'],
    ['AWS::EKS::Cluster', 'ResourcesVpcConfig.EndpointPublicAccess', true],
    ['AWS::ECS::TaskDefinition', 'Volumes[].EFSVolumeConfiguration.TransitEncryption', 'DISABLED'],
    ['AWS::Lambda::EventSourceMapping', 'MaximumRecordAgeInSeconds', -1],
    ['AWS::Backup::BackupPlan', 'BackupPlan.BackupPlanRule[].ScheduleExpression', 'cron(0 5 ? * * *)'],
  ])('for %s %s', (type, path, value) => {
    expect(documentedDefault(type, path)?.value).toBe(value);
  });
});

describe('no default is documented', () => {
  it.each([
    // Aurora clusters made since February 2026 are encrypted, older ones are not.
    ['AWS::RDS::DBCluster', 'StorageEncrypted'],
    // The subnets decide.
    ['AWS::RDS::DBInstance', 'PubliclyAccessible'],
    // CloudFormation adds a rule that lets everything out.
    ['AWS::EC2::SecurityGroup', 'SecurityGroupEgress'],
    // Valkey yes, Redis OSS no.
    ['AWS::ElastiCache::ReplicationGroup', 'AtRestEncryptionEnabled'],
    // Required.
    ['AWS::ApiGateway::Method', 'AuthorizationType'],
    ['AWS::CloudTrail::Trail', 'IsLogging'],
    ['AWS::CloudFront::Distribution', 'DistributionConfig.DefaultCacheBehavior.ViewerProtocolPolicy'],
    // TLSv1 is documented for CloudFront's own certificate only.
    ['AWS::CloudFront::Distribution', 'DistributionConfig.ViewerCertificate.MinimumProtocolVersion'],
    // AWS chooses one: not nothing.
    ['AWS::EC2::Instance', 'BlockDeviceMappings'],
    // A setting of the account decides.
    ['AWS::ECS::Cluster', 'ClusterSettings'],
    // Whether a written configuration without it is on: no page says.
    ['AWS::CodeDeploy::DeploymentGroup', 'AlarmConfiguration.Enabled'],
    // Required.
    ['AWS::CodePipeline::Pipeline', 'Stages[].Actions'],
    ['AWS::ElasticLoadBalancingV2::LoadBalancer', 'SecurityGroups'],
    ['AWS::CloudTrail::Trail', 'EventSelectors'],
  ])('for %s %s', (type, path) => {
    expect(documentedDefault(type, path)).toBeUndefined();
  });
});

describe('a default of the Terraform provider', () => {
  it('is quoted with the page of the resource and the argument', () => {
    const { resources } = map([instance('aws_db_instance.main', { identifier: 'main' })]);
    const retention = resources[0]?.properties.members.get('BackupRetentionPeriod');
    expect(retention).toMatchObject({
      kind: 'absent',
      default: {
        value: 0,
        source: 'Terraform Registry, aws_db_instance: default of backup_retention_period',
      },
    });
  });
});
