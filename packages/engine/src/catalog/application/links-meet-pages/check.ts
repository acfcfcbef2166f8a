import { Reading } from '../../../model/reading.ts';
import { all, any } from '../../../model/truth.ts';
import { leftTo } from '../../blocks/left-open.ts';
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
      // FastAPI shows its documents there without a route of the code, unless it is told not to.
      all(
        link.text('path').matches('an address of documents', /^\/(docs|redoc|openapi\.json)\/?$/),
        graph
          .of('Repository::Manifest')
          .some((manifest) => manifest.list('dependencies').some((one) => one.text('name').is('fastapi'))),
        leftTo('where FastAPI shows its documents', link),
      ),
      link.text('to').is('').quote(),
    ).else('nowhere'),
  fix: 'Write the page, or take the link out',
  fixImpact: { downtime: false },
});
