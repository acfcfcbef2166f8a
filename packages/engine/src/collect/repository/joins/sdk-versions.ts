import { npmLocks } from '../../files/npm-locks.ts';
import { folderOf } from '../../files/paths.ts';
import type { SourceModules } from '../code/modules.ts';
import { modulesNamed } from '../code/names/named-modules.ts';
import type { SourceOfFiles } from '../reader.ts';

/** Whether `requestTimeout` ends a request or only warns of it; `open` where the version is not told, or both may be. */
export type RequestTimeout = 'ends' | 'warns' | 'open';

/*
 * Up to 4.3 of @smithy/node-http-handler `requestTimeout ?? socketTimeout` was the time-out of the socket and ended the request;
 * from 4.4.0 on it is a time of its own that warns unless `throwOnRequestTimeout` is true, and `socketTimeout` ends it again.
 * Sources: the packages 4.3.0 and 4.4.0, dist-es/node-http-handler.js; smithy-typescript, pull request 1745; NodeHttpHandlerOptions.
 * Clients of the SDK ask for 4.4 from 3.910.0 on (their package.json); there @smithy began with 1.0.0.
 */
const WARNS_FROM = [4, 4, 0];
const CLIENTS_WARN_FROM = [3, 910, 0];

const LOCKS = npmLocks('@smithy/node-http-handler');
const HANDLER = '@smithy/node-http-handler';
const CLIENT = /^@aws-sdk\/(?:client-|lib-)/;

const OVER_HTTP_2 =
  /^(?:bedrockruntime|kinesis|lexruntimev2|polly|qbusiness|rekognitionstreaming|transcribestreaming)$/;

/**
 * Whether a client (`BedrockRuntime`, `bedrock-runtime`) speaks HTTP/2 by itself, or began to: the handler that it makes itself of
 * what it is given ends requests then. Source: runtimeConfig.js of each.
 */
export function mayUseHttp2(client: string): boolean {
  return OVER_HTTP_2.test(client.replaceAll('-', '').toLowerCase());
}

/** With which versions of its parts the SDK for JavaScript 3 may run, as lock files and manifests say. */
export class SdkVersions {
  readonly #locks: ReadonlyMap<string, RequestTimeout>;
  readonly #manifests: ReadonlyMap<string, RequestTimeout>;

  private constructor(
    locks: ReadonlyMap<string, RequestTimeout>,
    manifests: ReadonlyMap<string, RequestTimeout>,
  ) {
    this.#locks = locks;
    this.#manifests = manifests;
  }

  static async of({ modules }: Pick<SourceModules, 'modules'>, source: SourceOfFiles): Promise<SdkVersions> {
    const locks = new Map<string, RequestTimeout>();
    const manifests = new Map<string, RequestTimeout>();
    const usesIt = [...modules.values()].some((module) =>
      modulesNamed(module).some((one) => CLIENT.test(one.module)),
    );
    if (!usesIt) return new SdkVersions(locks, manifests);
    for (const path of source.paths) {
      const name = path.slice(path.lastIndexOf('/') + 1);
      const lock = LOCKS.find(([file]) => file === name)?.[1];
      if (lock === undefined && name !== 'package.json') continue;
      const read = await source.text(path);
      const said =
        read.kind !== 'text' ? 'open' : lock === undefined ? ofManifest(read.text) : ofLock(read.text, lock);
      if (said !== undefined) (lock === undefined ? manifests : locks).set(folderOf(path), said);
    }
    return new SdkVersions(locks, manifests);
  }

  /** What `requestTimeout` does in a file, by the nearest lock file that names the handler, else by the nearest manifest. */
  requestTimeout(file: string): RequestTimeout {
    return nearest(this.#locks, file) ?? nearest(this.#manifests, file) ?? 'open';
  }
}

function nearest(told: ReadonlyMap<string, RequestTimeout>, file: string): RequestTimeout | undefined {
  for (let at = folderOf(file); ; at = folderOf(at)) {
    const found = told.get(at);
    if (found !== undefined || at === '.') return found;
  }
}

function ofLock(text: string, lock: RegExp): RequestTimeout | undefined {
  return together([...text.matchAll(lock)].map(([, version]) => spanOf(version!, WARNS_FROM)));
}

/** What ranges leave open stays open: the version that is installed may be newer. */
function ofManifest(text: string): RequestTimeout | undefined {
  const own = [...text.matchAll(/"(@(?:smithy|aws-sdk)\/[\w-]+)"\s*:\s*"([^"]*)"/g)];
  const handler = own.filter(([, name]) => name === HANDLER);
  if (handler.length > 0) return together(handler.map(([, , range]) => spanOf(range!, WARNS_FROM)));
  // An older client may ask for any handler that came after it.
  const clients = own.filter(([, name]) => CLIENT.test(name!));
  const said = together(clients.map(([, , range]) => spanOf(range!, CLIENTS_WARN_FROM)));
  return said === 'ends' ? 'open' : said;
}

function together(all: readonly RequestTimeout[]): RequestTimeout | undefined {
  const different = new Set(all);
  return different.size > 1 ? 'open' : all[0];
}

/** A version, or a range that begins with one (`^4.4.1`, `~4.3.0`): where it lies beside the one from which on it only warns. */
function spanOf(range: string, from: readonly number[]): RequestTimeout {
  const [, sign, ...parts] = /^([~^]?)(\d+)\.(\d+)\.(\d+)$/.exec(range) ?? [];
  if (sign === undefined) return 'open';
  const least = parts.map(Number);
  if (!isBefore(least, from)) return 'warns';
  const [major = 0, minor = 0, patch = 0] = least;
  const below =
    sign === '^' ? [major + 1, 0, 0] : sign === '~' ? [major, minor + 1, 0] : [major, minor, patch + 1];
  return isBefore(from, below) ? 'open' : 'ends';
}

function isBefore(a: readonly number[], b: readonly number[]): boolean {
  const differing = a.findIndex((one, index) => one !== b[index]);
  return differing >= 0 && a[differing]! < b[differing]!;
}
