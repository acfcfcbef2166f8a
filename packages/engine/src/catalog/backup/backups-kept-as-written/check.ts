import type { Graph, Resource } from '../../../model/graph.ts';
import type { Many } from '../../../model/many.ts';
import { Reading } from '../../../model/reading.ts';
import { all, any, type Truth } from '../../../model/truth.ts';
import { keptByItself } from '../../blocks/database.ts';
import { mayTellOfOperations } from '../../blocks/documents.ts';
import { leftTo } from '../../blocks/left-open.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'backups-kept-as-written',
  requirement: 'BKP-06',
  severity: 'high',
  effort: 'minutes',
  title: 'Databases keep their backups as long as the documents say',
  gap: {
    one: 'A document promises backups that are gone by then',
    many: '{count} documents promise backups that are gone by then',
  },
  evidence: ['repo', 'iac'],
  aliases: [],
  frameworks: {},
  messages: {
    shorter: 'a database keeps its backups for fewer days than stands there: {actual}, expected {expected}',
  },
  about: 'repository',
  seesInfrastructure: true,
  appliesTo: 'Repository::Document',
  when: (document, graph) =>
    all(
      mayTellOfOperations(document),
      document.text('kind').isNot('talk'),
      document.list('backupsKept').exist(),
      databasesOf(graph).exist(),
    ).asMembership(),
  evaluate: (document, graph) =>
    databasesOf(graph)
      .every((database) =>
        any(
          document.list('backupsKept').every((said) => keeps(database, said.number('days'))),
          all(
            graph.of('AWS::Backup::BackupPlan').exist(),
            leftTo('telling what the backup plan keeps of the database', database),
          ),
        ),
      )
      .else('shorter'),
  fix: 'Keep the backups as long as the document says, or write down how long they are kept',
  fixImpact: { downtime: false },
});

function databasesOf(graph: Graph): Many<Resource> {
  return graph.of('AWS::RDS::DBInstance').and(graph.of('AWS::RDS::DBCluster')).where(keptByItself);
}

function keeps(database: Resource, days: Reading<number>): Truth {
  return Reading.both(
    database.number('BackupRetentionPeriod'),
    days,
    'at least what the document says',
    (kept, said) => kept >= said,
  ).quote();
}
