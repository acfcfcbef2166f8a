import { onceFor } from '../../../../once-for.ts';
import { chainOf } from '../records/naming-calls.ts';
import { partsOf } from '../syntax/expressions.ts';
import {
  type Call,
  type Expression,
  isBefore,
  isIn,
  type Place,
  type Range,
  type SourceModule,
  TOP,
} from '../syntax/source-module.ts';
import { stops } from './answers.ts';
import { answersFor, callersOf } from './asked-of-all.ts';
import { failingWays, givesBefore } from './failing-ways.ts';
import {
  branchesAround,
  type CallAt,
  type FunctionAt,
  keyOf,
  lastName,
  type Reach,
  type Reaches,
} from './reach.ts';
import type { Refusals } from './refusals.ts';

/** What would tell that a caller is refused whose proof fails; nothing where the code shows it, or lets the error through. */
export const untoldFailure = onceFor(
  (
    reach: Reach,
    reaches: Reaches,
    refusals: Refusals,
    proof: CallAt,
    strict: boolean,
  ): string | undefined => {
    if (isOptional(proof.call))
      return `telling what is done without the proof that ${saidOf(proof)} leaves optional`;
    const { module, call } = proof;
    if (
      strict &&
      givesBefore(reach, proof) &&
      !isAskedFor(reach, refusals, { module, function: call.within }, strict, proof)
    )
      return `telling what happens where nothing is proven before ${saidOf(proof)}`;
    const end = endOfError(reaches, reach, proof);
    if (end === undefined) return undefined;
    const isRefused =
      end === 'somewhere'
        ? refuses(reaches, reach, () => true)
        : refuses(reaches, reach, afterwards(reaches, reach, end)) ||
          isAskedFor(reach, refusals, end, strict, proof);
    return isRefused
      ? undefined
      : `telling what happens where ${proof.name.replace(/\(\)/g, '')} fails (${saidOf(proof)})`;
  },
);

/** `const user = readUser(request); if (!user) return refuse()`: who calls the function in which the error ends asks what it gave. */
function isAskedFor(
  reach: Reach,
  refusals: Refusals,
  end: FunctionAt,
  strict: boolean,
  proof: CallAt,
): boolean {
  const isOwn = end.module === proof.module && end.function === proof.call.within;
  const failing = isOwn ? failingWays(proof) : undefined;
  return callersOf(reach, end).some(({ module, call: { callee: value, within, at }, depth }) =>
    refusals.rests(
      reach,
      { module, read: { value, path: undefined, within, at } },
      !strict,
      depth === 0 || answersFor(reach, { module, function: within }) ? failing : undefined,
    ),
  );
}

function saidOf({ module, call }: CallAt): string {
  return `${module.file}:${call.at.line}`;
}

/** `jwt_required(optional=True)`, `expressjwt({ credentialsRequired: false })`, `AuthGuard(['jwt', 'anonymous'])`: who brings nothing goes on. */
export function isOptional({ arguments: given }: Call): boolean {
  const is = (value: Expression, literal: boolean) => value.kind === 'literal' && value.value === literal;
  const isAnonymous = (value: Expression): boolean =>
    value.kind === 'list'
      ? value.items.some(isAnonymous)
      : value.kind === 'literal' && value.value === 'anonymous';
  return given.some(
    ({ name, value }) =>
      (name === 'optional' && is(value, true)) ||
      isAnonymous(value) ||
      (value.kind === 'object' &&
        value.members.some(
          (one) =>
            (one.name === 'optional' && is(one.value, true)) ||
            (one.name === 'credentialsRequired' && is(one.value, false)),
        )),
  );
}

/** The function in which the error of a proof ends, and from where on it then goes on. */
interface EndOfError extends FunctionAt {
  readonly from: Place;
  /** What is left as soon as the proof fails, and what runs then. */
  readonly tried?: Range;
  readonly caught?: Range;
}

/** Where the error of a proof ends on the way: in a `catch`, or in the function that is told of it. */
function endOfError(reaches: Reaches, reach: Reach, proof: CallAt): EndOfError | 'somewhere' | undefined {
  const { module, call } = proof;
  const scopes = scopesOf(reaches, reach);
  const catches = scopes.flatMap(([own, numbers]) =>
    own.catches.flatMap(({ tried, caught, within }) =>
      numbers.has(within) ? [{ module: own, tried, caught, within }] : [],
    ),
  );
  const leadsThere = (one: CallAt) =>
    one.call === call ||
    (one.meaning.kind === 'function' && reaches.of(one.meaning).calls.some((inner) => inner.call === call));
  const around =
    catches.findLast((one) => one.module === module && isIn(call.at, one.tried)) ??
    catches.findLast((one) =>
      reach.calls.some(
        (inner) => inner.module === one.module && isIn(inner.call.at, one.tried) && leadsThere(inner),
      ),
    );
  if (around !== undefined && around.within !== TOP)
    return {
      module: around.module,
      function: around.within,
      from: around.tried.end,
      tried: around.tried,
      caught: around.caught,
    };
  const caught = reach.calls.filter(
    ({ call: { callee } }) => callee.kind === 'member' && callee.name === 'catch',
  );
  const isTold = call.arguments.some(({ value }) => value.kind === 'function');
  const chained = caught.find((one) => before(reach, one).some(leadsThere)) ?? (isTold ? proof : undefined);
  if (chained !== undefined && chained.call.within !== TOP)
    return { module: chained.module, function: chained.call.within, from: chained.call.at };
  return isTold || caught.length > 0 || catches.length > 0 ? 'somewhere' : undefined;
}

/** The calls that a chain begins with: `readToken(…).then(…)` of `readToken(…).then(…).catch(…)`. */
function before(reach: Reach, { module, call }: CallAt): readonly CallAt[] {
  const links = new Set(
    chainOf(call, module)
      .slice(1)
      .map((link) => link.call),
  );
  return reach.calls.filter((one) => one.module === module && links.has(one.call));
}

/** Whether a place may still run where a proof has failed. */
type IsLeft = (module: SourceModule, within: number, at: Place) => boolean;

/** What stands before, what only runs in the `try`, and what is asked of something else refuses nobody because a proof has failed. */
function afterwards(
  reaches: Reaches,
  reach: Reach,
  { module, function: top, from, tried, caught }: EndOfError,
): IsLeft {
  const own = new Set(reaches.inside(module, top));
  const ledTo = (isThere: (at: Place) => boolean) =>
    new Set(
      reach.calls.flatMap(({ call, meaning, module: other }) =>
        other === module && own.has(call.within) && isThere(call.at) && meaning.kind === 'function'
          ? reaches.of(meaning).functions.flatMap((one) => keysOf(reaches, one))
          : [],
      ),
    );
  const triedOnly = tried === undefined ? new Set<string>() : ledTo((at) => isIn(at, tried));
  for (const key of ledTo((at) => !isBefore(at, from))) triedOnly.delete(key);
  // What its callers ask of what it gave is looked into for itself.
  const around = new Set(
    callersOf(reach, { module, function: top }).flatMap(({ module: from, call }) =>
      call.within === TOP ? [] : [keyOf(from, call.within)],
    ),
  );
  const isAskedElse = (at: Place) =>
    caught !== undefined &&
    (isIn(at, caught) ? isForSome(module, at, caught) : tried !== undefined && isOfOther(module, at, tried));
  return (one, within, at) =>
    one === module && own.has(within)
      ? !isBefore(at, from) && !isAskedElse(at)
      : !triedOnly.has(keyOf(one, within)) && !around.has(keyOf(one, within));
}

/** `if (error.name === 'TokenExpiredError') return refuse()` of a `catch`: of other errors it says nothing, if there is no `else`. */
function isForSome(module: SourceModule, at: Place, caught: Range): boolean {
  return branchesAround(module, at, { at: caught.at }).some(
    ({ otherwise, then }) => otherwise === undefined || !isIn(at, then),
  );
}

/** `if (!request.body.items) …` after the `try`: what was put down in it is not asked for. */
function isOfOther(module: SourceModule, at: Place, tried: Range): boolean {
  const put = new Set(
    module.bindings.flatMap((one) => (isIn(one.at, tried) ? [lastName(one.target) ?? ''] : [])),
  );
  return (
    put.size > 0 &&
    branchesAround(module, at, { at: tried.end }).some(({ test }) => !mentions(module, test, put))
  );
}

function mentions(module: SourceModule, test: Expression, names: ReadonlySet<string>): boolean {
  if (names.has(lastName(test) ?? '')) return true;
  if (test.kind !== 'call') return partsOf(test).some((one) => mentions(module, one, names));
  const { callee, arguments: given } = module.calls[test.call]!;
  return mentions(module, callee, names) || given.some(({ value }) => mentions(module, value, names));
}

function keysOf(reaches: Reaches, { module, function: top }: FunctionAt): readonly string[] {
  return reaches.inside(module, top).map((number) => keyOf(module, number));
}

/** Calls by whose names people say that they refuse; what only writes it down does not. */
const REFUSES =
  /unauth|forbid|den(y|ied)|reject|fail|invalid(?!at)|refuse|abort|(^|[a-z_])error(_?(response|handler))?$/i;
/** By what it is called on, or by its own name: `logger.error`, `winston.error`, `logError`, `captureException`. */
const WRITES_DOWN =
  /(^|[._])(console|log|logger|logging|_log|_logger|get_?logger\(\)|winston|bunyan|pino|structlog|loguru|tracer|span|metrics?)\b|(^|\.)_?(log|report|capture|track|record|notify|print|trace|count)(?!in|out)\w*$/i;
/** Calls that take numbers which are no status. */
const COUNTS = /^(set(Timeout|Interval)|sleep|delay|wait|slice|substr(ing)?|set|setex|expire)$/;
/** Functions whose `false` the framework takes for a refusal. */
const ASKED_BY_FRAMEWORK = /^(canActivate|has_(object_)?permission|authorize|isAuthorized)$/;

function refuses(reaches: Reaches, reach: Reach, isLeft: IsLeft): boolean {
  const left: Reach = {
    ...reach,
    calls: reach.calls.filter(({ module, call }) => isLeft(module, call.within, call.at)),
    throws: reach.throws.filter((one) => isLeft(one.module, one.within, one.at)),
    returns: reach.returns.filter((one) => isLeft(one.module, one.within, one.at)),
  };
  if (stops(left)) return true;
  const byCall = left.calls.some(({ module, call, meaning, name }) => {
    const last = lastName(call.callee) ?? '';
    if (WRITES_DOWN.test(name) || WRITES_DOWN.test(call.path ?? last) || COUNTS.test(last)) return false;
    return (
      call.arguments.some(
        ({ value }) => isFailing(value) || (value.kind === 'literal' && value.value === 'Deny'),
      ) ||
      (!/^(function|open)$/.test(meaning.kind) && REFUSES.test(last) && mayAnswer(module, call))
    );
  });
  if (byCall) return true;
  const byAnswer = left.returns.some(({ module, within, value }) => {
    if (value?.kind === 'object')
      return value.members.some(
        (one) =>
          isFailing(one.value) || (/^is_?(authori[sz]ed|valid)$/i.test(one.name) && isFalse(one.value)),
      );
    if (value?.kind === 'list') return value.items.some(isFailing);
    const name = within === TOP ? undefined : module.functions[within]!.name;
    return value !== undefined && isFalse(value) && ASKED_BY_FRAMEWORK.test(name ?? '');
  });
  if (byAnswer) return true;
  // `ctx.status = 401`, `status, body = 401, …`
  return scopesOf(reaches, reach).some(([module, scopes]) =>
    module.bindings.some(
      ({ target, value, within, at }) =>
        /^status(Code|_code)?$/.test(lastName(target) ?? '') &&
        scopes.has(within) &&
        isFailing(value) &&
        isLeft(module, within, at),
    ),
  );
}

/** `response.unauthorized()`, `denied(response)`, `return problem.forbidden()`; what counts or tells somebody else is none: `audit.loginFailed()`. */
function mayAnswer(module: SourceModule, call: Call): boolean {
  const { callee, arguments: given, within } = call;
  if (callee.kind !== 'member' || ANSWERS_WITH.test(lastName(callee.of) ?? '')) return true;
  return (
    given.some(({ value }) => ANSWERS_WITH.test(lastName(value) ?? '')) ||
    [...module.returns, ...module.throws].some(
      ({ value, within: scope }) =>
        scope === within && value?.kind === 'call' && module.calls[value.call] === call,
    )
  );
}

const ANSWERS_WITH = /^_?(res|response|reply|ctx|context|c|h|this|self|next|done|callback|cb)$/i;

function isFailing(value: Expression): boolean {
  if (value.kind === 'member')
    return /^(HTTP_4\d\d|UNAUTHORIZED|FORBIDDEN|BAD_REQUEST|Unauthorized|Forbidden)/.test(value.name);
  return (
    value.kind === 'literal' && typeof value.value === 'number' && value.value >= 400 && value.value < 600
  );
}

function isFalse(value: Expression): boolean {
  return value.kind === 'literal' && value.value === false;
}

/** The functions that may run, by their modules, with those that are written in them. */
function scopesOf(
  reaches: Reaches,
  { functions }: Reach,
): readonly (readonly [SourceModule, ReadonlySet<number>])[] {
  const scopes = new Map<SourceModule, Set<number>>();
  for (const { module, function: number } of functions) {
    const own = scopes.get(module) ?? new Set();
    scopes.set(module, own);
    for (const one of reaches.inside(module, number)) own.add(one);
  }
  return [...scopes];
}
