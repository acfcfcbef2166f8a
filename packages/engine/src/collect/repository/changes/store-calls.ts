import { onceFor } from '../../../once-for.ts';
import { modulesNamed } from '../code/names/named-modules.ts';
import type { Program } from '../code/names/program.ts';
import {
  type Argument,
  type Call,
  type Expression,
  type Place,
  type SourceModule,
  TOP,
} from '../code/syntax/source-module.ts';
import { callsHandedStatements } from '../joins/handed-statements.ts';
import { importedBy } from '../joins/reached-code.ts';
import { sdkCalls } from '../joins/sdk-calls.ts';
import { isOfAPage } from '../practices/pages.ts';
import { unreadIn } from '../practices/unread.ts';
import { lastOf } from './origins.ts';

/** A call that changes what is stored. */
export interface StoreCall {
  readonly module: SourceModule;
  /** The call that somebody has to wait for. */
  readonly number: number;
  readonly within: number;
  readonly at: Place;
  readonly of: string;
  /** As people say it: `put_item`, `UPDATE invoices`. */
  readonly name: string;
  readonly kind: 'puts' | 'updates' | 'adds' | 'maps';
  /** What is handed over, by name. */
  readonly input: Input;
  /** The whole statement, of SQL. */
  readonly statement?: string;
  /** `open` where the statement may be for a database in the process itself. */
  readonly isOfServer?: 'open';
}

export interface Input {
  readonly members: ReadonlyMap<string, Expression>;
  /** Whether there may be others. */
  readonly open: boolean;
}

/** All calls of the application's code that change what is stored, pages left out. */
export function storeCalls(program: Program): readonly StoreCall[] {
  const modules = [...program.modules.values()].filter(
    (module) => !MIGRATION.test(module.file) && !isOfAPage(program, module),
  );
  const byPlace = sdkByPlace(program, modules);
  return modules.flatMap((module) => {
    const statements = new Set(callsHandedStatements(program, module).map(({ number }) => number));
    return module.calls.flatMap((call, number) => {
      const key = `${module.file}:${call.at.line}:${call.at.column}`;
      const sdk = byPlace.get(key);
      const found =
        (sdk === undefined ? undefined : ofAws(program, module, number, sdk)) ??
        (statements.has(number) ? ofSql(program, module, number) : undefined) ??
        ofMapper(program, module, number);
      return found === undefined ? [] : [found];
    });
  });
}

/** What is run once, by itself, before anybody else. */
const MIGRATION = /(^|\/)(migrations?|alembic)\//;

/** Whether a module belongs to a library that stores, and whose calls are not read. */
export function isUnreadStore(module: string): boolean {
  return UNREAD_STORES.test(module) || (STORES_OF_DJANGO.test(module) && !PARTS_OF_MODELS.test(module));
}

const UNREAD_STORES =
  /^(knex|drizzle-orm(\/(?!\w+-core$).*)?|typeorm|sequelize(-typescript)?|@mikro-orm\/.*|objection|@google-cloud\/firestore|firebase-admin(\/.*)?|peewee|tortoise\..*|pony\..*|pynamodb\..*|dynamoose|electrodb|dynamodb-toolbox|@typedorm\/.*|sqlmodel)$/;

/** What of Django keeps something: its models, cache, files, sessions and users. The rest shows, routes and checks. */
const STORES_OF_DJANGO =
  /^django\.(db(\..*)?|core\.(cache|files)(\..*)?|contrib\.(sessions|gis\.db)(\..*)?|contrib\.auth(\.(models|base_user|backends))?|contrib\.\w+\.models)$/;

/** Columns, expressions and the like: written in a model or a query, and storing nothing by themselves. */
const PARTS_OF_MODELS =
  /^django\.(db\.(utils|migrations(\..*)?|models\.(fields|functions|expressions|indexes|constraints|lookups|aggregates|enums|signals|constants|deletion|query_utils)(\..*)?))$/;

function sdkByPlace(program: Program, modules: readonly SourceModule[]): ReadonlyMap<string, string> {
  const { calls } = sdkCalls(program, { modules, packages: new Set(), reaches: () => true, open: [] });
  const found = new Map<string, string>();
  for (const { call, service, file, at } of calls)
    found.set(`${file}:${at.line}:${at.column}`, `${service}.${call}`);
  return found;
}

const OF_AWS: readonly (readonly [call: RegExp, of: string, kind: StoreCall['kind']])[] = [
  [/^dynamodb\.(put_item|putItem|put|PutCommand|PutItemCommand)$/, 'DynamoDB', 'puts'],
  [/^dynamodb\.(update_item|updateItem|update|UpdateCommand|UpdateItemCommand)$/, 'DynamoDB', 'updates'],
  [
    /^dynamodb\.(batch_write_item|batchWrite|batchWriteItem|BatchWriteCommand|BatchWriteItemCommand|transact_write_items|transactWrite|TransactWriteCommand|TransactWriteItemsCommand)$/,
    'DynamoDB',
    'adds',
  ],
  [
    /^s3\.(put_object|putObject|PutObjectCommand|upload_fileobj|upload_file|upload|Upload|put)$/,
    'S3',
    'puts',
  ],
  [
    /^sqs\.(send_message|sendMessage|SendMessageCommand|send_message_batch|SendMessageBatchCommand)$/,
    'SQS',
    'adds',
  ],
];

function ofAws(program: Program, module: SourceModule, number: number, sdk: string): StoreCall | undefined {
  const row = OF_AWS.find(([pattern]) => pattern.test(sdk));
  if (row === undefined) return undefined;
  const call = module.calls[number]!;
  // A chain begins where its first call does: `table.put_item(…).get('Attributes')`.
  if (lastOf(call.callee) !== '' && !sdk.endsWith(`.${call.path?.split('.').at(-1) ?? lastOf(call.callee)}`))
    return undefined;
  const sender = /(Command|Upload)$/.test(sdk) ? senderOf(module, number) : number;
  if (sender === undefined) return undefined;
  const given = inputOf(program, module, call);
  return {
    module,
    number: sender,
    within: call.within,
    at: call.at,
    of: row[1],
    name: sdk.slice(sdk.indexOf('.') + 1),
    kind: row[2],
    input: given,
  };
}

/** What puts something into a list or map. */
export const GATHERS = /^(push|unshift|add|set)$/;

/** The call that a command is handed to; nothing where it is only signed. */
function senderOf(module: SourceModule, command: number): number | undefined {
  const { takers, bound, takersOfName, done } = commandsIn(module);
  const direct = takers.get(command);
  const own = bound.get(command);
  // `commands.push(new PutObjectCommand(…))`: what is put into a list is sent from there.
  if (direct !== undefined && GATHERS.test(lastOf(module.calls[direct]!.callee)))
    return senderOfList(module, direct) ?? command;
  const named = own === undefined ? [] : (takersOfName.get(`${own.within} ${own.name}`) ?? []);
  const all = direct === undefined ? named : [direct, ...named];
  if (all.some((number) => /sign|presign/i.test(lastOf(module.calls[number]!.callee)))) return undefined;
  // `upload.done()` of lib-storage.
  return all[0] ?? done.get(own === undefined ? `${command}` : own.name) ?? command;
}

/** The only call that sends what has a name in the function that fills a list: `commands.map((one) => client.send(one))`. */
function senderOfList(module: SourceModule, gathering: number): number | undefined {
  const around = module.calls[gathering]!.within;
  const senders = module.calls.flatMap(({ callee, arguments: [first], within }, number) => {
    if (lastOf(callee) !== 'send' || first?.value.kind !== 'name') return [];
    for (let at = within; at !== around; at = module.functions[at]!.within) if (at === TOP) return [];
    return [number];
  });
  return senders.length === 1 ? senders[0] : undefined;
}

interface Commands {
  /** By the number of a command that is written where it is handed over. */
  readonly takers: ReadonlyMap<number, number>;
  readonly bound: ReadonlyMap<number, { readonly name: string; readonly within: number }>;
  /** By the function and the name that is handed over. */
  readonly takersOfName: ReadonlyMap<string, readonly number[]>;
  /** Calls of `done`, by the name or number of what it is called on. */
  readonly done: ReadonlyMap<string, number>;
}

const commands = new WeakMap<SourceModule, Commands>();

function commandsIn(module: SourceModule): Commands {
  const before = commands.get(module);
  if (before !== undefined) return before;
  const takers = new Map<number, number>();
  const takersOfName = new Map<string, number[]>();
  const done = new Map<string, number>();
  for (const [number, { callee, arguments: given, within }] of module.calls.entries()) {
    for (const { value } of given) {
      if (value.kind === 'call' && !takers.has(value.call)) takers.set(value.call, number);
      if (value.kind !== 'name') continue;
      const key = `${within} ${value.name}`;
      const others = takersOfName.get(key) ?? [];
      takersOfName.set(key, others);
      others.push(number);
    }
    if (callee.kind !== 'member' || callee.name !== 'done') continue;
    if (callee.of.kind === 'call') done.set(`${callee.of.call}`, number);
    if (callee.of.kind === 'name') done.set(callee.of.name, number);
  }
  const bound = new Map<number, { name: string; within: number }>();
  for (const { value, target, within } of module.bindings)
    if (value.kind === 'call' && target.kind === 'name') bound.set(value.call, { name: target.name, within });
  const made = { takers, bound, takersOfName, done };
  commands.set(module, made);
  return made;
}

/** The named arguments of a call in Python, the members of the object in JavaScript; spreads followed as far as written. */
export function inputOf(program: Program, module: SourceModule, call: Call): Input {
  const members = new Map<string, Expression>();
  let open = false;
  const add = (argument: Argument) => {
    if (argument.name !== undefined) members.set(argument.name, argument.value);
    else {
      const objects = objectsIn(program, module, argument.value, call.within);
      if (objects.length === 0) open ||= argument.spread || module.language === 'script';
      // Of alternatives only what all of them say is certain; what one says still is there.
      for (const object of objects) {
        for (const { name, value } of object.members) members.set(name, value);
        open ||= object.open;
      }
    }
  };
  for (const argument of call.arguments) if (argument.value.kind !== 'function') add(argument);
  return { members, open };
}

type ObjectExpression = Extract<Expression, { kind: 'object' }>;

function objectsIn(
  program: Program,
  module: SourceModule,
  value: Expression,
  within: number,
): readonly ObjectExpression[] {
  if (value.kind === 'object') return [value];
  const meaning = program.resolve(module, value, within);
  const all = meaning.kind === 'several' ? meaning.of : [meaning];
  return all.flatMap((one) => (one.kind === 'value' && one.value.kind === 'object' ? [one.value] : []));
}

const STATEMENT = /^[\s(]*(insert|update|replace|merge)\s+([\s\S]*)/i;
const TELLS = /(^|\.)(log|info|warn|warning|error|debug|print|trace|Error|Exception|describe|it|test|echo)$/;
/** Databases in the process itself: one writer at a time, and nothing of it is shared. */
const LOCAL = /^(sqlite3|better-sqlite3|aiosqlite|node:sqlite|sqlite|expo-sqlite|duckdb|lancedb)$/;
const REMOTE =
  /^(pg|pg-promise|postgres|mysql|mysql2(\/promise)?|mariadb|mssql|tedious|slonik|psycopg2?(\..*)?|asyncpg|pymysql|MySQLdb|mysql\.connector|aiomysql|databases|sqlalchemy(\..*)?|oracledb|snowflake.*|@aws-sdk\/client-rds-data|serverless-mysql|data-api-client|@vercel\/postgres|@neondatabase\/serverless|@prisma\/client|knex|redshift_connector|pyodbc)$/;

/** What people run by hand may move data from one kind of database to another. */
const BY_HAND = /(^|\/)(scripts|migrations|tools|bin)\//;

interface Drivers {
  readonly of: ReadonlyMap<SourceModule, 'server' | 'local'>;
  readonly importers: ReadonlyMap<SourceModule, readonly SourceModule[]>;
  readonly all: boolean;
}

const drivers = new WeakMap<Program, Drivers>();

function driversIn(program: Program): Drivers {
  const before = drivers.get(program);
  if (before !== undefined) return before;
  const of = new Map<SourceModule, 'server' | 'local'>();
  const importers = new Map<SourceModule, SourceModule[]>();
  for (const module of program.modules.values()) {
    if (BY_HAND.test(module.file)) continue;
    const names = modulesNamed(module).map((one) => one.module);
    if (names.some((name) => REMOTE.test(name))) of.set(module, 'server');
    else if (names.some((name) => LOCAL.test(name))) of.set(module, 'local');
    for (const imported of importedBy(program, module)) {
      const own = importers.get(imported) ?? [];
      importers.set(imported, own);
      own.push(module);
    }
  }
  const kinds = new Set(of.values());
  const made = { of, importers, all: kinds.has('server') || !kinds.has('local') };
  drivers.set(program, made);
  return made;
}

/** Whether the statements of a module go to a server, by the drivers of those around it: what it imports, and who imports it. */
function asksServer(program: Program, module: SourceModule): boolean | 'open' {
  const { of, importers, all } = driversIn(program);
  const around = [module, ...importedBy(program, module), ...(importers.get(module) ?? [])];
  const further = around.flatMap((one) => [...importedBy(program, one), ...(importers.get(one) ?? [])]);
  for (const near of [[module], around, further]) {
    const kinds = new Set(near.map((one) => of.get(one)));
    if (kinds.has('server')) return kinds.has('local') ? 'open' : true;
    if (kinds.has('local')) return false;
  }
  return unreadIn(program) === undefined ? all : 'open';
}

function ofSql(program: Program, module: SourceModule, number: number): StoreCall | undefined {
  const call = module.calls[number]!;
  if (call.path !== undefined && TELLS.test(call.path)) return undefined;
  for (const { value } of call.arguments) {
    const text = statementIn(program, module, value, call.within);
    const found = text === undefined ? null : STATEMENT.exec(text);
    if (found === null || !isStatement(found[1]!, found[2]!)) continue;
    const isOfServer = asksServer(program, module);
    if (isOfServer === false) continue;
    const verb = found[1]!.toUpperCase();
    const table = /^(?:or\s+\w+\s+)?(?:into\s+)?(?:only\s+)?["'`[]?([\w.]+)/i.exec(found[2]!)?.[1];
    const isNamed = table !== undefined && !/^(into|only)$/i.test(table);
    return {
      module,
      number,
      within: call.within,
      at: call.at,
      of: 'SQL',
      name: isNamed ? `${verb} ${table}` : verb,
      kind: verb === 'UPDATE' ? 'updates' : /^(MERGE|REPLACE)$/.test(verb) ? 'puts' : 'adds',
      input: { members: new Map(), open: true },
      statement: text!,
      ...(isOfServer === 'open' ? { isOfServer } : {}),
    };
  }
  return undefined;
}

function isStatement(verb: string, rest: string): boolean {
  return /^update$/i.test(verb) ? /\bset\b/i.test(rest) : /^(or\s+\w+\s+)?into\b/i.test(rest);
}

/** A text that is handed over, what is put in as `?`. */
function statementIn(
  program: Program,
  module: SourceModule,
  value: Expression,
  within: number,
): string | undefined {
  if (value.kind === 'literal') return typeof value.value === 'string' ? value.value : undefined;
  if (value.kind === 'text')
    return module.texts[value.text]!.parts.map((part) => (typeof part === 'string' ? part : ' ? ')).join('');
  if (value.kind === 'object') {
    const own = value.members.find(({ name }) => /^(text|sql|query|statement)$/i.test(name));
    return own === undefined ? undefined : statementIn(program, module, own.value, within);
  }
  if (value.kind !== 'name' && value.kind !== 'member') return undefined;
  const meaning = program.resolve(module, value, within);
  if (meaning.kind !== 'value' || (meaning.value.kind !== 'literal' && meaning.value.kind !== 'text'))
    return undefined;
  return statementIn(program, meaning.module, meaning.value, meaning.within);
}

const MONGO_ADDS = /^(insertOne|insertMany|insert_one|insert_many)$/;
const MONGO_CHANGES =
  /^(updateOne|updateMany|replaceOne|findOneAndUpdate|findOneAndReplace|findByIdAndUpdate|bulkWrite|update_one|update_many|replace_one|find_one_and_update|find_one_and_replace|bulk_write)$/;
const PRISMA = /PrismaClient\(\)(\.\w+)?\.(\w+)$/;
const BY_NAME = /(^|\.)(prisma|prismaClient)\.(\w+)\.(create|createMany|update|updateMany|upsert)$/;

/** What mappers call what they do; each name is looked at below. */
const MAPS =
  /^(insert|update|upsert|create|replace|findOneAnd|findByIdAnd|find_one_and|bulk|increment$|decrement$|save$|commit$)/;

function ofMapper(program: Program, module: SourceModule, number: number): StoreCall | undefined {
  const call = module.calls[number]!;
  if (call.callee.kind !== 'member' || !MAPS.test(call.callee.name)) return undefined;
  const { name } = call.callee;
  const made = (of: string, kind: StoreCall['kind']): StoreCall => ({
    module,
    number,
    within: call.within,
    at: call.at,
    of,
    name,
    kind,
    input: inputOf(program, module, call),
  });
  if (MONGO_ADDS.test(name)) return made('MongoDB', 'adds');
  if (MONGO_CHANGES.test(name)) return made('MongoDB', 'maps');
  if (/^(create|createMany|update|updateMany|upsert)$/.test(name)) {
    const path = program.pathOf(module, call.callee, call.within) ?? '';
    if (PRISMA.test(path) || BY_NAME.test(call.path ?? ''))
      return made('Prisma', /^create/.test(name) ? 'adds' : 'maps');
  }
  // `products.update({ name }, { where: { id } })` of Sequelize.
  if (/^(update|increment|decrement)$/.test(name) && module.language === 'script') {
    const [, options] = call.arguments;
    if (options?.value.kind === 'object' && options.value.members.some((one) => one.name === 'where'))
      return made('Sequelize', name === 'update' ? 'maps' : 'adds');
  }
  if (name === 'save' && usesMongoose(program) && hasNothingToSave(call))
    return made('MongoDB', isNewHere(module, call) ? 'adds' : 'maps');
  if (
    module.language === 'python' &&
    name === 'commit' &&
    /(^|\.)(session|db\.session|_session)\.commit$/.test(call.path ?? '')
  )
    return made('SQLAlchemy', 'maps');
  return undefined;
}

/** Objects of Mongoose store themselves. */
const usesMongoose = onceFor((program: Program) =>
  [...program.modules.values()].some((module) =>
    modulesNamed(module).some((one) =>
      /^(mongoose|@nestjs\/mongoose|@typegoose\/typegoose)$/.test(one.module),
    ),
  ),
);

/** `note.save()`, `note.save({ session })`: others are handed what they save. */
function hasNothingToSave({ arguments: given }: Call): boolean {
  return given.every(
    ({ value }) =>
      value.kind === 'object' &&
      value.members.every(({ name }) => /^(session|validate\w*|timestamps)$/.test(name)),
  );
}

/** `new Note({ … }).save()`, also by a name that is given nothing else. */
function isNewHere(module: SourceModule, { callee, within }: Call): boolean {
  const of = callee.kind === 'member' ? callee.of : callee;
  const values =
    of.kind === 'name'
      ? module.bindings.flatMap(({ target, value, within: scope }) =>
          target.kind === 'name' && target.name === of.name && scope === within ? [value] : [],
        )
      : [of];
  return values.length > 0 && values.every((one) => one.kind === 'call' && module.calls[one.call]!.isNew);
}
