/**
 * Names that mention a secret but hold only where, how long or which (`SECRET_ARN`, `TOKEN_LIFETIME`), public keys, and
 * keys of conditions (`token.actions.githubusercontent.com:sub`).
 */
export const ABOUT_A_SECRET =
  /(arn|name|id|url|uri|endpoint|path|prefix|lifetime|ttl|expir\w*|duration|seconds|minutes|hours|days|length|policy|enabled|type|algorithm|issuer|audience|table|bucket|queue|topic|region|version|rotation|route|link|page|alias)(es|s)?$|(^|[_.\-/])(level|port|size|count|limit|timeout|millis|connection)s?$|(^|[_.\-/])public[_.\-/]([a-z]+[_.\-/])?keys?$|\.com:\w+$/i;

/** What a name says of the value under it. */
export type NameSays =
  | 'password' // chosen by a person or drawn by lot, of any form
  | 'secret' // drawn by lot: a token, a key of an API, a secret of a client
  | 'key' // perhaps: the name says key or authorization, which many things are
  | undefined;

const PASSWORD =
  /(?:^|_)(?:password|passwd|passphrase|passwort|pwd|pgpassword|pass|passcode)\d?$|(?:^|_)(?:password|passwd|pwd)_[a-z0-9]{1,12}$/;
const SECRET =
  /(?:^|_)(?:secrets?|tokens?|credentials?|api_?keys?|(?:access|private|signing|signature|sign|encryption|encrypt|master|account|auth|secret|session|cookie|jwt|hmac|licen[cs]e|storage|shared|admin|bot|deploy|webhook|crypto|cipher|aes|token|bearer|service_?role|role|server|integration)_keys?|authtoken|apitoken|accesstoken|clientsecret|secretkey|accesskey|privatekey|pat)\d?(?:_(?:base64|b64|hex|prod|production|dev|development|staging|live|test|value|string|plain|plaintext|default|raw|old|new|[0-9]))?$/;
const KEY = /(?:^|_)(?:key|auth|authorization|dsn|connection_?string|keys|hmac|salt|pepper)$/;

/** Tokens and keys that open nothing. */
const OPENS_NOTHING =
  /(?:^|_)(?:next|page|pagination|continuation|cursor|csrf|xsrf|idempotency|request|cancel|cancellation|css|design|theme|color|colour|syntax|lexer|parser|keyword|stop|special|pad|mask|eos|bos|unk|sep|max|min|num|total|prompt|completion|input|output|context|parameter|param|primary|foreign|partition|sort|range|hash|cache|index|object|public|publishable|publish|site|i18n|translation|react|row|field|storage_bucket|local_storage|group|map|shortcut|hot|measurement|anon|instrumentation|license_header)_(?:tokens?|keys?|secrets?)$|(?:^|_)(?:tokens?|keys?|secrets?|passwords?|password_reset|pwd)_(?:type|name|field|label|hint|header|param|parameter|prefix|suffix|text|title|message|error|regex|pattern|format|count|limit|size|provider|service|manager|store|rotation|expired|invalid|required|missing|route|file|dir|mode|kind|column|placeholder|reset|confirmation|strength|input|schema|validator|usage|holder|map|set|list|ref|version|scope|scopes|url|uri|for|is|does|must|address|symbol)\w*$/;

/** Where a secret is read from: `--password-stdin`, `--passphrase-fd`, `POSTGRES_PASSWORD_FILE`. */
const READ_ELSEWHERE =
  /(?:^|_)(?:password|passwd|passphrase|passcode|pass|pwd|token|secret|key)_(?:stdin|file|fd|command|cmd|helper|prompt)$/;

/** Names come again and again. */
const KNOWN = new Map<string, NameSays>();
const MOST_NAMES = 20_000;

/** Whether what stands under a name is a secret, by the name alone. */
export function nameSays(name: string): NameSays {
  if (KNOWN.has(name)) return KNOWN.get(name);
  const says = read(name);
  if (KNOWN.size < MOST_NAMES) KNOWN.set(name, says);
  return says;
}

function read(name: string): NameSays {
  const last = name.slice(name.lastIndexOf('.') + 1);
  const dotted = /^(?:password|secret|token|key)$/i.test(last) ? last : name;
  const words = (
    /[.]/.test(dotted) && /[.][A-Z_]+$|[.]\w*(?:secret|token|pass|pwd|key)\w*$/i.test(dotted) ? last : dotted
  )
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1_$2')
    .replace(/[-.\s/$:]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .toLowerCase();
  if (
    ABOUT_A_SECRET.test(words) ||
    OPENS_NOTHING.test(words) ||
    READ_ELSEWHERE.test(words) ||
    /(?:^|_)(?:hash|hashed|digest|fingerprint|checksum)(?:_|$)/.test(words)
  )
    return undefined;
  if (PASSWORD.test(words)) return 'password';
  if (SECRET.test(words)) return 'secret';
  return KEY.test(words) ? 'key' : undefined;
}
