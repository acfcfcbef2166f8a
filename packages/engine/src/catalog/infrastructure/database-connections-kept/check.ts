import { any } from '../../../model/truth.ts';
import { mayRun } from '../../blocks/running-code.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'database-connections-kept',
  requirement: 'INF-18',
  severity: 'high',
  effort: 'hours',
  title: 'Connections to a relational database are made once and used again',
  gap: {
    one: 'Each call makes a connection of its own to the database',
    many: 'Each call makes a connection of its own to the database, in {count} places',
  },
  evidence: ['repo', 'iac'],
  aliases: [],
  frameworks: {},
  messages: {
    each: 'a connection is made for each call, and no proxy of this code pools them',
  },
  about: 'repository',
  seesInfrastructure: true,
  appliesTo: 'Repository::DatabaseConnection',
  when: (connection, graph) => mayRun(connection.text('path'), graph),
  evaluate: (connection, graph) =>
    any(connection.bool('kept').is(true), graph.of('AWS::RDS::DBProxy').exist()).else('each'),
  fix: 'Make a bounded pool outside of the function that answers, or put RDS Proxy in between',
  fixImpact: { downtime: false },
});
