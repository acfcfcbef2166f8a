import { inCode } from '../../../model/origin.ts';
import { unknown } from '../../../model/value.ts';
import { branchesAround, lastName } from '../code/behaviour/reach.ts';
import type { Program } from '../code/names/program.ts';
import type { Served } from '../code/routes/served.ts';
import type { Call, Place, SourceModule } from '../code/syntax/source-module.ts';
import { fact, openList, type RepositoryFact, written } from '../fact.ts';
import { partsOf } from '../joins/expressions.ts';
import { callsTold } from '../joins/told-calls.ts';
import { isOfAPage } from '../practices/pages.ts';
import { at } from '../practices/places.ts';
import { isRunByServer } from '../practices/server-code.ts';
import { calledByTools } from '../watching/called-by-tools.ts';
import type { Carried } from './carried.ts';
import { Carrying } from './carrying.ts';
import { chainOf } from './written-as.ts';

/** Files that write to the log, with what they write there of requests, secrets and kept files. */
export function logs(program: Program, served: Served): readonly RepositoryFact[] {
  const carrying = new Carrying(program, served);
  const blacksOut = [...program.modules.values()].find(redacts);
  return [...program.modules.values()].flatMap((module) => {
    const ofPage = isOfAPage(program, module);
    const calls = callsTold(program, module, 'name', mayLog).flatMap(({ call }) =>
      isLogging(call, module) && (!ofPage || isRunByServer(module, call.within)) ? [call] : [],
    );
    if (calls.length === 0) return [];
    const found = calls.flatMap((call) => writtenBy(program, carrying, call, module));
    return [logFact(module, calls[0]!.at, found, blacksOut?.file)];
  });
}

interface Written extends Carried {
  /** Why it may not be written after all. */
  readonly perhaps?: string;
}

const LEVELS =
  '(log|info|warn|warning|error|debug|trace|fatal|critical|exception|notice|verbose|silly|http|msg)';
/** What writes there without being called a logger. */
const WRITES = /(^|\.)(console\.(dir|table)|process\.std(out|err)\.write)$/;
const LOGS = new RegExp(
  String.raw`(^|\.)(console|log|logger|logging|LOG|LOGGER|_log|_logger|pino|winston|structlog|loguru)(\(\))?\.${LEVELS}$`,
);
/** What is put into every line that a logger writes from then on. */
const KEEPS =
  '(child|bind|setBindings|appendKeys|append_keys|appendPersistentKeys|addPersistentLogAttributes)';
const KEEPS_FOR_ALL = new RegExp(
  String.raw`(^|\.)(log|logger|LOG|LOGGER|_log|_logger|pino|winston|structlog|loguru)(\(\))?\.${KEEPS}$`,
);
/** The same for all lines of a request, whichever logger writes them: `structlog.contextvars.bind_contextvars(…)`. */
const KEEPS_IN_CONTEXT = /(^|\.)(bind_contextvars|bound_contextvars)$/;
const LOGS_DIRECTLY = /^(print|pprint|pprint\.pprint|log|_log)$/;
const FOR_DEVELOPERS = /\.(debug|trace|verbose|silly)$/;

const SETS_UP_EVENTS = /^inject_?lambda_?context$/i;
const LAST = new RegExp(
  `^(${LEVELS}|${KEEPS}|bind_contextvars|bound_contextvars|p?print|_log|dir|table|write)$`,
);

/** By the last name, before the chain of names is looked at. */
function mayLog(name: string): true | undefined {
  return LAST.test(name) || SETS_UP_EVENTS.test(name) || undefined;
}

function isLogging(call: Call, module: SourceModule): boolean {
  const chain = chainOf(call.callee, module) ?? '';
  return (
    [LOGS, KEEPS_FOR_ALL, KEEPS_IN_CONTEXT, LOGS_DIRECTLY, WRITES].some((one) => one.test(chain)) ||
    logsEvents(call)
  );
}

/** `@logger.inject_lambda_context(log_event=True)`, `injectLambdaContext(logger, { logEvent: true })`. */
function logsEvents({ callee, arguments: given }: Call): boolean {
  if (!SETS_UP_EVENTS.test(lastName(callee) ?? '')) return false;
  return given.some(
    ({ name, value }) =>
      (name === 'log_event' && value.kind === 'literal' && value.value === true) ||
      (value.kind === 'object' &&
        value.members.some(
          (one) => one.name === 'logEvent' && one.value.kind === 'literal' && one.value.value === true,
        )),
  );
}

function writtenBy(
  program: Program,
  carrying: Carrying,
  call: Call,
  module: SourceModule,
): readonly Written[] {
  if (logsEvents(call)) return [{ of: 'request', what: 'every request as a whole (log_event)', at: call.at }];
  const carried = call.arguments.flatMap(({ value }) => carrying.in({ module, value, within: call.within }));
  if (carried.length === 0) return [];
  const byTools = calledByTools(program, module, call.within);
  if (byTools === 'yes') return [];
  const chain = chainOf(call.callee, module) ?? '';
  const perhaps =
    FOR_DEVELOPERS.test(chain) && !chain.startsWith('console.')
      ? 'which level its log has in production'
      : isForDevelopers(module, call)
        ? 'whether the condition around it holds in production'
        : byTools === 'perhaps'
          ? 'whether anything but a tool calls it'
          : undefined;
  return carried.map((one) => (perhaps === undefined ? one : { ...one, perhaps }));
}

/** What is written only where somebody develops. */
function isForDevelopers(module: SourceModule, { at: place, within }: Call): boolean {
  return branchesAround(module, place, module.functions[within]).some(({ test }) =>
    [...partsOf(test, module)].some(
      (part) =>
        (part.kind === 'name' || part.kind === 'member') &&
        /env$|debug|develop|production|isProd|verbose|isDev|stage/i.test(part.name),
    ),
  );
}

/** Settings of a logger that black parts out. */
function redacts(module: SourceModule): boolean {
  const named = (members: readonly { readonly name: string }[]) =>
    members.some(({ name }) => /^redact(Paths|Keys)?$/.test(name));
  return (
    module.calls.some(
      ({ callee, arguments: given }) =>
        /^(fastRedact|redact|redactor|scrub)$/i.test(lastName(callee) ?? '') ||
        given.some(
          ({ value }) =>
            value.kind === 'object' &&
            (named(value.members) ||
              value.members.some((one) => one.value.kind === 'object' && named(one.value.members))),
        ),
    ) || module.bindings.some(({ value }) => value.kind === 'object' && named(value.members))
  );
}

function logFact(
  module: SourceModule,
  first: Place,
  found: readonly Written[],
  blacksOut: string | undefined,
): RepositoryFact {
  const doubts = (one: Written) =>
    one.perhaps ??
    (one.of === 'unknown'
      ? one.what
      : blacksOut === undefined
        ? undefined
        : `what the logger of ${blacksOut} blacks out`);
  const items = found
    .filter((one) => doubts(one) === undefined)
    .map(({ of, what, at: place }) => written({ of, what }, at(module, place)));
  const doubtful = found.find((one) => doubts(one) !== undefined);
  return fact({
    type: 'Repository::Log',
    address: `log of ${module.file}`,
    at: at(module, first),
    properties: {
      path: module.file,
      writes:
        doubtful === undefined
          ? items
          : openList(
              items,
              unknown('unresolved-expression', doubts(doubtful)!, inCode(at(module, doubtful.at))),
            ),
    },
  });
}
