import type { Properties, Resource } from '../../../model/graph.ts';
import { all, choose, not, type Truth } from '../../../model/truth.ts';
import { inProduction } from '../../blocks/environment.ts';
import { defineCheck } from '../../check.ts';

const LOCAL = /^https?:\/\/(localhost|127\.0\.0\.1|\[::1\])([:/]|$)/i;
const PLAIN = /^http:\/\/(?!localhost|127\.0\.0\.1|\[::1\])/i;

export default defineCheck({
  id: 'oauth-callbacks-exact',
  requirement: 'SEC-32',
  severity: 'high',
  effort: 'minutes',
  title: 'Codes and tokens are sent to pages over HTTPS, and to nobody’s own machine in production',
  gap: {
    one: 'A client sends codes where they can be caught',
    many: '{count} clients send codes where they can be caught',
  },
  evidence: ['iac', 'aws'],
  aliases: [],
  frameworks: { wellArchitected: ['sec_identities_unique'] },
  messages: {
    plain: 'a code is sent over plain HTTP: {property} has {actual}',
    local:
      'in production a code may be sent to the machine of whoever opens the link: {property} has {actual}',
  },
  appliesTo: 'AWS::Cognito::UserPoolClient',
  when: (client) => client.has('CallbackURLs').asMembership(),
  evaluate: (client, graph) =>
    all(
      callbacks(client, (url) => not(url.text().matches('an address over HTTPS', PLAIN)).quote()).else(
        'plain',
      ),
      choose(
        inProduction(graph),
        callbacks(client, (url) => not(url.text().matches('an address of yours', LOCAL)).quote()).else(
          'local',
        ),
        client.has('CallbackURLs'),
      ),
    ),
  fix: 'List the addresses of your own pages over HTTPS; give developers a client or an environment of their own',
  snippets: {
    terraform: 'callback_urls = ["https://app.example.com/signed-in"]',
    cloudformation: 'CallbackURLs: [https://app.example.com/signed-in]',
  },
  fixImpact: { downtime: false },
});

function callbacks(client: Resource, suits: (url: Properties) => Truth): Truth {
  return client.list('CallbackURLs').every(suits);
}
