import { all } from '../../../model/truth.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'markup-escaped',
  requirement: 'SEC-21',
  severity: 'high',
  effort: 'hours',
  title: 'Pages write data as text, not as markup',
  gap: { one: 'A page writes data as markup', many: '{count} scripts of pages write data as markup' },
  evidence: ['repo'],
  aliases: [],
  frameworks: {},
  messages: { raw: 'data becomes markup as it is, by {actual}' },
  about: 'repository',
  appliesTo: 'Repository::Page',
  evaluate: (page) =>
    page
      .list('markup')
      .none((place) => all(place.bool('raw').is(true), place.text('sink').written().quote()))
      .else('raw'),
  fix: 'Set textContent, let the framework escape, or put a sanitiser such as DOMPurify around it',
  fixImpact: { downtime: false },
});
