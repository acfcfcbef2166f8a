import { isPlaceholder } from './placeholders.ts';
import { isOfWords } from './randomness.ts';
import type { SecretText } from './secret-texts.ts';
import { isReference } from './values.ts';

const SCHEMES_WITHOUT_SECRET = /^(?:file|data|urn|arn|s3|gs)$/i;
const LONGEST_USER = 256;

/** Addresses with a password: `postgres://user:password@host`. */
export function* inAddresses(text: string): Generator<SecretText> {
  for (let at = text.indexOf('://'); at !== -1; at = text.indexOf('://', at + 3)) {
    const start = at + 3;
    let end = start;
    let colon = -1;
    let host = -1;
    const limit = Math.min(text.length, start + LONGEST_USER);
    for (; end < limit; end++) {
      const c = text[end]!;
      if (c === ':' && colon < 0) colon = end;
      else if (c === '@') host = end;
      else if (host >= 0 || STOPS.has(c)) {
        break;
      }
    }
    if (colon < 0 || host < colon) continue;
    const scheme = /[a-z][a-z0-9+.-]{0,24}$/i.exec(text.slice(Math.max(0, at - 24), at))?.[0] ?? '';
    if (scheme === '' || SCHEMES_WITHOUT_SECRET.test(scheme)) continue;
    const user = text.slice(start, colon);
    const value = text.slice(colon + 1, host);
    if (value === '' || isReference(value)) continue;
    const kind = /^https?$/i.test(scheme)
      ? 'address with a password'
      : 'address of a database or server with a password';
    yield {
      kind,
      from: colon + 1,
      to: host,
      isPlaceholder: isPlaceholder(decoded(value)) || isOfWords(value) || value === user,
      isOfKnownForm: false,
      isFallback: false,
    };
  }
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

const STOPS = new Set(' \t\r\n"\'`<>\\/?#(){},;');
