import { type Argument, type Expression, type SourceModule, TOP } from '../code/syntax/source-module.ts';
import type { Given } from './given-settings.ts';
import { BY_DEFAULT, type Ended, type Limit, OPEN, ofNumber, sooner, unlimited } from './limit.ts';
import { isNoLimit } from './no-limit.ts';

/*
 * What holds where nothing is set. Sources, as of 2026-11-22: undici (fetch: 300 s for headers); axios, "Request config" (`timeout`:
 * none; a call's stands over its instance's, this over `axios.defaults`); Requests, "Timeouts" (none); HTTPX, "Timeouts" (5 s each to
 * connect, read, write and to get a connection of the pool); aiohttp, "Timeouts" (300 s for all of a request).
 */
const FETCH_SECONDS = 300;
const HTTPX = { seconds: 5, times: ['connect', 'read', 'write', 'pool'] } as const;
const AIOHTTP_SECONDS = 300;

const METHODS = 'get|post|put|patch|delete|head|options|request';
const REQUESTS = /^requests\.(Session\(\)\.|session\(\)\.)?(?:get|post|put|patch|delete|head|request)$/;
const AXIOS = new RegExp(`^axios(\\.create\\(\\))?(?:\\.(${METHODS}|create))?$`);
const HTTPX_CALL = new RegExp(
  `^httpx\\.(?:(Async)?Client|((?:Async)?Client\\(\\)\\.)?(?:${METHODS}|stream))$`,
);
const AIOHTTP_CALL = new RegExp(`^aiohttp\\.(?:ClientSession(?:\\(\\)\\.(?:${METHODS}))?|request)$`);

/** Clients of HTTP. */
export function limitOfHttp(path: string, given: Given): Limit | undefined {
  const requests = REQUESTS.exec(path);
  if (requests !== null) return { of: 'requests', ...ofRequests(given, requests[1] !== undefined) };
  if (/^urllib\.request\.urlopen$/.test(path))
    return { of: 'urllib', ...ofNumber(given, given.named('timeout') ?? given.at(2), 1) };
  const axios = AXIOS.exec(path);
  if (axios !== null) return named('axios', ofAxios(given, axios[1] !== undefined, axios[2]));
  if (HTTPX_CALL.test(path)) return named('httpx', ofHttpx(given, /Client\(\)/.test(path)));
  if (AIOHTTP_CALL.test(path)) return named('aiohttp', ofAiohttp(given, /\(\)/.test(path)));
  if (/^(globalThis\.)?fetch$/.test(path)) return { of: 'fetch', ...ofFetch(given) };
  return undefined;
}

function named(of: string, ended: Ended | undefined): Limit | undefined {
  return ended === undefined ? undefined : { of, ...ended };
}

/** An adapter or a patched session may set a time, and may try again. */
function ofRequests(given: Given, ofSession: boolean): Ended {
  return ofSession && given.reached.modules.some(changesSessions)
    ? OPEN
    : ofNumber(given, given.named('timeout'), 1);
}

function changesSessions(module: SourceModule): boolean {
  return (
    module.calls.some(
      ({ callee, arguments: [to] }) =>
        callee.kind === 'member' &&
        callee.name === 'mount' &&
        !(to?.value.kind === 'literal' && !/^http/.test(String(to.value.value))),
    ) ||
    module.bindings.some(({ target }) => target.kind === 'member' && /^(request|send)$/.test(target.name))
  );
}

/** A call, or an instance for those of its calls that cannot be followed; nothing where calls speak for their instance. */
function ofAxios(given: Given, ofInstance: boolean, method: string | undefined): Ended | undefined {
  if (method === 'create') return ofInstance ? undefined : ofAllAxiosCalls(given);
  const isWhole = method === undefined || method === 'request';
  const options = given.object(given.at(isWhole ? 0 : /^(post|put|patch)$/.test(method) ? 2 : 1));
  if (options === 'open') return OPEN;
  const own = options?.get('timeout');
  const signal = options?.get('signal');
  const ended = signal === undefined ? undefined : ofSignal(given, signal);
  const timed = own === undefined ? ofAxiosBefore(given, ofInstance) : ofNumber(given, own, 1_000);
  return ended === undefined ? timed : timed === undefined ? ended : sooner(timed, ended);
}

function ofAllAxiosCalls(given: Given): Ended {
  const ended = ofAxiosInstance(given);
  const hasOwn = given.reached.modules.some(({ calls }) =>
    calls.some(
      ({ callee, arguments: own }) =>
        callee.kind === 'member' && CALLS.test(callee.name) && own.some(setsItsTime),
    ),
  );
  return ended.seconds === Number.POSITIVE_INFINITY && hasOwn ? OPEN : ended;
}

function setsItsTime({ value }: Argument): boolean {
  return value.kind === 'object' && value.members.some(({ name }) => /^(?:timeout|signal)$/.test(name));
}

function ofAxiosBefore(given: Given, ofInstance: boolean): Ended | undefined {
  const { callee, within } = given.call;
  if (!ofInstance) return ofAxiosDefaults(given, false);
  const instance = given.program.resolve(given.module, callee.kind === 'member' ? callee.of : callee, within);
  if (instance.kind !== 'made') return OPEN;
  return ofAxiosInstance(given.of(instance.module, instance.module.calls[instance.call]!));
}

function ofAxiosInstance(given: Given): Ended {
  const options = given.object(given.at(0));
  if (options === 'open') return OPEN;
  const own = options?.get('timeout');
  return own === undefined ? ofAxiosDefaults(given, true) : ofNumber(given, own, 1_000);
}

/** `axios.defaults.timeout = …`: whether an instance is made before or after it cannot be told. */
function ofAxiosDefaults(given: Given, ofInstance: boolean): Ended {
  const { modules } = given.reached;
  const changes = modules.some(({ calls }) => calls.some(({ callee }) => isInterceptor(callee)));
  const set = modules.flatMap((module) =>
    module.bindings.filter(({ target }) => isDefaultTimeout(target)).map((one) => ({ module, ...one })),
  );
  if (set.length === 0) return changes ? OPEN : ofNumber(given, undefined, 1_000);
  const [{ module, target, value, within }] = set as [(typeof set)[number]];
  const isPlain =
    set.length === 1 &&
    within === TOP &&
    given.program.pathOf(module, target, within) === 'axios.defaults.timeout';
  return !isPlain || ofInstance || changes ? OPEN : ofNumber(given.of(module, given.call), value, 1_000);
}

function isDefaultTimeout(target: Expression): boolean {
  return (
    target.kind === 'member' &&
    target.name === 'timeout' &&
    target.of.kind === 'member' &&
    target.of.name === 'defaults'
  );
}

/** `http.interceptors.request.use(…)`: it may set anything. */
function isInterceptor(callee: Expression): boolean {
  return (
    callee.kind === 'member' &&
    callee.name === 'use' &&
    callee.of.kind === 'member' &&
    callee.of.name === 'request'
  );
}

function ofFetch(given: Given): Ended {
  const options = given.object(given.at(1));
  if (options === 'open') return OPEN;
  const signal = options?.get('signal');
  if (signal === undefined) return { seconds: FETCH_SECONDS, because: 'no signal', ...BY_DEFAULT };
  return ofSignal(given, signal);
}

/** `AbortSignal.timeout(3000)`; when any other gives up cannot be told. */
function ofSignal(given: Given, signal: Expression): Ended {
  if (isNoLimit(signal)) return OPEN;
  const made = given.made(signal, /(^|\.)AbortSignal\.timeout$/);
  return made === undefined ? OPEN : ofNumber(made, made.at(0), 1_000);
}

/** A client stands for the calls of it that set nothing of their own. */
function ofHttpx(given: Given, ofClient: boolean): Ended | undefined {
  const own = given.named('timeout');
  if (own === undefined && ofClient) return undefined;
  if (given.isSpread || given.named('transport') !== undefined) return OPEN;
  if (own === undefined) {
    if (setsTimeoutOfCalls(given)) return OPEN;
    return {
      seconds: HTTPX.seconds * HTTPX.times.length,
      because: `${HTTPX.seconds} s for each step`,
      ...BY_DEFAULT,
    };
  }
  if (isNoLimit(own)) return unlimited('its timeout is no limit');
  const number = given.number(own);
  if (number !== undefined) return { seconds: number * HTTPX.times.length, because: `timeout ${number}` };
  const made = given.made(own, /^httpx\.Timeout$/);
  if (made === undefined || made.isSpread) return OPEN;
  const each = HTTPX.times.map((name) => made.named(name) ?? made.at(0) ?? made.named('timeout'));
  if (each.some((one) => one !== undefined && isNoLimit(one))) return OPEN;
  const seconds = each.flatMap((one) => made.number(one) ?? []);
  if (seconds.length < each.length) return OPEN;
  return { seconds: seconds.reduce((sum, one) => sum + one, 0), because: 'its Timeout' };
}

function ofAiohttp(given: Given, ofSession: boolean): Ended | undefined {
  const own = given.named('timeout');
  if (own === undefined && ofSession) return undefined;
  if (given.isSpread) return OPEN;
  if (own === undefined)
    return setsTimeoutOfCalls(given)
      ? OPEN
      : { seconds: AIOHTTP_SECONDS, because: 'no timeout', ...BY_DEFAULT };
  const made = given.made(own, /^aiohttp\.ClientTimeout$/);
  const all = made?.isSpread === false ? (made.named('total') ?? made.at(0)) : undefined;
  // Without a time for all of it the others may still end it.
  return made === undefined || all === undefined || isNoLimit(all) ? OPEN : ofNumber(made, all, 1);
}

/** Whether some call of a method in the code is given a time of its own. */
function setsTimeoutOfCalls({ reached }: Given): boolean {
  return reached.modules.some(({ calls }) =>
    calls.some(
      ({ callee, arguments: given }) =>
        callee.kind === 'member' && CALLS.test(callee.name) && given.some(({ name }) => name === 'timeout'),
    ),
  );
}

const CALLS = new RegExp(`^(?:${METHODS}|stream|send)$`);
