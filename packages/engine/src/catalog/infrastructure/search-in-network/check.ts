import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'search-in-network',
  requirement: 'INF-10',
  severity: 'critical',
  effort: 'days',
  title: 'Search domains have no public endpoint',
  gap: { one: 'A search domain has a public endpoint', many: '{count} search domains have public endpoints' },
  evidence: ['iac', 'aws'],
  aliases: [
    'CKV_AWS_137',
    'AwsSolutions-OS1',
    'OpenSearch.2',
    'OPENSEARCH_IN_VPC_ONLY',
    'ELASTICSEARCH_IN_VPC_ONLY',
  ],
  frameworks: { wellArchitected: ['sec_network_protection_create_layers'], fsbp: ['OpenSearch.2'] },
  messages: { public: 'the domain is not placed in subnets, so its endpoint is on the internet' },
  appliesTo: 'AWS::OpenSearchService::Domain',
  evaluate: (domain) => domain.list('VPCOptions.SubnetIds').exist().else('public'),
  fix: 'Place the domain in private subnets; this makes a new domain, to which the indexes are moved',
  snippets: {
    terraform: 'vpc_options {\n  subnet_ids = [aws_subnet.private.id]\n}',
    cloudformation: 'VPCOptions: { SubnetIds: [!Ref Private] }',
  },
  fixImpact: { downtime: true },
});
