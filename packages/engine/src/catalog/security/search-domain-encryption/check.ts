import { all, any } from '../../../model/truth.ts';
import { defineCheck } from '../../check.ts';

const SETTINGS = [
  'EncryptionAtRestOptions.Enabled',
  'NodeToNodeEncryptionOptions.Enabled',
  'DomainEndpointOptions.EnforceHTTPS',
];
const FINE_GRAINED = 'AdvancedSecurityOptions.Enabled';

export default defineCheck({
  id: 'search-domain-encryption',
  requirement: 'SEC-13',
  severity: 'high',
  effort: 'hours',
  title: 'Search domains are encrypted on disk, between nodes and on the way to them',
  gap: {
    one: 'A search domain is not encrypted throughout',
    many: '{count} search domains are not encrypted throughout',
  },
  evidence: ['iac', 'aws'],
  aliases: [
    'AwsSolutions-OS2',
    'AwsSolutions-OS8',
    'opensearch_service_domains_encryption_at_rest_enabled',
    'opensearch_service_domains_https_communications_enforced',
    'opensearch_service_domains_node_to_node_encryption_enabled',
  ],
  frameworks: { wellArchitected: ['sec_protect_data_transit_encrypt'] },
  messages: { off: '{property} is {actual}, expected {expected}' },
  appliesTo: 'AWS::OpenSearchService::Domain',
  // Nothing written is off, unless fine-grained access is on, which cannot be had without all three.
  evaluate: (domain) =>
    any(
      all(domain.has(FINE_GRAINED).asMembership(), domain.bool(FINE_GRAINED).is(true)),
      all(...SETTINGS.map((setting) => domain.bool(setting).is(true).quote())),
    ).else('off'),
  fix: 'Switch all three on; existing domains can be changed while they run',
  snippets: {
    terraform:
      'encrypt_at_rest {\n  enabled = true\n}\nnode_to_node_encryption {\n  enabled = true\n}\ndomain_endpoint_options {\n  enforce_https = true\n}',
    cloudformation:
      'EncryptionAtRestOptions: { Enabled: true }\nNodeToNodeEncryptionOptions: { Enabled: true }\nDomainEndpointOptions: { EnforceHTTPS: true }',
  },
  fixImpact: { downtime: false },
});
