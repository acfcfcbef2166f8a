import type { Graph, Resource } from '../../../model/graph.ts';
import { Reading } from '../../../model/reading.ts';
import { all, any, choose, not, type Truth } from '../../../model/truth.ts';
import { onceFor } from '../../../once-for.ts';
import { leftTo } from '../../blocks/left-open.ts';
import { meets } from '../../blocks/met-calls.ts';
import { defineCheck } from '../../check.ts';

const DISTRIBUTION = 'AWS::CloudFront::Distribution';

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
  evidence: ['repo', 'iac'],
  aliases: [],
  frameworks: {},
  messages: { nowhere: 'no page is at {actual}' },
  about: 'repository',
  seesInfrastructure: true,
  appliesTo: 'Repository::PageLink',
  evaluate: (link, graph) =>
    any<never>(
      link.bool('there').is(true),
      choose(
        link.bool('isOwn').is(true),
        () => isAnsweredBesides(link, graph),
        () => isOfRoute(link, graph),
      ),
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

function isOfRoute(link: Resource, graph: Graph): Truth {
  return graph
    .of('Repository::Route')
    .some((route) => Reading.both(link.text('path'), route.text('path'), 'the same path', meets));
}

/** Whether something else answers at the origin of the site: a server that its pages ask there, or the edge. */
function isAnsweredBesides(link: Resource, graph: Graph): Truth {
  return any(
    all(asksItsOrigin(graph), isOfRoute(link, graph)),
    all(not(graph.of(DISTRIBUTION).exist()), leftTo('how the site is served', link)),
    graph
      .of(DISTRIBUTION)
      .some((one) =>
        any(leadsElsewhere(link, one), all(not(link.bool('byRouter').is(true)), answersWithAPage(one))),
      ),
  );
}

const asksItsOrigin = onceFor((graph: Graph) =>
  graph.of('Repository::ClientBase').some((base) => base.bool('isOwn').is(true)),
);

/** Whether the edge leads such a path to another origin than the pages. */
function leadsElsewhere(link: Resource, distribution: Resource): Truth {
  return distribution.list('DistributionConfig.CacheBehaviors').some((behavior) =>
    all(
      Reading.both(link.text('path'), behavior.text('PathPattern'), 'a path of that kind', (path, pattern) =>
        fits(path, pattern),
      ),
      leftTo('what answers there', behavior),
    ),
  );
}

/** Whether the edge answers with a page of the site where no file is: by its error pages, or by code that runs there. */
function answersWithAPage(distribution: Resource): Truth {
  const origins = distribution.list('DistributionConfig.Origins');
  return any(
    distribution.list('DistributionConfig.CustomErrorResponses').some((one) =>
      all(
        one.number('ErrorCode').oneOf([403, 404]),
        one.has('ResponsePagePath'),
        // A page that says that there is none is answered as such.
        all(one.has('ResponseCode'), one.number('ResponseCode').is(200)),
      ),
    ),
    distribution.list('DistributionConfig.DefaultCacheBehavior').some((usual) =>
      any(
        all(
          any(usual.list('FunctionAssociations').exist(), usual.list('LambdaFunctionAssociations').exist()),
          leftTo('what the code at the edge does with paths', distribution),
        ),
        all(
          usual
            .text('TargetOriginId')
            .ask((id) =>
              origins.some((one) =>
                all(one.text('Id').is(id).asMembership(), one.has('CustomOriginConfig').asMembership()),
              ),
            ),
          leftTo('what the origin of the site answers where no file is', distribution),
        ),
      ),
    ),
  );
}

function fits(path: string, pattern: string): boolean {
  const expression = pattern
    .replace(/^\/?/, '/')
    .split('*')
    .map((part) => part.replace(/[.+^${}()|[\]\\]/g, '\\$&').replaceAll('?', '.'))
    .join('.*');
  return new RegExp(`^${expression}$`).test(path);
}
