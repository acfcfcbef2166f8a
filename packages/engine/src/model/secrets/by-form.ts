import { knownKeysIn } from './known-keys.ts';
import { nameSays } from './names.ts';
import { isPlaceholder, isPlaceholderBody } from './placeholders.ts';
import { isOfWords } from './randomness.ts';
import type { SecretText, TextForm } from './secret-texts.ts';
import { isHash, isReference, judged } from './values.ts';

/** Keys in the form that their host gave them. */
export function* known(text: string): Generator<SecretText> {
  for (const { kind, from, to, body } of knownKeysIn(text)) {
    const whole = text.slice(from, to);
    const token = kind === 'signed token' ? signed(whole) : undefined;
    if (token === 'public') continue;
    const rest = text.slice(body, to);
    // A temporary key is over within hours, and its id alone opens nothing.
    if (whole.startsWith('ASIA')) continue;
    // `sk-` begins words, too: `sk-estimator-html-doc-link-fitted`.
    if (kind === 'API key of a language model' && !/\d/.test(rest)) continue;
    const isExample = token === 'example' || (token === undefined && isPlaceholderBody(rest));
    yield { kind, from, to, isPlaceholder: isExample, isOfKnownForm: true, isFallback: false };
  }
}

/** What a signed token says of itself: those of examples and those that every page shows open nothing. */
function signed(token: string): 'public' | 'example' | undefined {
  const [head = '', body = ''] = token.split('.');
  const read = (part: string) => Buffer.from(part, 'base64url').toString('utf8');
  if (!/"alg"/.test(read(head))) return 'public';
  const claims = read(body);
  if (/"role"\s*:\s*"anon"/.test(claims)) return 'public';
  const [issued, expires] = [/"iat"\s*:\s*(\d{9,11})/, /"exp"\s*:\s*(\d{9,11})/].map((claim) =>
    Number(claim.exec(claims)?.[1]),
  );
  // It ended long before anybody reads it here.
  if (expires! - issued! <= LASTING) return 'example';
  if (/"John Doe"|"sub"\s*:\s*"1234567890"|supabase-demo|example\.(?:com|org)/.test(claims)) return 'example';
  return undefined;
}

/** Thirty days, in seconds. */
const LASTING = 2_592_000;

const KEY_BEGINS = /-----BEGIN (?:[A-Z0-9]+ ){0,3}PRIVATE KEY(?: BLOCK)?-----/g;
const LONGEST_KEY = 20_000;

/** Private keys with their body: the first line alone is what programs look for. */
export function* privateKeys(text: string): Generator<SecretText> {
  for (const head of text.matchAll(KEY_BEGINS)) {
    const from = head.index;
    const near = text
      .slice(from + head[0].length, from + head[0].length + 400)
      .replace(/\\[nr]|["'`+,;]/g, ' ');
    const body = near.match(/[A-Za-z0-9+/]{24,}/g)?.reduce((sum, run) => sum + run.length, 0) ?? 0;
    if (body < 60) continue;
    const end = text.slice(from, from + LONGEST_KEY).search(/-----END [A-Z0-9 ]*-----/);
    const to = end < 0 ? Math.min(text.length, from + LONGEST_KEY) : from + end;
    const isExample = /EXAMPLE|\.\.\./.test(near);
    yield { kind: 'private key', from, to, isPlaceholder: isExample, isOfKnownForm: true, isFallback: false };
  }
}

/** Values behind a word of HTTP or of a command, without a name. */
const HEADERS: readonly { readonly kind: string; readonly pattern: RegExp }[] = [
  { kind: 'basic authorization', pattern: /\bBasic\s{1,3}([A-Za-z0-9+/]{12,200}={0,2})(?![A-Za-z0-9+/=])/g },
  { kind: 'bearer token', pattern: /\bBearer\s{1,3}([\w.~+/-]{20,500}={0,2})/g },
  {
    kind: 'password of a command',
    pattern: /\b(?:curl|wget|http)\b[^\n]{0,120}?\s(?:-u|--user)[ =]["']?[\w.@-]{1,64}:([^\s"'`$]{4,100})/g,
  },
  { kind: 'password of a command', pattern: /\bsshpass\s{1,3}-p\s{0,3}["']?([^\s"'`$]{4,100})/g },
  {
    kind: 'password of a command',
    pattern: /\bmysql(?:dump|admin)?\b[^\n]{0,120}?\s-p([^\s"'`$=-][^\s"'`$]{3,100})/g,
  },
];

/** Passwords and tokens behind a word of HTTP or an option of a command. */
export function* afterHeaders(text: string): Generator<SecretText> {
  for (const { kind, pattern } of HEADERS) {
    for (const match of text.matchAll(pattern)) {
      const value = match[1]!;
      const from = match.index + match[0].lastIndexOf(value);
      const secret = kind === 'basic authorization' ? passwordIn(value) : value;
      if (secret === undefined || isReference(secret) || isHash(secret)) continue;
      if (kind === 'bearer token' && !/\d/.test(secret)) continue;
      const weak = isPlaceholderBody(secret) || isPlaceholder(secret) || isOfWords(secret);
      yield {
        kind,
        from,
        to: from + value.length,
        isPlaceholder: weak,
        isOfKnownForm: false,
        isFallback: false,
      };
    }
  }
}

/** A command that puts a parameter, to its end: its lines may go on, and what is quoted may hold anything. */
const PUTS_PARAMETER = /\bput-parameter\b(?:"[^"\n]*"|'[^'\n]*'|\\\r?\n|[^\n;&|"'\\]{1,300}){0,40}/g;
const NAMED = /--name[= ]\s{0,3}["']?([^\s"']{1,200})/;
const VALUE = /--value[= ]\s{0,3}(?:"([^"\n]{1,600})"|'([^'\n]{1,600})'|([^\s"'\\]{1,600}))/;

/** What is put into the parameter store to be kept secret: `put-parameter --type SecureString --value x`, or under the name of a secret. */
export function* putParameters(text: string, form: TextForm): Generator<SecretText> {
  if (!text.includes('put-parameter')) return;
  for (const command of text.matchAll(PUTS_PARAMETER)) {
    const found = VALUE.exec(command[0]);
    if (found === null) continue;
    const name = NAMED.exec(command[0])?.[1]?.split('/').at(-1) ?? '';
    const says = nameSays(name) ?? (/\bSecureString\b/.test(command[0]) ? 'password' : undefined);
    if (says === undefined) continue;
    const value = found[1] ?? found[2] ?? found[3]!;
    const stands = judged(value, says, {
      form: 'shell',
      isFallback: false,
      isQuoted: form !== 'shell',
      name,
    });
    if (stands === undefined) continue;
    const from = command.index + found.index + found[0].indexOf(value, '--value'.length);
    const isPlaceholder = stands === 'placeholder';
    const to = from + value.length;
    yield { kind: 'password of a command', from, to, isPlaceholder, isOfKnownForm: false, isFallback: false };
  }
}

function passwordIn(encoded: string): string | undefined {
  const text = Buffer.from(encoded, 'base64').toString('latin1');
  const colon = text.indexOf(':');
  return colon > 0 && /^[\x20-\x7e]+$/.test(text) ? text.slice(colon + 1) : undefined;
}
