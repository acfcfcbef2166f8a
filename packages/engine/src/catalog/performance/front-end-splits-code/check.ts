import { all, any, not } from '../../../model/truth.ts';
import { FRONT_END } from '../../blocks/page-budgets.ts';
import { defineCheck } from '../../check.ts';

/** From so many on, who opens one page loads another that they did not ask for. */
const PAGES = 2;

export default defineCheck({
  id: 'front-end-splits-code',
  requirement: 'PRF-10',
  severity: 'low',
  effort: 'hours',
  title: 'Front ends load a page when it is opened, and not all at once',
  gap: { one: 'A front end comes in one piece', many: '{count} front ends come in one piece' },
  evidence: ['repo'],
  aliases: [],
  frameworks: {},
  messages: {
    whole: 'its {actual} pages are loaded at once: nothing of its code is imported when it is asked for',
  },
  about: 'repository',
  appliesTo: FRONT_END,
  // One page, or a script of some kilobytes, is not worth cutting.
  when: (frontEnd) =>
    any(
      frontEnd.list('splits').exist(),
      frontEnd.bool('splitsItself').is(true),
      all(frontEnd.bool('built').is(true), frontEnd.number('pages').atLeast(PAGES)),
    ).asMembership(),
  evaluate: (frontEnd) =>
    any(
      frontEnd.bool('splitsItself').is(true),
      frontEnd.list('splits').exist(),
      not(frontEnd.number('pages').atLeast(PAGES)).quote(),
    ).else('whole'),
  fix: 'Import each page where its route is taken: React.lazy, defineAsyncComponent, loadComponent, import() in the router',
  fixImpact: { downtime: false },
});
