import { all, any } from '../../../model/truth.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'pages-use-code-flow',
  requirement: 'SEC-32',
  severity: 'high',
  effort: 'hours',
  title: 'Pages sign people in by a code with PKCE, and have no token sent in an address',
  gap: {
    one: 'A page signs people in by a way that gives tokens away',
    many: '{count} pages sign people in by a way that gives tokens away',
  },
  evidence: ['repo'],
  aliases: [],
  frameworks: {},
  messages: {
    implicit: 'it asks for {actual}, which comes back in the address of the page',
    plain: 'it asks for {actual} without a challenge (PKCE): whoever sees the code can use it',
  },
  about: 'repository',
  appliesTo: 'Repository::SignIn',
  evaluate: (page) =>
    all<'implicit' | 'plain'>(
      page.text('responseType').is('code').quote().else('implicit'),
      any(page.bool('pkce').is(true), page.text('responseType').is('').quote()).else('plain'),
    ),
  fix: 'Ask for a code with a challenge (S256), and exchange it with the verifier that the page kept',
  fixImpact: { downtime: false },
});
