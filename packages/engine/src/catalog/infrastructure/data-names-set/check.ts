import type { Graph, Properties, Resource } from '../../../model/graph.ts';
import { all, any, not, type Truth } from '../../../model/truth.ts';
import { isMissing, isRenamed, isSet, readsOf } from '../../blocks/environment-reads.ts';
import { leftTo } from '../../blocks/left-open.ts';
import { hasOwnCode, TASK } from '../../blocks/running-code.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'data-names-set',
  requirement: 'INF-24',
  severity: 'high',
  effort: 'minutes',
  title: 'Code is told where its tables, buckets, queues and databases are',
  gap: {
    one: 'Code that runs is not told where its data is',
    many: 'The code of {count} functions and tasks is not told where its data is',
  },
  evidence: ['iac', 'repo'],
  aliases: [],
  frameworks: {},
  messages: {
    missing: 'the code finds its data by {actual}, and nothing sets it',
    renamed: 'the code finds its data by {actual}, while another name is set that no code reads',
  },
  appliesTo: ['AWS::Lambda::Function', TASK],
  when: (unit) => all(hasOwnCode(unit), readsOf(unit, 'data').exist().asMembership()),
  evaluate: (unit, graph) => {
    const reads = readsOf(unit, 'data');
    return all(
      reads.none((read) => isRenamed(unit, read)).else('renamed'),
      reads.none((read) => isMissing(unit, read)).else('missing'),
      reads.every((read) => any(isSet(unit, read), leadsThereAnyway(read, graph))),
    );
  },
  fix: 'Set the variable in the infrastructure under the name that the code reads, from the resource itself',
  snippets: {
    terraform: 'environment {\n  variables = { TABLE = aws_dynamodb_table.cards.name }\n}',
    cloudformation: 'Environment: { Variables: { TABLE: !Ref Cards } }',
  },
  fixImpact: { downtime: false },
});

/** Whether code that is told nothing needs it: it asks first, or takes what something of this code is called. */
function leadsThereAnyway(read: Properties, graph: Graph): Truth {
  return any(
    not(read.has('standIn')),
    // What everybody can read is asked for as a secret, not as a name.
    read.bool('guessable').is(true),
    NAMES.map(([type, property]) =>
      graph.of(type).some((one) => read.text('standIn').ask((name) => one.text(property).is(name))),
    ).reduce((a, b) => any(a, b)),
    leftTo('whether what stands in for it in the code is what is deployed', read),
  );
}

/** What code may know of its data without being told. */
const NAMES: readonly (readonly [type: Resource['type'], property: string])[] = [
  ['AWS::DynamoDB::Table', 'TableName'],
  ['AWS::S3::Bucket', 'BucketName'],
  ['AWS::SQS::Queue', 'QueueName'],
  ['AWS::RDS::DBCluster', 'DatabaseName'],
  ['AWS::RDS::DBCluster', 'MasterUsername'],
  ['AWS::RDS::DBInstance', 'DBName'],
  ['AWS::RDS::DBInstance', 'MasterUsername'],
];
