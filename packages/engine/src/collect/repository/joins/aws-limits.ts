import type { Expression } from '../code/syntax/source-module.ts';
import type { Given } from './given-settings.ts';
import { BY_DEFAULT, type Ended, type Limit, OPEN, unlimited } from './limit.ts';
import { isNoLimit } from './no-limit.ts';
import { mayUseHttp2, type RequestTimeout } from './sdk-versions.ts';

/*
 * What holds where nothing is set. Sources, as of 2026-11-21: botocore, "Config reference" (60 s to connect, 60 s to read; legacy
 * mode: five attempts; standard and adaptive: three); AWS SDK for JavaScript 3, NodeHttpHandlerOptions (no time-out of connections
 * and requests), 2, AWS.Config (httpOptions.timeout 120,000 ms, three attempts more).
 */
const BOTO = { connect: 60, read: 60, legacy: 5, standard: 3 };
const SDK_2 = { read: 120, attempts: 4 };

const AWS_3 = /^@aws-sdk\/client-([\w-]+)\.(\w+)$/;
const AWS_2 = /^aws-sdk(?:\/clients\/|\.)(\w+)(?:\.DocumentClient)?$/;
const BOTO_CLIENT = /^(?:boto3|boto3\.(?:session\.)?Session\(\))\.(?:client|resource)$/;

/** Clients of AWS: its SDKs for JavaScript and boto3. */
export function limitOfAws(path: string, given: Given): Limit | undefined {
  const third = AWS_3.exec(path);
  if (third !== null && given.call.isNew && !/Command$/.test(third[2]!))
    return { of: third[1]!, ...ofSdk3(given, third[1]!) };
  const second = AWS_2.exec(path);
  if (second !== null && given.call.isNew && /^[A-Z]/.test(second[1]!))
    return { of: second[1]!.toLowerCase(), ...ofSdk2(given) };
  if (!BOTO_CLIENT.test(path)) return undefined;
  const service = given.named('service_name') ?? given.at(0);
  return { of: service?.kind === 'literal' ? String(service.value) : 'AWS', ...ofBoto(given) };
}

function ofSdk3(given: Given, service: string): Ended {
  const options = given.object(given.at(0));
  if (options === 'open') return OPEN;
  const handler = options?.get('requestHandler');
  if (handler === undefined) return unlimited('no requestHandler');
  const settings = given.object(handler, /NodeHttp2?Handler$/);
  if (settings === 'open' || settings === undefined) return OPEN;
  const timeouts = endsRequests(given, handler, service);
  const read = endingTimeOut(given, settings, timeouts);
  if (read === 'open') return { ...OPEN, decidedBy: 'the version of @smithy/node-http-handler that runs' };
  if (read === undefined) {
    if (!isSet(settings.get('requestTimeout'))) return unlimited('no requestTimeout');
    return { ...unlimited('requestTimeout only warns without throwOnRequestTimeout'), onlyWarns: true };
  }
  return total(given, [read, settings.get('connectionTimeout')], options?.get('maxAttempts'), 3, 1_000);
}

/** What `requestTimeout` does: the handler for HTTP/2 has kept to ending what takes longer. */
function endsRequests(given: Given, handler: Expression, service: string): RequestTimeout {
  if (given.made(handler, /NodeHttp2Handler$/) !== undefined) return 'ends';
  const told = given.reached.sdkOfRuntime
    ? 'open'
    : (given.program.sdk?.requestTimeout(given.module.file) ?? 'open');
  const isWritten = given.made(handler, /NodeHttpHandler$/) === undefined;
  return told === 'warns' && isWritten && mayUseHttp2(service) ? 'open' : told;
}

function endingTimeOut(
  given: Given,
  settings: ReadonlyMap<string, Expression>,
  timeouts: RequestTimeout,
): Expression | 'open' | undefined {
  const [request, socket] = ['requestTimeout', 'socketTimeout'].map((name) => settings.get(name));
  const before = isWrittenAsNothing(request) ? socket : request;
  const throws = given.boolean(settings.get('throwOnRequestTimeout'));
  const now = isSet(request) && throws === true ? request : socket;
  const [old, recent] = [before, now].map((one) => (isSet(one) ? one : undefined));
  if (timeouts === 'ends') return old;
  if (timeouts === 'open' && old !== recent) return 'open';
  return isSet(request) && throws === 'open' ? 'open' : recent;
}

function isSet(value: Expression | undefined): value is Expression {
  return value !== undefined && !isNoLimit(value);
}

function isWrittenAsNothing(value: Expression | undefined): boolean {
  return value === undefined || (isNoLimit(value) && !(value.kind === 'literal' && value.value !== null));
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
