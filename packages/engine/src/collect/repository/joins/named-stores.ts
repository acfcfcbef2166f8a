import { rowOf } from '../../../knowledge/row-of.ts';
import type { Meaning, Program } from '../code/names/program.ts';
import { GETTERS, variableIn } from '../code/syntax/environment.ts';
import type { Call, Expression, SourceModule } from '../code/syntax/source-module.ts';
import { type KeyStart, keyStart } from './object-keys.ts';

/** The table, bucket, queue or topic that a call of AWS names. */
export interface NamedStore {
  readonly type: string;
  /** The variable of the environment that holds its name; nothing where it is named otherwise, or cannot be told. */
  readonly variable: string | undefined;
  /** Of a call for one object of a bucket how its key begins, and whether that is all of it. */
  readonly key?: KeyStart | undefined;
}

/** What a call is given that names a store. */
const PARAMETERS: Readonly<Record<string, string>> = {
  TableName: 'AWS::DynamoDB::Table',
  Bucket: 'AWS::S3::Bucket',
  QueueUrl: 'AWS::SQS::Queue',
  TopicArn: 'AWS::SNS::Topic',
};

/** What makes an object that stands for a store: `boto3.resource('dynamodb').Table(…)`. */
const OBJECTS: Readonly<Record<string, string>> = {
  Table: 'AWS::DynamoDB::Table',
  Bucket: 'AWS::S3::Bucket',
  Queue: 'AWS::SQS::Queue',
  Topic: 'AWS::SNS::Topic',
};

/** Calls of these services name one, but for those of several or none. */
const SERVICES: Readonly<Record<string, string>> = {
  dynamodb: 'AWS::DynamoDB::Table',
  s3: 'AWS::S3::Bucket',
  sns: 'AWS::SNS::Topic',
  sqs: 'AWS::SQS::Queue',
};
const OF_NONE =
  /^(?:paginate)?(?:batch_?(?:get|write|execute)|transact|execute_?(?:statement|transaction)|list_?(?:tables|buckets|queues|topics)|get_?queue_?url)/i;

/** Nothing where a call names none: a statement of PartiQL, a transaction, a call of another service. */
export function namedStore(
  program: Program,
  module: SourceModule,
  call: Call,
  asked: { readonly call: string; readonly service: string },
): NamedStore | undefined {
  const given = givenTo(program, module, call);
  for (const [parameter, type] of Object.entries(PARAMETERS)) {
    const value = given.members.find(({ name }) => name === parameter);
    // An index of a table is a resource of its own.
    const mayBeIndex = given.mayHaveMore && type === 'AWS::DynamoDB::Table';
    const whole = !mayBeIndex && given.members.every(({ name }) => name !== 'IndexName');
    if (value !== undefined)
      return {
        type,
        variable: whole ? variableOf(program, value) : undefined,
        key: keyGiven(program, module, given),
      };
  }
  const object = call.callee.kind === 'member' ? call.callee.of : undefined;
  const named = object === undefined ? undefined : ofObject(program, module, call, object);
  if (named !== undefined) return named;
  const type = rowOf(SERVICES, asked.service);
  const none = type === undefined || given.isWhole || OF_NONE.test(asked.call);
  return none ? undefined : { type, variable: undefined };
}

/** Of a copy two keys are asked for, of which one is given elsewhere; what is spread may give another. */
function keyGiven(program: Program, module: SourceModule, given: GivenTo): KeyStart | undefined {
  const [key, ...others] = given.members.filter(({ name }) => name === 'Key');
  const isOther = given.members.some(({ name }) => name === 'CopySource');
  const mayBeOther = given.mayHaveKey && module.language === 'script';
  return key === undefined || others.length > 0 || isOther || mayBeOther ? undefined : keyStart(program, key);
}

interface GivenTo {
  readonly members: readonly Given[];
  readonly isWhole: boolean;
  readonly mayHaveMore: boolean;
  readonly mayHaveKey: boolean;
}

interface Given {
  readonly name: string;
  readonly value: Expression;
  readonly module: SourceModule;
  readonly within: number;
}

/** What a call is given by name: `put_item(TableName=…)`, `new PutCommand({ TableName: … })`. */
function givenTo(program: Program, module: SourceModule, call: Call): GivenTo {
  const named = call.arguments.flatMap(({ name, value }) =>
    name === undefined ? [] : [{ name, value, module, within: call.within }],
  );
  const first = call.arguments[0]?.value;
  const input = first === undefined ? undefined : program.resolve(module, first, call.within);
  const spread = call.arguments.some((one) => one.spread);
  if (input?.kind !== 'value' || input.value.kind !== 'object')
    return { members: named, isWhole: false, mayHaveMore: spread, mayHaveKey: spread };
  const { module: of, within, value } = input;
  const written = value.members.map((one) => ({ name: one.name, value: one.value, module: of, within }));
  const isOpen = value.open && (value.perhaps?.some(({ name }) => name === 'IndexName') ?? true);
  return {
    members: [...named, ...written],
    isWhole: !value.open,
    mayHaveMore: spread || isOpen,
    mayHaveKey: spread || value.open,
  };
}

function ofObject(
  program: Program,
  module: SourceModule,
  call: Call,
  object: Expression,
): NamedStore | undefined {
  const made = program.resolve(module, object, call.within);
  if (made.kind !== 'made' || made.members.length > 0) return undefined;
  const maker = made.module.calls[made.call]!;
  const type = maker.callee.kind === 'member' ? rowOf(OBJECTS, maker.callee.name) : undefined;
  const [name] = maker.arguments;
  if (type === undefined || name === undefined) return undefined;
  const { value } = name;
  const indexed = call.arguments.some((one) => one.name === 'IndexName' || one.spread);
  const variable = indexed
    ? undefined
    : variableOf(program, { value, module: made.module, within: maker.within });
  return { type, variable };
}

function variableOf(program: Program, { module, value, within }: Omit<Given, 'name'>): string | undefined {
  const meaning = program.resolve(module, value, within);
  if (meaning.kind !== 'several') return variableMeant(program, meaning);
  // What stands in for a variable is nothing where it is set: `process.env.TABLE ?? 'cards'`.
  const [first, ...others] = meaning.of;
  const isFirst = meaning.inTurn === true && others.every(({ kind }) => kind === 'value');
  return isFirst && first !== undefined ? variableMeant(program, first) : undefined;
}

function variableMeant(program: Program, meaning: Meaning): string | undefined {
  if (meaning.kind === 'external') return variableIn(meaning.path);
  if (meaning.kind !== 'made' || meaning.members.length > 0) return undefined;
  const got = meaning.module.calls[meaning.call]!;
  const path = got.path ?? program.pathOf(meaning.module, got.callee, got.within);
  const name = got.arguments[0]?.value;
  return path !== undefined && GETTERS.has(path) && name?.kind === 'literal' ? String(name.value) : undefined;
}
