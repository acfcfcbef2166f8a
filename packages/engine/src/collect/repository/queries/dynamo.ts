import { rowOf } from '../../../knowledge/row-of.ts';
import type { Program } from '../code/names/program.ts';
import type { Call, Expression, SourceModule } from '../code/syntax/source-module.ts';
import { partsOf } from '../joins/expressions.ts';
import { callsTold, type ToldCall } from '../joins/told-calls.ts';

/** A request of DynamoDB that reads. */
export interface DynamoQuery {
  readonly operation: 'Query' | 'Scan' | 'GetItem';
  readonly keys: readonly string[];
  readonly index?: string;
  readonly limited: boolean;
  readonly filtered: boolean;
}

const OPERATIONS: Readonly<Record<string, DynamoQuery['operation']>> = {
  query: 'Query',
  scan: 'Scan',
  get: 'GetItem',
  get_item: 'GetItem',
  getItem: 'GetItem',
};
const COMMAND =
  /^@aws-sdk\/(?:lib-dynamodb|client-dynamodb)\.(?:paginate)?(Query|Scan|Get|GetItem)(?:Command)?$/;

const OLD = /DynamoDB(?:\.DocumentClient)?\(\)\.(query|scan|get|getItem)$/;

/** Calls that may make one, by what they are called. */
export function callsThatMayAskDynamo(program: Program, module: SourceModule): readonly ToldCall<true>[] {
  return module.language === 'python'
    ? callsTold(program, module, 'name', isOperation)
    : callsTold(program, module, 'path', isRequest);
}

function isOperation(name: string): true | undefined {
  return rowOf(OPERATIONS, name) !== undefined || undefined;
}

function isRequest(path: string): true | undefined {
  return COMMAND.test(path) || OLD.test(path) || undefined;
}

/** The request that a call makes; nothing for any other call, or where it is put together elsewhere. */
export function dynamoQuery(program: Program, module: SourceModule, call: Call): DynamoQuery | undefined {
  const members = settingsOf(program, module, call);
  if (members === undefined) return undefined;
  const { operation, of } = members;
  const index = of.get('IndexName');
  return {
    operation,
    keys: operation === 'Scan' ? [] : keysOf(module, of),
    ...(index?.kind === 'literal' ? { index: String(index.value) } : {}),
    limited: of.has('Limit'),
    filtered: of.has('FilterExpression'),
  };
}

interface Settings {
  readonly operation: DynamoQuery['operation'];
  readonly of: ReadonlyMap<string, Expression>;
}

function settingsOf(program: Program, module: SourceModule, call: Call): Settings | undefined {
  if (module.language === 'python') {
    if (call.callee.kind !== 'member' || call.arguments.some(({ spread }) => spread)) return undefined;
    const operation = rowOf(OPERATIONS, call.callee.name);
    if (operation === undefined || call.callee.name === 'get') return undefined;
    const receiver = program.pathOf(module, call.callee.of, call.within) ?? '';
    const of = new Map(
      call.arguments.flatMap(({ name, value }) => (name === undefined ? [] : [[name, value] as const])),
    );
    const isTable = /^boto3\..*\.Table\(\)$/.test(receiver);
    return isTable || (/^boto3\./.test(receiver) && of.has('TableName')) ? { operation, of } : undefined;
  }
  const path = program.pathOf(module, call.callee, call.within) ?? '';
  const command = COMMAND.exec(path);
  const old = OLD.exec(path);
  const operation =
    command?.[1]?.replace(/^Get$/, 'GetItem') ?? (old === null ? undefined : rowOf(OPERATIONS, old[1]!));
  if (operation === undefined) return undefined;
  const given = call.arguments[path.includes('.paginate') ? 1 : 0]?.value;
  const meaning = given && program.resolve(module, given, call.within);
  if (meaning?.kind !== 'value' || meaning.value.kind !== 'object' || meaning.value.open) return undefined;
  // What is put into it afterwards is not seen here.
  if (given!.kind === 'name' && isChanged(module, given!.name)) return undefined;
  return {
    operation: operation as DynamoQuery['operation'],
    of: new Map(meaning.value.members.map(({ name, value }) => [name, value])),
  };
}

function isChanged(module: SourceModule, name: string): boolean {
  return module.bindings.some(
    ({ target }) => target.kind === 'member' && target.of.kind === 'name' && target.of.name === name,
  );
}

/** The attributes that a request is about: `#user = :user`, `Key('user').eq(…)`, `Key: { user }`. */
function keysOf(module: SourceModule, of: ReadonlyMap<string, Expression>): readonly string[] {
  const key = of.get('Key');
  if (key?.kind === 'object') return key.members.map(({ name }) => name);
  const condition = of.get('KeyConditionExpression');
  if (condition === undefined) return [];
  const text =
    condition.kind === 'literal'
      ? String(condition.value)
      : condition.kind === 'text'
        ? module.texts[condition.text]!.parts.filter((part) => typeof part === 'string').join('…')
        : undefined;
  if (text !== undefined) {
    const names = of.get('ExpressionAttributeNames');
    const called = new Map(
      names?.kind === 'object'
        ? names.members.flatMap(({ name, value }) =>
            value.kind === 'literal' ? [[name, String(value.value)]] : [],
          )
        : [],
    );
    return [...text.matchAll(/(#?[\w]+)\s*(?:=|<|>|between\b)|begins_with\s*\(\s*(#?\w+)/gi)].map(
      ([, a, b]) => called.get(a ?? b!) ?? a ?? b!,
    );
  }
  return [...partsOf(condition, module)].flatMap((part) => keysInCall(module, part));
}

function keysInCall(module: SourceModule, part: Expression): readonly string[] {
  if (part.kind !== 'call') return [];
  const call = module.calls[part.call]!;
  const [first] = call.arguments;
  if (/(^|\.)Key$/.test(call.path ?? '') && first?.value.kind === 'literal')
    return [String(first.value.value)];
  return call.callee.kind === 'member'
    ? [...partsOf(call.callee.of, module)].flatMap((one) => keysInCall(module, one))
    : [];
}
