import type { Program } from '../code/names/program.ts';
import { importPath } from '../code/syntax/path.ts';
import { type Call, type Expression, type SourceModule, TOP } from '../code/syntax/source-module.ts';
import { partsOf } from '../joins/expressions.ts';
import { ID_OF_REQUEST, isOfPerson, saidIn } from './said.ts';
import { isServed } from './served-code.ts';
import { winstonFormats } from './winston.ts';

/** What is known of something: that it is so, that it is not, or that the code leaves it open. */
export type Known = 'yes' | 'no' | 'open';

/** A family of loggers, by the path of what writes a line. */
export interface Logger {
  readonly name: string;
  readonly path: RegExp;
  /** Whether a line is JSON, as the program sets the logger up. */
  readonly structured: (program: Program) => Known;
  /** Whether a line carries an id of the request by itself, or because the program hands it one. */
  readonly correlated: (program: Program) => Known;
}

export const LEVELS =
  '(?:trace|debug|verbose|info|warn|warning|error|exception|critical|fatal|log|notice|http|silly|child)';

/** Loggers by their documentation. The first row that fits decides. */
export const LOGGERS: readonly Logger[] = [
  {
    name: 'Powertools',
    path: new RegExp(
      `^(@aws-lambda-powertools/logger|aws_lambda_powertools(\\.logging(\\.logger)?)?)\\.Logger\\(\\)(\\.\\w+\\(\\))*\\.${LEVELS}$`,
    ),
    structured: () => 'yes',
    correlated: (program) =>
      says(program, /^(inject_?lambda_?context|addContext|set_correlation_id|correlation_id_path)$/i)
        ? 'yes'
        : mentions(program) === 'yes'
          ? 'yes'
          : 'open',
  },
  {
    name: 'pino',
    path: new RegExp(`^pino(\\.(pino|default))?\\(\\)(\\.child\\(\\))*\\.${LEVELS}$`),
    structured: (program) => (says(program, /^pino-pretty$/) ? prettyPino(program) : 'yes'),
    correlated: (program) =>
      imports(program, /^(pino-http|nestjs-pino|express-pino-logger|hono-pino|@fastify\/request-context)$/)
        ? 'yes'
        : mentions(program),
  },
  {
    name: 'bunyan',
    path: new RegExp(
      `^bunyan\\.(createLogger\\(\\)|default\\.createLogger\\(\\))(\\.child\\(\\))*\\.${LEVELS}$`,
    ),
    structured: () => 'yes',
    correlated: (program) => mentions(program),
  },
  {
    name: 'lambda-log',
    path: new RegExp(`^lambda-log(\\.default)?\\.${LEVELS}$`),
    structured: () => 'yes',
    correlated: (program) => mentions(program),
  },
  {
    name: 'winston',
    path: new RegExp(
      `^winston(\\.default)?(\\.createLogger\\(\\)|\\.loggers\\.(get|add)\\(\\))?(\\.child\\(\\))*\\.${LEVELS}$`,
    ),
    structured: winston,
    correlated: (program) => mentions(program),
  },
  {
    name: 'structlog',
    path: new RegExp(
      `^structlog(\\.stdlib)?\\.(get_logger|getLogger)\\(\\)(\\.(bind|new)\\(\\))*\\.${LEVELS}$`,
    ),
    structured: (program) =>
      says(program, /^(JSONRenderer|LogstashRenderer|json_renderer)$/) ? 'yes' : 'no',
    correlated: (program) => ofPython(program),
  },
  {
    name: 'loguru',
    path: new RegExp(`^loguru\\.logger(\\.(bind|opt|patch|contextualize)\\(\\))*\\.${LEVELS}$`),
    structured: (program) => (says(program, /^serialize$/) ? 'yes' : 'no'),
    correlated: (program) => ofPython(program),
  },
  {
    name: 'logging',
    path: new RegExp(
      `^(logging(\\.getLogger\\(\\))?|(flask\\.Flask\\(\\)|flask\\.current_app|app)\\.logger|django\\.utils\\.log\\.\\w+|celery\\.utils\\.log\\.get_task_logger\\(\\))\\.${LEVELS}$`,
    ),
    structured: pythonLogging,
    correlated: (program) => ofPython(program),
  },
  {
    name: 'fastify',
    path: new RegExp(`^(fastify(\\.(default|fastify))?\\(\\))\\.log\\.${LEVELS}$`),
    structured: fastify,
    correlated: () => 'yes',
  },
  {
    name: 'Nest',
    path: new RegExp(`^@nestjs/common\\.(Logger|ConsoleLogger)(\\(\\))?\\.${LEVELS}$`),
    structured: (program) =>
      imports(program, /^nestjs-pino$/)
        ? 'yes'
        : imports(program, /^(nest-winston|winston|nest-\w+)$/) || says(program, /^(useLogger|json)$/)
          ? 'open'
          : 'no',
    correlated: (program) => (imports(program, /^nestjs-pino$/) ? 'yes' : mentions(program)),
  },
  {
    name: 'tslog',
    path: new RegExp(`^tslog\\.Logger\\(\\)(\\.getSubLogger\\(\\))*\\.${LEVELS}$`),
    structured: (program) => (says(program, /^json$/) ? 'yes' : 'no'),
    correlated: (program) => mentions(program),
  },
  {
    name: 'log4js',
    path: new RegExp(`^log4js(\\.default)?\\.getLogger\\(\\)\\.${LEVELS}$`),
    structured: (program) => (says(program, /^(addLayout|json)$/) ? 'open' : 'no'),
    correlated: (program) => mentions(program),
  },
  {
    name: 'loglevel',
    path: new RegExp(
      `^(loglevel|npmlog|consola|signale(\\.Signale\\(\\))?)(\\.(default|getLogger\\(\\)|consola|withTag\\(\\)))?\\.${LEVELS}$`,
    ),
    structured: () => 'no',
    correlated: (program) => mentions(program),
  },
];

/** Whether any code that is served says a name that fits. */
export function says(program: Program, pattern: RegExp): boolean {
  return asked(program, `says ${pattern}`, () => {
    for (const name of saidAnywhere(program)) if (pattern.test(name)) return true;
    return false;
  });
}

/** What all code that is served says: modules say much the same, and many ask for it. */
function saidAnywhere(program: Program): ReadonlySet<string> {
  return asked(program, 'said', () => {
    const names = new Set<string>();
    for (const module of served(program)) for (const name of saidIn(module)) names.add(name);
    return names;
  });
}

/** What all of it imports, each once. */
function importedAnywhere(program: Program): readonly string[] {
  return asked(program, 'imported', () => {
    const all = served(program).flatMap(({ imports: own }) => own);
    return [...new Set(all.flatMap((one) => (one.typeOnly ? [] : [one.module])))];
  });
}

/** Whether any of it imports a package that fits. */
export function imports(program: Program, pattern: RegExp): boolean {
  return asked(
    program,
    `imports ${pattern}`,
    () => importedAnywhere(program).some((name) => pattern.test(name)) || says(program, pattern),
  );
}

/** Where nothing in the code names an id of requests, no line carries one; where something does, it may. */
export function mentions(program: Program): Known {
  if (!says(program, ID_OF_REQUEST)) return 'no';
  // Handed to a logger itself: `logger.child({ requestId })`, `defaultMeta`, a mixin.
  return asked(program, 'hands', () => served(program).some((module) => hands(module, (one) => ID.test(one))))
    ? 'yes'
    : 'open';
}

/** Whether a logger is handed who is calling, for all lines that it writes then. */
export function handsPerson(program: Program): boolean {
  return asked(program, 'hands a person', () => served(program).some((module) => hands(module, isOfPerson)));
}

function hands(module: SourceModule, isMeant: (name: string) => boolean): boolean {
  return module.calls.some(
    (call) =>
      call.callee.kind === 'member' &&
      /^(child|bind|bind_contextvars|setContext|assign|appendKeys|append_keys|appendPersistentKeys|addPersistentLogAttributes|contextualize|setBindings|structure_logs)$/.test(
        call.callee.name,
      ) &&
      call.arguments.some(({ name, value }) => [name ?? '', ...namesIn(value, module)].some(isMeant)),
  );
}

const ID = /(correlation|request|req|trace|invocation)[-_]?id/i;

function namesIn(value: Expression, module: SourceModule): readonly string[] {
  return [...partsOf(value, module)].flatMap((part) =>
    part.kind === 'name' || part.kind === 'member'
      ? [part.name]
      : part.kind === 'object'
        ? part.members.map((member) => member.name)
        : part.kind === 'literal'
          ? [String(part.value)]
          : [],
  );
}

/** Packages of Python that put an id into each line. */
function ofPython(program: Program): Known {
  if (
    imports(
      program,
      /^(asgi_correlation_id|django_guid|flask_request_id(_header)?|django_structlog|log_request_id|starlette_context|opentelemetry\.instrumentation\.logging)(\.|$)/,
    )
  )
    return 'yes';
  const found = mentions(program);
  return found === 'no' && asked(program, 'set up by others', () => isSetUpByOthers(program))
    ? 'open'
    : found;
}

/** Formatters of `logging` that write JSON, in code or named in settings. */
const JSON_FORMATTERS =
  /^(pythonjsonlogger|json_log_formatter|ecs_logging|jsonformatter|logstash_formatter|logstash_async|google\.cloud\.logging|json_logging|ddtrace\.contrib\.logging)(\.|$)|^(JsonFormatter|JSONFormatter|StdlibFormatter|VerboseJSONFormatter)$|(pythonjsonlogger|JsonFormatter|JSONFormatter|JSONRenderer)/;

function pythonLogging(program: Program): Known {
  if (imports(program, JSON_FORMATTERS) || says(program, JSON_FORMATTERS)) return 'yes';
  if (asked(program, 'own formatter', () => served(program).some(hasOwnFormatter))) return 'yes';
  if (
    imports(
      program,
      /^(loguru|structlog|watchtower|aws_lambda_powertools|logging\.config|dictConfig|fileConfig)(\.|$)/,
    )
  )
    return 'open';
  return asked(program, 'set up by others', () => isSetUpByOthers(program)) ? 'open' : 'no';
}

/** Packages of an organisation set its logging up in ways of their own: `company_utils.logging`. */
function isSetUpByOthers(program: Program): boolean {
  return served(program).some(
    (module) =>
      module.language === 'python' &&
      module.imports.some(
        (one) =>
          /(^|[._])(log|logs|logging|loggers?|telemetry|observability)([._]|$)/.test(importPath(one)) &&
          !/^(logging|loguru|structlog|aws_lambda_powertools|pythonjsonlogger|json_logging|google|asgi_correlation_id|flask|django|celery|uvicorn|gunicorn|sqlalchemy|botocore|boto3|urllib3|opentelemetry|math|numpy)(\.|$)/.test(
            one.module,
          ) &&
          program.resolve(module, { kind: 'module', module: one.module, at: one.at }, TOP).kind ===
            'external',
      ),
  );
}

/** A formatter of its own that gives JSON. */
function hasOwnFormatter(module: SourceModule): boolean {
  return module.classes.some(
    ({ bases, methods }) =>
      bases.some(
        (base) => (base.kind === 'name' || base.kind === 'member') && /Formatter$/.test(base.name),
      ) && methods.some((number) => module.calls.some((call) => call.within === number && isJson(call))),
  );
}

export function isJson({ path }: Call): boolean {
  return (
    path !== undefined &&
    /^(JSON\.stringify|json\.dumps|(u|or|simple|raw)json\.dumps|(fast-)?safe-stable-stringify|fast-safe-stringify|flatted\.stringify|safe-json-stringify|safeStringify)$/.test(
      path,
    )
  );
}

/** `pino-pretty` is for development where a condition asks for it. */
function prettyPino(program: Program): Known {
  return served(program).some(
    (module) =>
      saidIn(module).has('pino-pretty') &&
      (saidIn(module).has('NODE_ENV') ||
        module.branches.length > 0 ||
        [...saidIn(module)].some(
          (name) => /prod|development|local|pretty/i.test(name) && name !== 'pino-pretty',
        )),
  )
    ? 'yes'
    : 'no';
}

/** What its documentation says of the format: JSON unless another one is given. */
function winston(program: Program): Known {
  const made = asked(program, 'formats of winston', () => winstonFormats(program, served(program)));
  if (made !== undefined) return made;
  const json = says(program, /^(json|logstash|ecsFormat|ecsformat|@elastic\/ecs-winston-format)$/);
  const plain = says(program, /^(simple|cli|printf|prettyPrint)$/);
  if (!plain) return 'yes';
  return json ? (isByCondition(program) ? 'yes' : 'open') : says(program, /^printf$/) ? 'open' : 'no';
}

function isByCondition(program: Program): boolean {
  return says(program, /^(NODE_ENV|production|isProduction|isProd|LOG_FORMAT)$/);
}

/** Whether a server of Fastify is told to log. */
function fastify(program: Program): Known {
  return asked(program, 'fastify', () =>
    served(program).some((module) =>
      module.calls.some(
        (call) =>
          /^fastify(\.(default|fastify))?$/i.test(
            program.pathOf(module, call.callee, call.within) ?? call.path ?? '',
          ) &&
          call.arguments.some(({ value }) =>
            [...partsOf(value, module)].some(
              (part) =>
                part.kind === 'object' &&
                part.members.some(({ name }) => /^(logger|loggerInstance)$/.test(name)),
            ),
          ),
      ),
    ),
  )
    ? prettyPino(program) === 'no' && says(program, /^pino-pretty$/)
      ? 'no'
      : 'yes'
    : 'open';
}

/** Loggers that the program sets up, for those that are handed from one place to another. */
export function loggersOf(program: Program): readonly Logger[] {
  return asked(program, 'loggers', () =>
    LOGGERS.filter((logger) =>
      MAKES.find(([name]) => name === logger.name)?.[1].some((pattern) => imports(program, pattern)),
    ),
  );
}

const MAKES: readonly (readonly [name: string, packages: readonly RegExp[]])[] = [
  ['Powertools', [/^(@aws-lambda-powertools\/logger|aws_lambda_powertools(\.logging.*)?)$/]],
  ['pino', [/^(pino|pino-http|nestjs-pino|hono-pino|express-pino-logger)$/]],
  ['bunyan', [/^bunyan$/]],
  ['lambda-log', [/^lambda-log$/]],
  ['winston', [/^(winston|nest-winston)$/]],
  ['structlog', [/^structlog(\.|$)/]],
  ['loguru', [/^loguru$/]],
  ['logging', [/^logging$/]],
  ['fastify', [/^fastify$/]],
  ['Nest', [/^@nestjs\/common$/]],
  ['tslog', [/^tslog$/]],
  ['log4js', [/^log4js$/]],
];

export function served(program: Program): readonly SourceModule[] {
  return asked(program, 'served', () =>
    [...program.modules.values()].filter((module) => isServed(program, module)),
  );
}

const answers = new WeakMap<Program, Map<string, unknown>>();

/** The same question of a program is answered once. */
export function asked<T>(program: Program, question: string, answer: () => T): T {
  const own = answers.get(program) ?? new Map<string, unknown>();
  answers.set(program, own);
  if (!own.has(question)) own.set(question, answer());
  return own.get(question) as T;
}
