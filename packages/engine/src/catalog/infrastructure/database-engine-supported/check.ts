import { ENGINES_AS_OF, isSupportedEngine } from '../../../knowledge/engines.ts';
import type { Resource } from '../../../model/graph.ts';
import { not } from '../../../model/truth.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'database-engine-supported',
  requirement: 'INF-26',
  severity: 'medium',
  effort: 'days',
  title: 'The engine of each relational database is under standard support',
  gap: {
    one: 'A database runs a version out of standard support',
    many: '{count} databases run versions out of standard support',
  },
  evidence: ['iac', 'aws'],
  aliases: [],
  frameworks: {},
  messages: {
    ended: `standard support of version {actual} has ended (release calendars of RDS, ${ENGINES_AS_OF})`,
  },
  appliesTo: ['AWS::RDS::DBInstance', 'AWS::RDS::DBCluster'],
  // The version of an Aurora instance is its cluster's.
  when: (database) =>
    database.type === 'AWS::RDS::DBCluster'
      ? database.isA('AWS::RDS::DBCluster')
      : not(database.has('DBClusterIdentifier')),
  evaluate: (database) => supported(database).else('ended'),
  fix: 'Upgrade to a version that is under standard support, first in a copy of the database',
  fixImpact: { downtime: true },
});

function supported(database: Resource) {
  return database.text('Engine').ask((engine) =>
    database
      .text('EngineVersion')
      .map((version) => isSupportedEngine(engine, version))
      .test('a version under standard support', (yes) => yes)
      .quote(),
  );
}
