import { type Graph, type Properties, type Resource, refersTo } from '../../model/graph.ts';
import { Reading } from '../../model/reading.ts';
import { all, any, choose, not, type Truth } from '../../model/truth.ts';
import { leftTo } from './left-open.ts';

const SELECTION = 'AWS::Backup::BackupSelection';
const RESOURCES = 'BackupSelection.Resources';

/** Where each type keeps its tags, how its service is called in ARNs, and what they end in. */
const TYPES: Readonly<Record<string, readonly [tags: string, service: string, name: string]>> = {
  'AWS::DynamoDB::Table': ['Tags', 'dynamodb', 'TableName'],
  'AWS::RDS::DBInstance': ['Tags', 'rds', 'DBInstanceIdentifier'],
  'AWS::RDS::DBCluster': ['Tags', 'rds', 'DBClusterIdentifier'],
  'AWS::EFS::FileSystem': ['FileSystemTags', 'elasticfilesystem', 'FileSystemId'],
};

/** Whether a selection of a backup plan takes a resource in: by reference or ARN, by a wildcard, or by a tag. */
export function selected(store: Resource, graph: Graph): Truth {
  return graph
    .of(SELECTION)
    .some((selection) =>
      all(
        any(byTag(selection, store), all(byName(selection, store), conditionsHold(selection))),
        not(leavesOut(selection, store)),
      ),
    );
}

function byName(selection: Resource, store: Resource): Truth {
  return selection
    .list(RESOURCES)
    .some((entry) => any(refersTo(entry.text(), store), everyOfItsKind(entry, store)));
}

/** `*`, or the ARN of a service with a star in place of a name, or of the end of one. */
function everyOfItsKind(entry: Properties, store: Resource): Truth {
  const [, service = '', name = ''] = TYPES[store.type] ?? [];
  const text = entry.text();
  const ofAll = new RegExp(`^arn:[^:]*:${service}:[^:]*:[^:]*:(?:[\\w-]+[:/])?(.*)\\*$`);
  const begins = (arn: string) => ofAll.exec(arn)?.[1];
  return all(
    not(text.isBareReference()),
    text.test('all of a service', (arn) => arn === '*' || begins(arn) !== undefined),
    any(
      text.test('all of a kind', (arn) => !begins(arn)),
      Reading.both(text, store.text(name), 'a pattern that its name fits', (arn, own) =>
        own.startsWith(begins(arn) ?? own),
      ),
    ),
  );
}

function byTag(selection: Resource, store: Resource): Truth {
  const [tags = 'Tags'] = TYPES[store.type] ?? [];
  return selection
    .list('BackupSelection.ListOfTags')
    .some((wanted) =>
      store
        .list(tags)
        .some((tag) =>
          all(
            same(wanted.text('ConditionKey'), tag.text('Key')),
            same(wanted.text('ConditionValue'), tag.text('Value')),
          ),
        ),
    );
}

/** Conditions take in only some of what is named; which, their tags say at the time of the backup. */
function conditionsHold(selection: Resource): Truth {
  return choose(
    selection.has('BackupSelection.Conditions'),
    leftTo(`the tags that the conditions of ${selection.address} ask for`, selection),
    selection.list(RESOURCES).exist(),
  );
}

function leavesOut(selection: Resource, store: Resource): Truth {
  return selection
    .list('BackupSelection.NotResources')
    .some((entry) => any(refersTo(entry.text(), store), everyOfItsKind(entry, store)));
}

const same = (a: Reading<string>, b: Reading<string>): Truth =>
  Reading.both(a, b, 'the same', (one, other) => one === other);
