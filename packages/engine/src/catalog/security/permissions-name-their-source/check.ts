import { any } from '../../../model/truth.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'permissions-name-their-source',
  requirement: 'SEC-36',
  severity: 'medium',
  effort: 'minutes',
  title: 'A service that may call a function may do so from one source only',
  gap: {
    one: 'A service may call a function for anybody',
    many: '{count} permissions let a service call for anybody',
  },
  evidence: ['iac', 'aws'],
  aliases: ['CKV_AWS_364', 'AWS-0067', 'CKV_AWS_301', 'LAMBDA_FUNCTION_PUBLIC_ACCESS_PROHIBITED'],
  frameworks: { wellArchitected: ['sec_permissions_least_privileges'] },
  messages: { any: 'the service {actual} may call the function on behalf of any account' },
  appliesTo: 'AWS::Lambda::Permission',
  when: (permission) =>
    permission
      .text('Principal')
      .matches('a service', /\.amazonaws\.com(\.cn)?$/)
      .asMembership(),
  evaluate: (permission) =>
    any(
      ...['SourceArn', 'SourceAccount', 'PrincipalOrgID', 'EventSourceToken'].map((source) =>
        permission.has(source),
      ),
      permission
        .text('Principal')
        .matches('an account', /^\d{12}$/)
        .quote(),
    ).else('any'),
  fix: 'Name the ARN of what calls, or the account where the ARN is not known yet',
  snippets: {
    terraform: 'source_arn = aws_s3_bucket.uploads.arn',
    cloudformation: 'SourceArn: !GetAtt Uploads.Arn',
  },
  fixImpact: { downtime: false },
});
