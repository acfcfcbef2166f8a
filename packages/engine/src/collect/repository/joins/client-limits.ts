import type { Program } from '../code/names/program.ts';
import type { Expression, Place, SourceModule } from '../code/syntax/source-module.ts';
import { Given, hasLimitedQueries } from './given-settings.ts';
import { isNoLimit } from './no-limit.ts';
import type { ReachedCode } from './reached-code.ts';
import { WITHOUT_CLIENTS } from './sdk-services.ts';

/** How long a client of another service may take for one call. */
export interface ClientLimit {
  /** What is asked: `dynamodb`, `pg`, `requests`. */
  readonly of: string;
  /** Seconds for all attempts together; `Infinity` where nothing ends it; nothing where that cannot be told. */
  readonly seconds: number | undefined;
  /** What says so. */
  readonly because: string;
  /** Nobody set it: what the client does by itself. */
  readonly byDefault?: true;
  readonly file: string;
  readonly at: Place;
  readonly runs: boolean;
}

/** The clients that reached code makes, or asks through where there is none of its own. */
export function clientLimits(program: Program, reached: ReachedCode): readonly ClientLimit[] {
  const ended = reached.modules.some((module) => endsCallsItself(module));
  const signs = signsAddresses(reached);
  return reached.modules.flatMap((module) =>
    module.calls.flatMap((call): ClientLimit[] => {
      const path = program.pathOf(module, call.callee, call.within);
      const found = path === undefined ? undefined : limitOf(path, new Given(program, module, call, reached));
      if (found === undefined) return [];
      // What ends calls from outside may end this one.
      const open =
        (ended && found.seconds === Number.POSITIVE_INFINITY) ||
        (signs && found.of === 's3' && (found.seconds ?? 0) > SHORT_SECONDS);
      const seconds = open ? undefined : found.seconds;
      const runs = reached.reaches(module, call.within);
      return [{ ...found, seconds, file: module.file, at: call.at, runs }];
    }),
  );
}

type Limit = Pick<ClientLimit, 'of' | 'seconds' | 'because' | 'byDefault'>;

/** Packages with clients whose settings are not read. */
const OTHER_CLIENTS =
  /^(?:@prisma\/client|knex|typeorm|sequelize|mikro-orm|@mikro-orm\/|kysely|drizzle-orm|mongodb|mongoose|redis|ioredis|@redis\/|got|ky|node-fetch|undici|superagent|needle|stripe|nodemailer|openai|@anthropic-ai\/|@sendgrid\/|@elastic\/|@opensearch-project\/|kafkajs|amqplib|@apollo\/client|graphql-request|sqlalchemy|sqlmodel|asyncpg|pymysql|pymongo|aiohttp|httpx|aioboto3|aiobotocore|snowflake|opensearchpy|elasticsearch|anthropic|langchain|smtplib|urllib3|http\.client|https?|http2)(?:$|[./])/;

/** Why other calls may be made that are not among them. */
export function otherClients(
  reached: ReachedCode,
): readonly { readonly why: string; readonly file: string; readonly line: number }[] {
  const named = [...reached.packages].filter(
    (name) => OTHER_CLIENTS.test(name) || !WITHOUT_CLIENTS.test(name),
  );
  const own = named.map((name) => ({
    why: `how long ${name} waits is not read`,
    file: reached.modules[0]!.file,
    line: 1,
  }));
  return [...reached.open, ...own];
}

/** Names of what gives up by itself after some time, whatever the client does. */
const ENDS =
  /^(abortSignal|AbortController|with_?timeout|pTimeout|p-timeout|wait_for|timeout_after|func_timeout)$/i;

/** Longer than anybody sets on purpose: what holds where nothing is set. */
const SHORT_SECONDS = 60;

/** Methods of clients that compute an address with the keys at hand. */
export const SIGNS = /^(?:getSignedUrl(?:Promise)?|createPresignedPost|generate_presigned_(?:url|post))$/;

/** A client that only signs addresses asks nobody. */
function signsAddresses(reached: ReachedCode): boolean {
  return (
    reached.packages.has('@aws-sdk/s3-request-presigner') ||
    reached.modules.some((module) =>
      module.calls.some(({ callee }) => callee.kind === 'member' && SIGNS.test(callee.name)),
    )
  );
}

function endsCallsItself(module: SourceModule): boolean {
  const named = (value: Expression): boolean =>
    (value.kind === 'name' || value.kind === 'member') && ENDS.test(value.name);
  return (
    module.imports.some(({ module: name }) => ENDS.test(name)) ||
    module.calls.some(
      ({ callee, arguments: given, path }) =>
        named(callee) ||
        path === 'Promise.race' ||
        given.some(({ name, value }) =>
          value.kind === 'object' ? value.members.some((one) => ENDS.test(one.name)) : ENDS.test(name ?? ''),
        ),
    )
  );
}

/*
 * What holds where nothing is set. Sources, as of 2026-11-21: botocore, "Config reference" (60 s to connect, 60 s to read; legacy
 * mode: five attempts; standard and adaptive: three); AWS SDK for JavaScript 3, NodeHttpHandlerOptions (no time-out of connections
 * and requests), 2, AWS.Config (httpOptions.timeout 120,000 ms, three attempts more); node-postgres, mysql2 and psycopg (no
 * time-out of statements); undici (fetch: 300 s for headers); axios and requests (none).
 */
const BOTO = { connect: 60, read: 60, legacy: 5, standard: 3 };
const SDK_2 = { read: 120, attempts: 4 };
const FETCH_SECONDS = 300;
const NONE = Number.POSITIVE_INFINITY;

const AWS_3 = /^@aws-sdk\/client-([\w-]+)\.(\w+)$/;
const AWS_2 = /^aws-sdk(?:\/clients\/|\.)(\w+)(?:\.DocumentClient)?$/;
const BOTO_CLIENT = /^(?:boto3|boto3\.(?:session\.)?Session\(\))\.(?:client|resource)$/;
const REQUESTS = /^requests\.(?:Session\(\)\.|session\(\)\.)?(?:get|post|put|patch|delete|head|request)$/;
const AXIOS = /^axios(?:\.(get|post|put|patch|delete|head|request))?$/;
const POSTGRES = /^pg\.(?:Pool|Client)$/;
const MYSQL = /^mysql2?(?:\/promise)?\.(?:createPool|createConnection)$/;

function limitOf(path: string, given: Given): Limit | undefined {
  const third = AWS_3.exec(path);
  if (third !== null && given.call.isNew && !/Command$/.test(third[2]!))
    return { of: third[1]!, ...ofSdk3(given) };
  const second = AWS_2.exec(path);
  if (second !== null && given.call.isNew && /^[A-Z]/.test(second[1]!))
    return { of: second[1]!.toLowerCase(), ...ofSdk2(given) };
  if (BOTO_CLIENT.test(path)) {
    const service = given.named('service_name') ?? given.at(0);
    return { of: service?.kind === 'literal' ? String(service.value) : 'AWS', ...ofBoto(given) };
  }
  if (POSTGRES.test(path))
    return { of: 'pg', ...ofStatements(given, ['query_timeout', 'statement_timeout']) };
  // Each of its queries may be given a limit of its own.
  if (MYSQL.test(path))
    return {
      of: 'mysql',
      ...(hasLimitedQueries(given.reached) ? OPEN : unlimited('no query has a time-out')),
    };
  if (/^psycopg2?\.connect$/.test(path))
    return {
      of: 'psycopg',
      ...(given.named('options') === undefined ? unlimited('no statement_timeout') : OPEN),
    };
  if (REQUESTS.test(path)) return { of: 'requests', ...ofNumber(given, given.named('timeout'), 1) };
  if (/^urllib\.request\.urlopen$/.test(path))
    return { of: 'urllib', ...ofNumber(given, given.named('timeout') ?? given.at(2), 1) };
  const axios = AXIOS.exec(path);
  if (axios !== null) {
    const index =
      axios[1] === undefined || axios[1] === 'request' ? 0 : /^(post|put|patch)$/.test(axios[1]) ? 2 : 1;
    const options = given.object(given.at(index));
    if (options === 'open') return { of: 'axios', ...OPEN };
    return { of: 'axios', ...ofNumber(given, options?.get('timeout'), 1_000) };
  }
  if (/^(globalThis\.)?fetch$/.test(path)) return { of: 'fetch', ...ofFetch(given) };
  return undefined;
}

type Ended = Omit<Limit, 'of'>;

const BY_DEFAULT = { byDefault: true } as const;

const OPEN: Ended = { seconds: undefined, because: 'its settings cannot be told' };

function unlimited(because: string): Ended {
  return { seconds: NONE, because };
}

function ofNumber(given: Given, value: Expression | undefined, perSecond: number): Ended {
  if (value === undefined) return given.isSpread ? OPEN : unlimited('no timeout');
  if (isNoLimit(value)) return unlimited('its timeout is no limit');
  const number = given.number(value);
  return number === undefined ? OPEN : { seconds: number / perSecond, because: `timeout ${number}` };
}

function ofFetch(given: Given): Ended {
  const options = given.object(given.at(1));
  if (options === 'open') return OPEN;
  if (options?.get('signal') !== undefined) return OPEN;
  return { seconds: FETCH_SECONDS, because: 'no signal', byDefault: true };
}

function ofStatements(given: Given, names: readonly string[]): Ended {
  const options = given.object(given.at(0));
  if (options === 'open') return OPEN;
  const set = names.flatMap((name) => options?.get(name) ?? []).filter((one) => !isNoLimit(one));
  if (set.length === 0) return options?.get('options') === undefined ? unlimited(`no ${names[0]}`) : OPEN;
  const numbers = set.flatMap((one) => given.number(one) ?? []);
  if (numbers.length < set.length) return OPEN;
  return { seconds: Math.min(...numbers) / 1_000, because: `${names[0]} ${Math.min(...numbers)}` };
}

function ofSdk3(given: Given): Ended {
  const options = given.object(given.at(0));
  if (options === 'open') return OPEN;
  const handler = options?.get('requestHandler');
  if (handler === undefined) return unlimited('no requestHandler');
  const settings = given.object(handler, /NodeHttp2?Handler$/);
  if (settings === 'open' || settings === undefined) return OPEN;
  const read = ['requestTimeout', 'socketTimeout']
    .map((name) => settings.get(name))
    .find((one) => one !== undefined && !isNoLimit(one));
  if (read === undefined) return unlimited('no requestTimeout');
  const connect = settings.get('connectionTimeout');
  const attempts = options?.get('maxAttempts');
  return total(given, [read, connect], attempts, 3, 1_000);
}

function ofSdk2(given: Given): Ended {
  const options = given.object(given.at(0));
  if (options === 'open') return OPEN;
  const http = given.object(options?.get('httpOptions'));
  if (http === 'open') return OPEN;
  const retries = given.number(options?.get('maxRetries'));
  if (options?.get('maxRetries') !== undefined && retries === undefined) return OPEN;
  const read = http?.get('timeout');
  if (read !== undefined && isNoLimit(read)) return unlimited('its timeout is no limit');
  const milliseconds = read === undefined ? SDK_2.read * 1_000 : given.number(read);
  if (milliseconds === undefined) return OPEN;
  const attempts = retries === undefined ? SDK_2.attempts : retries + 1;
  return {
    seconds: (milliseconds / 1_000) * attempts,
    because: `${attempts} attempts of ${milliseconds / 1_000} s`,
    ...(read === undefined && BY_DEFAULT),
  };
}

function ofBoto(given: Given): Ended {
  const config = given.named('config');
  if (config === undefined)
    return given.isSpread
      ? OPEN
      : {
          seconds: (BOTO.connect + BOTO.read) * BOTO.legacy,
          because: `no config, so ${BOTO.connect} s to connect and ${BOTO.read} s to read`,
          byDefault: true,
        };
  const made = given.made(config, /(^|\.)Config$/);
  if (made === undefined) return OPEN;
  const retries = made.object(made.named('retries'));
  if (retries === 'open' || made.isSpread) return OPEN;
  const mode = retries?.get('mode');
  const more = retries?.get('max_attempts');
  const standard = mode !== undefined && !(mode.kind === 'literal' && mode.value === 'legacy');
  const whole = retries?.get('total_max_attempts');
  const extra = more === undefined ? undefined : made.number(more);
  const attempts = whole === undefined ? (extra === undefined ? undefined : extra + 1) : made.number(whole);
  if ((whole !== undefined || more !== undefined) && attempts === undefined) return OPEN;
  const [connect, read] = (['connect_timeout', 'read_timeout'] as const).map((name) => {
    const value = made.named(name);
    return value === undefined ? 60 : made.number(value);
  });
  if (connect === undefined || read === undefined) return OPEN;
  const times = attempts ?? (standard ? BOTO.standard : BOTO.legacy);
  return {
    seconds: (connect + read) * times,
    because: `${times} attempts of ${connect} s and ${read} s`,
    ...(made.named('read_timeout') === undefined && BY_DEFAULT),
  };
}

function total(
  given: Given,
  parts: readonly (Expression | undefined)[],
  attempts: Expression | undefined,
  otherwise: number,
  perSecond: number,
): Ended {
  const written = parts.filter((part) => part !== undefined);
  const numbers = written.flatMap((part) => given.number(part) ?? []);
  const times = attempts === undefined ? otherwise : given.number(attempts);
  if (numbers.length < written.length || times === undefined) return OPEN;
  const one = numbers.reduce((sum, number) => sum + number, 0) / perSecond;
  return { seconds: one * times, because: `${times} attempts of ${one} s` };
}
