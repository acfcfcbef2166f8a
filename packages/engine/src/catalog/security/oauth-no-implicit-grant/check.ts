import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'oauth-no-implicit-grant',
  requirement: 'SEC-32',
  severity: 'high',
  effort: 'hours',
  title: 'Clients exchange a code for tokens, which never stand in an address',
  gap: {
    one: 'A client gets its tokens in the address of a page',
    many: '{count} clients get their tokens in the address of a page',
  },
  evidence: ['iac', 'aws'],
  aliases: [],
  frameworks: { wellArchitected: ['sec_identities_unique'] },
  messages: { implicit: 'tokens are handed over in the address of a page: {property} has {actual}' },
  appliesTo: 'AWS::Cognito::UserPoolClient',
  when: (client) => client.has('AllowedOAuthFlows').asMembership(),
  evaluate: (client) =>
    client
      .list('AllowedOAuthFlows')
      .every((flow) => flow.text().isNot('implicit').quote())
      .else('implicit'),
  fix: 'Use the code flow with PKCE, and take the implicit grant away',
  snippets: { terraform: 'allowed_oauth_flows = ["code"]', cloudformation: 'AllowedOAuthFlows: [code]' },
  fixImpact: { downtime: false },
});
