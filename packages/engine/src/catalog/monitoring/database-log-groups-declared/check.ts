import { type Resource, refersTo } from '../../../model/graph.ts';
import { Reading } from '../../../model/reading.ts';
import { all, any, type Truth } from '../../../model/truth.ts';
import { keptAsOne } from '../../blocks/database.ts';
import { defineCheck } from '../../check.ts';

const NAME: Readonly<Record<string, readonly [property: string, prefix: string]>> = {
  'AWS::RDS::DBInstance': ['DBInstanceIdentifier', '/aws/rds/instance/'],
  'AWS::RDS::DBCluster': ['DBClusterIdentifier', '/aws/rds/cluster/'],
};

/** Whether a group is named after a database, by reference or by its name. */
function isOf(database: Resource, group: Resource): Truth {
  const [property, prefix] = NAME[database.type] as readonly [string, string];
  return any(
    refersTo(group.text('LogGroupName'), database),
    all(
      database.has(property),
      Reading.both(database.text(property), group.text('LogGroupName'), 'its log group', (name, logs) =>
        logs.startsWith(`${prefix}${name}/`),
      ),
    ),
  );
}

export default defineCheck({
  id: 'database-log-groups-declared',
  requirement: 'MON-24',
  severity: 'medium',
  effort: 'minutes',
  title: 'The log groups of databases are declared with a retention',
  gap: {
    one: 'A database makes its own log groups, which keep for ever',
    many: '{count} databases make their own log groups, which keep for ever',
  },
  evidence: ['iac', 'aws'],
  aliases: [],
  frameworks: { wellArchitected: ['ops_workload_observability_analyze_workload_logs'] },
  messages: {
    created:
      'no log group /aws/rds/… is declared for it: the first export makes one that keeps logs for ever',
  },
  appliesTo: ['AWS::RDS::DBInstance', 'AWS::RDS::DBCluster'],
  when: (database) =>
    all(keptAsOne(database), database.list('EnableCloudwatchLogsExports').exist()).asMembership(),
  evaluate: (database, graph) =>
    graph
      .of('AWS::Logs::LogGroup')
      .where((group) => group.has('LogGroupName'))
      .some((group) => isOf(database, group))
      .else('created'),
  fix: 'Declare the log groups /aws/rds/instance/<name>/<log> or /aws/rds/cluster/<name>/<log> with a retention',
  fixImpact: { downtime: false },
});
