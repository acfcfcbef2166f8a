import { onceFor } from '../../../once-for.ts';
import { argumentFor } from '../code/names/arguments.ts';
import type { Meaning, Program } from '../code/names/program.ts';
import { type EnvironmentRead, environmentReads } from '../code/syntax/environment.ts';
import { type Expression, isIn, type Place, type SourceModule } from '../code/syntax/source-module.ts';
import { partsOf, partsOfKind, placedPartsIn } from './expressions.ts';
import type { ReachedCode } from './reached-code.ts';
import { conditionsOf, type ReadCondition } from './read-conditions.ts';

/** A variable of its environment that the code of a function reads. */
export interface NameRead {
  readonly name: string;
  readonly file: string;
  readonly at: Place;
  /** Nothing stands in for it, and the code does not ask whether it is there. */
  readonly needed: boolean;
  /** Something stands in for it. */
  readonly fallback: boolean;
  /** What stands in for it is a text of the code. */
  readonly written: boolean;
  /** That text, empty or not; `undefined` where it is computed. Left out where nothing or another variable stands in. */
  readonly standIn?: string | undefined;
  /** Whether a place that reads it is reached, as far as that can be told. */
  readonly runs: boolean;
  /** What other variables have to be for it to be read. */
  readonly onlyIf?: readonly ReadCondition[];
}

export interface NamesRead {
  readonly reads: readonly NameRead[];
  /** Where other names may be read. */
  readonly open: readonly { readonly why: string; readonly file: string; readonly line: number }[];
}

/**
 * What Lambda sets itself (AWS Lambda developer guide, "Defined runtime environment variables", as of 2026-11-21), with what ECS
 * sets in the place of some; what the SDKs, X-Ray and Powertools read as settings that are optional by their documentation;
 * and what switches on what nobody needs. Another name that begins so (`AWS_TABLE_NAME`) is the application's own.
 */
const NOT_NEEDED = new RegExp(
  `^(${[
    'AWS_(ACCESS_KEY|ACCESS_KEY_ID|SECRET_ACCESS_KEY|SESSION_TOKEN|REGION|DEFAULT_REGION|EXECUTION_ENV|CONTAINER_.*)',
    'AWS_LAMBDA_(FUNCTION_(NAME|VERSION|MEMORY_SIZE)|LOG_(GROUP|STREAM)_NAME|INITIALIZATION_TYPE|RUNTIME_API)',
    'AWS_LAMBDA_(MAX_CONCURRENCY|METADATA_(API|TOKEN)|DOTNET_PREJIT|EXEC_WRAPPER)',
    '_HANDLER|_X_AMZN_TRACE_ID|LAMBDA_(TASK_ROOT|RUNTIME_DIR)',
    'AWS_(DEFAULT_)?PROFILE|AWS_(CONFIG|SHARED_CREDENTIALS)_FILE|AWS_(CA_BUNDLE|MAX_ATTEMPTS|RETRY_MODE|DEFAULTS_MODE)',
    'AWS_ENDPOINT_URL(_.*)?|AWS_USE_(FIPS|DUALSTACK)_ENDPOINT|AWS_(EC2_METADATA|SDK|NODEJS|XRAY)_.*|AWS_SAM_LOCAL',
    'LANG|TZ|PATH|HOME|PWD|LD_LIBRARY_PATH|NODE_PATH|NODE_OPTIONS|NODE_ENV|PYTHONPATH|GEM_PATH|POWERTOOLS_.*',
    'LOG_LEVEL|LOGLEVEL|DEBUG|CI|VITEST|JEST_WORKER_ID|IS_LOCAL|IS_OFFLINE|LOCALSTACK_.*|GIT_SHA|npm_.*',
  ].join('|')})$`,
);

/** Packages that read the environment as a whole, by settings that are written elsewhere. */
const OF_SETTINGS =
  /^(pydantic_settings|environs|decouple|dynaconf|env-var|envalid|convict|config|nconf|rc|znv|@t3-oss\/env-(core|nextjs)|starlette\.config)(\/|$)/;

/** The names that reached code reads, wrappers (`need('TABLE')`) included. */
export function namesRead(program: Program, reached: ReachedCode): NamesRead {
  const reads: NameRead[] = [];
  const open: { why: string; file: string; line: number }[] = [...reached.open];
  const others = setByCode(reached);
  for (const module of reached.modules) {
    const found = environmentReads(module);
    const tests = testedNames(program, module);
    const choices = firstChoices(module);
    for (const read of found) {
      const { name, otherwise, within, at } = read;
      const runs = reached.reaches(module, within);
      if (name !== undefined) {
        if (NOT_NEEDED.test(name)) continue;
        const choice = choices.get(keyOf(at));
        const instead = otherwise ?? choice?.of[1];
        const fallback = instead !== undefined;
        const needed = !fallback && !isAsked(at, module, tests) && !asksFirst(module, read, found);
        const written = otherwise?.kind === 'literal' && otherwise.value !== null && otherwise.value !== '';
        const inTurn = instead === undefined || found.some((other) => startsAt(instead, other.at));
        // What another question decides (`old ? process.env.OLD : 'new'`) stands in for nothing.
        const isForThis =
          otherwise !== undefined || choice?.inTurn === true || asksFirst(module, read, found);
        const standIn = inTurn ? {} : { standIn: isForThis ? textOf(instead) : undefined };
        const onlyIf = conditionsOf(program, module, at).filter((one) => !others(one.name));
        reads.push({ name, file: module.file, at, needed, fallback, written, runs, onlyIf, ...standIn });
        continue;
      }
      const given = throughWrapper(program, reached, module, read);
      if (given === undefined)
        open.push({ why: 'the name of a variable is computed', file: module.file, line: at.line });
      else
        for (const one of given) {
          const onlyIf = one.onlyIf?.filter((condition) => !others(condition.name)) ?? [];
          if (!NOT_NEEDED.test(one.name)) reads.push({ ...one, onlyIf });
        }
    }
    for (const at of wholeReads(module))
      open.push({ why: 'the environment is read as a whole', file: module.file, line: at.line });
    for (const one of module.imports)
      if (OF_SETTINGS.test(one.module))
        open.push({ why: `${one.module} reads settings`, file: module.file, line: one.at.line });
  }
  return { reads, open };
}

/** Packages that set variables from files. */
const OF_FILES = /^(?:dotenv|dotenv-[\w-]+|@dotenvx\/.*|env-cmd)(?:\/|$)/;

/** Whether code sets a variable itself, or any there may be. */
function setByCode({ modules }: ReachedCode): (name: string) => boolean {
  const own = modules.map(namesSet);
  return (name) => own.some((names) => names === 'any' || names.has(name));
}

const namesSet = onceFor((module: SourceModule): ReadonlySet<string> | 'any' => {
  if (module.imports.some((one) => OF_FILES.test(one.module))) return 'any';
  const names = new Set<string>();
  for (const { target } of module.bindings) {
    const name = /^(?:process\.env|Bun\.env|(?:os\.)?environ)\.(\w+)$/.exec(chain(target))?.[1];
    if (name !== undefined) names.add(name);
    else if (target.kind === 'index' && IS_WHOLE.test(chain(target.of))) return 'any';
  }
  for (const { path, callee, arguments: given } of module.calls) {
    const [first] = given;
    if (first !== undefined && chain(callee) === 'Object.assign' && IS_WHOLE.test(chain(first.value)))
      return 'any';
    if (path === undefined || !/^os\.(?:environ\.(?:update|setdefault)|putenv)$/.test(path)) continue;
    if (first?.value.kind !== 'literal' || path === 'os.environ.update') return 'any';
    names.add(String(first.value.value));
  }
  return names;
});

const IS_WHOLE = /^(?:process\.env|Bun\.env|(?:os\.)?environ)$/;

/** What stands in for values, by where they begin: `a ?? b`. */
const firstChoices = onceFor((module: SourceModule): ReadonlyMap<string, Choice> => {
  const found = new Map<string, Choice>();
  for (const { value } of partsOfKind(module, 'choice'))
    if (value.of.length > 1) found.set(keyOf(value.of[0]!.at), value);
  return found;
});

type Choice = Extract<Expression, { kind: 'choice' }>;

/** `process.env.TABLE ? process.env.TABLE : 'cards'`. */
function asksFirst(
  module: SourceModule,
  { name, at }: EnvironmentRead,
  reads: readonly EnvironmentRead[],
): boolean {
  return module.branches.some(
    ({ test, then }) =>
      isIn(at, then) &&
      partsOf(test, module).some((part) =>
        reads.some((other) => other.name === name && startsAt(part, other.at)),
      ),
  );
}

function textOf(value: Expression): string | undefined {
  return value.kind === 'literal' && value.value !== null ? String(value.value) : undefined;
}

function keyOf({ line, column }: Place): string {
  return `${line}:${column}`;
}

function startsAt(value: Expression, at: Place): boolean {
  return value.at.line === at.line && value.at.column === at.column && value.kind !== 'choice';
}

interface Tested {
  readonly names: ReadonlySet<string>;
  readonly tests: readonly Expression[];
}

/** Names whose being there a branch asks, and places in tests; a branch that throws asks for them. */
const testedNames = onceFor((program: Program, module: SourceModule): Tested => {
  const names = new Set<string>();
  const tests: Expression[] = [];
  const ask = (test: Expression, within: number) => {
    for (const part of partsOf(test, module)) {
      tests.push(part);
      if (part.kind === 'name' && mayBeRead(program.resolve(module, part, within))) names.add(part.name);
    }
  };
  const ofBranches = new Set<Expression>();
  for (const { test, then, within } of module.branches) {
    for (const part of partsOf(test, module)) ofBranches.add(part);
    if (!module.throws.some(({ at }) => isIn(at, then))) ask(test, within);
  }
  for (const { value: part, within } of placedPartsIn(module))
    if (part.kind === 'both' || part.kind === 'compare' || part.kind === 'not')
      if (!ofBranches.has(part)) ask(part, within);
  return { names, tests };
});

/** Whether a name may be that of a variable of the environment: a parameter that is called the same is another. */
function mayBeRead(meaning: Meaning): boolean {
  return meaning.kind !== 'parameter' && meaning.kind !== 'value' && meaning.kind !== 'function';
}

function isAsked(at: Place, module: SourceModule, { names, tests }: Tested): boolean {
  if (tests.some((test) => (test.kind === 'member' || test.kind === 'call') && startsAt(test, at)))
    return true;
  return module.bindings.some(
    ({ target, value }) => target.kind === 'name' && names.has(target.name) && startsAt(value, at),
  );
}

/** `const need = (name) => process.env[name]`: the names that its callers give; nothing where they cannot be told. */
function throughWrapper(
  program: Program,
  reached: ReachedCode,
  module: SourceModule,
  { within, at, otherwise }: { within: number; at: Place; otherwise?: Expression },
): readonly NameRead[] | undefined {
  const own = module.functions[within];
  const index = indexAt(module, at);
  if (own === undefined || index?.kind !== 'name') return undefined;
  const parameter = own.parameters.findIndex(({ name }) => name === index.name);
  if (parameter < 0) return undefined;
  const found: NameRead[] = [];
  for (const caller of reached.modules)
    for (const call of caller.calls) {
      if (lastName(call.callee) !== own.name && own.name !== undefined && call.callee.kind !== 'name')
        continue;
      const callee = program.resolve(caller, call.callee, call.within);
      if (callee.kind !== 'function' || callee.module !== module || callee.function !== within) continue;
      const given = argumentFor(call, own, parameter)?.value;
      if (given?.kind !== 'literal' || typeof given.value !== 'string') return undefined;
      const fallback = otherwise !== undefined || call.arguments.length > 1;
      const runs = reached.reaches(caller, call.within);
      const standIn = fallback ? { standIn: undefined } : {};
      const read = { name: given.value, needed: !fallback, fallback, written: false, runs, ...standIn };
      const onlyIf = conditionsOf(program, caller, call.at);
      found.push({ ...read, onlyIf, file: caller.file, at: call.at });
    }
  return found;
}

function indexAt(module: SourceModule, at: Place): Expression | undefined {
  for (const { value } of module.reads) if (value.kind === 'index' && startsAt(value, at)) return value.index;
  for (const call of module.calls)
    if (call.at.line === at.line && call.at.column === at.column) return call.arguments[0]?.value;
  return undefined;
}

function lastName(value: Expression): string | undefined {
  return value.kind === 'name' || value.kind === 'member' ? value.name : undefined;
}

/** Places where the environment is handed on as it is; not where one name of it is taken. */
const wholeReads = onceFor((module: SourceModule): readonly Place[] => {
  const whole = module.reads.filter(({ path }) => path === 'process.env' || path === 'os.environ');
  return whole
    .map(({ at }) => at)
    .filter((at) => {
      const member = module.reads.some(
        ({ value }) =>
          value.kind === 'member' &&
          /^(process\.env|os\.environ)$/.test(chain(value.of)) &&
          startsAt(value.of, at),
      );
      const called = module.calls.some(
        ({ callee }) => callee.kind === 'member' && chain(callee.of) !== '' && startsAt(callee.of, at),
      );
      return !member && !called;
    });
});

function chain(value: Expression): string {
  if (value.kind === 'name') return value.name;
  return value.kind === 'member' ? `${chain(value.of)}.${value.name}` : '';
}
