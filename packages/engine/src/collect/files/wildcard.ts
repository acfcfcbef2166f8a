/**
 * A pattern of file names and shells, asked of texts: `*` is any signs, `?` one, `[a-f]` and `[!a-f]` one of a class, and
 * what stands behind `\` is itself. `undefined` where a class does not end or names a kind (`[[:alpha:]]`). Takes time in
 * proportion to pattern and text together at worst multiplied, whoever wrote them.
 */
export function wildcard(pattern: string): ((text: string) => boolean) | undefined {
  const parts = partsOf(pattern);
  return parts && ((text) => fits(parts, text));
}

/** The same where only stars say anything. */
export function starsFit(pattern: string, text: string): boolean {
  const parts = Array.from(pattern, (sign): Part => (sign === '*' ? ANY : (one) => one === sign));
  return fits(parts, text);
}

const ANY = 'any signs';
type Part = typeof ANY | ((sign: string) => boolean);

function partsOf(pattern: string): readonly Part[] | undefined {
  const parts: Part[] = [];
  const signs = Array.from(pattern);
  for (let at = 0; at < signs.length; at += 1) {
    const sign = signs[at]!;
    if (sign === '*') parts.push(ANY);
    else if (sign === '?') parts.push(() => true);
    else if (sign === '[') {
      const found = classAt(signs, at);
      if (found === undefined) return undefined;
      parts.push(found.part);
      at = found.end;
    } else {
      if (sign === '\\') at += 1;
      const own = signs[at];
      if (own === undefined) return undefined;
      parts.push((one) => one === own);
    }
  }
  return parts;
}

/** The class that begins at a bracket, and where it ends. The first sign of a class may be a closing bracket. */
function classAt(
  signs: readonly string[],
  start: number,
): { readonly part: Part; readonly end: number } | undefined {
  const isOthers = signs[start + 1] === '!' || signs[start + 1] === '^';
  const first = start + (isOthers ? 2 : 1);
  const ranges: (readonly [from: string, to: string])[] = [];
  for (let at = first; at < signs.length; at += 1) {
    if (signs[at] === ']' && at > first) {
      const isIn = (sign: string) => ranges.some(([from, to]) => from <= sign && sign <= to);
      return { part: (sign) => isIn(sign) !== isOthers, end: at };
    }
    if (signs[at] === '[' && signs[at + 1] === ':') return undefined;
    if (signs[at] === '\\') at += 1;
    const from = signs[at];
    if (from === undefined) return undefined;
    const isRange = signs[at + 1] === '-' && signs[at + 2] !== undefined && signs[at + 2] !== ']';
    ranges.push([from, isRange ? signs[at + 2]! : from]);
    if (isRange) at += 2;
  }
  return undefined;
}

/** Goes back to the last star only: what an earlier one could take more of, that one can too. */
function fits(parts: readonly Part[], text: string): boolean {
  const signs = Array.from(text);
  let part = 0;
  let star = -1;
  let taken = 0;
  for (let at = 0; at < signs.length; ) {
    const asked = parts[part];
    if (asked === ANY) {
      star = part;
      taken = at;
      part += 1;
    } else if (asked?.(signs[at]!)) {
      part += 1;
      at += 1;
    } else if (star >= 0) {
      part = star + 1;
      taken += 1;
      at = taken;
    } else return false;
  }
  return parts.slice(part).every((left) => left === ANY);
}
