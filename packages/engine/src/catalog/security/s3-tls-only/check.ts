import { type Properties, type Resource, refersTo } from '../../../model/graph.ts';
import type { Reading } from '../../../model/reading.ts';
import { all, any, type Truth } from '../../../model/truth.ts';
import { denying, everybody, names } from '../../blocks/iam-statement.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 's3-tls-only',
  requirement: 'SEC-16',
  severity: 'high',
  effort: 'minutes',
  title: 'Buckets refuse requests without TLS',
  gap: { one: 'A bucket accepts requests without TLS', many: '{count} buckets accept requests without TLS' },
  evidence: ['iac', 'aws'],
  aliases: ['AwsSolutions-S10', 'S3.5', 's3_bucket_secure_transport_policy', 'S3_BUCKET_SSL_REQUESTS_ONLY'],
  frameworks: { wellArchitected: ['sec_protect_data_transit_encrypt'], fsbp: ['S3.5'] },
  messages: {
    none: 'the bucket has no policy, expected one that denies requests without aws:SecureTransport',
    open: 'no statement of its policy denies every request for its objects without aws:SecureTransport',
    listing:
      'its policy refuses requests without TLS for the objects only: on the bucket itself (to list it, for instance) they are accepted',
  },
  appliesTo: 'AWS::S3::Bucket',
  evaluate: (bucket, graph) => {
    const policies = graph.to(bucket, 'configures').where((p) => p.has('PolicyDocument'));
    return all(
      policies.exist().else('none'),
      policies.some((p) => refusesWithoutTls(p, (named) => named.hasPath('/*'), bucket)).else('open'),
      policies.some((p) => refusesWithoutTls(p, (named) => named.hasPath(''), bucket)).else('listing'),
    );
  },
  fix: 'Deny s3:* to everybody where aws:SecureTransport is false, on the bucket and its objects',
  snippets: {
    terraform:
      'statement {\n  effect    = "Deny"\n  actions   = ["s3:*"]\n  resources = [aws_s3_bucket.data.arn, format("%s/*", aws_s3_bucket.data.arn)]\n  principals {\n    type        = "*"\n    identifiers = ["*"]\n  }\n  condition {\n    test     = "Bool"\n    variable = "aws:SecureTransport"\n    values   = ["false"]\n  }\n}',
    cloudformation:
      '- Effect: Deny\n  Principal: "*"\n  Action: s3:*\n  Resource: [!GetAtt Data.Arn, !Join ["", [!GetAtt Data.Arn, "/*"]]]\n  Condition: { Bool: { "aws:SecureTransport": "false" } }',
  },
  fixImpact: { downtime: false },
});

/** Whether a policy refuses everybody without TLS on a part of the bucket: its objects, or the bucket itself. */
function refusesWithoutTls(
  policy: Resource,
  part: (named: Reading<string>) => Truth,
  bucket: Resource,
): Truth {
  return denying(policy.at('PolicyDocument')).some((statement) =>
    all(
      any(...['Bool', 'BoolIfExists'].map((operator) => withoutTls(statement, operator))),
      everybody(statement).asMembership(),
      names(statement, 'Action', (a) => a.matches('every action of S3', /^(\*|s3:\*)$/i)).asMembership(),
      names(statement, 'Resource', (named) =>
        any(
          all(refersTo(named, bucket), part(named)),
          all(
            named.contains('*'),
            any(
              named.oneOf(['*', 'arn:aws:s3:::*']),
              all(refersTo(named, bucket), named.hasPath(''), named.endsWith('*')),
            ),
          ),
        ),
      ).asMembership(),
    ),
  );
}

function withoutTls(statement: Properties, operator: string) {
  return any(
    ...['aws:SecureTransport', 'aws:securetransport'].map((key) => {
      const path = `Condition.${operator}.${key}`;
      return all(
        statement.has(path).asMembership(),
        statement.list(path).some((value) => value.bool().is(false)),
      );
    }),
  );
}
