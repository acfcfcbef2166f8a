import { all, any, choose, not } from '../../../model/truth.ts';
import { hasApplication } from '../../blocks/documents.ts';
import { leftTo } from '../../blocks/left-open.ts';
import { toldInDocuments, waysOf } from '../../blocks/people.ts';
import { defineRootCheck } from '../../check.ts';

export default defineRootCheck({
  id: 'personal-data-exportable',
  requirement: 'CMP-07',
  severity: 'medium',
  effort: 'days',
  title: 'People are given a copy of their data when they ask',
  gap: {
    one: 'People are given no copy of their data',
    many: 'People are given no copy of their data',
  },
  evidence: ['repo', 'attest'],
  aliases: [],
  frameworks: {},
  messages: {
    none: 'no route gives a copy of the data, and no document says how to ask for one',
    hidden: 'a route gives a copy, but no page calls it and no document tells people of it',
  },
  about: 'repository',
  seesInfrastructure: true,
  attests: ['none'],
  when: hasApplication,
  evaluate: (graph) => {
    const ways = waysOf(graph, 'Repository::Export');
    const told = toldInDocuments(graph, 'export');
    const elsewhere = not(graph.of('Repository::Page').exist());
    return choose(
      ways.exist(),
      any(
        told,
        ways.some((way) =>
          any(
            way.list('offeredBy').exist(),
            // Without a page here, one elsewhere may offer it.
            all(elsewhere, leftTo('looking whether a page of another repository offers it', way)),
          ),
        ),
      ).else('hidden'),
      told.else('none'),
    );
  },
  fix: 'Offer the export on the page of the account, or write down whom to ask and how long it takes',
  fixImpact: { downtime: false },
});
