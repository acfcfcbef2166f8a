/** A condition that holds where all of some do. */
export function allOf(conditions: readonly (string | undefined)[]): string {
  const said = [...new Set(conditions.filter((one) => one !== undefined))];
  return said.map((one) => (said.length > 1 && partsOf(one).isEither ? `(${one})` : one)).join(' AND ');
}

/** Whether a condition holds wherever others do: each of its parts is one of theirs. */
export function holdsWhere(condition: string, others: readonly (string | undefined)[]): boolean {
  const given = new Set(others.flatMap((one) => (one === undefined ? [] : partsOf(one).parts)));
  return partsOf(condition).parts.every((part) => given.has(part));
}

/** What must hold all together; what is one or the other is one part. */
function partsOf(condition: string): { readonly parts: readonly string[]; readonly isEither: boolean } {
  const parts = [''];
  let depth = 0;
  let isEither = false;
  for (const word of condition.split(/(\bAND\b|&&|\bOR\b|\|\||[()])/i)) {
    if (word === '(') depth++;
    if (word === ')') depth--;
    if (depth === 0 && /^(?:OR|\|\|)$/i.test(word)) isEither = true;
    if (depth === 0 && /^(?:AND|&&)$/i.test(word)) parts.push('');
    else parts.push(parts.pop()! + word);
  }
  return { parts: (isEither ? [condition] : parts).map(plainOf), isEither };
}

function plainOf(part: string): string {
  return part
    .trim()
    .replace(/^\(([^()]*)\)$/, '$1')
    .replace(/\s+/g, ' ')
    .trim();
}
