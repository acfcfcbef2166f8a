import { onceForText } from '../../../../once-for.ts';
import type { SourceModule } from '../syntax/source-module.ts';

/** Where a value comes from: several at once where it is made of several. */
export const WAY = {
  path: 1,
  query: 2,
  body: 4,
  /** What was proven of the caller: claims, a session, a user that a guard put there. */
  caller: 8,
  /** What a database gave. */
  stored: 16,
  /** It cannot be told. */
  open: 32,
  /** The request as a whole: its members tell. */
  request: 64,
} as const;

/** What a caller writes to name a record. */
export const NAMED = WAY.path | WAY.query | WAY.body;

/** Above these are the bits of what records are named by: `params.id`, `body.cart`, each its own in one run. */
const KINDS = 127;

/** What is named by: of what was stored, what it was found by. */
export function namesIn(ways: number): number {
  return ways & ~KINDS;
}

/** The bits of names, given out in the order in which they are met; whoever comes after the last has none. */
export class Names {
  readonly #bits = new Map<string, number>();

  /** A part of a request by its name. */
  part(ways: number, name: string): number {
    const whole = ways & NAMED;
    if (whole === 0 || namesIn(ways) !== 0) return ways;
    const key = `${whole}.${name}`;
    let bit = this.#bits.get(key);
    if (bit === undefined) {
      bit = this.#bits.size < 24 ? 1 << (this.#bits.size + 7) : 0;
      this.#bits.set(key, bit);
    }
    return ways | bit;
  }
}

/** A function with what is known where it was made. */
export interface Closure {
  readonly module: SourceModule;
  readonly function: number;
  readonly around: Activation | undefined;
}

/** A value as far as it matters whose it is. */
export interface Origins {
  readonly ways: number;
  /** Of an object that is written out. */
  readonly members?: ReadonlyMap<string, Origins>;
  readonly functions?: readonly Closure[];
  /** It is `true` wherever it is asked in this run. */
  readonly isTrue?: true;
}

/** One run of a function. */
export interface Activation {
  readonly module: SourceModule;
  readonly function: number;
  readonly given: readonly Origins[];
  readonly around: Activation | undefined;
  readonly depth: number;
  /** Whether what it gives is acted by: who calls it asks. */
  readonly isHeeded: boolean;
  /** Of its calls, by number. */
  readonly results: Map<number, Origins>;
}

export const NOTHING: Origins = { ways: 0 };
export const OPEN: Origins = { ways: WAY.open };

/** One value of several. */
export function together(all: readonly Origins[]): Origins {
  const [only] = all;
  if (only === undefined) return NOTHING;
  if (all.length === 1) return only;
  let ways = 0;
  let isTrue = true;
  const functions: Closure[] = [];
  for (const one of all) {
    ways |= allWays(one);
    isTrue &&= one.isTrue === true;
    if (one.functions !== undefined) functions.push(...one.functions);
  }
  return {
    ways,
    ...(functions.length > 0 ? { functions } : {}),
    ...(isTrue ? { isTrue } : {}),
  };
}

/** One of several, whichever it turns out to be: who is calling only where no other is what a caller may write. */
export function oneOf(all: readonly Origins[]): Origins {
  const whole = together(all);
  if (all.length < 2 || (whole.ways & WAY.caller) === 0) return whole;
  const mayBeWritten = all.some((one) => {
    const ways = allWays(one);
    return (ways & WAY.caller) === 0 && (ways & (NAMED | WAY.request | WAY.open)) !== 0;
  });
  return mayBeWritten ? { ...whole, ways: (whole.ways & ~WAY.caller) | WAY.open } : whole;
}

/** The ways of a value with all that is in it. */
export function allWays({ ways, members }: Origins): number {
  if (members === undefined) return ways;
  let all = ways;
  for (const one of members.values()) all |= allWays(one);
  return all;
}

const CALLER =
  /^(user|users?_?id|session|auth|authorizer|authorization_?context|claims|current_?user|identity|principal|account|locals|state|jwt|token_?payload|sub|subject|kauth|oidc|userinfo|me|viewer|member|tenant|tenant_?id|company|organi[sz]ation|org_?id|dbuser|g)$/i;
const REQUESTS =
  /^(req|request|raw|requestContext|request_context|http|ctx|context|c|event|evt|current_event|var|rest)$/;
/** Parts of a request that tell nothing of a record. */
const PLAIN =
  /^(requestId|request_id|id|method|httpMethod|http_method|routeKey|resource|stage|log|logger|ip|protocol|hostname|host|time|timeEpoch|domainName|headers|multiValueHeaders|cookies|header|secure|xhr|app|server|res|response|next|isBase64Encoded|env|executionCtx|status|set|req_id|META|socket|connection|aborted|signal|i18n|t|flash|csrfToken)$/;

/** A member of a request. */
export const partOfRequest = onceForText((name): Origins => {
  if (/^(params|pathParameters|path_params|path_parameters|view_args|param|matchdict)$/.test(name))
    return { ways: WAY.path };
  if (/^(path|rawPath|raw_path|url|originalUrl|nextUrl)$/.test(name)) return { ways: WAY.path };
  if (
    /^(query|queries|queryStringParameters|multiValueQueryStringParameters|query_params|query_string_parameters|args|searchParams|GET)$/.test(
      name,
    )
  )
    return { ways: WAY.query };
  if (
    /^(body|rawBody|json|json_body|form|formData|parseBody|data|files|file|POST|FILES|get_json|arguments|text|arrayBuffer|blob)$/.test(
      name,
    )
  )
    return { ways: WAY.body };
  if (CALLER.test(name)) return { ways: WAY.caller };
  if (REQUESTS.test(name)) return { ways: WAY.request };
  // A header may carry a proof that is looked into elsewhere.
  if (/^(headers|multiValueHeaders|cookies|header)$/.test(name)) return OPEN;
  if (PLAIN.test(name)) return NOTHING;
  return OPEN;
});

/** Names under which code keeps who is calling. */
export const namesCaller = onceForText((name) => CALLER.test(name));

const GIVES_CALLER =
  /^(get|require|current|load|verify|extract|resolve|find|fetch|authenticate|validate|decode|assert|ensure|is|has|check)?_?(current|signed_?in|logged_?in|authenticated|auth|session)?_?(user|session|claims|principal|identity|token|jwt|caller|viewer|account|auth|subject|tenant|company|owner|permissions?|access|role)(_?id|_?name|_?from\w*|_?of|_?data|_?info|_?payload|_?claims|_?user)?$/i;

const ASKS_WHETHER =
  /(^|_)(can|may|enforce|authori[sz]e\w*|permit\w*|allow\w*|permission\w*|access|acl|policy|ability|owner\w*|owns|belongs\w*|guard|forbid\w*|restrict\w*)($|_)|^(can|may|is|has|check|assert|ensure|require|verify)(Access|Owner\w*|Permission\w*|Authori[sz]\w*|Allowed|Member\w*|Edit\w*|View\w*|Read|Write|Delete|Update|Belongs\w*)/i;

/** Whether a function gives who is calling, by its name. */
export const givesCaller = onceForText((name) => GIVES_CALLER.test(name));

/** Whether it asks whether somebody may do something. */
export const asksWhether = onceForText((name) => ASKS_WHETHER.test(name));
