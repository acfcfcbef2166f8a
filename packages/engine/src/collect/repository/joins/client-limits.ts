import type { Program } from '../code/names/program.ts';
import type { Expression, Place, SourceModule } from '../code/syntax/source-module.ts';
import { limitOfAws } from './aws-limits.ts';
import { limitOfDatabase } from './database-limits.ts';
import { Given } from './given-settings.ts';
import { limitOfHttp } from './http-limits.ts';
import type { Limit } from './limit.ts';
import type { ReachedCode } from './reached-code.ts';
import { WITHOUT_CLIENTS } from './sdk-services.ts';

/** How long a client of another service may take for one call. */
export interface ClientLimit extends Limit {
  readonly file: string;
  readonly at: Place;
  readonly runs: boolean;
}

/** The clients that reached code makes, or asks through where there is none of its own. */
export function clientLimits(program: Program, reached: ReachedCode): readonly ClientLimit[] {
  const ended = reached.modules.some((module) => endsCallsItself(module));
  const signs = signsAddresses(reached);
  const triesAgain = [...reached.packages].some((name) => TRIES_AGAIN.test(name));
  return reached.modules.flatMap((module) =>
    module.calls.flatMap((call): ClientLimit[] => {
      const path = program.pathOf(module, call.callee, call.within);
      const found = path === undefined ? undefined : limitOf(path, new Given(program, module, call, reached));
      if (found === undefined) return [];
      // What ends calls from outside may end this one.
      const open =
        (ended && found.seconds === Number.POSITIVE_INFINITY) ||
        (triesAgain &&
          Number.isFinite(found.seconds) &&
          found.byDefault !== true &&
          OF_ONE_ATTEMPT.test(found.of)) ||
        (signs && found.of === 's3' && (found.seconds ?? 0) > SHORT_SECONDS);
      const seconds = open ? undefined : found.seconds;
      const runs = reached.reaches(module, call.within);
      return [{ ...found, seconds, file: module.file, at: call.at, runs }];
    }),
  );
}

/** Packages with clients whose settings are not read. */
const OTHER_CLIENTS =
  /^(?:@prisma\/client|knex|typeorm|sequelize|mikro-orm|@mikro-orm\/|kysely|drizzle-orm|mongodb|mongoose|redis|ioredis|@redis\/|got|ky|node-fetch|undici|superagent|needle|stripe|nodemailer|openai|@anthropic-ai\/|@sendgrid\/|@elastic\/|@opensearch-project\/|kafkajs|amqplib|@apollo\/client|graphql-request|sqlalchemy|sqlmodel|asyncpg|pymysql|pymongo|aiohttp|httpx|aioboto3|aiobotocore|snowflake|opensearchpy|elasticsearch|anthropic|langchain|smtplib|urllib3|http\.client|https?|http2)(?:$|[./])/;

/** Why other calls may be made that are not among them. */
export function otherClients(
  reached: ReachedCode,
  limits: readonly ClientLimit[],
): readonly { readonly why: string; readonly file: string; readonly line: number }[] {
  const named = [...reached.packages].filter(
    (name) =>
      (OTHER_CLIENTS.test(name) || !WITHOUT_CLIENTS.test(name)) && !isReadWhole(name, reached, limits),
  );
  const own = named.map((name) => ({
    why: `how long ${name} waits is not read`,
    file: reached.modules[0]!.file,
    line: 1,
  }));
  return [...reached.open, ...own];
}

/** Packages whose clients are read where they are made or called, and cannot be where a class of one's own comes of them. */
function isReadWhole(name: string, { modules }: ReachedCode, limits: readonly ClientLimit[]): boolean {
  return (
    /^(?:aiohttp|httpx)$/.test(name) &&
    limits.some(({ of }) => of === name) &&
    !modules.some(({ classes }) => classes.some(({ bases }) => bases.some(isClientClass)))
  );
}

function isClientClass(base: Expression): boolean {
  return (base.kind === 'name' || base.kind === 'member') && /(?:Client|Session)$/.test(base.name);
}

/** Packages that call again what failed: how often stands with them, and not with the client. */
const TRIES_AGAIN =
  /^(?:axios-retry|retry-axios|p-retry|async-retry|promise-retry|fetch-retry|exponential-backoff|cockatiel|tenacity|backoff|retrying|stamina)$/;
const OF_ONE_ATTEMPT = /^(?:axios|fetch|requests|urllib|httpx|aiohttp|pg|psycopg)$/;

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

function limitOf(path: string, given: Given): Limit | undefined {
  return limitOfAws(path, given) ?? limitOfDatabase(path, given) ?? limitOfHttp(path, given);
}
