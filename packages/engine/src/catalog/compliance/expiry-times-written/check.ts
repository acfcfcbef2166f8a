import { EXPIRY_NAME } from '../../../knowledge/expiry-names.ts';
import type { Graph, Resource } from '../../../model/graph.ts';
import type { Many } from '../../../model/many.ts';
import { all, any, choose, not, type Truth } from '../../../model/truth.ts';
import { leftTo } from '../../blocks/left-open.ts';
import { mayRun } from '../../blocks/running-code.ts';
import { defineRootCheck } from '../../check.ts';

const ATTRIBUTE = 'TimeToLiveSpecification.AttributeName';

export default defineRootCheck({
  id: 'expiry-times-written',
  requirement: 'CMP-09',
  severity: 'medium',
  effort: 'hours',
  title: 'Code writes the attribute by which a table deletes its items',
  gap: {
    one: 'A table deletes by an attribute that nothing writes',
    many: 'A table deletes by an attribute that nothing writes',
  },
  evidence: ['iac', 'repo'],
  aliases: [],
  frameworks: { wellArchitected: ['sec_data_classification_lifecycle_management'] },
  messages: { never: 'a table deletes its items by {actual}, and nothing that is deployed writes that' },
  about: 'repository',
  seesInfrastructure: true,
  when: (graph) => all(expiringTables(graph).exist(), writesItems(graph)).asMembership(),
  evaluate: (graph) =>
    any(
      expiringTables(graph)
        .none((table) => all(not(isWritten(table, graph)), table.text(ATTRIBUTE).written().quote()))
        .else('never'),
      graph
        .of('AWS::StepFunctions::StateMachine')
        .some((machine) => leftTo('what the state machine writes', machine)),
      graph
        .of('AWS::AppSync::DataSource')
        .some((source) =>
          all(source.text('Type').is('AMAZON_DYNAMODB'), leftTo('what its resolvers write', source)),
        ),
    ),
  fix: 'Write the time in seconds since 1970 under that name with each item, or take the expiry from the table',
  fixImpact: { downtime: false },
});

function expiringTables(graph: Graph): Many<Resource> {
  return graph
    .of('AWS::DynamoDB::Table')
    .where((table) =>
      all(table.has('TimeToLiveSpecification'), table.bool('TimeToLiveSpecification.Enabled').is(true)),
    );
}

/** Whether the code that writes items is here. */
function writesItems(graph: Graph): Truth {
  return graph
    .of('Repository::Change')
    .some((code) => code.list('changes').some((change) => change.text('of').is('DynamoDB')));
}

function isWritten(table: Resource, graph: Graph): Truth {
  const attribute = table.text(ATTRIBUTE);
  return choose(
    attribute.matches('a name for the time of its end', EXPIRY_NAME),
    graph.of('Repository::ExpiryName').some((one) =>
      all(
        attribute.ask((name) => one.text('name').is(name)),
        one.list('writtenIn').some((file) => mayRun(file.text(), graph)),
      ),
    ),
    leftTo('whether the code writes the attribute', table),
  );
}
