import type { Graph, Resource } from '../../../model/graph.ts';
import { Reading } from '../../../model/reading.ts';
import { all, any, choose, not, type Truth } from '../../../model/truth.ts';
import { onceFor } from '../../../once-for.ts';
import { byText } from '../../blocks/by-text.ts';
import { leftTo } from '../../blocks/left-open.ts';
import { mayRun } from '../../blocks/running-code.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'queries-use-indexes',
  requirement: 'PRF-07',
  severity: 'medium',
  effort: 'hours',
  title: 'What the code looks for in a database is found by a key or an index',
  gap: { one: 'A query reads a whole table', many: '{count} queries read whole tables' },
  evidence: ['repo', 'iac'],
  aliases: [],
  frameworks: { wellArchitected: ['perf_data_implement_strategies_to_improve_query_performance'] },
  messages: {
    scan: '{actual} reads the whole table each time',
    none: 'no key and no index of the table {actual} begins with what it is asked for',
    condition: 'no index helps with {actual}',
  },
  about: 'repository',
  seesInfrastructure: true,
  appliesTo: 'Repository::Query',
  when: (query, graph) =>
    all(mayRun(query.text('path'), graph), not(query.bool('job').is(true))).asMembership(),
  evaluate: (query, graph) =>
    choose(
      query.text('store').is('dynamodb'),
      () => ofDynamo(query, graph),
      () => ofSql(query, graph),
    ),
  fix: 'Make an index that begins with the column that is compared, or a key for what is asked often; for words in a text, a search index',
  fixImpact: { downtime: false },
});

function ofDynamo(query: Resource, graph: Graph): Truth<'scan'> {
  const indexes = graph
    .of('AWS::DynamoDB::Table')
    .and(graph.of('AWS::DynamoDB::GlobalTable'))
    .flatMap((table) => table.list('GlobalSecondaryIndexes').and(table.list('LocalSecondaryIndexes')));
  const named = indexes.some((index) =>
    Reading.both(query.text('index'), index.text('IndexName'), 'the same index', (a, b) => a === b),
  );
  const byKey = graph.of('AWS::DynamoDB::Table').some((table) =>
    table.list('KeySchema').some((key) =>
      all(
        key.text('KeyType').is('HASH'),
        query
          .list('columns')
          .some((column) =>
            Reading.both(column.text('name'), key.text('AttributeName'), 'the key', (a, b) => a === b),
          ),
      ),
    ),
  );
  return choose(
    query.text('operation').is('Scan'),
    any(
      all(query.bool('limited').is(true), not(query.bool('filtered').is(true))),
      query.text('operation').is('').quote(),
    ).else('scan'),
    choose(
      query.has('index'),
      any(named, leftTo('the indexes of the table that it asks', query)),
      any(byKey, leftTo('the key of the table that it asks', query)),
    ),
  );
}

const tablesOf = onceFor((graph: Graph) =>
  graph.of('Repository::Table').behind(byText((table) => table.text('name').plainText())),
);

/** Kinds of index in which words and parts of values are found. */
const OF_VALUES = ['gin', 'gist', 'fulltext', 'expression'];

function ofSql(query: Resource, graph: Graph): Truth<'none' | 'condition'> {
  const asked = query.text('table');
  const tables = tablesOf(graph)(asked.plainText()).where((table) =>
    Reading.both(asked, table.text('name'), 'the same table', (a, b) => a === b),
  );
  const begins = tables.some((table) =>
    table
      .list('keys')
      .some((key) =>
        query
          .list('columns')
          .some((column) =>
            Reading.both(column.text('name'), key.text('first'), 'the first column', (a, b) => a === b),
          ),
      ),
  );
  const ofValues = tables.some((table) => table.list('kinds').some((kind) => kind.text().oneOf(OF_VALUES)));
  return choose(
    tables.exist(),
    all<'none' | 'condition'>(
      any(
        query.list('conditions').none((one) => one.text('text').written().quote()),
        ofValues,
      ).else('condition'),
      any(not(query.list('columns').exist()), begins, query.text('table').is('').quote()).else('none'),
    ),
    leftTo('the schema of the table that it asks', query),
  );
}
