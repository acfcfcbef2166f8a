import { onceFor } from '../../../../once-for.ts';
import { callsHandedStatements } from '../../joins/handed-statements.ts';
import { type CallAt, FOLLOWED, type FunctionAt, lastName, type Reaches } from '../behaviour/reach.ts';
import type { RoutePart } from '../behaviour/route-part.ts';
import type { Meaning, Program } from '../names/program.ts';
import { type Expression, isIn, type SourceModule } from '../syntax/source-module.ts';

/** Whether a part of a function reads what is stored, and surely does no more: all that it calls is known. */
export function readsOnly(reaches: Reaches, start: FunctionAt, part: RoutePart): boolean {
  const { calls, functions } = reaches.of({ ...start, part });
  if (functions.length >= FOLLOWED.most) return false;
  const done = calls
    // What is done after an error is no answer to what was asked.
    .filter(({ call, module }) => module.catches.every(({ caught }) => !isIn(call.at, caught)))
    .map((one) => doneBy(reaches, one));
  return done.includes('reads') && !done.includes('more');
}

function doneBy(
  { program }: Reaches,
  { call, module, meaning, name, depth }: CallAt,
): 'reads' | 'nothing' | 'more' {
  if (callsHandedStatements(program, module).some((one) => one.call === call)) {
    const [statement] = call.arguments;
    return SELECTS.test(beginningOf(module, statement?.value)) ? 'reads' : 'more';
  }
  const last = lastName(call.callee) ?? '';
  if (last === 'send') {
    const command = call.arguments[0]?.value;
    const made = command?.kind === 'call' ? module.calls[command.call]! : undefined;
    return READS.test(lastName(made?.callee ?? call.callee) ?? '') ? 'reads' : 'more';
  }
  const isFollowed = /^(function|class)$/.test(meaning.kind);
  if (isFollowed && depth >= FOLLOWED.deepest) return 'more';
  if (isFollowed || call.isNew || OF_THE_LANGUAGE.test(name)) return 'nothing';
  const path = pathOf(program, meaning);
  if (LETS_GO.test(last)) return CONNECTIONS.test(path ?? '') ? 'nothing' : 'more';
  return HARMLESS.test(last) && (path !== undefined || !mayBeOwn(program, last)) ? 'nothing' : 'more';
}

/** What of packages is called, also where a function of the repository made what it is called on: `(await connected()).end()`. */
function pathOf(program: Program, meaning: Meaning): string | undefined {
  const path = program.nameOf(meaning);
  if (path !== undefined || meaning.kind !== 'made') return path;
  const { callee, within } = meaning.module.calls[meaning.call]!;
  const maker = program.resolve(meaning.module, callee, within);
  const made = maker.kind === 'function' ? program.given(maker.module, maker.function) : undefined;
  const of = made === undefined ? undefined : program.nameOf(made);
  return of === undefined ? undefined : [of, ...meaning.members].join('.');
}

/** Whether code of the repository may have a method of such a name: whose method is called cannot always be told. */
function mayBeOwn(program: Program, name: string): boolean {
  return program.unread.length > 0 || ownNames(program).has(name);
}

const ownNames = onceFor(
  (program: Program): ReadonlySet<string | undefined> =>
    new Set([...program.modules.values()].flatMap((one) => one.functions.map(({ name }) => name))),
);

const SELECTS = /^\s*select\b/i;
const READS = /^(Get|BatchGet|Query|Scan|List|Describe|Head)\w*Command$/;
const OF_THE_LANGUAGE = /^(console|JSON|Object|Array|String|Number|Date|Math|Boolean)(\.|\(|$)/;
/** What may as well write, but for streams, clients and connections of databases. */
const LETS_GO = /^(connect|end|release|close)$/;
const CONNECTIONS =
  /^(?:pg|pg-pool|mysql2?(?:\/promise)?|mysql\.connector|mariadb|mssql|oracledb|sqlite3|better-sqlite3|psycopg2?|psycopg_pool|pymysql|asyncpg|redis|ioredis|mongodb|mongoose|(?:node:)?(?:fs|stream|net|https?|readline)|io|requests|httpx|aiohttp|boto3|@aws-sdk\/[\w-]+)\./;
const HARMLESS =
  /^(debug|info|warn|error|log|split|includes|filter|map|join|slice|trim|find|some|every|get|has|toString|toISOString|toLowerCase|toUpperCase|replace|startsWith|endsWith|match|keys|values|entries)$/;

/** The text that a statement begins with, where it is written in its place. */
function beginningOf(module: SourceModule, value: Expression | undefined): string {
  if (value?.kind === 'literal') return String(value.value);
  const first = value?.kind === 'text' ? module.texts[value.text]!.parts[0] : undefined;
  return typeof first === 'string' ? first : '';
}
