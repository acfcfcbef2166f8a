import { onceFor } from '../../../once-for.ts';
import type { Program } from '../code/names/program.ts';
import { textIn } from '../code/routes/texts.ts';
import type { Call, Expression, Place, SourceModule } from '../code/syntax/source-module.ts';
import { queryOf } from './query.ts';
import { parameterAround, type Sent, sentIn, sentThrough, sentWith } from './sent.ts';

/** A call over HTTP as a page makes it. */
export interface ClientRequest {
  readonly module: SourceModule;
  readonly at: Place;
  /** In capitals; nothing where it cannot be told. */
  readonly method: string | undefined;
  /** A part that is put in as `{}`. */
  readonly path: string;
  readonly base: string;
  readonly sent: Sent;
  /** The names in its query; nothing where more may stand there. */
  readonly query: readonly string[] | undefined;
}

/** A part of an address: a text, a parameter of the function around, or something that cannot be told. */
export type Part =
  | string
  /** `inOptions`: the member `method` of what the parameter is given. */
  | { readonly parameter: number; readonly function: number; readonly inOptions?: true }
  /** `ofServer`: what no page can know. */
  /** `mayGoOn`: more may stand behind what follows. */
  | { readonly unknown: string; readonly ofServer?: true; readonly mayGoOn?: true };

interface Asking {
  readonly module: SourceModule;
  readonly at: Place;
  readonly within: number;
  readonly url: readonly Part[];
  /** `undefined` where it cannot be told. */
  readonly method: Part | undefined;
  readonly sent: Sent;
}

const MOST_STEPS = 5;
const FETCH =
  /^((window|globalThis|self)\.)?fetch$|^(node-fetch|cross-fetch|isomorphic-fetch|ofetch\.(\$fetch|ofetch)|undici\.fetch)(\.default)?$|^\$fetch$/;
const BY_VERB =
  /^(axios|ky|superagent|got)(\.(default|create\(\)|extend\(\)))*\.(get|post|put|patch|delete|head|del)$/;
const BY_OPTIONS = /^(axios|ky)(\.(default|create\(\)|extend\(\)))*(\.request)?$/;

/** What pages ask, through the functions of their own that they ask with. */
export function clientRequests(
  program: Program,
  isOfPage: (module: SourceModule) => boolean,
): readonly ClientRequest[] {
  const found: ClientRequest[] = [];
  const pages = [...program.modules.values()].filter((one) => one.language === 'script' && isOfPage(one));
  let asking = pages.flatMap((module) =>
    module.calls.flatMap((call): Asking[] => {
      const one = askedBy(program, module, call);
      return one === undefined ? [] : [one];
    }),
  );
  for (let step = 0; step < MOST_STEPS && asking.length > 0; step++) {
    const wrappers = new Map<string, Asking[]>();
    for (const one of asking) {
      const number = parameterFunction(one);
      if (number === undefined) found.push(...requestOf(one));
      else {
        const key = `${one.module.file}#${number}`;
        wrappers.set(key, [...(wrappers.get(key) ?? []), one]);
      }
    }
    asking = wrappers.size === 0 ? [] : throughWrappers(program, pages, wrappers);
  }
  return found;
}

/** The function whose parameter decides about the method, or about the path from its beginning. */
function parameterFunction({ url, method }: Asking): number | undefined {
  if (method !== undefined && typeof method !== 'string' && 'parameter' in method) return method.function;
  for (const part of url) {
    if (typeof part !== 'string') {
      if ('parameter' in part) return part.function;
    } else if (part.replace(/^(https?:)?\/\/[^/]*/, '').replace(/^\//, '') !== '') return undefined;
  }
  return undefined;
}

function throughWrappers(
  program: Program,
  pages: readonly SourceModule[],
  wrappers: ReadonlyMap<string, readonly Asking[]>,
): Asking[] {
  const next: Asking[] = [];
  for (const module of pages)
    for (const call of module.calls) {
      const { functions } = program.functionsOf(program.resolve(module, call.callee, call.within));
      for (const { module: of, function: number } of functions)
        for (const inner of wrappers.get(`${of.file}#${number}`) ?? []) {
          const given = (part: Part): readonly Part[] => {
            if (typeof part === 'string' || !('parameter' in part) || part.function !== number) return [part];
            const value = call.arguments[part.parameter];
            if (part.inOptions === true) {
              const method = methodIn(program, module, value?.value, call.within);
              return method === undefined ? [] : [method];
            }
            if (value === undefined || value.spread) return [{ unknown: 'an argument' }];
            return partsOf(program, module, value.value, call.within);
          };
          const method = inner.method === undefined ? undefined : given(inner.method);
          next.push({
            module,
            at: call.at,
            within: call.within,
            url: inner.url.flatMap(given),
            method: method?.length === 1 ? method[0] : undefined,
            sent: sentThrough(program, module, call, inner.sent, number),
          });
        }
    }
  return next;
}

function askedBy(program: Program, module: SourceModule, call: Call): Asking | undefined {
  const name = program.pathOf(module, call.callee, call.within) ?? '';
  const [first, second] = call.arguments;
  if (first === undefined || first.spread) return undefined;
  const { at, within } = call;
  const base = baseOfInstance(program, module, call);
  const url = (value: Expression): readonly Part[] => [...base, ...partsOf(program, module, value, within)];
  if (FETCH.test(name))
    return {
      module,
      at,
      within,
      url: url(first.value),
      method: methodIn(program, module, second?.value, within),
      sent: sentIn(program, module, second?.value, within),
    };
  const verb = BY_VERB.exec(name)?.[4];
  if (verb !== undefined)
    return {
      module,
      at,
      within,
      url: url(first.value),
      method: verb === 'del' ? 'DELETE' : verb.toUpperCase(),
      sent: name.startsWith('axios') ? sentWith(program, module, call, verb) : 'unknown',
    };
  if (BY_OPTIONS.test(name) && !/(create|extend)$/.test(name)) {
    if (first.value.kind !== 'object')
      return {
        module,
        at,
        within,
        url: url(first.value),
        method: methodIn(program, module, second?.value, within),
        sent: 'unknown',
      };
    const own = first.value.members.find((one) => one.name === 'url');
    return own === undefined
      ? undefined
      : {
          module,
          at,
          within,
          url: url(own.value),
          method: methodIn(program, module, first.value, within),
          sent: sentIn(program, module, first.value, within, 'data'),
        };
  }
  return undefined;
}

/** `axios.create({ baseURL })`, `ky.create({ prefixUrl })`. */
function baseOfInstance(program: Program, module: SourceModule, { callee, within }: Call): readonly Part[] {
  const of = program.resolve(module, callee.kind === 'member' ? callee.of : callee, within);
  if (of.kind !== 'made') return [];
  const made = of.module.calls[of.call]!;
  const [options] = made.arguments;
  if (options?.value.kind !== 'object') return [];
  const base = options.value.members.find(({ name }) => /^(baseURL|prefixUrl)$/.test(name));
  return base === undefined ? [] : partsOf(program, of.module, base.value, made.within);
}

function methodIn(
  program: Program,
  module: SourceModule,
  options: Expression | undefined,
  within: number,
): Part | undefined {
  if (options === undefined) return 'GET';
  if (options.kind !== 'object') {
    const meaning = program.resolve(module, options, within);
    if (meaning.kind === 'value' && meaning.value.kind === 'object')
      return methodIn(program, meaning.module, meaning.value, meaning.within);
    return undefined;
  }
  const own = options.members.find(({ name }) => name === 'method');
  if (own === undefined) {
    if (!options.open) return 'GET';
    // `{ ...options, headers }`
    const number =
      module.functions[within]?.parameters.findIndex((one) => OF_OPTIONS.test(one.name ?? '')) ?? -1;
    return number < 0 ? undefined : { parameter: number, function: within, inOptions: true };
  }
  const parts = partsOf(program, module, own.value, within);
  return parts.length === 1 ? parts[0] : undefined;
}

/** The parts that an address is put together from. */
function partsOf(program: Program, module: SourceModule, value: Expression, within: number): readonly Part[] {
  if (value.kind === 'text')
    return module.texts[value.text]!.parts.flatMap((part) =>
      typeof part === 'string' ? [part] : partsOf(program, module, part, within),
    );
  const text = textIn(program, module, value, within);
  if (text !== undefined) return [text];
  if (value.kind === 'name' || value.kind === 'member') {
    const meaning = program.resolve(module, value, within);
    const parameter = parameterAround(meaning, module, within);
    if (parameter !== undefined) return [parameter];
    if (meaning.kind === 'value' && meaning.value.kind === 'text')
      return partsOf(program, meaning.module, meaning.value, meaning.within);
    const ofServer = meaning.kind === 'external' && OF_NO_PAGE.test(meaning.path) && isOfNext(program);
    return [{ unknown: written(value), ...(ofServer ? { ofServer } : {}) }];
  }
  if (value.kind === 'call') {
    const { callee, arguments: given } = module.calls[value.call]!;
    // `new URL(path, base)`, `encodeURIComponent(id)`.
    if (callee.kind === 'name' && callee.name === 'URL' && given[0] !== undefined)
      return [
        ...(given[1] === undefined ? [] : [{ unknown: 'an address' }]),
        ...partsOf(program, module, given[0].value, within),
      ];
  }
  if (value.kind === 'other') {
    // `fetch(api + path)`: two names that are joined.
    const number =
      module.functions[within]?.parameters.findIndex((one) => OF_PATHS.test(one.name ?? '')) ?? -1;
    const isAll = value.sum?.length === 2 && value.sum.every((one) => /^(name|member)$/.test(one.kind));
    const mayGoOn = isAll ? {} : ({ mayGoOn: true } as const);
    if (number >= 0)
      return [
        { unknown: 'an address', ...mayGoOn },
        { parameter: number, function: within },
      ];
  }
  return [{ unknown: 'an expression' }];
}

/** Next.js gives pages only what is called so; whoever reads anything else runs on the server. */
const OF_NO_PAGE = /^process\.env\.(?!NEXT_PUBLIC_|NODE_ENV$)\w/;

const isOfNext = onceFor((program: Program): boolean =>
  [...program.modules.values()].some(({ imports }) =>
    imports.some(({ module }) => /^next(\/|$)/.test(module)),
  ),
);

const OF_OPTIONS = /^(options?|opts|init|config|params|args|rest|request)$/i;
const OF_PATHS = /^(path|pathname|url|uri|endpoint|route|resource)$/i;

function written(value: Expression): string {
  return value.kind === 'name'
    ? value.name
    : value.kind === 'member'
      ? `${written(value.of)}.${value.name}`
      : '…';
}

const OF_SERVERS =
  /^(api|base|server|backend|host|root|endpoint)(_?(url|uri|base|host|root|endpoint|path))?$/i;

/** Addresses of sign-in that a provider serves. */
const OF_A_PROVIDER = /^\/(oauth2|oauth|\.well-known)\//;

function requestOf({ module, at, url, method, sent }: Asking): readonly ClientRequest[] {
  const [first] = url;
  if (first === undefined) return [];
  const whole = url.map((part) => (typeof part === 'string' ? part : '{}')).join('');
  const isName = typeof first !== 'string' && 'unknown' in first;
  if (isName && first.ofServer === true) return [];
  let base = 'own origin';
  let rest = whole;
  const host = /^(https?:)?\/\/[^/]+/.exec(whole);
  if (isName) {
    // What only one file calls so may be the same in the next.
    base = OF_SERVERS.test(first.unknown) ? 'an address' : first.unknown;
    rest = whole.slice(2);
  } else if (host !== null) {
    base = host[0];
    rest = whole.slice(host[0].length);
  }
  const path = rest.replace(/[?#].*$/, '');
  if (!path.startsWith('/') || path === '/' || OF_A_PROVIDER.test(path) || /\.\w{2,5}$/.test(path)) return [];
  // Nothing is known of it but that there is one.
  if (/^(\/\{\})+$/.test(path)) return [];
  return [
    {
      module,
      at,
      method: typeof method === 'string' ? method.toUpperCase() : undefined,
      // What is put behind the last part may as well be a query.
      path: path.replace(/([^/{])\{\}$/, '$1').replace(/(.)\/$/, '$1'),
      base,
      sent,
      query: queryOf(url),
    },
  ];
}
