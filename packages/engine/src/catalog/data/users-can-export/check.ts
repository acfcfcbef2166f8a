import { any } from '../../../model/truth.ts';
import { waysOf } from '../../blocks/people.ts';
import { defineRootCheck } from '../../check.ts';

export default defineRootCheck({
  id: 'users-can-export',
  requirement: 'DAT-03',
  severity: 'medium',
  effort: 'days',
  title: 'The API has a way to export what users keep in it',
  gap: {
    one: 'Users cannot export what they keep',
    many: 'Users cannot export what they keep',
  },
  evidence: ['repo', 'http'],
  aliases: [],
  frameworks: {},
  messages: { none: 'no route that is deployed exports anything' },
  about: 'repository',
  seesInfrastructure: true,
  when: (graph) =>
    any(graph.of('Repository::Route').exist(), graph.of('Repository::Handler').exist()).asMembership(),
  evaluate: (graph) =>
    any(
      waysOf(graph, 'Repository::Export').exist(),
      graph
        .of('Repository::ApiDocument')
        .where((document) => document.text('format').is('graphql'))
        .some((document) =>
          document.list('operations').some((one) =>
            one
              .text('path')
              .matches('an export', /export/i)
              .quote(),
          ),
        ),
    ).else('none'),
  fix: 'Add a route that gives everything of the caller in a format that others read, and test that it opens',
  fixImpact: { downtime: false },
});
