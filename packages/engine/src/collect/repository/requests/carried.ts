import type { Place } from '../code/syntax/source-module.ts';

/** What a value carries of a request, a secret or a kept file. */
export interface Carried {
  readonly of: 'body' | 'request' | 'headers' | 'secret' | 'content' | 'unknown';
  /** In words, with the expression as it is written; of `unknown` what would tell. */
  readonly what: string;
  readonly at: Place;
  /** Whether it is messages as a whole, or an answer with such, of which `Body` is the body. */
  readonly messages?: true;
}

const BODY =
  /(^|\.)(_?req|_?request|ctx\.request|c\.req|event|evt|current_event|current_request|record|message|msg)(\(\))?\.(body|rawBody|json_body|form|json|POST)$|^flask\.request\.(json|form|data)$/;
export const BODY_CALL =
  /(^|\.)(_?req|_?request|ctx\.request|c\.req|current_event|current_request)(\(\))?\.(json|text|formData|parseBody|get_json|get_data|body)$/;
const HEADERS = /(^|\.)(_?req|_?request|ctx|ctx\.request|event|evt|c\.req)\.(headers|rawHeaders)$/;
/** By these names nothing else is meant. */
export const SECRET =
  /^(password|passwd|passphrase|new_?password|access_?token|id_?token|refresh_?token|authorization|ssn|social_?security_?number|credit_?card(_?number)?|card_?number|cvv|client_?secret|private_?key|(\w*_)?(jwt|session|api|app|signing|webhook|cookie)_?secret(_?key)?|secret_?(access_?)?key|(\w*_)?api_?key)$/i;
/** By these names it may be one. */
const MAY_BE_SECRET = /^(token|jwt|bearer|secret|session_?token|cookies?|credentials?|otp)$/i;
/** All settings, with the secrets among them. */
const SETTINGS = /^(process\.env|os\.environ)$/;
/** What a name alone tells of what it holds. */
export function byName(name: string, chain: string, at: Place): readonly Carried[] {
  if (SECRET.test(name)) return [{ of: 'secret', what: `${chain}, a secret by its name,`, at }];
  return MAY_BE_SECRET.test(name)
    ? [{ of: 'unknown', what: `telling whether ${chain} is a secret`, at }]
    : [];
}

export function ofChain(chain: string, at: Place): Carried | undefined {
  if (BODY.test(chain)) return { of: 'body', what: `${chain}, the body of a request,`, at };
  if (SETTINGS.test(chain))
    return { of: 'secret', what: `${chain}, all settings with the secrets among them,`, at };
  return HEADERS.test(chain)
    ? { of: 'headers', what: `${chain}, which has the tokens of callers,`, at }
    : undefined;
}

export function messagesIn(chain: string, at: Place): Carried {
  return { of: 'body', what: `${chain}, with the bodies of messages,`, at, messages: true };
}

export function bodyOf({ what, at }: Carried): Carried {
  return {
    of: 'body',
    what: `Body of ${what.replace(/, with the bodies of messages,$/, '')}, the body of a message,`,
    at,
  };
}

export function fetched(chain: string, at: Place): Carried {
  return { of: 'secret', what: `what ${chain}() gives, a secret that was asked for,`, at };
}
