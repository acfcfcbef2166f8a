import { Reading } from '../../../model/reading.ts';
import { any } from '../../../model/truth.ts';
import { meets } from '../../blocks/met-calls.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'links-meet-pages',
  requirement: 'APP-10',
  severity: 'medium',
  effort: 'hours',
  title: 'Every link of the navigation leads to a page',
  gap: {
    one: 'A link leads to a page that is not there',
    many: '{count} links lead to pages that are not there',
  },
  evidence: ['repo'],
  aliases: [],
  frameworks: {},
  messages: { nowhere: 'no page is at {actual}' },
  about: 'repository',
  appliesTo: 'Repository::PageLink',
  evaluate: (link, graph) =>
    any(
      link.bool('there').is(true),
      graph
        .of('Repository::Route')
        .some((route) => Reading.both(link.text('path'), route.text('path'), 'the same path', meets)),
      link.text('to').is('').quote(),
    ).else('nowhere'),
  fix: 'Write the page, or take the link out',
  fixImpact: { downtime: false },
});
