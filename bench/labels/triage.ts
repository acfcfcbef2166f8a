import type { ReportedOutcome } from '../../packages/engine/src/index.ts';
import type { Label, Labelled } from './labelled.ts';

/** Why labels are wrong, or ask something else than we do. Everything that is named has to fit. */
interface Reason {
  /** By the ids that our aliases use. */
  readonly rules: readonly string[];
  readonly label?: Label;
  /** Parts of the place of such a label: corpus, name and resource. */
  readonly at?: readonly string[];
  /** What we say is a gap of another part of the check, which the rule does not ask for. */
  readonly gaps?: readonly string[];
  readonly why: string;
}

/** The reason why a label that contradicts us does not count, where there is one. */
export function reasonFor(
  { rule, also, label }: Labelled,
  place: string,
  own: readonly ReportedOutcome[],
): string | undefined {
  return TRIAGE.find(
    (reason) =>
      reason.rules.some((id) => id === rule || id === also) &&
      (reason.label ?? label) === label &&
      (reason.at?.some((part) => place.includes(part)) ?? true) &&
      (reason.gaps === undefined ||
        own.every((o) => o.outcome !== 'fail' || reason.gaps?.includes(o.messageId ?? ''))),
  )?.why;
}

const TRIAGE: readonly Reason[] = [
  {
    rules: ['CKV_AWS_57'],
    label: 'pass',
    at: ['bucket_with_read_acl'],
    gaps: ['acl', 'grant'],
    why: 'it asks about writing alone; everybody may read the bucket, which is the gap that we name',
  },
  {
    rules: ['CKV_AWS_70'],
    label: 'pass',
    at: ['pass_w_condition'],
    why: 'a condition that leaves out one user (ArnNotEquals) lets in everybody else',
  },
  {
    rules: ['COGNITO_USER_POOL_MFA_CONFIGURATION_RULE'],
    label: 'pass',
    at: ['MFA Conf does not exist'],
    why: 'the rule looks only at what is written; without a word of it a second factor is off (AWS CLI Command Reference, Examples of create-user-pool)',
  },
  {
    rules: ['CKV_AWS_174', 'CKV2_AWS_54', 'AWS-0013'],
    label: 'pass',
    gaps: ['certificate'],
    why: "with CloudFront's own certificate TLS 1.0 is accepted, whatever version is written (CloudFormation docs, AWS::CloudFront::Distribution ViewerCertificate, MinimumProtocolVersion)",
  },
  {
    rules: ['AwsSolutions-CFR4'],
    label: 'fail',
    at: ['virtual IP'],
    why: 'it asks for server name indication as well: an address of its own costs money and is as safe',
  },
  {
    rules: ['CKV_AWS_27', 'AWS-0096'],
    label: 'fail',
    why: 'SQS encrypts queues with keys of its own unless that is switched off (SQS Developer Guide, SSE-SQS is the default for new queues)',
  },
  {
    rules: ['CKV_AWS_26', 'AWS-0095'],
    label: 'pass',
    gaps: ['odd'],
    why: 'the text in the place of the key is neither an id nor an alias nor an ARN of one (SNS API Reference, CreateTopic: KmsMasterKeyId), so nothing can be published',
  },
  {
    rules: ['CKV_AWS_19', 'AWS-0088', 'S3_BUCKET_SERVER_SIDE_ENCRYPTION_ENABLED'],
    label: 'fail',
    why: 'S3 encrypts every new object since January 2023, in all buckets (S3 User Guide, default encryption FAQ)',
  },
  {
    rules: ['AWS-0079'],
    label: 'fail',
    at: ['bad 2'],
    why: 'it asks for a key of the customer: the cluster is encrypted',
  },
  {
    rules: [
      'CKV_AWS_53',
      'CKV_AWS_54',
      'CKV_AWS_55',
      'CKV_AWS_56',
      'CKV2_AWS_6',
      'AWS-0086',
      'AWS-0087',
      'AWS-0091',
      'AWS-0093',
      'AWS-0094',
      'S3BucketPublicReadProhibited',
      'AwsSolutions-S2',
    ],
    label: 'pass',
    gaps: ['open'],
    why: 'it asks for some of the four settings, and the gap that we name is another one of them',
  },
  {
    rules: ['CKV_AWS_67', 'AWS-0014'],
    label: 'pass',
    gaps: ['validation', 'stopped'],
    why: 'it asks for all regions; the gap that we name is the validation of log files',
  },
  {
    rules: ['CKV_AWS_36', 'AWS-0016', 'CloudTrailLogFileValidationEnabled'],
    label: 'pass',
    gaps: ['regions', 'stopped'],
    why: 'it asks for validation; the gap that we name is that the trail covers one region',
  },
  {
    rules: ['CKV2_AWS_45', 'CKV2_AWS_48'],
    label: 'pass',
    gaps: ['rules'],
    why: 'it asks for a recorder; the gap that we name is that no rule judges what it records',
  },
  {
    rules: ['CKV_AWS_84'],
    label: 'pass',
    why: 'it asks for logs of any kind; we ask for errors, as OpenSearch.4 does',
  },
  {
    rules: ['CKV_AWS_324', 'AuroraMySQLLogging', 'AwsSolutions-RDS16'],
    label: 'pass',
    why: 'it asks for logs of any kind, or of one engine only; we ask every engine for errors or slow queries',
  },
  {
    rules: ['AwsSolutions-SF1'],
    label: 'fail',
    at: ['LogLevel not ALL'],
    why: 'it asks for every event; we accept errors alone, which cost less',
  },
  {
    rules: ['CKV_AWS_37'],
    label: 'fail',
    at: ['partially_enabled', 'test_failure ·'],
    why: 'it asks for all five kinds of logs; we ask for those of the API and the audit, as EKS.8 does',
  },
  {
    rules: ['CloudWatchAlarmAction'],
    label: 'pass',
    gaps: ['none'],
    why: 'its alarm does something when it is over and when there is no data, and nothing when it sounds',
  },
  {
    rules: [
      'CKV_AWS_133',
      'AWS-0077',
      'CKV_AWS_360',
      'CKV_AWS_361',
      'RDSInstanceBackupEnabled',
      'AwsSolutions-RDS13',
    ],
    label: 'pass',
    gaps: ['short'],
    why: 'it is content with fewer days; production keeps backups for 30 (BKP-01)',
  },
  {
    rules: ['CKV_AWS_133'],
    label: 'pass',
    at: ['aws_db_instance.pass2'],
    why: 'an instance without the argument has 0 days, which switches backups off (Terraform Registry, aws_db_instance)',
  },
  {
    rules: ['CKV_AWS_133'],
    label: 'fail',
    at: ['aws_rds_cluster.fail', 'aws_db_instance.fail'],
    why: '36 days cannot be deployed: the provider takes 35 at most, and we judge what can be',
  },
  {
    rules: ['CKV_AWS_226', 'RDS_AUTOMATIC_MINOR_VERSION_UPGRADE_ENABLED'],
    label: 'fail',
    why: 'minor upgrades are on where nothing is written (RDS API Reference, CreateDBInstance)',
  },
  {
    rules: ['CKV2_AWS_60'],
    label: 'fail',
    at: ['aws_db_instance.fail_1'],
    why: 'it leaves out Neptune, whose instances are no aws_db_instance; tags are copied',
  },
  {
    rules: ['CKV2_AWS_61'],
    label: 'pass',
    why: 'it asks whether there is a rule; we ask whether an enabled one expires or moves objects',
  },
  {
    rules: ['CKV_AWS_300'],
    label: 'pass',
    gaps: ['none'],
    why: 'it asks for the end of incomplete uploads; the gap that we name is that nothing expires',
  },
  {
    rules: ['CKV2_AWS_42', 'CLOUDFRONT_CUSTOM_SSL_CERTIFICATE'],
    label: 'pass',
    why: 'it asks for a certificate; a distribution that has one and no alias is still called by its name at cloudfront.net',
  },
  {
    rules: ['CKV_AWS_50'],
    label: 'pass',
    at: ['pass_through'],
    why: 'PassThrough starts no trace: it follows what the caller decided',
  },
  {
    rules: ['AWS-0036'],
    label: 'fail',
    why: 'AIPA… is the id of an instance profile and no access key (IAM User Guide, unique identifiers)',
  },
  {
    rules: ['CKV2_AWS_28', 'CKV2_AWS_29'],
    label: 'pass',
    gaps: ['classic'],
    why: 'WAF Classic ended on 2025-09-30 (AWS WAF Developer Guide, AWS WAF Classic)',
  },
  {
    rules: ['APIGWAssociatedWithWAF', 'AwsSolutions-APIG3'],
    why: 'its tests compare texts that are no ARN of a stage: those end in /restapis/<id>/stages/<name>',
  },
  {
    rules: ['CKV_AWS_363'],
    label: 'pass',
    why: 'nodejs18.x ended on 2025-09-01 (Lambda Developer Guide, runtimes)',
  },
  {
    rules: ['LambdaLatestVersion', 'AwsSolutions-L1'],
    label: 'pass',
    gaps: ['deprecated'],
    why: 'the runtime has ended since (Lambda Developer Guide, runtimes)',
  },
  {
    rules: ['LambdaLatestVersion', 'AwsSolutions-L1'],
    label: 'fail',
    why: 'it asks for the newest runtime; we ask for one that gets patches',
  },
  {
    rules: ['S3WebBucketOAIAccess', 'AwsSolutions-S5'],
    label: 'pass',
    why: 'the bucket is still a website: its own endpoint speaks plain HTTP, which is what we ask',
  },
  {
    rules: ['S3BucketSSLRequestsOnly', 'AwsSolutions-S10'],
    label: 'fail',
    at: ['Noncompliance 9'],
    why: 'one of two policies on one bucket refuses; a second one cannot be deployed',
  },
  {
    rules: ['ECROpenAccess', 'AwsSolutions-ECR1'],
    label: 'fail',
    at: ['Noncompliance 1'],
    why: 'IAM takes no star within the ARN of a principal: this policy cannot be deployed',
  },
  {
    rules: ['CKV2_AWS_16'],
    label: 'pass',
    gaps: ['half'],
    why: 'it is content with one of the two capacities',
  },
  {
    rules: ['DynamoDBAutoScalingEnabled'],
    label: 'pass',
    gaps: ['idle'],
    why: 'its tests have limits without a policy, between which nothing moves',
  },
  {
    rules: ['CKV_AWS_334'],
    label: 'fail',
    why: 'its container says `privilege`, which is no setting and has no effect; the setting is `privileged`',
  },
  {
    rules: ['CKV_AWS_393', 'CKV_AWS_358'],
    label: 'pass',
    gaps: ['repository', 'branch'],
    why: 'it asks for any condition on the subject; we ask for one that names a repository and what of it',
  },
  {
    rules: ['AwsSolutions-CFR5'],
    label: 'fail',
    why: 'with match-viewer the way to the origin is as plain as the one before it, which https-only-cdn judges',
  },
  {
    rules: ['AwsSolutions-COG2'],
    label: 'fail',
    why: 'it asks for a second factor from everybody; we accept that users choose',
  },
  {
    rules: [
      'OpenSearchEncryptedAtRest',
      'OpenSearchNodeToNodeEncryption',
      'AwsSolutions-OS2',
      'AwsSolutions-OS8',
    ],
    label: 'pass',
    why: 'it asks for one of three settings of encryption; the gap that we name is another one',
  },
  {
    rules: ['CKV2_AWS_50'],
    label: 'pass',
    gaps: ['zone'],
    why: 'it asks for failover; the gap that we name is that the nodes may share a zone',
  },
  {
    rules: ['CKV_AWS_20'],
    label: 'pass',
    at: ['aws_s3_bucket.public_read'],
    why: 'two buckets of the fixture have this name: its labels are both',
  },
  {
    rules: ['CKV_AWS_32'],
    label: 'pass',
    gaps: ['everybody'],
    why: 'its condition is ForAllValues, which holds of requests without that key, whoever sends them (IAM User Guide, set operators)',
  },
  {
    rules: ['CKV2_AWS_75'],
    label: 'pass',
    at: ['only_allow_origins_star'],
    why: 'it asks for stars among the methods as well; we ask for origins',
  },
  {
    rules: ['CKV_AWS_88'],
    label: 'pass',
    at: ['aws_instance.default', 'EC2PublicIP-PASSED.yaml'],
    why: 'a host without a subnet lands in the default network, where hosts get public addresses (VPC User Guide, default subnets)',
  },
  {
    rules: ['EC2RestrictedInbound', 'AwsSolutions-EC23', 'AWS-0104'],
    label: 'fail',
    at: ['Noncompliance 2', 'Noncompliance 3', 'bad 1'],
    why: 'a rule for TCP without ports cannot be deployed: EC2 asks for both',
  },
  {
    rules: ['CKV_AWS_24', 'CKV_AWS_277', 'CKV_AWS_382'],
    label: 'fail',
    at: [
      'Any · aws_security_group.fail',
      'Any · aws_security_group_rule.fail',
      'Any · aws_vpc_security_group_ingress_rule.fail',
      'Any · aws_vpc_security_group_egress_rule.fail',
    ],
    why: 'EC2 takes no port -1 for TCP: "TCP/UDP port (-1) out of range"',
  },
  {
    rules: ['CKV_AWS_24'],
    label: 'fail',
    at: ['aws_security_group.fail2'],
    why: 'from 0 to 0 is port 0 of TCP alone; only with the protocol -1 does it mean every port',
  },
  {
    rules: ['CKV_AWS_24'],
    label: 'fail',
    at: ['aws_security_group.not_self', 'aws_vpc_security_group_ingress_rule.fail2'],
    why: 'its rule names no source, and lets nobody in',
  },
  {
    rules: ['CKV_AWS_24'],
    label: 'pass',
    at: ['aws_security_group.pass_self2'],
    why: 'its rule lets the group itself in, and 0.0.0.0/0 as well',
  },
  {
    rules: ['CKV_AWS_382'],
    label: 'pass',
    at: ['aws_security_group.pass'],
    why: 'the protocol -1 means every port, whatever ports are written (EC2 API Reference, IpPermission)',
  },
  {
    rules: ['CKV_AWS_231'],
    label: 'pass',
    at: ['aws_network_acl.pass3', 'count_pass'],
    why: 'it asks for the port of RDP; the gap that we name is that of SSH',
  },
  {
    rules: ['CKV_AWS_76'],
    label: 'pass',
    gaps: ['format'],
    why: 'a destination without a format logs nothing (API Gateway Developer Guide, CloudWatch API logging)',
  },
  {
    rules: ['CKV_AWS_118'],
    label: 'fail',
    at: ['test_failure3'],
    why: 'an interval of 5 seconds is one that RDS takes, written as a text or as a number (RDS API Reference, CreateDBInstance)',
  },
  {
    rules: ['EC2_INSTANCE_NO_PUBLIC_IP', 'EC2InstanceNoPublicIp'],
    label: 'pass',
    gaps: ['public'],
    at: ['EC2.test.ts: Compliance'],
    why: 'a host without a subnet lands in the default network, where hosts get public addresses (VPC User Guide, default subnets)',
  },
  {
    rules: ['CKV_AWS_168', 'SQS_QUEUEPOLICY_NO_WILDCARD_PRINCIPAL', 'SNS_TOPICPOLICY_NO_WILDCARD_PRINCIPAL'],
    label: 'fail',
    at: ['q3', 'Principal iam *'],
    why: 'IAM takes no star within the ARN of a principal: this policy cannot be deployed',
  },
  {
    rules: [
      'OPENSEARCH_APPLICATION_LOGGING_ENABLED',
      'OPENSEARCH_AUDIT_LOGGING_ENABLED',
      'API_GWV2_ACCESS_LOGS_ENABLED',
    ],
    label: 'fail',
    at: ['set to a value other than a string or struct'],
    why: 'it asks for a text: a number where a text belongs cannot be deployed',
  },
  {
    rules: ['CW_LOGGROUP_RETENTION_PERIOD_CHECK'],
    label: 'fail',
    at: ['Jenny'],
    why: 'it lists the numbers of days that CloudWatch Logs takes; another one cannot be deployed',
  },
  {
    rules: ['CLOUDFRONT_ACCESSLOGS_ENABLED'],
    label: 'pass',
    at: ['tests.yml, 7:'],
    why: 'its settings of logs are empty, and name no bucket that they go to',
  },
  {
    rules: ['KINESIS_STREAM_ENCRYPTION_RULE'],
    label: 'fail',
    at: ['KeyId is not specified'],
    why: 'a stream with the encryption KMS has to name a key: this one cannot be deployed (CloudFormation docs, AWS::Kinesis::Stream StreamEncryption)',
  },
  {
    rules: ['CKV_AWS_301'],
    label: 'fail',
    at: ['aws_lambda_permission.fail'],
    why: 'its permission is for everybody, and for one source: SourceArn leaves out whoever calls from elsewhere',
  },
  {
    rules: ['AWS-0065'],
    label: 'pass',
    at: ['good 2'],
    why: 'a key that signs has a spec of its own; with the one that holds without a word it cannot be made (KMS API Reference, CreateKey)',
  },
  {
    rules: ['CKV_AWS_87'],
    label: 'fail',
    at: ['RedshiftClusterDefault'],
    why: 'a cluster that says nothing is not public (CloudFormation docs, AWS::Redshift::Cluster: PubliclyAccessible is false by default)',
  },
];
