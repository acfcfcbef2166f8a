import { all } from '../../../model/truth.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'tokens-not-in-storage',
  requirement: 'SEC-32',
  severity: 'high',
  effort: 'hours',
  title: 'No page keeps tokens where every script can read them',
  gap: {
    one: 'A page keeps its token where every script can read it',
    many: '{count} scripts keep tokens where every script of the page can read them',
  },
  evidence: ['repo'],
  aliases: [],
  frameworks: {},
  messages: { readable: 'it keeps {actual} in storage that every script of the page can read' },
  about: 'repository',
  appliesTo: 'Repository::Page',
  when: (page) => page.list('storage').exist().asMembership(),
  evaluate: (page) =>
    page
      .list('storage')
      .none((kept) => all(kept.bool('token').is(true), kept.text('key').written().quote()))
      .else('readable'),
  fix: 'Keep the token in memory, or in a cookie that is HttpOnly, Secure and SameSite',
  fixImpact: { downtime: false },
});
