import type { Properties, Resource } from '../../../model/graph.ts';
import type { Many } from '../../../model/many.ts';
import { all, any, not } from '../../../model/truth.ts';
import { defineCheck } from '../../check.ts';

/** Where each type keeps its origins: `[]` steps into the rules of a list. */
const CORS: Readonly<Record<string, { readonly rules: string; readonly origins: string }>> = {
  'AWS::ApiGatewayV2::Api': { rules: 'CorsConfiguration', origins: 'AllowOrigins' },
  'AWS::Lambda::Url': { rules: 'Cors', origins: 'AllowOrigins' },
  'AWS::S3::Bucket': { rules: 'CorsConfiguration.CorsRules', origins: 'AllowedOrigins' },
};

export default defineCheck({
  id: 'cors-exact-origins',
  requirement: 'SEC-05',
  severity: 'high',
  effort: 'minutes',
  title: 'Pages of exact origins may call, not those of any site',
  gap: { one: 'Pages of any site may call', many: '{count} resources may be called by pages of any site' },
  evidence: ['iac', 'aws', 'http'],
  aliases: ['CKV2_AWS_75', 'awslambda_function_url_cors_policy'],
  frameworks: {},
  messages: {
    any: 'pages of any origin may call: {property} has {actual}',
    pattern: 'an origin is a pattern: {property} has {actual}, expected exact origins',
  },
  appliesTo: Object.keys(CORS),
  // Without any of it no other origin may call, unless the code behind answers for itself: that is not seen here.
  when: (subject) => subject.has(corsOf(subject).rules).asMembership(),
  evaluate: (subject) => {
    const allows = (origin: (text: Properties) => ReturnType<typeof everyOrigin>) =>
      rulesOf(subject).some((rule) =>
        all(
          rule.has(corsOf(subject).origins).asMembership(),
          rule.list(corsOf(subject).origins).some(origin),
        ),
      );
    return all(
      not(allows(everyOrigin)).else('any'),
      not(allows((origin) => origin.text().contains('*').quote())).else('pattern'),
    );
  },
  fix: 'List the origins of your own pages, one by one',
  snippets: {
    terraform: 'allow_origins = ["https://app.example.com"]',
    cloudformation: 'AllowOrigins: [https://app.example.com]',
  },
  fixImpact: { downtime: false },
});

function corsOf(subject: Resource) {
  return CORS[subject.type]!;
}

function rulesOf(subject: Resource): Many<Properties> {
  return subject.list(corsOf(subject).rules);
}

function everyOrigin(origin: Properties) {
  return any(...['*', 'https://*', 'http://*'].map((all) => origin.text().is(all))).quote();
}
