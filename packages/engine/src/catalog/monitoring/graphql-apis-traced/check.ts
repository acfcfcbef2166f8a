import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'graphql-apis-traced',
  requirement: 'MON-13',
  severity: 'medium',
  effort: 'minutes',
  title: 'GraphQL APIs are traced',
  gap: {
    one: 'Requests through a GraphQL API leave no trace',
    many: 'Requests through {count} GraphQL APIs leave no trace',
  },
  evidence: ['iac', 'aws'],
  aliases: ['AppSyncTracing', 'WS3000'],
  frameworks: { wellArchitected: ['ops_observability_dist_trace'] },
  messages: {
    off: 'tracing is {actual}, expected on',
  },
  appliesTo: 'AWS::AppSync::GraphQLApi',
  evaluate: (api) => api.bool('XrayEnabled').is(true).else('off'),
  fix: 'Switch X-Ray on in the API',
  snippets: {
    terraform: 'xray_enabled = true',
    cloudformation: 'XrayEnabled: true',
  },
  fixImpact: { downtime: false, monthlyCost: 'xray-traces' },
});
