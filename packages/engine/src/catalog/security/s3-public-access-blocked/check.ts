import type { Properties, Resource } from '../../../model/graph.ts';
import type { Many } from '../../../model/many.ts';
import { all, choose, not } from '../../../model/truth.ts';
import { allowing, everybody, saysWho } from '../../blocks/iam-statement.ts';
import { leftTo } from '../../blocks/left-open.ts';
import { defineCheck } from '../../check.ts';

const BLOCK = 'PublicAccessBlockConfiguration';
const SETTINGS = [
  'BlockPublicPolicy',
  'RestrictPublicBuckets',
  'BlockPublicAcls',
  'IgnorePublicAcls',
] as const;
const SINCE_2023 =
  'writing the four settings: buckets made since April 2023 have them on at first, older ones do not';
/** Everybody, and everybody with an account of AWS. */
const PUBLIC_GROUPS = /^https?:\/\/acs\.amazonaws\.com\/groups\/global\/(AllUsers|AuthenticatedUsers)$/;
const PUBLIC = ['PublicRead', 'PublicReadWrite', 'AuthenticatedRead'];

const POLICY = 'arguments.access_control_policy';
const GRANT = 'arguments.grant';

export default defineCheck({
  id: 's3-public-access-blocked',
  requirement: 'SEC-16',
  severity: 'critical',
  effort: 'minutes',
  title: 'Buckets block public access',
  gap: { one: 'A bucket can be public', many: '{count} buckets can be public' },
  evidence: ['iac', 'aws'],
  aliases: [
    'CKV_AWS_53',
    'CKV_AWS_54',
    'CKV_AWS_55',
    'CKV_AWS_56',
    'CKV2_AWS_6',
    'AWS-0086',
    'AWS-0087',
    'AWS-0091',
    'AWS-0092',
    'AWS-0093',
    'AWS-0094',
    'CKV_AWS_20',
    'CKV_AWS_57',
    'AwsSolutions-S2',
    'S3BucketPublicReadProhibited',
    'S3.2',
    'S3.3',
    'S3.8',
    's3_bucket_level_public_access_block',
    's3_bucket_public_access',
    'S3_BUCKET_LEVEL_PUBLIC_ACCESS_PROHIBITED',
  ],
  frameworks: { wellArchitected: ['sec_protect_data_rest_access_control'], fsbp: ['S3.2', 'S3.3', 'S3.8'] },
  messages: {
    open: '{property} is {actual}, expected {expected}',
    acl: 'its ACL is {actual}, which needs public access',
    grant: 'its ACL lets in {actual}, which needs public access',
    policy: 'its policy allows everybody, which needs public access',
  },
  appliesTo: 'AWS::S3::Bucket',
  // Where nothing is written, the age of the bucket decides, unless the code opens it by other means.
  evaluate: (bucket, graph) =>
    choose(
      bucket.has(BLOCK),
      () => all(...SETTINGS.map((setting) => bucket.bool(`${BLOCK}.${setting}`).is(true).else('open'))),
      () =>
        all<'acl' | 'grant' | 'policy'>(
          leftTo(SINCE_2023, bucket),
          not(publicAcl(bucket)).else('acl'),
          grantees(bucket)
            .none((grantee) =>
              all(
                grantee.has('uri').asMembership(),
                grantee.text('uri').matches('a group that anybody is in', PUBLIC_GROUPS).quote(),
              ),
            )
            .else('grant'),
          graph
            .to(bucket, 'configures')
            .none((policy) =>
              all(
                policy.has('PolicyDocument').asMembership(),
                allowing(policy.at('PolicyDocument')).some((s) => all(not(saysWho(s)), everybody(s))),
              ),
            )
            .else('policy'),
        ),
    ),
  fix: 'Block public access in all four settings and serve what is public through a CDN with origin access control',
  snippets: {
    terraform:
      'resource "aws_s3_bucket_public_access_block" "data" {\n  bucket                  = aws_s3_bucket.data.id\n  block_public_acls       = true\n  ignore_public_acls      = true\n  block_public_policy     = true\n  restrict_public_buckets = true\n}',
    cloudformation:
      'PublicAccessBlockConfiguration:\n  BlockPublicAcls: true\n  IgnorePublicAcls: true\n  BlockPublicPolicy: true\n  RestrictPublicBuckets: true',
  },
  fixImpact: { downtime: false },
});

function publicAcl(bucket: Resource) {
  return all(bucket.has('AccessControl').asMembership(), bucket.text('AccessControl').oneOf(PUBLIC).quote());
}

/** Whom grants that are written one by one let in: in Terraform only, at the ACL of its own or at the bucket. */
function grantees(bucket: Resource): Many<Properties> {
  return bucket.meta
    .list()
    .where((meta) => meta.has(POLICY))
    .flatMap((meta) => meta.list(POLICY))
    .flatMap((policy) => policy.list('grant'))
    .flatMap((grant) => grant.list('grantee'))
    .and(
      bucket.meta
        .list()
        .where((meta) => meta.has(GRANT))
        .flatMap((meta) => meta.list(GRANT)),
    );
}
