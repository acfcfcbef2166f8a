import { onceFor } from '../../../once-for.ts';
import type { Program } from '../code/names/program.ts';
import { everyExpression } from '../code/syntax/expressions.ts';
import type { Call, SourceModule } from '../code/syntax/source-module.ts';
import { fact, placeIn, type RepositoryFact, written } from '../fact.ts';
import { callsHandedStatements } from '../joins/handed-statements.ts';
import { addressOf, at } from '../practices/places.ts';
import { usersIn } from '../watching/users.ts';
import { HOLE, plain } from './sql.ts';
import { namedIn, textOf } from './statement-text.ts';

const MAKES = /\bcreate\s+table\s+(?:if\s+not\s+exists\s+)?([`"[]?[\w.]+[`"\]]?)/gi;
const WHERE_MISSING = /\bcreate\s+table\s+if\s+not\s+exists\b/i;
const ALTERS = /\balter\s+table\s+(?:if\s+exists\s+|only\s+)*([`"[]?[\w.]+[`"\]]?|\u0001)/gi;
/** What brings a table that is there into another form: not who owns it. */
const CHANGES =
  /\balter\s+table\s+(?:if\s+exists\s+|only\s+)*([`"[]?[\w.]+[`"\]]?|\u0001)\s+(?:add|drop|rename|alter|modify|change)\b/gi;
/** `PRAGMA user_version` and the argument of a call of `pragma`: to ask for it changes nothing, and a column may be called so. */
const VERSION_OF_FILE = /\bpragma\b[^;]*\buser_version\b|^\s*user_version\b/i;
const WRITES_VERSION = /\bpragma\s+(?:[\w"]+\.)?user_version\s*(?:=|\()/i;
/** Tables in which tools and people write down which step a schema has reached; others may be of what the application keeps. */
const OF_VERSIONS =
  /^(?:schema_|db_|database_|sql_|_)?_?(?:migrations?|alembic_version|databasechangelog)$|^_?(?:\w+_)?schema_?(?:versions?|info|history|changelog)$|^db_?versions?$/i;
const MAY_BE_OF_VERSIONS = /(?:^|_)(?:migrations?|versions?|changelog)$/i;
const IN_MEMORY = /^:memory:$/i;
const SCRIPT = /(?:^|\/)([^/]+\.sql)$/i;

/**
 * Where the code makes tables that are missing, with what changes those that are there already. `scripts` are the files of SQL
 * by their last names, with what in them may change a schema: one that is named and not among them may do so.
 */
export function madeTables(
  program: Program,
  module: SourceModule,
  scripts: ReadonlyMap<string, string | undefined>,
): readonly RepositoryFact[] {
  return statementsOf(program, module).flatMap(({ call, text }) => {
    if (!WHERE_MISSING.test(text)) return [];
    const tables = namesIn(text, MAKES);
    const place = at(module, call.at);
    return [
      fact({
        type: 'Repository::MadeTables',
        address: `${addressOf(module, call.within)}: ${tables.join(', ')}`,
        at: place,
        properties: {
          path: module.file,
          tables,
          changes: changesOf(program, module, tables),
          others: othersIn(program, scripts),
          usedIn: usersIn(program, module, call.within, place),
        },
      }),
    ];
  });
}

interface Statement {
  readonly call: Call;
  readonly text: string;
}

/** The statements that a module hands over as they are written. */
const statementsOf = onceFor((program: Program, module: SourceModule): readonly Statement[] =>
  callsHandedStatements(program, module).flatMap(({ call }) =>
    call.arguments.flatMap(({ value }) => {
      const text = textOf(module, value) ?? namedIn(program, module, value, call.within);
      return text === undefined ? [] : [{ call, text }];
    }),
  ),
);

/** What the same file runs that records a version of the schema, or brings an older form of these tables up to date. */
function changesOf(program: Program, module: SourceModule, tables: readonly string[]) {
  return statementsOf(program, module).flatMap(({ call, text }) => {
    const altered = namesIn(text, CHANGES).filter((name) => tables.includes(name));
    const kept = namesIn(text, MAKES).filter((name) => OF_VERSIONS.test(name));
    const says = [
      ...(WRITES_VERSION.test(text) ? ['PRAGMA user_version'] : []),
      ...altered.map((name) => `ALTER TABLE ${name}`),
      ...kept.map((name) => `the table ${name}`),
    ];
    return says.map((one) => written(one, at(module, call.at)));
  });
}

/** All texts of the program that may have to do with how a schema changes. */
const othersIn = onceFor((program: Program, scripts: ReadonlyMap<string, string | undefined>) =>
  [...program.modules.values()].flatMap((module) => {
    const found = new Map<string, number>();
    everyExpression(module, (value) => {
      const text = textOf(module, value);
      const says = text === undefined ? undefined : (ofScript(text, scripts) ?? mayChange(text));
      if (says !== undefined && !found.has(says)) found.set(says, value.at.line);
    });
    return [...found].map(([says, line]) => written(says, placeIn(module.file, line)));
  }),
);

function ofScript(text: string, scripts: ReadonlyMap<string, string | undefined>): string | undefined {
  if (text.length > LONGEST_NAME) return undefined;
  const name = SCRIPT.exec(text)?.[1];
  if (name !== undefined) return scripts.has(name) ? scripts.get(name) : text;
  return IN_MEMORY.test(text) ? text : undefined;
}

const LONGEST_NAME = 300;

/** What of a text of SQL may change a schema that is there, or says which form it has. */
export function mayChange(text: string): string | undefined {
  if (VERSION_OF_FILE.test(text)) return 'PRAGMA user_version';
  const [altered] = namesIn(text, ALTERS);
  if (altered !== undefined) return altered === HOLE ? 'ALTER TABLE' : `ALTER TABLE ${altered}`;
  return namesIn(text, MAKES).find((name) => OF_VERSIONS.test(name) || MAY_BE_OF_VERSIONS.test(name));
}

function namesIn(text: string, pattern: RegExp): readonly string[] {
  return [...text.matchAll(pattern)].map(([, name]) => plain(name!));
}
