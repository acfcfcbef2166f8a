import { all, not } from '../../../model/truth.ts';
import { keptByItself } from '../../blocks/database.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'database-has-reader',
  requirement: 'INF-17',
  severity: 'low',
  effort: 'hours',
  title: 'Highly available databases have a reader of their own',
  gap: {
    one: 'A highly available database answers all reads by itself',
    many: '{count} highly available databases answer all reads by themselves',
  },
  evidence: ['iac', 'aws'],
  aliases: [],
  frameworks: {},
  messages: { none: 'no read replica follows the database, and its standby answers nothing' },
  appliesTo: 'AWS::RDS::DBInstance',
  when: (database) =>
    all(
      keptByItself(database),
      database.bool('MultiAZ').is(true),
      not(all(database.has('Engine'), database.text('Engine').matches('Aurora', /^aurora/))),
    ),
  evaluate: (database, graph) => graph.to(database, 'replicates').exist().else('none'),
  fix: 'Add a read replica and let reports and other reads use it',
  snippets: {
    terraform: 'replicate_source_db = aws_db_instance.main.identifier',
    cloudformation: 'SourceDBInstanceIdentifier: !Ref Main',
  },
  fixImpact: { downtime: false, monthlyCost: 'the price of one more instance' },
});
