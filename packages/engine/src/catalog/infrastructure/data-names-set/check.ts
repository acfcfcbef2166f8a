import type { Graph, Properties, Resource } from '../../../model/graph.ts';
import {
  isBlank,
  isNamePutTogether,
  isReadOff,
  isSameText,
  isWhollyReadOff,
} from '../../../model/put-together.ts';
import type { Reading } from '../../../model/reading.ts';
import { all, any, choose, not, type Truth } from '../../../model/truth.ts';
import {
  isMissing,
  isRenamed,
  isSet,
  isSetTo,
  mayBeComeTo,
  named,
  readsOf,
} from '../../blocks/environment-reads.ts';
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
    empty: 'the code finds its data by {actual}, which is set to nothing',
    another:
      'the code finds its data by {actual}, which is set to the name of one with something beside it, and nothing is called so',
    kind: 'the code finds its data by {actual}, which is set to the name of something of another kind',
  },
  appliesTo: ['AWS::Lambda::Function', TASK],
  when: (unit) => all(hasOwnCode(unit), readsOf(unit, 'data').exist().asMembership()),
  evaluate: (unit, graph) => {
    const reads = readsOf(unit, 'data');
    return all(
      reads.none((read) => isRenamed(unit, read)).else('renamed'),
      reads.none((read) => isMissing(unit, read)).else('missing'),
      reads
        .none((read) =>
          all(
            read.bool('needed').is(true),
            isSetTo(unit, read, isBlank),
            mayBeComeTo(unit, read),
            named(read),
          ),
        )
        .else('empty'),
      reads.none((read) => all(namesAnother(unit, read, graph), named(read))).else('another'),
      reads.none((read) => all(isOfAnotherKind(unit, read, graph), named(read))).else('kind'),
      reads.every((read) =>
        choose(
          isSet(unit, read),
          () => leadsThereSet(unit, read),
          () => leadsThereAnyway(read, graph),
        ),
      ),
    );
  },
  fix: 'Set the variable in the infrastructure under the name that the code reads, from the resource itself',
  snippets: {
    terraform: 'environment {\n  variables = { TABLE = aws_dynamodb_table.cards.name }\n}',
    cloudformation: 'Environment: { Variables: { TABLE: !Ref Cards } }',
  },
  fixImpact: { downtime: false },
});

/** What code may be told the name of, where that stands, and the word for it. */
const STORES: readonly (readonly [type: Resource['type'], property: string, word: string])[] = [
  ['AWS::DynamoDB::Table', 'TableName', 'TABLE'],
  ['AWS::S3::Bucket', 'BucketName', 'BUCKET'],
  ['AWS::SQS::Queue', 'QueueName', 'QUEUE'],
  ['AWS::SNS::Topic', 'TopicName', 'TOPIC'],
  ['AWS::Kinesis::Stream', 'Name', 'STREAM'],
];

/** Whether it is set to a name that begins or ends with that of a store, while no store is called so. */
function namesAnother(unit: Resource, read: Properties, graph: Graph): Truth {
  const ofStores = (is: (store: Resource, name: Reading<string>) => Truth) =>
    any(...STORES.map(([type, name]) => graph.of(type).some((store) => is(store, store.text(name)))));
  return all(
    read.text('name').matches('the name of a name', OF_NAME).asMembership(),
    isSetTo(unit, read, (value) =>
      all(
        isNamePutTogether(value),
        ofStores((store) => isReadOff(value, store)),
        not(ofStores((_, name) => isSameText(value, name))),
      ),
    ),
  );
}

const OF_NAME = /(?:TABLE|BUCKET|QUEUE|TOPIC|STREAM)S?(?:_NAME)?$/i;

/** Whether it is read off a store of one kind, and called by the word for another. */
function isOfAnotherKind(unit: Resource, read: Properties, graph: Graph): Truth {
  return isSetTo(unit, read, (value) =>
    all(
      read.text('name').matches('the word for a kind', OF_KIND).asMembership(),
      isWhollyReadOff(value),
      any(
        ...STORES.map(([type, , word]) =>
          all(
            not(read.text('name').matches(`the word ${word}`, new RegExp(`${word}S?(?:_[A-Z]+)?$`, 'i'))),
            graph.follow(value, type).exist(),
          ),
        ),
      ),
    ),
  );
}

/** A stream may be one of a table. */
const OF_KIND = /(?:^|_)(?:TABLE|BUCKET|QUEUE|TOPIC)S?(?:_(?:NAME|URL|ARN|ID))?$/i;

/** What is set is not empty; where it may be, code that asks first needs none. */
function leadsThereSet(unit: Resource, read: Properties): Truth {
  return any(
    not(isSetTo(unit, read, isBlank)),
    not(read.has('standIn')),
    leftTo('whether the code takes an empty text for none', read),
  );
}

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
