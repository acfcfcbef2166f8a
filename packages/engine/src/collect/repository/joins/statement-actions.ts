import { rowOf } from '../../../knowledge/row-of.ts';
import type { Call, SourceModule } from '../code/syntax/source-module.ts';
import { partsOf } from './expressions.ts';

/** PartiQL says by its first word what it does. Source: DynamoDB developer guide, "IAM security policies with PartiQL". */
const OF_PARTIQL: Readonly<Record<string, string>> = {
  SELECT: 'dynamodb:PartiQLSelect',
  INSERT: 'dynamodb:PartiQLInsert',
  UPDATE: 'dynamodb:PartiQLUpdate',
  DELETE: 'dynamodb:PartiQLDelete',
};

/** The parts of a transaction, by what they are called in it. */
const OF_TRANSACTIONS: Readonly<Record<string, string>> = {
  ConditionCheck: 'dynamodb:ConditionCheckItem',
  Delete: 'dynamodb:DeleteItem',
  Put: 'dynamodb:PutItem',
  Update: 'dynamodb:UpdateItem',
};

/** What a transaction does, where its list is written out. */
function actionsOfTransaction(call: Call, module: SourceModule): readonly string[] | undefined {
  const parts = call.arguments.flatMap(({ value }) => [...partsOf(value, module)]);
  const lists = parts.filter((part) => part.kind === 'list');
  if (lists.length === 0 || lists[0]!.open || lists[0]!.items.some(({ kind }) => kind !== 'object'))
    return undefined;
  const actions = lists[0]!.items.flatMap((item) =>
    item.kind === 'object' ? item.members.flatMap(({ name }) => rowOf(OF_TRANSACTIONS, name) ?? []) : [],
  );
  return actions.length < lists[0]!.items.length ? undefined : [...new Set(actions)];
}

/** What a call needs whose actions depend on what it is given; nothing where that is not written out. */
export function actionsOfStatement(
  key: string,
  call: Call,
  module: SourceModule,
): readonly string[] | undefined {
  if (key === 'dynamodb:TransactWriteItems') return actionsOfTransaction(call, module);
  if (key !== 'dynamodb:ExecuteStatement') return undefined;
  const [input] = call.arguments;
  const statement =
    call.arguments.find(({ name }) => name === 'Statement')?.value ??
    (input?.value.kind === 'object'
      ? input.value.members.find(({ name }) => name === 'Statement')?.value
      : undefined);
  const start =
    statement?.kind === 'literal'
      ? String(statement.value)
      : statement?.kind === 'text'
        ? module.texts[statement.text]!.parts[0]
        : undefined;
  const word = typeof start === 'string' ? /^\s*(\w+)\s/.exec(start)?.[1]?.toUpperCase() : undefined;
  const action = word === undefined ? undefined : rowOf(OF_PARTIQL, word);
  return action === undefined ? undefined : [action];
}
