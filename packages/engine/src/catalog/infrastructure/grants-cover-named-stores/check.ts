import { type Graph, inOneRegion, type Properties, type Resource, refersTo } from '../../../model/graph.ts';
import type { Many } from '../../../model/many.ts';
import { Reading } from '../../../model/reading.ts';
import { all, allUntilNo, any, choose, not, type Truth } from '../../../model/truth.ts';
import { onceFor } from '../../../once-for.ts';
import { names } from '../../blocks/iam-statement.ts';
import { leftTo } from '../../blocks/left-open.ts';
import { includesKeys, mayIncludeKeys } from '../../blocks/object-patterns.ts';
import { allowsAction, allowsActionOn, isLetIn, rolesOf } from '../../blocks/role-grants.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'grants-cover-named-stores',
  requirement: 'INF-24',
  severity: 'high',
  effort: 'minutes',
  title: 'What a role allows, it allows on the table, bucket, queue or topic that the code names',
  gap: {
    one: 'A role allows on another resource what the code does',
    many: 'Roles of {count} functions allow on other resources what their code does',
  },
  evidence: ['iac', 'repo', 'aws'],
  aliases: [],
  frameworks: {},
  messages: {
    elsewhere: 'the role allows what the code does on others, and not on what {actual} names',
  },
  appliesTo: 'AWS::Lambda::Function',
  when: (fn, graph) =>
    allUntilNo(
      () => namedCalls(fn).exist(),
      () =>
        rolesOf(fn, graph)
          .inShort()
          .some((role) => allowedCalls(fn, role, graph).exist()),
    ).asMembership(),
  evaluate: (fn, graph) =>
    rolesOf(fn, graph)
      .inShort()
      .every((role) =>
        allowedCalls(fn, role, graph).none((call) =>
          allUntilNo(
            () => not(isCovered(call, fn, role, graph)),
            () => call.text('store.by').written().quote(),
          ),
        ),
      )
      .else('elsewhere'),
  fix: 'Name the resource that the code uses in the policy of the role, a bucket with /* for its objects',
  fixImpact: { downtime: false },
});

/** Calls that name a store by a variable that is set. */
const namedCalls = onceFor(
  (fn: Resource): Many<Properties> =>
    fn.meta.list('Code.calls').where((call) =>
      allUntilNo(
        () => call.has('store'),
        () => call.bool('runs').is(true),
        () => entriesOf(call, fn).exist(),
      ).asMembership(),
    ),
);

/** Those of them that the role allows on something: the others are asked elsewhere. */
const allowedCalls = onceFor(
  (fn: Resource, role: Resource, graph: Graph): Many<Properties> =>
    namedCalls(fn).where((call) =>
      call
        .list('actions')
        .every((action) =>
          action.text().ask((name) => any(allowsAction(role, name, graph), isLetIn(role, name, graph))),
        )
        .asMembership(),
    ),
);

function entriesOf(call: Properties, fn: Resource) {
  return fn
    .entries('Environment.Variables')
    .where(({ key }) => call.text('store.by').ask((name) => key.is(name)));
}

/** Whether the role may do it on the very store whose name the variable holds. */
function isCovered(call: Properties, fn: Resource, role: Resource, graph: Graph): Truth {
  const stores = STORES.map(({ type, name }) =>
    entriesOf(call, fn)
      .where(() => call.text('store.type').is(type))
      .flatMap(({ value }) =>
        graph.follow(value, type).where((store) => isNameOf(value, store, name).asMembership()),
      ),
  ).reduce((before, more) => before.and(more));
  return choose(
    stores.exist(),
    () =>
      stores.every((store) =>
        call
          .list('actions')
          .every((action) =>
            action
              .text()
              .ask((name) => isAllowed(store, name, OF_OBJECTS.test(name) ? call : undefined, role, graph)),
          ),
      ),
    () => leftTo('what the variable names, which is not in this code', call),
  );
}

/** A name put together with something else is that of another one; queues and topics have addresses beside their names. */
function isNameOf(value: Reading<string>, store: Resource, name: string | undefined): Truth {
  if (name === undefined) return any(value.isBareReference(), value.isLiteral());
  return choose(
    store.has(name),
    Reading.both(value, store.text(name), 'the name of the store', (own, of) => own === of),
    value.isBareReference(),
  );
}

/** Whether a policy of the role, or one that lets it in, allows an action on a store; of objects those that the call is about. */
const isAllowed = onceFor(
  (store: Resource, action: string, ofObjects: Properties | undefined, role: Resource, graph: Graph): Truth =>
    any(
      allowsActionOn(role, action, graph, (statement) =>
        all(
          any(
            all(statement.has('NotResource'), leftTo('what the policy leaves out', role)),
            names(statement, 'Resource', (arn) => covers(arn, store, ofObjects, role, graph)),
          ),
          any(not(statement.has('NotAction')), leftTo('what the policy leaves out', role)),
          any(not(statement.has('Condition')), leftTo('what the condition of the policy asks', role)),
        ),
      ),
      all(isLetIn(role, action, graph), leftTo('which resource lets the role in by its own policy', role)),
    ),
);

const OF_OBJECTS = /^s3:(?!ListBucket)\w*(?:Object|Multipart)/i;

/** What stores are named by, and how the ARN of all of a kind ends. */
const STORES = [
  { type: 'AWS::DynamoDB::Table', name: 'TableName', service: 'dynamodb', everything: 'table/*' },
  { type: 'AWS::S3::Bucket', name: 'BucketName', service: 's3', everything: '*' },
  { type: 'AWS::SQS::Queue', name: undefined, service: 'sqs', everything: '*' },
  { type: 'AWS::SNS::Topic', name: undefined, service: 'sns', everything: '*' },
] as const;

/** Whether what a policy names is this store, or includes it. */
function covers(
  arn: Reading<string>,
  store: Resource,
  ofObjects: Properties | undefined,
  role: Resource,
  graph: Graph,
): Truth {
  const own = STORES.filter(({ type }) => type === store.type);
  const ofAll = own.map(({ service, everything }) =>
    all(
      arn.isWrittenArnOf(service),
      arn.isArnAnywhereOf(everything),
      any(not(arn.namesOwnRegion()), inOneRegion(role, store)),
    ),
  );
  return any(
    all(not(arn.isBareReference()), any(arn.is('*'), ...ofAll)),
    all(refersTo(arn, store), isWhole(arn, ofObjects)),
    all(
      arn.contains('*'),
      not(graph.of(store.type).some((one) => refersTo(arn, one))),
      ...own.map(({ service }) => not(isOfAnother(arn, service))),
      leftTo('which resources the pattern of the policy includes', store),
    ),
  );
}

function isOfAnother(arn: Reading<string>, service: string): Truth {
  return arn.hasPiece('an ARN of another service', (text) => {
    const written = /^arn:[^:]*:([a-z0-9-]+):/.exec(text)?.[1];
    return written !== undefined && written !== service;
  });
}

/** Objects are named below their bucket, indexes and streams below their table; text glued on names another resource. */
function isWhole(arn: Reading<string>, ofObjects: Properties | undefined): Truth {
  const isAll = arn.isFollowedBy('the resource and what is below', (text) => text === '*');
  if (ofObjects !== undefined) return any(isAll, namesObjects(arn, ofObjects));
  return any(
    isAll,
    arn.isFollowedBy('the resource itself', (text) => text === ''),
  );
}

/** Whether objects of the bucket are named that include those which the code asks for. */
function namesObjects(arn: Reading<string>, call: Properties): Truth {
  const objects = (says: string, fits: (pattern: string) => boolean) =>
    arn.isFollowedBy(says, (text) => text.startsWith('/') && fits(text.slice(1)));
  const ofCall = (says: string, fits: (pattern: string, begins: string, isWhole: boolean) => boolean) =>
    call
      .text('store.begins')
      .ask((begins) =>
        call
          .bool('store.isWhole')
          .ask((isWhole) => objects(says, (pattern) => fits(pattern, begins, isWhole))),
      );
  return any(
    objects('all objects of the bucket', (pattern) => pattern === '*'),
    all(
      objects('objects of the bucket', (pattern) => pattern !== ''),
      any(
        ofCall('objects that the code asks for', includesKeys),
        all(
          ofCall('objects that the code may ask for', mayIncludeKeys),
          leftTo('which objects the code asks for', call),
        ),
      ),
    ),
  );
}
