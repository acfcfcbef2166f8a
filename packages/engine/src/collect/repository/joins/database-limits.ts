import { everyOne } from '../code/syntax/expressions.ts';
import type { Expression, SourceModule } from '../code/syntax/source-module.ts';
import { type Given, hasLimitedQueries } from './given-settings.ts';
import { type Ended, type Limit, OPEN, unlimited } from './limit.ts';
import { isNoLimit } from './no-limit.ts';

/*
 * Where nothing is set, nothing ends a statement. Sources, as of 2026-11-22: node-postgres, "Client" (`statement_timeout` and
 * `query_timeout`: none; `options` go to the server); psycopg and libpq, "Connection Control Functions" (`options`); mysql2;
 * PostgreSQL, "Client Connection Defaults" (`statement_timeout`: milliseconds, or with a unit).
 */
const POSTGRES = /^pg\.(?:Pool|Client)$/;
const MYSQL = /^mysql2?(?:\/promise)?\.(?:createPool|createConnection)$/;
const PSYCOPG = /^psycopg2?\.connect$/;

/** Drivers of databases. */
export function limitOfDatabase(path: string, given: Given): Limit | undefined {
  if (POSTGRES.test(path)) return { of: 'pg', ...withoutSession(given, ofPostgres(given)) };
  // Each of its queries may be given a limit of its own.
  if (MYSQL.test(path))
    return {
      of: 'mysql',
      ...(hasLimitedQueries(given.reached) ? OPEN : unlimited('no query has a time-out')),
    };
  if (PSYCOPG.test(path)) return { of: 'psycopg', ...withoutSession(given, ofPsycopg(given)) };
  return undefined;
}

/** Where a session may be given a time later, nothing says that there is none. */
function withoutSession({ reached }: Given, ended: Ended): Ended {
  return ended.seconds === Number.POSITIVE_INFINITY && reached.modules.some(setsStatementTimeout)
    ? OPEN
    : ended;
}

/** `SET statement_timeout = …`, `set_config('statement_timeout', …)`. */
export function setsStatementTimeout(module: SourceModule): boolean {
  const says = (text: unknown) => typeof text === 'string' && SESSION_SETTING.test(text);
  return (
    everyOne(module, 'literal').some(({ value }) => says(value.value)) ||
    module.texts.some(({ parts }) => parts.some(says))
  );
}

const SESSION_SETTING = /\b(?:set\s+(?:session\s+|local\s+)?|set_config\s*\(\s*')statement_timeout\b/i;

function ofPostgres(given: Given): Ended {
  const settings = given.object(given.at(0));
  if (settings === 'open') return OPEN;
  const set = ['query_timeout', 'statement_timeout']
    .flatMap((name) => settings?.get(name) ?? [])
    .filter((one) => !isNoLimit(one));
  if (set.length === 0)
    return ofHandedSettings(given, [settings?.get('options'), settings?.get('connectionString')]);
  const numbers = set.flatMap((one) => given.number(one) ?? []);
  if (numbers.length < set.length) return OPEN;
  const least = Math.min(...numbers);
  return { seconds: least / 1_000, because: `query_timeout ${least}` };
}

function ofPsycopg(given: Given): Ended {
  if (given.isSpread) return OPEN;
  return ofHandedSettings(given, [
    given.named('options'),
    given.at(0),
    given.named('conninfo'),
    given.named('dsn'),
  ]);
}

/** What options and addresses hand to the server: `-c statement_timeout=5000`, `?statement_timeout=5000`. */
function ofHandedSettings(given: Given, handed: readonly (Expression | undefined)[]): Ended {
  const told = handed.filter((one) => one !== undefined).map((one) => given.text(one));
  if (told.includes(undefined)) return OPEN;
  const said = told.flatMap((text) => (/statement_timeout/i.test(text!) ? [secondsIn(text!)] : []));
  if (said.length === 0) return unlimited('no statement_timeout');
  const [seconds] = said;
  if (said.length > 1 || seconds === undefined) return OPEN;
  return seconds === 0
    ? unlimited('its statement_timeout is no limit')
    : { seconds, because: `statement_timeout ${seconds} s` };
}

const UNITS: Readonly<Record<string, number>> = { us: 1e-6, ms: 1e-3, s: 1, min: 60, h: 3_600, d: 86_400 };

function secondsIn(text: string): number | undefined {
  const found = [...text.matchAll(/statement_timeout(?:=|%3D)'?(\d+)(us|ms|s|min|h|d)?(?![\w.])/gi)];
  const [, number, unit = 'ms'] = found[0] ?? [];
  return found.length === 1 ? Number(number) * (UNITS[unit.toLowerCase()] ?? Number.NaN) : undefined;
}
