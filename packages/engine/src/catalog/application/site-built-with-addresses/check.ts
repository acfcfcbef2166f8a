import type { Graph, Properties, Resource } from '../../../model/graph.ts';
import { all, choose, not, type Truth } from '../../../model/truth.ts';
import { leftTo } from '../../blocks/left-open.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'site-built-with-addresses',
  requirement: 'APP-10',
  severity: 'high',
  effort: 'minutes',
  title: 'A site is built with the addresses that its code asks for',
  gap: {
    one: 'A site is built without an address that its code asks for',
    many: '{count} sites are built without addresses that their code asks for',
  },
  evidence: ['repo'],
  aliases: [],
  frameworks: {},
  messages: { unset: 'nothing sets {actual} where the site is built, and its code has nothing else for it' },
  about: 'repository',
  appliesTo: 'Repository::FrontEnd',
  when: (site) => site.list('addresses').exist().asMembership(),
  evaluate: (site, graph) =>
    choose(
      published(site, graph).exist(),
      published(site, graph)
        .every((build) =>
          site
            .list('addresses')
            .none((one) => all(not(isSet(one, build)), one.text('name').written().quote())),
        )
        .else('unset'),
      leftTo('which variables are set where the site is built', site),
    ),
  fix: 'Give the step that builds the site the variable (env), or commit a .env.production that sets it',
  fixImpact: { downtime: false },
});

/** What builds a site in a job that deploys. */
function published(site: Resource, graph: Graph) {
  return graph.of('Repository::SiteBuildStep').where((build) =>
    all(
      site.text('path').ask((path) => build.text('path').is(path)),
      build.bool('publishes').is(true),
    ),
  );
}

function isSet(address: Properties, build: Resource): Truth {
  return build.list('sets').some((name) => address.text('name').ask((asked) => name.text().is(asked)));
}
