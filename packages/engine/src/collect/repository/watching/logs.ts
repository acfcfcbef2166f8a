import { inCode } from '../../../model/origin.ts';
import { unknown, type Value } from '../../../model/value.ts';
import type { Meaning, Program } from '../code/names/program.ts';
import { type Call, type SourceModule, TOP } from '../code/syntax/source-module.ts';
import { fact, placeIn, type RepositoryFact, written } from '../fact.ts';
import { callsTold, inOrder, type ToldCall } from '../joins/told-calls.ts';
import { at } from '../practices/places.ts';
import { calledByTools } from './called-by-tools.ts';
import { jsonIn, said } from './json-text.ts';
import {
  asked,
  handsPerson,
  type Known,
  LEVELS,
  LOGGERS,
  type Logger,
  loggersOf,
  mentions,
  says,
  served,
} from './loggers.ts';
import { missingNames } from './missing-names.ts';
import { isIdOfRequest, isOfPerson } from './said.ts';

const MOST_LINES = 200;

/** What a module writes to the log while it serves: line by line, whether it is JSON and carries an id of the request. */
export function logs(program: Program, module: SourceModule): readonly RepositoryFact[] {
  const lines = [...linesOf(program, module)].slice(0, MOST_LINES);
  if (lines.length === 0) return [];
  const missing = missingNames(program, module, new Set(lines.map(({ call }) => call.within)));
  return [
    fact({
      type: 'Repository::LogLines',
      address: module.file,
      at: placeIn(module.file),
      properties: {
        path: module.file,
        lines: lines.map(({ writer, structured, correlated, personal, call }) => {
          const place = at(module, call.at);
          const open = (what: string): Value => unknown('unresolved-expression', what, inCode(place));
          return written(
            {
              writer,
              structured:
                structured === 'open' ? open(`what form the lines of ${writer} have`) : structured === 'yes',
              correlated:
                correlated === 'open'
                  ? open('whether the line carries an id of its request')
                  : correlated === 'yes',
              personal:
                personal === 'open' ? open('whether the line says whose request it is') : personal === 'yes',
            },
            place,
          );
        }),
        missing: missing.map(({ name, at: place }) => written({ name }, at(module, place))),
      },
    }),
  ];
}

interface Line {
  readonly writer: string;
  readonly structured: Known;
  readonly correlated: Known;
  readonly personal: Known;
  readonly call: Call;
}

/** What writes a text as it is. */
const PLAIN =
  /^(?:globalThis\.)?(console\.(?:log|info|warn|error|debug|trace)|print|process\.std(?:out|err)\.write|sys\.std(?:out|err)\.write)$/;
const HANDED = /^_?(log|logger|LOG|LOGGER)$/;
const LEVEL = new RegExp(`^${LEVELS}$`);

/** Lines of what only tools call are none of the application. */
function* linesOf(program: Program, module: SourceModule): Generator<Line> {
  for (const line of allLinesOf(program, module)) {
    const byTools = calledByTools(program, module, line.call.within);
    if (byTools === 'no') yield line;
    else if (byTools === 'perhaps')
      yield {
        ...line,
        structured: orOpen(line.structured),
        correlated: orOpen(line.correlated),
        personal: line.personal === 'no' ? 'no' : 'open',
      };
  }
}

function orOpen(is: Known): Known {
  return is === 'yes' ? 'yes' : 'open';
}

function* allLinesOf(program: Program, module: SourceModule): Generator<Line> {
  const writing = inOrder<ToldCall<Writer>>(
    callsTold(program, module, 'path', writerCalled),
    callsTold(program, module, 'name', handedWriter),
  );
  for (const { call, is: writer } of writing) {
    if (typeof writer === 'string') {
      if (writer === 'print' && module.language !== 'python') continue;
      if (isBlank(call) || isStartUp(module, call) || isMetric(program, module, call)) continue;
      yield plainLine(program, module, call, writer);
      continue;
    }
    const level = call.callee.kind === 'member' ? call.callee.name : '';
    if (level === 'child') continue;
    if (writer !== null) {
      // With a trace of the stack a line is a text of many lines by nature.
      if (isStartUp(module, call) || (writer.name === 'logging' && level === 'exception')) continue;
      yield loggedLine(program, module, call, writer);
    } else if (!isStartUp(module, call) && level !== 'exception') {
      const line = handedLine(program, module, call);
      if (line !== undefined) yield line;
    }
  }
}

/** What writes a line: by its name, one of the loggers, or nobody sees which (`null`). */
type Writer = string | Logger | null;

function writerCalled(path: string): Writer | undefined {
  return PLAIN.exec(path)?.[1] ?? LOGGERS.find((one) => one.path.test(path));
}

function handedWriter(name: string): Writer | undefined {
  return LEVEL.test(name) ? null : undefined;
}

function plainLine(program: Program, module: SourceModule, call: Call, writer: string): Line {
  const json = jsonOf(program, module, call);
  const given = saidBy(program, module, call);
  const isPatched =
    writer.startsWith('console.') && asked(program, 'patched console', () => patchesConsole(program));
  return {
    writer,
    structured: isPatched && json === 'no' ? 'open' : json,
    correlated: isPatched ? 'open' : carried(program, given, 'no'),
    personal: isPatched ? 'open' : named(given, 'no'),
    call,
  };
}

function loggedLine(program: Program, module: SourceModule, call: Call, logger: Logger): Line {
  const structured = logger.structured(program);
  const given = saidBy(program, module, call);
  return {
    writer: logger.name === 'logging' ? 'logging' : logger.name,
    structured: structured === 'yes' ? 'yes' : better(structured, jsonOf(program, module, call)),
    correlated: carried(program, given, logger.correlated(program)),
    personal: named(given, handsPerson(program) ? 'yes' : 'no'),
    call,
  };
}

/**
 * A logger that is handed from one place to another is one of those that the program sets up; where it sets up none, the line
 * is written by code of its own, and looked at there. What a package makes that is not known here may write anything.
 */
function handedLine(program: Program, module: SourceModule, call: Call): Line | undefined {
  const made = whoMade(program, module, call);
  if (made === undefined) return undefined;
  const writer = said(call.callee, module);
  const given = saidBy(program, module, call);
  if (made === 'stranger')
    return {
      writer,
      structured: 'open',
      correlated: carried(program, given, 'open'),
      personal: named(given, 'open'),
      call,
    };
  const ofLanguage = loggersOf(program).filter(({ name }) =>
    /^(structlog|loguru|logging)$/.test(name)
      ? module.language === 'python'
      : name === 'Powertools' || module.language === 'script',
  );
  if (ofLanguage.length === 0) return undefined;
  const same = (question: (logger: Logger) => Known): Known => {
    const [first, ...others] = new Set(ofLanguage.map(question));
    return first === undefined || others.length > 0 ? 'open' : first;
  };
  return {
    writer,
    structured: same((logger) => logger.structured(program)),
    correlated: carried(
      program,
      given,
      same((logger) => logger.correlated(program)),
    ),
    personal: named(given, handsPerson(program) ? 'yes' : 'no'),
    call,
  };
}

function better(one: Known, other: Known): Known {
  return one === 'yes' || other === 'yes' ? 'yes' : one === 'open' || other === 'open' ? 'open' : 'no';
}

/** `request.log.info`, `this.logger.warn`, `logger.error` of a parameter or of a package: nobody sees here what it is. */
function whoMade(
  program: Program,
  module: SourceModule,
  { callee, within }: Call,
): 'handed' | 'stranger' | undefined {
  if (callee.kind !== 'member' || !LEVEL.test(callee.name)) return undefined;
  const { of } = callee;
  if ((of.kind !== 'name' && of.kind !== 'member') || !HANDED.test(of.name)) return undefined;
  if (
    /^(Math|np|numpy|torch|tf|cmath)$/.test(of.kind === 'member' && of.of.kind === 'name' ? of.of.name : '')
  )
    return undefined;
  const meaning = program.resolve(module, callee, within);
  const path = program.nameOf(meaning);
  // What the program keeps by names it has put there itself.
  if (KEEPS.test(path ?? '')) return 'handed';
  if (path !== undefined)
    return /\(\)|^(?!(log|logger|math)\.)\w[\w@/-]*\./.test(path) ? 'stranger' : undefined;
  return isOpen(meaning) ? 'handed' : undefined;
}

const KEEPS = /^(?:Map|WeakMap)\(\)\.get\(\)\./;

function isOpen(meaning: Meaning): boolean {
  if (meaning.kind === 'several') return meaning.of.some(isOpen);
  return meaning.kind === 'parameter' || meaning.kind === 'open';
}

/** Whether the first thing that is handed over is a line of JSON. */
function jsonOf(program: Program, module: SourceModule, call: Call): Known {
  const [first, ...others] = call.arguments.filter(({ name }) => name === undefined);
  if (first === undefined) return 'no';
  const json = jsonIn(program, module, first.value, call.within);
  return json.is === 'yes' &&
    others.length > 0 &&
    call.callee.kind === 'member' &&
    /^(log|info|warn|error|debug)$/.test(call.callee.name) &&
    said(call.callee, module).startsWith('console.')
    ? 'no'
    : json.is;
}

/** Whether a line names an id of the request by itself; what the logger does otherwise. */
function carried(program: Program, { names, open }: Said, otherwise: Known): Known {
  if (names.some((one) => isIdOfRequest(one.replace(/^.*\./, '')) || isIdOfRequest(one))) return 'yes';
  if (otherwise !== 'no') return otherwise;
  // What is worked on, one thing a request or message: `id: this.id`, `jobId`.
  if (names.some((one) => /^(id|(job|message|execution|session)_?id)$/i.test(one))) return 'open';
  // What is put in from elsewhere may be one, where the code knows such ids at all.
  return open && mentions(program) !== 'no' ? 'open' : 'no';
}

/** Whether a line says whose request it is by itself; what the logger does otherwise. */
function named({ names, open }: Said, otherwise: Known): Known {
  if (names.some(isOfPerson)) return 'yes';
  return otherwise !== 'no' || !open ? otherwise : 'open';
}

interface Said {
  readonly names: readonly string[];
  /** Whether more may be in it. */
  readonly open: boolean;
}

/** What a line is given. */
function saidBy(program: Program, module: SourceModule, call: Call): Said {
  const names: string[] = [];
  let open = false;
  for (const { name, value, spread } of call.arguments) {
    if (name !== undefined) names.push(name);
    const json = jsonIn(program, module, value, call.within);
    names.push(...json.names);
    open ||= json.open || spread;
  }
  return { names, open };
}

function patchesConsole(program: Program): boolean {
  return (
    served(program).some((module) =>
      module.bindings.some(
        ({ target }) => target.kind === 'member' && target.of.kind === 'name' && target.of.name === 'console',
      ),
    ) || says(program, /^(patchConsole|intercept-stdout|console-stamp|setupLogCapture)$/)
  );
}

/** The end of a line, or nothing at all. */
function isBlank({ arguments: given }: Call): boolean {
  return given.every(({ value }) => value.kind === 'literal' && String(value.value).trim() === '');
}

/** A line of the embedded metric format: a metric, and no line that somebody reads. */
function isMetric(program: Program, module: SourceModule, call: Call): boolean {
  return call.arguments.some(({ value }) =>
    jsonIn(program, module, value, call.within).names.includes('_aws'),
  );
}

const START_UP =
  /^(main|start|startServer|bootstrap|init|initialize|setup|listen|connect|shutdown|gracefulShutdown|close|run|seed|migrate|lifespan|startup|on_startup)$/i;

/** What is written while the program starts or stops belongs to no request. */
function isStartUp(module: SourceModule, call: Call): boolean {
  for (let within = call.within; ; within = module.functions[within]!.within) {
    if (within === TOP) return call.within === TOP || isRegistered(module, call.within);
    const { name } = module.functions[within]!;
    if (name !== undefined && START_UP.test(name)) return true;
    if (name !== undefined || module.functions[within]!.within === TOP) return isRegistered(module, within);
  }
}

/** A function that is handed to what starts or ends the program: `app.listen(3000, () => …)`, `process.on('SIGTERM', …)`. */
function isRegistered(module: SourceModule, within: number): boolean {
  return startUps(module).has(within);
}

const registered = new WeakMap<SourceModule, ReadonlySet<number>>();

function startUps(module: SourceModule): ReadonlySet<number> {
  const before = registered.get(module);
  if (before !== undefined) return before;
  const found = new Set<number>();
  for (const { callee, path, arguments: given, within } of module.calls) {
    const name = callee.kind === 'member' || callee.kind === 'name' ? callee.name : '';
    if (!/^(listen|then|catch|finally|once)$/.test(name) && !/^process\.(on|once)$/.test(path ?? ''))
      continue;
    if (/^(then|catch|finally|once)$/.test(name) && within !== TOP) continue;
    for (const { value } of given) if (value.kind === 'function') found.add(value.function);
  }
  registered.set(module, found);
  return found;
}
