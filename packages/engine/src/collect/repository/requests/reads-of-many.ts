import { lastName } from '../code/behaviour/reach.ts';
import type { Program } from '../code/names/program.ts';
import type { ValueAt } from '../code/routes/route.ts';
import {
  type Call,
  type Expression,
  type Place,
  type SourceModule,
  TOP,
} from '../code/syntax/source-module.ts';
import { partsOfKind, placedPartsIn } from '../joins/expressions.ts';
import { callsHandedStatements } from '../joins/handed-statements.ts';
import { callsTold, inOrder } from '../joins/told-calls.ts';
import { type Bound, Bounds } from './bounds.ts';
import { limitsOfChains, limitsOfStatement } from './limits.ts';
import { type Given, hasAny, namesGiven } from './names-given.ts';
import { chainOf } from './written-as.ts';

/** A place that asks a database for many things. */
export interface ManyRead {
  /** As it is written: `SELECT`, `ScanCommand`, `findMany`. */
  readonly asks: string;
  readonly of: 'sql' | 'dynamodb' | 'orm';
  /** Whether it is written how many it may give; nothing where it cannot be told. */
  readonly limited: boolean | undefined;
  /** Who says how many that is, where it is limited; a read of DynamoDB ends after a megabyte, whoever asks. */
  readonly most?: Bound | undefined;
  /** Whether the code around it looks at the key with which the next page begins. */
  readonly goesOn?: boolean;
  readonly within: number;
  readonly at: Place;
}

/** The places of a module that ask for many things; what takes the first of them only is none. */
export function readsOfMany(program: Program, module: SourceModule): readonly ManyRead[] {
  const found = callsThatMayAsk(program, module).flatMap(({ call }): ManyRead[] => {
    const read =
      bySql(program, module, call) ?? byDynamo(program, module, call) ?? byMapper(program, module, call);
    return read === undefined ? [] : [{ ...read, within: call.within, at: call.at }];
  });
  if (found.length === 0) return [];
  const first = firstsTaken(module);
  return found.filter(({ within }) => !first.has(within));
}

/** By what they are handed, and by what they are called. */
function callsThatMayAsk(
  program: Program,
  module: SourceModule,
): readonly { readonly call: Call; readonly number: number }[] {
  return inOrder<{ readonly call: Call; readonly number: number }>(
    callsHandedStatements(program, module),
    callsTold(program, module, 'name', mayAskByName),
    callsTold(program, module, 'pathOrText', isOfDynamo),
  );
}

function mayAskByName(name: string): true | undefined {
  return /^(scan|query)$/i.test(name) || MANY.test(name) || ALL.test(name) || undefined;
}

function isOfDynamo(path: string): true | undefined {
  return COMMAND.test(path) || OF_DYNAMO.test(path) || undefined;
}

type Read = Pick<ManyRead, 'asks' | 'of' | 'limited' | 'most' | 'goesOn'>;

const ONE =
  /^(one|first|single|get|getOne|get_one|fetchone|fetch_one|fetchrow|fetchval|scalar|scalar_one|scalar_one_or_none|one_or_none|oneOrNone|queryOne|findOne|maybeOne|value)$/i;
const SELECT = /^\s*(with\b[\s\S]*\bselect\b|select\b)/i;
const SUMS_UP =
  /^\s*select\s+(count|sum|avg|max|min|exists|coalesce|now|version|set_config|pg_\w+|1\b|nextval|last_insert_id)/i;
const LIMITED = /\blimit\b|\bfetch\s+(first|next)\b|\bselect\s+top\b/i;
/** `WITH page AS (SELECT … ORDER BY id ${limit}) SELECT …` */
const ENDS_A_PART =
  /(?<!\b(by|in|and|or|on|where|from|join|select|values|like|not|any|as|then|else|when))(?<=[\w)\u0000])\s+\u0000\s*\)/i;
const BY_ITS_NAME =
  /\b(\w+\.)?["`]?(id|uuid|guid|email|e_mail|mail|username|user_name|slug|token|hash|token_hash|key|code|sub)["`]?\s*=\s*(lower\()?(\?|\$\d|:\w|%s|%\(|@\w|\u0000)/i;

function bySql(program: Program, module: SourceModule, call: Call): Read | undefined {
  const name = lastName(call.callee) ?? '';
  if (/^(log|info|debug|error|warn|print|raise|Error)$/.test(name)) return undefined;
  for (const { value } of call.arguments) {
    const texts = textsOf(program, module, value, call.within);
    if (!texts.some((text) => text !== undefined && SELECT.test(text))) continue;
    if (ONE.test(name)) return undefined;
    const lists = texts.filter((text) => text === undefined || (SELECT.test(text) && isOfMany(text)));
    if (lists.every((text) => text === undefined)) return undefined;
    const limited = ofAll(lists.map(isLimited));
    const most = limited === true ? mostOf(program, limitsOfStatement(program, module, call)) : undefined;
    return { asks: 'SELECT', of: 'sql', limited, most };
  }
  return undefined;
}

/** Who decides, of several limits: the code where that holds for one of them, for a part of a statement may have its own. */
function mostOf(program: Program, limits: readonly (ValueAt | 'number' | undefined)[]): Bound {
  const bounds = new Bounds(program);
  const each = limits.map((one) => (one === 'number' ? 'code' : one === undefined ? 'open' : bounds.of(one)));
  return each.includes('caller') ? 'caller' : each.includes('open') ? 'open' : 'code';
}

/** What holds of all that a variable may be: of some only, it cannot be told. */
function ofAll(each: readonly (boolean | undefined)[]): boolean | undefined {
  const [first, ...others] = each;
  return others.every((one) => one === first) ? first : undefined;
}

function isOfMany(text: string): boolean {
  const sumsUp = SUMS_UP.test(text) && !/\bgroup\s+by\b/i.test(text);
  return (
    !sumsUp &&
    /\bfrom\b|\u0000/i.test(text) &&
    !isOfOne(text) &&
    !/information_schema|pg_catalog|sqlite_master/i.test(text)
  );
}

function isLimited(text: string | undefined): boolean | undefined {
  if (text === undefined) return undefined;
  if (LIMITED.test(text)) return true;
  // What is put in at the end, of the whole or of a part in brackets, may be the limit.
  const mayEnd = (/\u0000[\s;)]*$/.test(text) && !endsInOrder(text)) || ENDS_A_PART.test(text);
  return mayEnd ? undefined : false;
}

/** `ORDER BY ${column}`: what is put in there is no limit; behind a column that is written, it may be one. */
function endsInOrder(text: string): boolean {
  return /(order\s+by\s+([\w.]+(\s+(asc|desc))?\s*,\s*)*|=\s*|like\s+['%]*|in\s*\([\w.,\s%']*)["'\w.]*\u0000["'%]*(\s+(asc|desc))?[\s;)]*$/i.test(
    text,
  );
}

function isOfOne(text: string): boolean {
  const where = /\bwhere\b([\s\S]*)$/i.exec(text)?.[1];
  if (where === undefined) return false;
  if (BY_ITS_NAME.test(where)) return true;
  const table = /\bfrom\s+["`]?(\w+)/i.exec(text)?.[1]?.toLowerCase();
  const own = table?.replace(/ies$/, 'y').replace(/s$/, '');
  return own !== undefined && new RegExp(String.raw`\b${own}_?id\s*=`, 'i').test(where);
}

/** The texts that a value may be, with what is put into them as one character that stands nowhere else; nothing for one that cannot be told. */
function textsOf(
  program: Program,
  module: SourceModule,
  value: Expression,
  within: number,
  steps = 0,
): readonly (string | undefined)[] {
  if (steps > 4) return [undefined];
  if (value.kind === 'literal') return [typeof value.value === 'string' ? value.value : undefined];
  if (value.kind === 'text') {
    const parts = module.texts[value.text]!.parts;
    return [parts.map((part) => (typeof part === 'string' ? part : '\u0000')).join('')];
  }
  if (value.kind === 'name' || value.kind === 'member') {
    const meaning = program.resolve(module, value, within);
    return (meaning.kind === 'several' ? meaning.of : [meaning]).flatMap((one) =>
      one.kind === 'value' ? textsOf(program, one.module, one.value, one.within, steps + 1) : [undefined],
    );
  }
  if (value.kind === 'call') {
    const call = module.calls[value.call]!;
    const isText = /^(text|sql|SQL|raw|dedent)$/.test(lastName(call.callee) ?? '');
    const [first] = call.arguments;
    return isText && first !== undefined
      ? textsOf(program, module, first.value, call.within, steps + 1)
      : [undefined];
  }
  return [undefined];
}

const COMMAND = /^@aws-sdk\/(lib|client)-dynamodb\.(Scan|Query)Command$/;
const OF_DYNAMO = /\bTable\(\)\.(scan|query)$|dynamodb.*\.(scan|query)$/i;
const TABLE = /(table|dynamo(db)?|ddb|doc(ument)?_?client)(\(\))?\.(scan|query)$/i;

function byDynamo(program: Program, module: SourceModule, call: Call): Read | undefined {
  const chain = chainOf(call.callee, module) ?? '';
  const path = program.pathOf(module, call.callee, call.within) ?? call.path ?? '';
  const command = COMMAND.exec(path)?.[2];
  const isCall = TABLE.test(chain) || OF_DYNAMO.test(path);
  if (command === undefined && !isCall) return undefined;
  const asks = command === undefined ? (lastName(call.callee) ?? 'scan') : `${command}Command`;
  const names = namesGiven(program, module, call);
  const further = goesOn(module, call.within);
  if (names === undefined) return { asks, of: 'dynamodb', limited: undefined, goesOn: further };
  if (names.every(isOfOneOrCount)) return undefined;
  // Whoever looks at the key of the next page may hand it on, or read all pages one after the other.
  const each = names.map((one) => hasAny(one, ['Limit']));
  const limited = ofAll(each.map((one) => (one === false && further ? undefined : one)));
  return { asks, of: 'dynamodb', limited, goesOn: further };
}

function isOfOneOrCount({ found }: Given): boolean {
  const limit = found.get('Limit');
  return (
    (limit?.value.kind === 'literal' && limit.value.value === 1) ||
    found.get('Select')?.value.kind === 'literal'
  );
}

const KEY = /^(LastEvaluatedKey|ExclusiveStartKey|nextToken|paginat\w+)$/;

/** Whether the function around a place says the key with which the next page begins. */
function goesOn(module: SourceModule, within: number): boolean {
  return asksForMore(module).has(outermost(module, within));
}

/** The functions that say the key, each by the outermost one that it stands in. */
function asksForMore(module: SourceModule): ReadonlySet<number> {
  const before = going.get(module);
  if (before !== undefined) return before;
  const found = new Set<number>();
  const saysKey = (part: Expression) =>
    ((part.kind === 'name' || part.kind === 'member') && KEY.test(part.name)) ||
    (part.kind === 'literal' && typeof part.value === 'string' && KEY.test(part.value)) ||
    (part.kind === 'object' && part.members.some(({ name }) => KEY.test(name)));
  for (const { value, within } of placedPartsIn(module))
    if (saysKey(value)) found.add(outermost(module, within));
  for (const { arguments: given, within } of module.calls)
    if (given.some(({ name }) => KEY.test(name ?? ''))) found.add(outermost(module, within));
  going.set(module, found);
  return found;
}

function outermost(module: SourceModule, within: number): number {
  let at = within;
  while (at !== TOP && module.functions[at]!.within !== TOP) at = module.functions[at]!.within;
  return at;
}

const going = new WeakMap<SourceModule, ReadonlySet<number>>();

const ALL = /^(all|fetchall)$/;
const MANY = /^(findMany|findAll|findAndCountAll|getMany|toArray|findAndCount)$/;
/** `this.tags.findAll()` of a service is a function of the repository, which asks by itself. */
const OF_OWN_CODE = /(service|controller|handler|manager|facade|client|api)\.\w+$|^\w+$/i;
const LIMIT_NAMES = ['take', 'limit', 'first', 'last', 'cursor'];
const LIMITS = /(^|\.)(limit|take|paginate|slice|first|top|fetch_page)\(\)/;

/** Calls of mappers: `prisma.user.findMany()`, `User.findAll()`, `session.query(User).all()`. */
function byMapper(program: Program, module: SourceModule, call: Call): Read | undefined {
  const name = lastName(call.callee) ?? '';
  const chain = chainOf(call.callee, module) ?? '';
  const isAll = ALL.test(name) && /(query|select|exec|execute|scalars|session|objects)(\(\))?\./.test(chain);
  if (!MANY.test(name) && !isAll) return undefined;
  if (
    !isAll &&
    (OF_OWN_CODE.test(chain) || program.resolve(module, call.callee, call.within).kind === 'function')
  )
    return undefined;
  // A builder may be given its limit before it is asked.
  if (name === 'getMany' && !/createQueryBuilder\(\)\./.test(chain))
    return { asks: name, of: 'orm', limited: undefined };
  const handed = chainsHanded(program, module, call);
  if ([chain, ...handed].some((one) => LIMITS.test(one))) {
    const values = [call.callee, ...valuesBefore(module, call)];
    const limits = limitsOfChains(program, module, values, call.within);
    return { asks: name, of: 'orm', limited: true, most: mostOf(program, limits) };
  }
  if (isAll) {
    // `execute(text('SELECT …')).fetchall()` is told by its statement.
    const below =
      call.callee.kind === 'member' && call.callee.of.kind === 'call'
        ? module.calls[call.callee.of.call]!
        : undefined;
    if (below !== undefined && bySql(program, module, below) !== undefined) return undefined;
    if ([chain, ...handed].some((one) => /(^|\.)group_by\(\)/.test(one))) return undefined;
    // What is put together step by step may be given its limit on the way.
    const isWritten =
      /^([A-Z]\w*\.query|(\w+\.)*session\.query\(\))\./.test(chain) ||
      handed.some((one) => /^(\w+\.)?select\(\)/.test(one));
    return { asks: name, of: 'orm', limited: isWritten ? false : undefined };
  }
  const names = namesGiven(program, module, call);
  if (names === undefined) return { asks: name, of: 'orm', limited: undefined };
  const limited = ofAll(names.map((one) => hasAny(one, LIMIT_NAMES)));
  if (limited !== true) return { asks: name, of: 'orm', limited };
  const limits = names.flatMap(({ found }) =>
    LIMIT_NAMES.flatMap((one) => (one === 'cursor' ? [] : (found.get(one) ?? []))),
  );
  return { asks: name, of: 'orm', limited, most: mostOf(program, limits) };
}

/** What is handed over, or what was called before, as far as it is a chain of calls. */
function chainsHanded(program: Program, module: SourceModule, call: Call): readonly string[] {
  return valuesBefore(module, call).flatMap((value) => {
    const own = chainOf(value, module);
    const meaning = value.kind === 'name' ? program.resolve(module, value, call.within) : undefined;
    const all = meaning?.kind === 'several' ? meaning.of : meaning === undefined ? [] : [meaning];
    return [
      ...(own === undefined ? [] : [own]),
      ...all.flatMap((one) =>
        one.kind === 'made' ? [`${chainOf(one.module.calls[one.call]!.callee, one.module) ?? ''}()`] : [],
      ),
    ];
  });
}

/** What is handed to a call and to those before it in its chain. */
function valuesBefore(module: SourceModule, call: Call): readonly Expression[] {
  const values = call.arguments.map(({ value }) => value);
  for (let of: Expression | undefined = call.callee; of !== undefined; ) {
    const below: Call | undefined =
      of.kind === 'member' && of.of.kind === 'call' ? module.calls[of.of.call] : undefined;
    values.push(...(below?.arguments.map(({ value }) => value) ?? []));
    of = below?.callee;
  }
  return values;
}

const MANY_BY_NAME = /^(rows?|items?|Items|results?|records?|data|found|matches)$/;
const TAKES_FIRST = /^(fetchone|first|scalar_one|scalar_one_or_none|one_or_none)$/;

/** Functions that take the first of what they are given. */
function firstsTaken(module: SourceModule): ReadonlySet<number> {
  const found = new Set<number>();
  for (const { value, within } of partsOfKind(module, 'index')) {
    if (value.index.kind !== 'literal' || value.index.value !== 0) continue;
    const name = lastName(value.of);
    const ofFirst =
      value.of.kind === 'index' && value.of.index.kind === 'literal' && value.of.of.kind === 'call';
    if (ofFirst || (name !== undefined && MANY_BY_NAME.test(name))) found.add(within);
  }
  for (const { callee, within } of module.calls)
    if (TAKES_FIRST.test(lastName(callee) ?? '')) found.add(within);
  return found;
}
