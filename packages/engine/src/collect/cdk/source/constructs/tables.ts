import { known, listOf, objectOf, type Value } from '../../../../model/value.ts';
import { originOf, type Run, seenThrough } from '../evaluate/run.ts';
import { type Given, listBy, memberAs, notKnown, partBy, plain, type Row, structOf, to } from './row.ts';

const NAMED = { indexName: to('IndexName') };

/** Tables with their keys and indexes. Proven by synthesis like all rows. */
export const TABLES: Readonly<Record<string, Row>> = {
  'aws-dynamodb.Table': {
    type: 'AWS::DynamoDB::Table',
    props: {
      tableName: to('TableName'),
      deletionProtection: to('DeletionProtectionEnabled'),
      pointInTimeRecovery: to('PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled'),
      pointInTimeRecoverySpecification: to(
        'PointInTimeRecoverySpecification',
        partBy({ pointInTimeRecoveryEnabled: to('PointInTimeRecoveryEnabled') }),
      ),
      billingMode: to(
        'BillingMode',
        memberAs({ 'BillingMode.PAY_PER_REQUEST': 'PAY_PER_REQUEST', 'BillingMode.PROVISIONED': null }),
      ),
      encryption: to(
        'SSESpecification.SSEEnabled',
        memberAs({
          'TableEncryption.AWS_MANAGED': true,
          'TableEncryption.CUSTOMER_MANAGED': true,
          'TableEncryption.DEFAULT': false,
        }),
      ),
    },
    together: keys,
    added: {
      addGlobalSecondaryIndex: to('GlobalSecondaryIndexes', index),
      addLocalSecondaryIndex: to('LocalSecondaryIndexes', partBy(NAMED)),
    },
  },
  'aws-dynamodb.TableV2': {
    type: 'AWS::DynamoDB::GlobalTable',
    props: {
      tableName: to('TableName'),
      globalSecondaryIndexes: to('GlobalSecondaryIndexes', indexes),
      localSecondaryIndexes: to('LocalSecondaryIndexes', listBy(NAMED)),
    },
    together: keys,
    added: {
      addGlobalSecondaryIndex: to('GlobalSecondaryIndexes', index),
      addLocalSecondaryIndex: to('LocalSecondaryIndexes', partBy(NAMED)),
    },
  },
};

/** The key of a table: one attribute that spreads its items, perhaps one that sorts them. */
function keys(props: Given): Readonly<Record<string, Value>> {
  const schema = schemaOf(props);
  return schema === undefined ? {} : { KeySchema: schema };
}

function schemaOf(props: Given): Value | undefined {
  const [hash, range] = [keyOf(props, 'partitionKey', 'HASH'), keyOf(props, 'sortKey', 'RANGE')];
  if (hash === undefined) return undefined;
  const items = range === undefined ? [hash] : [hash, range];
  const isWhole = !props.cell.open && (range !== undefined || !isGiven(props, 'sortKey'));
  return listOf(items, hash.origin, isWhole ? undefined : notKnown(props));
}

function isGiven(props: Given, name: string): boolean {
  return (props.cell.members.get(name)?.kind ?? 'undefined') !== 'undefined';
}

function keyOf(props: Given, name: string, type: 'HASH' | 'RANGE'): Value | undefined {
  const given = props.cell.members.get(name);
  const attribute = given === undefined ? undefined : structOf(seenThrough(given, props.seen));
  const named = attribute?.cell.members.get('name');
  if (attribute === undefined || named === undefined) return undefined;
  const origin = originOf(attribute);
  const key = { AttributeName: plain(seenThrough(named, attribute.seen)), KeyType: known(type, origin) };
  return objectOf(key, origin);
}

/** An index with keys of its own, which may also be several to each part. */
function index(run: Run): Value {
  const struct = structOf(run);
  const named = partBy(NAMED)(run);
  if (struct === undefined || named.kind !== 'object') return named;
  const schema = ['partitionKeys', 'sortKeys'].some((name) => struct.cell.members.has(name))
    ? undefined
    : schemaOf(struct);
  return schema === undefined
    ? named
    : { ...named, members: new Map(named.members).set('KeySchema', schema) };
}

function indexes(run: Run): Value {
  if (run.kind !== 'list') return notKnown(run);
  // A method of the table may add more.
  return listOf(
    run.cell.items.map((item) => index(seenThrough(item, run.seen))),
    originOf(run),
    notKnown(run),
  );
}
