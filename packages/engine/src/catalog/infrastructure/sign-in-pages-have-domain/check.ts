import type { Graph, Resource } from '../../../model/graph.ts';
import type { Many } from '../../../model/many.ts';
import { all, any, choose, not, type Truth } from '../../../model/truth.ts';
import { leftTo } from '../../blocks/left-open.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'sign-in-pages-have-domain',
  requirement: 'INF-24',
  severity: 'high',
  effort: 'minutes',
  title: 'User pools whose pages of sign-in are used have a domain for them',
  gap: {
    one: 'A user pool has a domain that Cognito refuses',
    many: 'The domains for {count} clients of user pools are refused by Cognito',
  },
  evidence: ['iac', 'aws'],
  aliases: [],
  frameworks: {},
  messages: {
    refused: 'Cognito refuses a domain that begins with {actual}, so nobody reaches the pages of sign-in',
  },
  appliesTo: 'AWS::Cognito::UserPoolClient',
  when: (client) =>
    all(client.bool('AllowedOAuthFlowsUserPoolClient').is(true), isMeant(client)).asMembership(),
  evaluate: (client, graph) => {
    const domains = domainsOf(client, graph);
    return choose(
      domains.exist(),
      domains.none((domain) => all(isPrefix(domain), isRefused(domain).quote())).else('refused'),
      leftTo('whether its user pool was given a domain elsewhere, or by hand: this code has none', client),
    );
  },
  fix: 'Give the user pool a domain: a prefix of lower-case letters, digits and hyphens without the words aws, amazon and cognito, or a domain of your own with its certificate',
  snippets: {
    terraform:
      'resource "aws_cognito_user_pool_domain" "users" {\n  domain       = "flashcards"\n  user_pool_id = aws_cognito_user_pool.users.id\n}',
    cloudformation:
      'UsersDomain:\n  Type: AWS::Cognito::UserPoolDomain\n  Properties: { Domain: flashcards, UserPoolId: !Ref Users }',
  },
  fixImpact: { downtime: false },
});

/** Not what the library of the CDK writes where nobody says anything: both flows, and a page of an example. */
function isMeant(client: Resource): Truth {
  return any(
    client.list('AllowedOAuthFlows').some((flow) => flow.text().is('client_credentials')),
    client
      .list('CallbackURLs')
      .some((url) => not(url.text().matches('the page of an example', /^https:\/\/example\.com\/?$/))),
  );
}

function domainsOf(client: Resource, graph: Graph): Many<Resource> {
  return graph
    .follow(client.text('UserPoolId'), 'AWS::Cognito::UserPool')
    .flatMap((pool) => graph.to(pool, 'memberOf', 'AWS::Cognito::UserPoolDomain'));
}

/** A domain of one's own has a certificate; of the others the first part of a domain of Cognito is chosen. */
function isPrefix(domain: Resource): Truth {
  return not(domain.has('CustomDomainConfig'));
}

/** Source: Amazon Cognito Developer Guide, "Configuring a user pool domain", as of 2026-11-22. */
const REFUSED = /aws|amazon|cognito|[^a-z0-9-]/;
/** Source: API reference of Cognito, `Domain` of CreateUserPoolDomain, as of 2026-11-22. */
const REFUSED_AS_A_WHOLE = /aws|amazon|cognito|[^a-z0-9-]|^-|-$|^.{64,}$/;

/** A part of the name is enough to refuse it; to take it, all of it must be known. */
function isRefused(domain: Resource): Truth {
  const name = domain.text('Domain');
  return any(
    name.hasPiece('a prefix that Cognito refuses', (text) => REFUSED.test(text)),
    name.matches('a prefix that Cognito refuses', REFUSED_AS_A_WHOLE),
  );
}
