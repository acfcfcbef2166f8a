import { numberOf } from '../code/names/numbers.ts';
import type { Program } from '../code/names/program.ts';
import type { Call, Expression, Place, SourceModule } from '../code/syntax/source-module.ts';
import { serverIn } from '../containers/started.ts';
import type { ReachedCode } from './reached-code.ts';
import { portOf, type Surroundings, textOf } from './values-at-start.ts';

/** A place where a server begins to listen, in the container that it runs in. */
export interface Listening {
  /** What listens: `fastify`, `node`, `uvicorn`. */
  readonly by: string;
  readonly port: number | undefined;
  /** The address that it listens on; nothing where that cannot be told. */
  readonly host: string | undefined;
  /** Seconds that it keeps a connection over which nothing comes. */
  readonly keepsSeconds: number | undefined;
  /** It keeps a connection until the other side ends it. */
  readonly endsNone?: boolean;
  /** It ends each connection with its answer. */
  readonly endsEach: boolean;
  readonly file: string;
  readonly at: Place;
}

/** Where a container listens, and why it may listen elsewhere. */
export function listenings(program: Program, reached: ReachedCode, around: Surroundings) {
  const server = serverIn(around.words);
  if (server !== undefined) {
    const found = ofServer(server.name, server.given, around);
    return { found: found === undefined ? [] : [found], open: found === undefined ? [UNREAD(around)] : [] };
  }
  const found = reached.modules.flatMap((module) =>
    module.calls.flatMap((call) =>
      reached.reaches(module, call.within) ? (ofCall(program, reached, module, call, around) ?? []) : [],
    ),
  );
  const other = [...reached.packages].find((name) => LISTENS_OTHERWISE.test(name));
  const open =
    found.length === 0 || other !== undefined
      ? [UNREAD(around)]
      : reached.open.map(({ why, file, line }) => ({ why, file, line }));
  return { found, open };
}

const UNREAD = ({ file, line }: Surroundings) => ({ why: 'where it listens', file, line });

/** Packages that listen by calls of their own. */
const LISTENS_OTHERWISE =
  /^(?:next|nuxt|nitropack|@hapi\/hapi|@apollo\/server|apollo-server|@grpc\/|ws$|@hono\/|micro$|http-server|serve$|aiohttp|tornado|sanic|grpc|waitress|twisted|@trpc\/server\/adapters|cluster-service)/;

/** Everything that reaches the container. */
const EVERYWHERE = '0.0.0.0';

/*
 * What holds where nothing is set. Sources, as of 2026-11-21: Node.js, server.listen (all addresses) and server.keepAliveTimeout
 * (5 s, 65 s from version 26 on); Fastify, "Server" (the address of localhost alone, 72 s); Uvicorn, "Settings" (127.0.0.1:8000,
 * 5 s); Gunicorn, "Settings" (127.0.0.1:8000 or all at $PORT; 2 s, workers of kind sync end each connection); Hypercorn,
 * "Configuration options" (127.0.0.1:8000, 5 s); Flask, "Command Line Interface" (127.0.0.1:5000); FastAPI CLI (0.0.0.0:8000).
 */
const NODE_SECONDS = 5;
const LAST_NODE_OF_THAT = 25;
/** Node.js, server.keepAliveTimeout: "A value of 0 will disable the keep-alive timeout." */
const NEVER_ENDED = 0;
const FASTIFY_SECONDS = 72;
const UVICORN_SECONDS = 5;
const GUNICORN_SECONDS = 2;
const LOCAL = '127.0.0.1';

function ofCall(
  program: Program,
  reached: ReachedCode,
  module: SourceModule,
  call: Call,
  around: Surroundings,
): readonly Listening[] | undefined {
  const place = { file: module.file, at: call.at };
  if (module.language === 'python') return ofPython(program, module, call, around, place);
  if (call.callee.kind !== 'member' || call.callee.name !== 'listen') return undefined;
  const first = call.arguments[0]?.value;
  // A history, a broker or a queue is listened to with a function.
  if (first === undefined || first.kind === 'function') return undefined;
  const options = objectOf(program, module, first, call.within);
  const told = options === undefined ? first : options.get('port');
  const port = told === undefined ? undefined : portOf(program, module, told, call.within, around);
  const second = call.arguments[1]?.value;
  const host =
    options === undefined
      ? isText(program, module, second, call.within)
        ? second
        : undefined
      : options.get('host');
  const isFastify = [...reached.packages].some((name) =>
    /^(?:fastify|@nestjs\/platform-fastify)$/.test(name),
  );
  const isOther = [...reached.packages].some((name) =>
    /^(?:express|koa|@nestjs\/platform-express|restify|polka)$/.test(name),
  );
  const by = isFastify && !isOther ? 'fastify' : 'node';
  const usual = isFastify ? (isOther ? undefined : LOCAL) : EVERYWHERE;
  const keeps = keptByNode(program, reached, isFastify, isOther, around);
  return [
    {
      by,
      port,
      host: host === undefined ? usual : textOf(program, module, host, call.within, around),
      keepsSeconds: keeps,
      endsNone: keeps === NEVER_ENDED,
      endsEach: false,
      ...place,
    },
  ];
}

/** What is set as the time of a connection, wherever that is; else what holds without it. */
function keptByNode(
  program: Program,
  reached: ReachedCode,
  isFastify: boolean,
  isOther: boolean,
  { base }: Surroundings,
): number | undefined {
  const set = reached.modules.flatMap((module) => [
    ...module.bindings
      .filter(({ target }) => target.kind === 'member' && target.name === KEEP)
      .map(({ value, within }) => ({ module, value, within })),
    ...module.calls.flatMap((call) =>
      call.arguments.flatMap(({ value }) =>
        [...(objectOf(program, module, value, call.within) ?? [])]
          .filter(([name]) => name === KEEP)
          .map(([, given]) => ({ module, value: given, within: call.within })),
      ),
    ),
  ]);
  const seconds = set.map(({ module, value, within }) => {
    const number = numberIn(program, module, value, within);
    return number === undefined ? undefined : number / 1000;
  });
  if (seconds.length > 0) return seconds.every((one) => one === seconds[0]) ? seconds[0] : undefined;
  if (isFastify) return isOther ? undefined : FASTIFY_SECONDS;
  const version = /(?:^|\/)(?:node|nodejs):?(\d+)\b/.exec(base.replace(/:v?/, ':'))?.[1];
  return version !== undefined && Number(version) <= LAST_NODE_OF_THAT ? NODE_SECONDS : undefined;
}

const KEEP = 'keepAliveTimeout';

function ofPython(
  program: Program,
  module: SourceModule,
  call: Call,
  around: Surroundings,
  place: Pick<Listening, 'file' | 'at'>,
): readonly Listening[] | undefined {
  const path = program.pathOf(module, call.callee, call.within) ?? call.path;
  const by =
    path === 'uvicorn.run' ? 'uvicorn' : /^flask\.Flask\(\)\.run$/.test(path ?? '') ? 'flask' : undefined;
  if (by === undefined) return undefined;
  if (call.arguments.some(({ spread }) => spread))
    return [{ by, port: undefined, host: undefined, keepsSeconds: undefined, endsEach: false, ...place }];
  const given = (name: string, index: number) =>
    call.arguments.find((one) => one.name === name)?.value ??
    (by === 'flask' && call.arguments[index]?.name === undefined ? call.arguments[index]?.value : undefined);
  const port = given('port', 1);
  const host = given('host', 0);
  const keep = given('timeout_keep_alive', 9);
  return [
    {
      by,
      port:
        port === undefined
          ? by === 'flask'
            ? 5000
            : 8000
          : portOf(program, module, port, call.within, around),
      host: host === undefined ? LOCAL : textOf(program, module, host, call.within, around),
      keepsSeconds:
        by === 'flask'
          ? undefined
          : keep === undefined
            ? UVICORN_SECONDS
            : numberIn(program, module, keep, call.within),
      endsEach: false,
      ...place,
    },
  ];
}

/** `uvicorn app:app --host 0.0.0.0 --port 8000`. Settings that lie in a file are not read. */
function ofServer(name: string, given: readonly string[], around: Surroundings): Listening | undefined {
  const after = (...names: readonly string[]) => {
    const at = given.findLastIndex((word) => names.some((one) => word === one || word.startsWith(`${one}=`)));
    if (at < 0) return undefined;
    const word = given[at]!;
    return filledIn(word.includes('=') ? word.slice(word.indexOf('=') + 1) : (given[at + 1] ?? ''), around);
  };
  const place = { file: around.file, at: { line: around.line, column: 1 } };
  const plain = { by: name, endsEach: false, ...place };
  const number = (value: Filled | undefined, usual: number | undefined) =>
    value === undefined ? usual : value === null || !/^\d+$/.test(value) ? undefined : Number(value);
  const text = (value: Filled | undefined, usual: string) =>
    value === undefined ? usual : (value ?? undefined);
  switch (name) {
    case 'uvicorn':
      return {
        ...plain,
        port: number(after('--port'), 8000),
        host: text(after('--host'), LOCAL),
        keepsSeconds: number(after('--timeout-keep-alive'), UVICORN_SECONDS),
      };
    case 'fastapi':
      return {
        ...plain,
        port: number(after('--port'), 8000),
        host: text(after('--host'), given[0] === 'dev' ? LOCAL : EVERYWHERE),
        keepsSeconds: UVICORN_SECONDS,
      };
    case 'flask':
      return {
        ...plain,
        port: number(after('--port', '-p'), 5000),
        host: text(after('--host', '-h'), LOCAL),
        keepsSeconds: undefined,
      };
    case 'gunicorn':
    case 'hypercorn': {
      // A file of settings may say all of it.
      if (
        given.some((word) => /^(?:-c|--config)\b/.test(word)) ||
        around.variable('GUNICORN_CMD_ARGS') !== null
      )
        return undefined;
      const bound = after('--bind', '-b');
      const [, host, port] = bound === undefined ? [] : (/^(?:(.*):)?(\d+)$/.exec(bound ?? '') ?? []);
      const ofPort = name === 'gunicorn' ? around.variable('PORT') : null;
      const usual =
        ofPort === null ? { host: LOCAL, port: 8000 } : { host: EVERYWHERE, port: number(ofPort, undefined) };
      const kind = after('--worker-class', '-k');
      const threads = number(after('--threads'), 1);
      return {
        ...plain,
        port: bound === undefined ? usual.port : number(port, undefined),
        host: bound === undefined ? usual.host : (host ?? EVERYWHERE),
        keepsSeconds: number(after('--keep-alive'), name === 'gunicorn' ? GUNICORN_SECONDS : UVICORN_SECONDS),
        endsEach: name === 'gunicorn' && (kind === undefined || kind === 'sync') && threads === 1,
      };
    }
    default:
      return undefined;
  }
}

/** A word with what it names filled in; `null` where that is not known. */
type Filled = string | null;

function filledIn(word: string, { variable }: Surroundings): Filled {
  let known = true;
  const text = word.replace(/\$\{?(\w+)(?::?-([^}]*))?\}?/g, (_, name: string, otherwise?: string) => {
    const value = variable(name);
    if (value === undefined || (value === null && otherwise === undefined)) known = false;
    return value ?? otherwise ?? '';
  });
  return known ? text : null;
}

function isText(
  program: Program,
  module: SourceModule,
  value: Expression | undefined,
  within: number,
): boolean {
  if (value === undefined) return false;
  if (value.kind === 'literal') return typeof value.value === 'string';
  if (value.kind === 'function' || value.kind === 'call') return false;
  const meaning = program.resolve(module, value, within);
  return meaning.kind !== 'function';
}

function numberIn(
  program: Program,
  module: SourceModule,
  value: Expression,
  within: number,
): number | undefined {
  return numberOf(program, module, value, within);
}

/** The members of an object, where all of them are written. */
function objectOf(
  program: Program,
  module: SourceModule,
  value: Expression,
  within: number,
): ReadonlyMap<string, Expression> | undefined {
  if (value.kind !== 'object' && value.kind !== 'name' && value.kind !== 'member') return undefined;
  const meaning = program.resolve(module, value, within);
  if (meaning.kind !== 'value' || meaning.value.kind !== 'object') return undefined;
  return new Map(meaning.value.members.map((one) => [one.name, one.value]));
}
