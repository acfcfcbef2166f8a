import type { Program } from '../code/names/program.ts';
import type { Expression, SourceModule } from '../code/syntax/source-module.ts';
import { partsOf } from '../joins/expressions.ts';
import { functionAround } from '../practices/places.ts';
import { unreadIn } from '../practices/unread.ts';
import { parentsIn } from './call-parents.ts';
import { looksAtRows } from './changed-rows.ts';
import { ASSIGNMENT, columnsSet, setIn } from './columns-set.ts';
import { logsIn, wordsOf } from './concern.ts';
import { keepsOthers, textOf } from './conditions.ts';
import { ADDS, callsAround, guarded, type Overwrite } from './guards.ts';
import { ofObject } from './objects.ts';
import { type Callers, lastOf, type Source } from './origins.ts';
import type { StoreCall } from './store-calls.ts';

/** Things that belong to one writer, or that live shortly: nobody changes them together. */
const OF_ONE_WRITER =
  /^(sessions?|caches?|cached|locks?|locked|leases?|connections?|limiter|idempot\w+|tokens?|audits?|metrics?|telemetry|checkpoints?|heartbeats?|counters?)$/;

function isOfOneWriter(call: StoreCall): boolean {
  const subject = subjectOf(call);
  return (
    /rate_?limit/i.test(subject) ||
    subject.split(' ').some((name) => logsIn(name) === 'its own') ||
    wordsOf(subject).some((word) => OF_ONE_WRITER.test(word))
  );
}

/** Whether a call may write over what somebody else wrote in the meantime. */
export function overwriteOf(program: Program, callers: Callers, call: StoreCall): Overwrite {
  if (call.isOfServer === 'open') {
    const unread = unreadIn(program);
    const decidedBy = unread === undefined ? 'which database it is asked of' : `reading ${unread}`;
    return { replaces: decidedBy, loses: decidedBy };
  }
  if (call.kind === 'adds')
    return upserts(call) ? guarded(program, call, 'whether two may write the same at once') : ADDS;
  if (isOfOneWriter(call)) return ADDS;
  switch (call.of) {
    case 'DynamoDB':
      return call.kind === 'puts' ? ofPut(program, callers, call) : ofUpdate(program, callers, call);
    case 'S3':
      return ofObject(program, call);
    case 'SQL':
      return call.kind === 'updates' ? ofStatement(program, call) : guarded(program, call, true);
    default:
      return ofMapper(program, call);
  }
}

/** What is written, by the names that stand there: the table, the object it is called on, the file. */
function subjectOf({ module, number, input, within, name, of }: StoreCall): string {
  if (of === 'SQL') return name.replace(/^\w+ ?/, '');
  const { callee } = module.calls[number]!;
  const on = callee.kind === 'member' ? lastOf(callee.of) : '';
  const table = input.members.get('TableName');
  return [
    on,
    table === undefined ? '' : saidIn(table, module),
    module.file.replace(/^.*\//, ''),
    name.replace(/^\w+ ?/, ''),
    functionAround(module, within) ?? '',
  ].join(' ');
}

function saidIn(value: Expression, module: SourceModule): string {
  return [...partsOf(value, module)]
    .map((part) =>
      part.kind === 'name' || part.kind === 'member'
        ? part.name
        : part.kind === 'literal'
          ? String(part.value)
          : '',
    )
    .join(' ');
}

const ITS_CONDITION = 'whether its condition notices what others wrote in the meantime';

function ofPut(program: Program, callers: Callers, call: StoreCall): Overwrite {
  const { input, module, within } = call;
  const kept = keepsOthers(program, call, []);
  if (kept === true) return { replaces: true, guard: 'condition', loses: false };
  if (kept === 'open') return guarded(program, call, ITS_CONDITION);
  if (input.open && !input.members.has('Item'))
    return { replaces: true, loses: 'what is handed to the call' };
  const item = input.members.get('Item');
  if (item === undefined) return ADDS;
  const items = itemsOf(program, callers, module, item, within);
  const names = new Set(items.flatMap(({ members }) => members.map(({ name }) => name)));
  // A lease says when it ends; what ends soon by itself is no record of anybody.
  if ([...names].some((name) => /^(expires?(_?at|_?on|In)?|ttl|lease\w*)$/i.test(name))) return ADDS;
  const isNew = items.length > 0 && items.every((one) => hasFreshKey(callers, one));
  const unread = unreadIn(program);
  const isHandedOver =
    items.length === 0 || items.some((one) => one.module !== module || one.within !== within);
  if (unread !== undefined && isHandedOver)
    return { replaces: `reading ${unread}`, loses: `reading ${unread}` };
  if (isNew || isGivenFreshKey(callers, module, item, within)) return ADDS;
  const from = callers.sourcesOf(module, item, within);
  const makes = CREATES.test(functionAround(module, within) ?? '');
  // A record that is written out whole may be a new one; what somebody hands over, or what was read before, is put back.
  const isPutBack = from.has('stored') || isHandedOver || isOpen(program, module, item, within);
  return guarded(
    program,
    call,
    certainly(from) && isPutBack && !makes ? true : 'whether what it writes is there before',
  );
}

/** Whether something more is spread into an object. */
function isOpen(program: Program, module: SourceModule, value: Expression, within: number): boolean {
  const meaning = value.kind === 'object' ? undefined : program.resolve(module, value, within);
  const at = meaning?.kind === 'value' ? meaning.value : value;
  return at.kind !== 'object' || at.open;
}

const CREATES = /^(create|add|insert|new|register|append|log|record|track|seed|import|sign_?up|enqueue)/i;

/** Something that was read before, or that a caller sent under a key of theirs. */
function certainly(from: ReadonlySet<Source>): boolean {
  return (from.has('stored') || from.has('outside')) && !from.has('fresh');
}

interface ItemAt {
  readonly module: SourceModule;
  readonly members: Extract<Expression, { kind: 'object' }>['members'];
  readonly within: number;
}

/** The objects that an item may be, through those who hand it over. */
function itemsOf(
  program: Program,
  callers: Callers,
  module: SourceModule,
  value: Expression,
  within: number,
  steps = 0,
): readonly ItemAt[] {
  if (steps > 5) return [];
  if (value.kind === 'object') return [{ module, members: value.members, within }];
  if (value.kind === 'call') {
    const call = module.calls[value.call]!;
    const [given] = call.arguments;
    return /(^|\.)(marshall|serialize|toItem|dict|model_dump|asdict|to_dict)$/.test(
      call.path ?? lastOf(call.callee),
    ) && given !== undefined
      ? itemsOf(program, callers, module, given.value, call.within, steps + 1)
      : [];
  }
  const meaning = program.resolve(module, value, within);
  const all = meaning.kind === 'several' ? meaning.of : [meaning];
  return all.flatMap((one): readonly ItemAt[] => {
    if (one.kind === 'value' && one.value.kind === 'object')
      return [{ module: one.module, members: one.value.members, within: one.within }];
    if (one.kind === 'made' && one.members.length === 0) {
      const call: Expression = { kind: 'call', call: one.call, at: value.at };
      return itemsOf(program, callers, one.module, call, one.module.calls[one.call]!.within, steps + 1);
    }
    if (one.kind !== 'parameter' || one.members.length > 0) return [];
    const { name } = one.module.functions[one.function]!.parameters[one.parameter]!;
    return callers.of(one.module, one.function).flatMap(({ module: caller, call }) => {
      const given =
        call.arguments.find((argument) => argument.name !== undefined && argument.name === name)?.value ??
        call.arguments[one.parameter]?.value;
      return given === undefined ? [] : itemsOf(program, callers, caller, given, call.within, steps + 1);
    });
  });
}

const KEY = /(^|_)(id|key|pk|sk|uuid|guid|hash|sort)$|(Id|ID|Key|Uuid)$|^(PK|SK)$/;

/** `card['id'] = uuid4()` before it is written. */
function isGivenFreshKey(callers: Callers, module: SourceModule, item: Expression, within: number): boolean {
  if (item.kind !== 'name') return false;
  return module.bindings.some(
    ({ target, value, within: at }) =>
      at === within &&
      target.kind === 'member' &&
      target.of.kind === 'name' &&
      target.of.name === item.name &&
      KEY.test(target.name) &&
      callers.sourcesOf(module, value, at).has('fresh'),
  );
}

function hasFreshKey(callers: Callers, { module, members, within }: ItemAt): boolean {
  return members.some(
    ({ name, value }) =>
      (KEY.test(name) && callers.sourcesOf(module, value, within).has('fresh')) ||
      // A time in the sort key makes each of them a new one.
      (/^(sk|SK|timestamp|createdAt|created_at|sort_key)$/.test(name) &&
        /^(sk|SK|timestamp|sort_key)$/.test(name) &&
        callers.sourcesOf(module, value, within).has('constant')),
  );
}

/** Names of what holds more than one thing, and of what is counted. */
const WHOLE = /^("?\w+"?\.)?[#"`]?(data|doc|document|payload|json|attributes|metadata)["`]?$/i;
const COUNTED =
  /balance|stock|quantity|amount|total|credit|points|score|likes|views|seats|inventory|available|remaining|count/i;
/** Whether something is to be had: `isAvailable`; `available` alone may also be how many of it. */
const FLAG = /^(?:is|has)_?available$/i;
const MAY_BE_FLAG = /^available$/i;
const OF_TIME = /(_at|_on|At|date|time|timestamp)["`]?$|^["`]?(last_|updated|modified|version)/i;

function ofUpdate(program: Program, callers: Callers, call: StoreCall): Overwrite {
  const kept = keepsOthers(program, call, columnsSet(program, call) ?? []);
  if (kept === true) return { replaces: true, guard: 'condition', loses: false };
  const over = ofExpression(program, callers, call);
  return kept === 'open' && over.loses === true ? { replaces: true, loses: ITS_CONDITION } : over;
}

function ofExpression(program: Program, callers: Callers, call: StoreCall): Overwrite {
  const { input, module, within } = call;
  const expression = input.members.get('UpdateExpression');
  if (expression === undefined)
    return input.open || input.members.has('AttributeUpdates')
      ? { replaces: true, loses: 'how the item is updated' }
      : ADDS;
  const text = textOf(program, module, expression, within);
  if (text === undefined || text.includes('?')) return { replaces: true, loses: 'how the item is updated' };
  const values = input.members.get('ExpressionAttributeValues');
  const written = values?.kind === 'object' ? values.members : [];
  const constants = written.flatMap(({ name, value }) =>
    [...callers.sourcesOf(module, value, within)].every((from) => from === 'constant') ? [name] : [],
  );
  return assigned(program, call, setIn(text), new Set(constants));
}

const GIVEN = /(\?|\$\d+|%s|%\(\w+\)s|(?<!:):\w+|@\w+)/;

/** `SET a = :a, b = b + 1`: what is taken from a writer as it is, and not made from what is there. */
function assigned(
  program: Program,
  call: StoreCall,
  set: string,
  constants: ReadonlySet<string> = new Set(),
): Overwrite {
  const columns = [...set.matchAll(ASSIGNMENT)].flatMap(([, column, value]) => {
    const own = column!.replace(/["`#]/g, '');
    const isMade =
      new RegExp(`(^|[^\\w:@])#?["\`]?${own.replace(/[.$[\]]/g, '\\$&')}\\b`).test(value!) ||
      /if_not_exists|list_append|coalesce/i.test(value!);
    return isMade || constants.has(value!.trim()) || !GIVEN.test(value!) || OF_TIME.test(own) ? [] : [own];
  });
  if (columns.length === 0) return ADDS;
  const counted = columns.filter((column) => COUNTED.test(column) && !FLAG.test(column));
  const isCounted = counted.some((column) => !MAY_BE_FLAG.test(column));
  if (
    columns.some((column) => WHOLE.test(column)) ||
    ((isCounted || columns.length > 1) && readsBefore(call))
  )
    return guarded(program, call, true);
  if (counted.length > 0 && readsBefore(call))
    return guarded(program, call, `whether ${counted[0]} is how many there are`);
  // A single column says what somebody wants now; several may be what a page showed some minutes ago.
  return columns.length > 1 ? guarded(program, call, 'whether two may change the same at once') : ADDS;
}

const READS =
  /(^|\.)(get_item|getItem|GetCommand|GetItemCommand|get|get_object|GetObjectCommand|findUnique|findFirst|findOne|findById|find_one)$/;

function readsBefore({ module, within, at }: StoreCall): boolean {
  return callsAround(module, within).some(
    (call) =>
      (call.at.line < at.line || (call.at.line === at.line && call.at.column < at.column)) &&
      (READS.test(call.path ?? lastOf(call.callee)) ||
        call.arguments.some(
          ({ value }) =>
            (value.kind === 'literal' && /^\s*select\b/i.test(String(value.value))) ||
            (value.kind === 'text' && /^\s*select\b/i.test(String(module.texts[value.text]!.parts[0]))),
        )),
  );
}

function ofStatement(program: Program, call: StoreCall): Overwrite {
  const text = call.statement!;
  const found = /\bset\b([\s\S]*?)(?:\bwhere\b([\s\S]*))?$/i.exec(text);
  const where = found?.[2] ?? '';
  if (/\b(\w*version|rev|revision|etag|xmin|updated_at|modified_at|updatedAt)["`]?\s*(=|is\b)/i.test(where)) {
    const looks = looksAtRows(call);
    return {
      replaces: true,
      guard: 'version',
      loses: looks ? false : AT_ROWS,
    };
  }
  return assigned(program, call, found?.[1] ?? '');
}

const AT_ROWS = 'whether anybody looks at how many rows were changed';
const INSTEAD_OF_SET = /^(\$inc|\$push|\$addToSet|\$pull|increment|decrement)$/;
/** They give the record, or nothing where it is not as it was looked for. */
const GIVES_RECORD = /^(findOneAnd\w+|find_one_and_\w+)$/;

/** Object mappers and MongoDB: what they compare hangs on schemas that are not read. */
function ofMapper(program: Program, call: StoreCall): Overwrite {
  const { module, within, number, of, name } = call;
  const given = module.calls[number]!.arguments.map(({ value }) => value);
  if (
    namesIn(lookedFor(of, given), module).some((one) => /^(version|__v|etag|revision|rowVersion)$/i.test(one))
  )
    return {
      replaces: true,
      guard: 'version',
      // `update` of Prisma fails; that of Sequelize tells how many there were.
      loses:
        (of === 'Prisma' && name === 'update') ||
        (GIVES_RECORD.test(name) && isTaken(module, number)) ||
        looksAtRows(call)
          ? false
          : AT_ROWS,
    };
  const names = namesIn(given, module);
  if (names.some((one) => INSTEAD_OF_SET.test(one)) && !names.includes('$set')) return ADDS;
  return guarded(program, { module, within }, `whether ${of} compares a version when it changes something`);
}

/** Whether anything takes what a call gives, also at the end of a chain: `.findOneAndUpdate(…).exec()`. */
function isTaken(module: SourceModule, number: number): boolean {
  const { calls } = parentsIn(module);
  let parent = calls.get(number);
  while (parent?.kind === 'callee') parent = calls.get(parent.call);
  return parent !== undefined;
}

/** By what a record is looked for that is then changed. */
function lookedFor(of: string, given: readonly Expression[]): readonly Expression[] {
  if (of === 'MongoDB') return given.slice(0, 1);
  return given.flatMap((one) =>
    one.kind === 'object' ? one.members.flatMap(({ name, value }) => (name === 'where' ? [value] : [])) : [],
  );
}

function namesIn(values: readonly Expression[], module: SourceModule): readonly string[] {
  return values.flatMap((value) =>
    partsOf(value, module).flatMap((part) =>
      part.kind === 'object' ? part.members.map(({ name }) => name) : [],
    ),
  );
}

/** `INSERT … ON CONFLICT DO UPDATE`, `INSERT OR REPLACE`. */
function upserts({ statement }: StoreCall): boolean {
  return (
    statement !== undefined &&
    /\bon\s+conflict\b[\s\S]*\bdo\s+update\b|\bon\s+duplicate\s+key\s+update\b|\binsert\s+or\s+replace\b/i.test(
      statement,
    ) &&
    !/\bexcluded\.\w+\s*\+|\+\s*excluded|\+\s*values\s*\(|\+\s*1\b/i.test(statement) &&
    !addsOnly(statement)
  );
}

/** Whether all that is set anew is added to what is there: `score = score + :score`; but the time of the change. */
function addsOnly(statement: string): boolean {
  const set = /\b(?:do\s+update\s+set|on\s+duplicate\s+key\s+update)\b([\s\S]*)$/i.exec(statement)?.[1];
  return (
    set?.split(',').every((one) => {
      const [, column, value = ''] = /^\s*[`"]?(\w+)[`"]?\s*=\s*([\s\S]*)$/.exec(one) ?? [];
      if (column === undefined) return false;
      return (
        new RegExp(`^(?:[\\w\`"]+\\.)?[\`"]?${column}[\`"]?\\s*[+-]`, 'i').test(value) ||
        /^(?:now\s*\(\s*\)|current_timestamp(?:\s*\(\s*\))?)\s*$/i.test(value)
      );
    }) === true
  );
}
