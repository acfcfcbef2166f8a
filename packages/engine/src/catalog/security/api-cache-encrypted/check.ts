import type { Properties } from '../../../model/graph.ts';
import { all } from '../../../model/truth.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'api-cache-encrypted',
  requirement: 'SEC-12',
  severity: 'medium',
  effort: 'minutes',
  title: 'What an API caches is encrypted',
  gap: { one: 'An API caches answers in the clear', many: '{count} APIs cache answers in the clear' },
  evidence: ['iac', 'aws'],
  aliases: ['CKV_AWS_308', 'AWS-0002', 'APIGateway.5', 'API_GW_CACHE_ENABLED_AND_ENCRYPTED', 'AWS-0110'],
  frameworks: { wellArchitected: ['sec_protect_data_rest_encrypt'], fsbp: ['APIGateway.5'] },
  messages: { off: 'cached answers lie in the clear: {property} is {actual}' },
  appliesTo: 'AWS::ApiGateway::Stage',
  when: (stage) =>
    all(
      stage.bool('CacheClusterEnabled').is(true),
      stage.has('MethodSettings'),
      stage.list('MethodSettings').some(caches),
    ).asMembership(),
  evaluate: (stage) =>
    stage
      .list('MethodSettings')
      .none((method) => all(caches(method), method.bool('CacheDataEncrypted').is(false).quote()))
      .else('off'),
  fix: 'Encrypt the cache of every method that is cached',
  snippets: {
    terraform: 'settings {\n  caching_enabled      = true\n  cache_data_encrypted = true\n}',
    cloudformation:
      'MethodSettings: [{ HttpMethod: "*", ResourcePath: "/*", CachingEnabled: true, CacheDataEncrypted: true }]',
  },
  fixImpact: { downtime: false },
});

function caches(method: Properties) {
  return method.bool('CachingEnabled').is(true).asMembership();
}
