import { rowOf } from '../../../knowledge/row-of.ts';
import {
  hasTlsOn,
  TLS_PARAMETERS,
  type TlsParameter,
  versionOfFamily,
} from '../../../knowledge/tls-parameters.ts';
import type { Graph, Resource } from '../../../model/graph.ts';
import type { Reading } from '../../../model/reading.ts';
import { all, any, choose, not, type Truth } from '../../../model/truth.ts';
import { keptAsOne } from '../../blocks/database.ts';
import { leftTo } from '../../blocks/left-open.ts';
import { defineCheck } from '../../check.ts';

const CLUSTER = 'AWS::RDS::DBCluster';

export default defineCheck({
  id: 'database-requires-tls',
  requirement: 'SEC-13',
  severity: 'medium',
  effort: 'hours',
  title: 'Relational databases let in connections with TLS only',
  gap: {
    one: 'A database lets in connections without TLS',
    many: '{count} databases let in connections without TLS',
  },
  evidence: ['iac', 'aws'],
  aliases: ['RDS.38', 'RDS.39', 'rds_instance_transport_encrypted'],
  frameworks: { wellArchitected: ['sec_protect_data_transit_encrypt'], fsbp: ['RDS.38', 'RDS.39'] },
  messages: {
    off: 'connections in the clear are let in: {property} of its parameter group is {actual}',
    byItself:
      'connections in the clear are let in: no parameter forbids them, and {actual} does not by itself',
  },
  appliesTo: ['AWS::RDS::DBInstance', CLUSTER],
  // Members of a cluster have its parameters; a replica without a group of its own has its source's.
  when: (database) =>
    all(
      keptAsOne(database),
      any(not(database.has('SourceDBInstanceIdentifier')), database.has(groupOf(database).property)),
      database
        .text('Engine')
        .test('an engine with such a parameter', (name) => rowOf(TLS_PARAMETERS, name) !== undefined),
    ).asMembership(),
  evaluate: (database, graph) =>
    database
      .text('Engine')
      .map((engine) => rowOf(TLS_PARAMETERS, engine))
      .ask((parameter) => asksForTls(database, graph, parameter)),
  fix: 'Set the parameter in a parameter group of your own, after all clients connect with TLS',
  snippets: {
    terraform:
      'parameter {\n  name  = "require_secure_transport" # rds.force_ssl for PostgreSQL\n  value = "1"\n}',
    cloudformation: "Parameters: { require_secure_transport: '1' } # rds.force_ssl for PostgreSQL",
  },
  fixImpact: { downtime: false },
});

/** Where a database names its parameter group, and what that is. */
function groupOf(database: Resource) {
  return database.type === CLUSTER
    ? { property: 'DBClusterParameterGroupName', type: 'AWS::RDS::DBClusterParameterGroup' }
    : { property: 'DBParameterGroupName', type: 'AWS::RDS::DBParameterGroup' };
}

function asksForTls(database: Resource, graph: Graph, parameter: TlsParameter) {
  const { property, type } = groupOf(database);
  const name = database.text(property);
  const groups = graph.follow(name, type);
  const byItself = onByItself(database, database.text('EngineVersion'), parameter);
  return choose(
    any(not(database.has(property)), namesDefault(name)),
    byItself,
    choose(
      groups.exist(),
      groups.every((group) => setBy(group, database, parameter)),
      leftTo('the parameter group, which is not in this code', database),
    ),
  );
}

/** Nobody can change the parameters of a group that AWS made. */
function namesDefault(name: Reading<string>): Truth {
  return all(not(name.isReference()), name.matches('a group of AWS', /^default\./));
}

function setBy(group: Resource, database: Resource, parameter: TlsParameter): Truth<'off' | 'byItself'> {
  const set = group.entries('Parameters').where((entry) => entry.key.is(parameter.name));
  const family = group.text('Family').map(versionOfFamily);
  return choose(
    set.exist(),
    set.every(({ value }) => value.matches('1', /^(1|on|true)$/i).quote()).else('off'),
    choose(
      database.has('EngineVersion'),
      onByItself(database, database.text('EngineVersion'), parameter),
      onByItself(database, family, parameter),
    ),
  );
}

function onByItself(database: Resource, version: Reading<string>, parameter: TlsParameter) {
  const { onFrom } = parameter;
  return (
    onFrom === undefined
      ? database.text('Engine').test('an engine that asks for TLS by itself', () => false)
      : version
          .map((text) => hasTlsOn({ ...parameter, onFrom }, text))
          .test(`version ${onFrom} or newer, which asks for TLS by itself`, (on) => on)
  )
    .quote()
    .else('byItself');
}
