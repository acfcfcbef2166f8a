import type { Graph, Resource } from '../../../model/graph.ts';
import type { Many } from '../../../model/many.ts';
import { all, any, not, type Truth } from '../../../model/truth.ts';
import { copiedElsewhere } from '../../blocks/copies.ts';
import { documentsOfSystem, speaksOf } from '../../blocks/documents.ts';
import { holdsStateLocks } from '../../blocks/state-locks.ts';
import { defineRootCheck } from '../../check.ts';

/** Less than a daily backup loses, in minutes. */
const LESS_THAN_A_DAY = 1_439;
const DATABASES = ['AWS::RDS::DBInstance', 'AWS::RDS::DBCluster', 'AWS::DocDB::DBCluster'];

export default defineRootCheck({
  id: 'recovery-objectives-can-be-met',
  requirement: 'BKP-06',
  severity: 'high',
  effort: 'hours',
  title: 'The stores can be restored to the point that the documents promise',
  gap: {
    one: 'The documents promise a point of recovery that no backup reaches',
    many: 'The documents promise at {count} places a point of recovery that no backup reaches',
  },
  evidence: ['repo'],
  aliases: [],
  frameworks: {},
  messages: {
    tables: 'less than a day may be lost, and a table has no point-in-time recovery',
    databases: 'less than a day may be lost, and a database keeps no backups',
    region: 'a time is promised for the loss of a region, and nothing is copied to another one',
  },
  about: 'repository',
  seesInfrastructure: true,
  when: (graph) =>
    all(
      promises(graph).exist(),
      any(...['AWS::DynamoDB::Table', ...DATABASES].map((type) => graph.of(type).exist())),
    ).asMembership(),
  evaluate: (graph) =>
    all(
      graph
        .of('AWS::DynamoDB::Table')
        .none((table) => all(not(holdsStateLocks(table)), not(toAnyPoint(table))))
        .else('tables'),
      all(
        ...DATABASES.map((type) =>
          graph.of(type).none((database) => database.number('BackupRetentionPeriod').is(0)),
        ),
      ).else('databases'),
      any(
        not(promises(graph).some((document) => speaksOf(document, 'loss-of-region'))),
        copiedElsewhere(graph),
      ).else('region'),
    ),
  fix: 'Switch on point-in-time recovery and copies to another region, or promise what the backups can keep',
  fixImpact: { downtime: false, monthlyCost: 'dynamodb-pitr' },
});

/** The documents that promise to lose less than a daily backup does. */
function promises(graph: Graph): Many<Resource> {
  return documentsOfSystem(graph).where((document) => document.number('rpo').atMost(LESS_THAN_A_DAY));
}

function toAnyPoint(table: Resource): Truth {
  return table.bool('PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled').is(true);
}
