/**
 * Numbers as Terraform computes them: binary floating point with 512 bits of mantissa, so that
 * `0.1 + 0.2` is `0.3` and large integers keep their digits.
 */
export interface Exact {
  /** The value is `mantissa × 2 ** exponent`; the mantissa is odd or zero. */
  readonly mantissa: bigint;
  readonly exponent: number;
  /** Set for division by zero. */
  readonly infinite?: 1 | -1;
}

const PRECISION = 512;

/** Beyond this many decimal digits a number is not one that a configuration means. */
const MAX_EXPONENT = 5000;

export const ZERO: Exact = { mantissa: 0n, exponent: 0 };

/** The number that a decimal text stands for, or `undefined` where it is none. */
export function exactFromText(text: string): Exact | undefined {
  if (/^[-+]?inf(?:inity)?$/i.test(text)) return { ...ZERO, infinite: text.startsWith('-') ? -1 : 1 };
  const match = /^([-+]?)(\d*)(?:\.(\d*))?(?:[eE]([-+]?\d{1,5}))?$/.exec(text);
  if (match === null || (match[2] === '' && (match[3] ?? '') === '')) return undefined;
  const digits = BigInt(`${match[2]}${match[3] ?? ''}`);
  const power = Number(match[4] ?? 0) - (match[3]?.length ?? 0);
  if (Math.abs(power) > MAX_EXPONENT) return undefined;
  const signed = match[1] === '-' ? -digits : digits;
  return power >= 0
    ? rounded(signed * 10n ** BigInt(power), 0)
    : quotient(signed, 0, 10n ** BigInt(-power), 0);
}

export function exactFromNumber(value: number): Exact {
  if (Number.isSafeInteger(value)) return rounded(BigInt(value), 0);
  if (!Number.isFinite(value)) return { ...ZERO, infinite: value < 0 ? -1 : 1 };
  return exactFromText(String(value)) ?? ZERO;
}

export function exactFromInteger(value: bigint): Exact {
  return rounded(value, 0);
}

export function add(a: Exact, b: Exact): Exact {
  if (a.infinite) return a;
  if (b.infinite) return b;
  const exponent = Math.min(a.exponent, b.exponent);
  return rounded(
    (a.mantissa << BigInt(a.exponent - exponent)) + (b.mantissa << BigInt(b.exponent - exponent)),
    exponent,
  );
}

export function negate(a: Exact): Exact {
  if (a.infinite) return { ...a, infinite: a.infinite === 1 ? -1 : 1 };
  return { mantissa: -a.mantissa, exponent: a.exponent };
}

export function multiply(a: Exact, b: Exact): Exact {
  if (a.infinite || b.infinite) return { ...ZERO, infinite: sign(a) * sign(b) < 0 ? -1 : 1 };
  return rounded(a.mantissa * b.mantissa, a.exponent + b.exponent);
}

/** Division; infinite for a zero divisor, `undefined` for zero by zero. */
export function divide(a: Exact, b: Exact): Exact | undefined {
  if (b.infinite) return a.infinite ? undefined : ZERO;
  if (a.infinite) return multiply(a, b);
  if (b.mantissa === 0n)
    return a.mantissa === 0n ? undefined : { ...ZERO, infinite: a.mantissa < 0n ? -1 : 1 };
  return quotient(a.mantissa, a.exponent, b.mantissa, b.exponent);
}

/** The remainder with the sign of the dividend. */
export function modulo(a: Exact, b: Exact): Exact | undefined {
  if (b.infinite) return a;
  const whole = divide(a, b);
  if (whole === undefined) return undefined;
  if (whole.infinite) return a;
  return add(a, negate(multiply(b, truncate(whole))));
}

export function sign(a: Exact): number {
  if (a.infinite) return a.infinite;
  return a.mantissa === 0n ? 0 : a.mantissa < 0n ? -1 : 1;
}

export function compare(a: Exact, b: Exact): number {
  if (a.infinite || b.infinite) return Math.sign((a.infinite ?? 0) - (b.infinite ?? 0));
  return sign(add(a, negate(b)));
}

export function isInteger(a: Exact): boolean {
  return !a.infinite && a.exponent >= 0;
}

export function truncate(a: Exact): Exact {
  return a.infinite || a.exponent >= 0 ? a : rounded(a.mantissa / (1n << BigInt(-a.exponent)), 0);
}

export function floor(a: Exact): Exact {
  return a.infinite || a.exponent >= 0 ? a : rounded(a.mantissa >> BigInt(-a.exponent), 0);
}

export function ceil(a: Exact): Exact {
  return negate(floor(negate(a)));
}

/** The integer, for a number that is one. */
export function toInteger(a: Exact): bigint | undefined {
  return isInteger(a) ? a.mantissa << BigInt(a.exponent) : undefined;
}

export function toNumber(a: Exact): number {
  if (a.infinite) return a.infinite * Number.POSITIVE_INFINITY;
  return Number(format(a));
}

/** The shortest decimal text without exponent that stands for the same number. */
export function format(a: Exact): string {
  if (a.infinite) return a.infinite === 1 ? 'Inf' : '-Inf';
  if (a.exponent >= 0) return (a.mantissa << BigInt(a.exponent)).toString();
  const negative = a.mantissa < 0n;
  const [m, e] = widened(negative ? -a.mantissa : a.mantissa, a.exponent);
  const scale = BigInt(1 - e);
  const inclusive = (m & 1n) === 0n;
  // Twice the value and half a unit of the last place around it, as integers over 2 ** scale.
  const value = m << 1n;
  let ten = 1n;
  for (let decimals = 0; ; decimals++, ten *= 10n) {
    const down = (value * ten) >> scale;
    for (const candidate of nearestFirst(down, value * ten, scale)) {
      const distance = (candidate << scale) - value * ten;
      const off = distance < 0n ? -distance : distance;
      if (off < ten || (inclusive && off === ten)) {
        const digits = candidate.toString().padStart(decimals + 1, '0');
        const whole = digits.slice(0, digits.length - decimals);
        const text = decimals === 0 ? whole : `${whole}.${digits.slice(-decimals)}`;
        return negative ? `-${text}` : text;
      }
    }
  }
}

function nearestFirst(down: bigint, scaled: bigint, scale: bigint): [bigint, bigint] {
  const rest = scaled - (down << scale);
  return rest << 1n < 1n << scale ? [down, down + 1n] : [down + 1n, down];
}

/** The mantissa with all 512 bits. */
function widened(mantissa: bigint, exponent: number): [bigint, number] {
  const shift = PRECISION - bitLength(mantissa);
  return [mantissa << BigInt(shift), exponent - shift];
}

function quotient(a: bigint, aExponent: number, b: bigint, bExponent: number): Exact {
  if (a === 0n) return ZERO;
  const negative = a < 0n !== b < 0n;
  const over = a < 0n ? -a : a;
  const under = b < 0n ? -b : b;
  const shift = Math.max(0, PRECISION + 2 + bitLength(under) - bitLength(over));
  const scaled = over << BigInt(shift);
  // The last bit stands for whatever the division leaves over, so that rounding sees it.
  const result = ((scaled / under) << 1n) | (scaled % under === 0n ? 0n : 1n);
  return rounded(negative ? -result : result, aExponent - bExponent - shift - 1);
}

function rounded(value: bigint, exponent: number): Exact {
  if (value === 0n) return ZERO;
  const negative = value < 0n;
  let mantissa = negative ? -value : value;
  let power = exponent;
  const excess = bitLength(mantissa) - PRECISION;
  if (excess > 0) {
    const cut = BigInt(excess);
    const rest = mantissa & ((1n << cut) - 1n);
    const half = 1n << (cut - 1n);
    mantissa >>= cut;
    if (rest > half || (rest === half && (mantissa & 1n) === 1n)) mantissa += 1n;
    power += excess;
  }
  while ((mantissa & 0xffffffffn) === 0n) {
    mantissa >>= 32n;
    power += 32;
  }
  while ((mantissa & 1n) === 0n) {
    mantissa >>= 1n;
    power += 1;
  }
  return { mantissa: negative ? -mantissa : mantissa, exponent: power };
}

function bitLength(value: bigint): number {
  const hex = value.toString(16);
  return (hex.length - 1) * 4 + (32 - Math.clz32(Number.parseInt(hex[0]!, 16)));
}
