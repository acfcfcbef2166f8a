/** A source of made-up strings: the same seed makes the same strings. */
export interface Random {
  /** A whole number below `limit`. */
  below(limit: number): number;
  pick<T>(of: readonly T[]): T;
  /** A text of so many characters out of an alphabet. */
  text(length: number, alphabet: string): string;
}

export const LOWER = 'abcdefghijklmnopqrstuvwxyz';
export const UPPER = LOWER.toUpperCase();
export const DIGITS = '0123456789';
export const HEX = '0123456789abcdef';
export const LETTERS = LOWER + UPPER;
export const ALPHANUMERIC = LETTERS + DIGITS;
export const BASE64 = `${ALPHANUMERIC}+/`;
export const BASE64_URL = `${ALPHANUMERIC}-_`;

/** The numbers of mulberry32 (public domain): small, and good enough for texts. */
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    below,
    pick: (of) => of[below(of.length)]!,
    text: (length, alphabet) => Array.from({ length }, () => alphabet[below(alphabet.length)]!).join(''),
  };
}

export function uuid(random: Random): string {
  const hex = (length: number) => random.text(length, HEX);
  return `${hex(8)}-${hex(4)}-4${hex(3)}-a${hex(3)}-${hex(12)}`;
}

/** A password as a generator or a careful person makes one: letters, digits and a sign. */
export function password(random: Random): string {
  const signs = '!@#%^*-_+.';
  return `${random.text(6, ALPHANUMERIC)}${random.pick([...signs])}${random.text(4, DIGITS)}${random.text(5 + random.below(6), ALPHANUMERIC)}`;
}

/** Something signed with a key that nobody knows. */
export function signedToken(random: Random): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const body = { sub: random.text(12, DIGITS), iat: 1_700_000_000 + random.below(1e7), role: 'service' };
  return `${part({ alg: 'HS256', typ: 'JWT' })}.${part(body)}.${random.text(43, BASE64_URL)}`;
}

/** Base64 of random bytes between the lines of a PEM. */
export function pem(random: Random, what: string, lines = 14, mark = '-----'): string {
  const body = Array.from({ length: lines }, () => random.text(64, BASE64)).join('\n');
  return `${mark}BEGIN ${what}${mark}\n${body}\n${random.text(22, BASE64)}==\n${mark}END ${what}${mark}`;
}
