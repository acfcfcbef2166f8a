import { all, any, not } from '../../../model/truth.ts';
import { allowing, everybody, saysWho } from '../../blocks/iam-statement.ts';
import { defineCheck } from '../../check.ts';

const FINE_GRAINED = 'AdvancedSecurityOptions.Enabled';

export default defineCheck({
  id: 'search-domain-not-public',
  requirement: 'SEC-33',
  severity: 'critical',
  effort: 'hours',
  title: 'Search domains are not open to everybody',
  gap: { one: 'A search domain is open to everybody', many: '{count} search domains are open to everybody' },
  evidence: ['iac', 'aws'],
  aliases: ['AwsSolutions-OS5', 'opensearch_service_domains_not_publicly_accessible'],
  frameworks: { wellArchitected: ['sec_network_protection_layered'] },
  messages: { everybody: 'it has a public endpoint, and its policy allows {actual}' },
  appliesTo: 'AWS::OpenSearchService::Domain',
  when: (domain) => domain.has('AccessPolicies').asMembership(),
  // Inside a network only those in it can ask; with fine-grained access everybody has to sign in first.
  evaluate: (domain) =>
    any(
      domain.has('VPCOptions.SubnetIds'),
      all(domain.has(FINE_GRAINED).asMembership(), domain.bool(FINE_GRAINED).is(true)),
      not(allowing(domain.at('AccessPolicies')).some((s) => all(not(saysWho(s)), everybody(s)))),
    ).else('everybody'),
  fix: 'Put the domain into your network, or name the roles that may search in its policy',
  fixImpact: { downtime: true },
});
