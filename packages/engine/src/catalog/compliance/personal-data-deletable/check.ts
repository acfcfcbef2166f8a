import { all, any, not } from '../../../model/truth.ts';
import { documentsOf, hasApplication } from '../../blocks/documents.ts';
import { refusedTo, speaksOfTheirs, toldInDocuments, waysOf } from '../../blocks/people.ts';
import { defineRootCheck } from '../../check.ts';

export default defineRootCheck({
  id: 'personal-data-deletable',
  requirement: 'CMP-06',
  severity: 'high',
  effort: 'days',
  title: 'People can have their data deleted, copies and backups included in stated time',
  gap: {
    one: 'People cannot have their data deleted, or nobody says when it is gone',
    many: 'People cannot have their data deleted, or nobody says when it is gone',
  },
  evidence: ['repo', 'attest'],
  aliases: [],
  frameworks: {},
  messages: {
    none: 'no route and no script deletes what is kept of a person, and no document says how it is done',
    refused: 'it stops half-way: it needs {actual}, which the role of its code is not allowed',
    untimed: 'no document says how long copies and backups outlive what is deleted',
  },
  about: 'repository',
  seesInfrastructure: true,
  attests: ['none', 'untimed'],
  when: hasApplication,
  evaluate: (graph) => {
    const ways = waysOf(graph, 'Repository::Deletion').where((way) => way.bool('deletes').is(true));
    const byHand = documentsOf(graph, 'privacy', 'data-protection', 'runbook').some((document) =>
      speaksOfTheirs(document, 'deletion', 'steps'),
    );
    return all(
      any(ways.exist(), byHand).else('none'),
      any(
        byHand,
        ways.some((way) => not(refusedTo(way, graph))),
      ).else('refused'),
      toldInDocuments(graph, 'deletion', 'retention').else('untimed'),
    );
  },
  fix: 'Give people a way to delete their account that reaches every place of their data, and write down when backups are gone',
  fixImpact: { downtime: false },
});
