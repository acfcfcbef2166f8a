import { isModule } from '../code/modules.ts';
import { type Program, programOf } from '../code/names/program.ts';
import { everyExpression, everyOne } from '../code/syntax/expressions.ts';
import type { Call, Expression, SourceModule } from '../code/syntax/source-module.ts';
import { fact, placeIn, type RepositoryFact } from '../fact.ts';
import type { FileKind } from '../file-kind.ts';
import { Findings } from '../findings.ts';
import { callsHandedStatements } from '../joins/handed-statements.ts';
import { inOrder } from '../joins/told-calls.ts';
import { addressOf, at } from '../practices/places.ts';
import type { Reader, ReadFacts, SourceOfFiles } from '../reader.ts';
import { callsThatMayAskDynamo, dynamoQuery } from './dynamo.ts';
import { madeTables, mayChange } from './made-tables.ts';
import { addSchema, type Table } from './schema.ts';
import { queryIn } from './sql.ts';
import { namedIn, textOf } from './statement-text.ts';

const TYPES = ['Repository::Query', 'Repository::Table', 'Repository::MadeTables'] as const;

/** What the code asks databases for, and the indexes that statements make. */
export const queries: Reader = {
  name: 'queries',
  types: TYPES,
  onlySearches: true,
  wants,
  read: readQueries,
};

function wants(path: string, kind: FileKind): boolean {
  return isModule(path, kind) || (kind === 'other' && path.endsWith('.sql'));
}

async function readQueries(files: readonly string[], source: SourceOfFiles): Promise<ReadFacts> {
  const findings = new Findings(TYPES);
  const scripts = files.filter((path) => path.endsWith('.sql'));
  const hasCode = files.length > scripts.length;
  const program = hasCode ? await programOf(source) : undefined;
  const modules = program === undefined ? [] : [...program.modules.values()];
  for (const one of program?.unread ?? []) findings.unread(one);
  for (const module of modules) {
    findings.brokenModule(module);
    if (!OF_MIGRATIONS.test(module.file)) findings.add(...queriesIn(program!, module));
  }
  for (const module of modules) {
    const place = indexElsewhere(module);
    if (place !== undefined)
      findings.unseen({
        what: `indexes in ${module.file}`,
        why: 'indexes that are made without SQL are not read',
        decidedBy: 'looking at the indexes of the database',
        holds: ['Repository::Table'],
        file: module.file,
        line: place.line,
      });
  }
  const made = statementsIn(modules);
  const tables = new Map<string, Table>();
  for (const text of made) addSchema(tables, text);
  const ownTables = tables.size > 0;
  const changing = new Map<string, string | undefined>();
  const names = ownTables ? lastNames(modules) : new Set<string>();
  for (const path of scripts) {
    // Where the code makes its tables itself, a file that nothing names is not run.
    if (ownTables && !isNamed(path, names)) continue;
    const read = await source.text(path);
    if (read.kind === 'skipped') findings.skipped(path, read.why);
    else {
      addSchema(tables, read.text);
      const name = path.split('/').at(-1)!;
      changing.set(name, changing.get(name) ?? mayChange(read.text));
    }
  }
  for (const module of modules)
    if (!OF_MIGRATIONS.test(module.file)) findings.add(...madeTables(program!, module, changing));
  findings.add(...[...tables.values()].map((table) => tableFact(table, scripts[0] ?? files[0]!)));
  return findings.found;
}

function tableFact({ name, keys, kinds }: Table, file: string): RepositoryFact {
  return fact({
    type: 'Repository::Table',
    address: `table ${name}`,
    at: placeIn(file),
    properties: {
      name,
      keys: keys.map((columns) => ({ first: columns[0] ?? '', columns })),
      kinds: [...kinds],
    },
  });
}

/** Where a library of Python or JavaScript makes an index. */
function indexElsewhere(module: SourceModule) {
  if (!/(^|\/)(migrations?|versions|alembic)\//.test(module.file)) return undefined;
  return module.calls.find(
    ({ callee }) =>
      callee.kind === 'member' &&
      /^(create_index|createIndex|addIndex|add_index|index|AddIndex|unique|createTable|create_table)$/.test(
        callee.name,
      ),
  )?.at;
}

/** Statements in code that make tables and indexes. */
function statementsIn(modules: readonly SourceModule[]): readonly string[] {
  return modules.flatMap((module) => {
    if (BY_HAND.test(module.file)) return [];
    const found: string[] = [];
    everyExpression(module, (value) => {
      if (value.kind !== 'literal' && value.kind !== 'text') return;
      const text = textOf(module, value);
      if (text !== undefined && /\bcreate\s+(unique\s+)?(table|index)\b/i.test(text)) found.push(text);
    });
    return found;
  });
}

/** Each of them runs once. */
const OF_MIGRATIONS = /(^|\/)(migrations|versions|alembic)\//;
const BY_HAND = /(^|\/)(scripts|tools|bin|migrations|versions|alembic)\//;

/** The last names of all paths that texts of the code could be, what is matched there left out: `migrations/*.sql` names a folder. */
function lastNames(modules: readonly SourceModule[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const module of modules)
    for (const { value } of everyOne(module, 'literal')) {
      if (typeof value.value !== 'string' || value.value.length > LONGEST_PATH) continue;
      const parts = value.value.replace(/\/?(\*[^/]*)?$/, '').split('/');
      names.add(parts.at(-1)!);
    }
  return names;
}

const LONGEST_PATH = 300;

/** Whether the code names a file, or the folder that it lies in. */
function isNamed(path: string, names: ReadonlySet<string>): boolean {
  const parts = path.split('/');
  return names.has(parts.at(-1)!) || (parts.length > 1 && names.has(parts.at(-2)!));
}

function queriesIn(program: Program, module: SourceModule): readonly RepositoryFact[] {
  const found = new Map<string, RepositoryFact>();
  for (const { call } of inOrder(
    callsHandedStatements(program, module),
    callsThatMayAskDynamo(program, module),
  )) {
    const one = ofSql(program, module, call) ?? ofDynamo(program, module, call);
    if (one !== undefined && !found.has(one.address)) found.set(one.address, one);
  }
  return [...found.values()];
}

function ofSql(program: Program, module: SourceModule, call: Call): RepositoryFact | undefined {
  for (const { value } of call.arguments) {
    const text = textOf(module, value) ?? namedIn(program, module, value, call.within);
    if (text === undefined || !/^[\s(]*select\b/i.test(text)) continue;
    const query = queryIn(text, () => begins(module, call));
    if (query === undefined) return undefined;
    const columns = query.columns.filter((name) => name !== '');
    const by = [...columns, ...query.conditions.map((one) => one.text)];
    if (by.length === 0) return undefined;
    return fact({
      type: 'Repository::Query',
      address: `${addressOf(module, call.within)}: ${query.table} by ${by.join(', ')}`,
      at: at(module, value.at),
      properties: {
        path: module.file,
        store: 'sql',
        table: query.table,
        operation: 'SELECT',
        columns: columns.map((name) => ({ name })),
        conditions: query.conditions.map(({ text: said, why }) => ({ text: said, why })),
      },
    });
  }
  return undefined;
}

function ofDynamo(program: Program, module: SourceModule, call: Call): RepositoryFact | undefined {
  const partiql = ofPartiql(module, call);
  const query = partiql ?? dynamoQuery(program, module, call);
  if (query === undefined) return undefined;
  const by =
    query.operation === 'Scan' ? '' : ` by ${[query.index, ...query.keys].filter(Boolean).join(', ')}`;
  if (query.operation !== 'Scan' && query.keys.length === 0 && query.index === undefined) return undefined;
  return fact({
    type: 'Repository::Query',
    address: `${addressOf(module, call.within)}: ${query.operation}${by}`,
    at: at(module, call.at),
    properties: {
      path: module.file,
      store: 'dynamodb',
      operation: query.operation,
      columns: query.keys.map((name) => ({ name })),
      index: query.index,
      limited: query.limited ? true : undefined,
      filtered: query.filtered ? true : undefined,
      job: query.operation === 'Scan' && OF_JOBS.test(addressOf(module, call.within)) ? true : undefined,
    },
  });
}

/** Names of what goes through everything by its nature. */
const OF_JOBS =
  /(^|[/_. -])(clean|sweep|purge|expire|export|report|migrat|back-?fill|cron|batch|archiv|seed|sync|cleanup)\w*|[a-z](CleanUp|Cleanup|Sweep|Purge|Export|Report|Sync)/;

/** `SELECT * FROM "…"."by-email" WHERE email = …`: a statement of DynamoDB that names an index. */
function ofPartiql(module: SourceModule, call: Call) {
  for (const { value } of call.arguments) {
    if (value.kind !== 'object') continue;
    const statement = value.members.find(({ name }) => name === 'Statement');
    const text = statement && textOf(module, statement.value);
    const found =
      text === undefined
        ? null
        : /^\s*select\b[\s\S]*\bfrom\s+"[^"]*"\."([\w.-]+)"\s+where\s+"?(\w+)"?\s*=/i.exec(text);
    if (found !== null)
      return {
        operation: 'Query',
        index: found[1]!,
        keys: [found[2]!],
        limited: false,
        filtered: false,
      } as const;
  }
  return undefined;
}

/** Whether what a statement is given for a pattern begins with anything; nothing where that cannot be told. */
function begins(module: SourceModule, call: Call): boolean | undefined {
  const given: Expression[] = call.arguments.flatMap(({ value }) =>
    value.kind === 'list' ? value.items : [value],
  );
  const patterns = given.flatMap((value) => {
    const text = textOf(module, value);
    return text === undefined || /^[\s(]*select\b/i.test(text) || !text.includes('%') ? [] : [text];
  });
  if (patterns.length === 0) return undefined;
  return patterns.some((text) => text.startsWith('%'));
}
