import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'database-proxy-requires-tls',
  requirement: 'SEC-13',
  severity: 'high',
  effort: 'minutes',
  title: 'Database proxies let in connections with TLS only',
  gap: {
    one: 'A database proxy lets in connections without TLS',
    many: '{count} database proxies let in connections without TLS',
  },
  evidence: ['iac', 'aws'],
  aliases: [],
  frameworks: { wellArchitected: ['sec_protect_data_transit_encrypt'] },
  messages: { off: 'connections in the clear are let in: {property} is {actual}' },
  appliesTo: 'AWS::RDS::DBProxy',
  evaluate: (proxy) => proxy.bool('RequireTLS').is(true).else('off'),
  fix: 'Require TLS at the proxy and give the clients the certificates of AWS',
  snippets: { terraform: 'require_tls = true', cloudformation: 'RequireTLS: true' },
  fixImpact: { downtime: false },
});
