import { inCode } from '../../../model/origin.ts';
import { unknown } from '../../../model/value.ts';
import type { Place, SourceModule } from '../code/syntax/source-module.ts';
import { fact, type RepositoryFact } from '../fact.ts';
import { at } from '../practices/places.ts';
import { brokenOr } from './broken.ts';
import type { Told } from './options.ts';

/** A cookie of a session or token, as it is set. */
export interface Cookie {
  readonly name: string;
  readonly maker: string;
  readonly of: 'session' | 'token';
  readonly secure: Told;
  readonly httpOnly: Told;
  /** Seconds; nothing where it goes with the browser. */
  readonly lifetime: number | 'none' | 'open';
  readonly at: Place;
}

/** It as a fact. */
export function cookieFact(module: SourceModule, cookie: Cookie): RepositoryFact {
  const place = at(module, cookie.at);
  const open = (what: string) => unknown('unresolved-expression', what, inCode(place));
  const flag = (told: Told) => {
    if (told === 'open') return open('the settings of the cookie');
    return told ? true : brokenOr(false, module, cookie.at, 'the rest of the file');
  };
  const { lifetime } = cookie;
  return fact({
    type: 'Repository::Cookie',
    address: `${module.file} ${cookie.name}`,
    at: place,
    properties: {
      path: module.file,
      name: cookie.name,
      maker: cookie.maker,
      of: cookie.of,
      secure: flag(cookie.secure),
      httpOnly: flag(cookie.httpOnly),
      lifetimeSeconds:
        lifetime === 'open'
          ? open('how long the cookie is kept')
          : lifetime === 'none'
            ? undefined
            : lifetime,
    },
  });
}

const OF_SESSIONS =
  /^(__(host|secure)-)?([\w.-]*[._-])?(session|sess|sid|session[._-]?id|session[._-]?token)([._-]?cookie([._-]?name)?)?$/i;
const OF_TOKENS =
  /^(__(host|secure)-)?([\w.-]*[._-])?((access|refresh|id|auth|bearer|jwt)?[._-]?token|jwt|auth)([._-]?cookie([._-]?name)?)?$/i;

/** What a cookie is for by its name; nothing where it is neither a session nor a token. */
export function purposeOf(name: string): 'session' | 'token' | undefined {
  const words = name.replace(/([a-z])([A-Z])/g, '$1_$2');
  if (/csrf|xsrf/i.test(words)) return undefined;
  if (OF_SESSIONS.test(words)) return 'session';
  return OF_TOKENS.test(words) ? 'token' : undefined;
}
