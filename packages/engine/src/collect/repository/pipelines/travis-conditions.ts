/** A condition that holds where all of some do. */
export function allOf(conditions: readonly (string | undefined)[]): string {
  const said = [...new Set(conditions.filter((one) => one !== undefined))];
  return said.map((one) => (said.length > 1 && partsOf(one).isEither ? `(${one})` : one)).join(' AND ');
}

/** What must hold all together; what is one or the other is one part. */
export function partsOf(condition: string): {
  readonly parts: readonly string[];
  readonly isEither: boolean;
} {
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

/** A condition in the words of expressions; what they do not know stays as it is, and is open. */
export function asExpression(condition: string): string {
  return condition
    .replace(
      /\b(\w+)\s+(NOT\s+)?IN\s*\(([^()]*)\)/gi,
      (_, name: string, not: string | undefined, list: string) => {
        const texts = list.split(',').map((one) => quoted(one.trim()));
        return `${not === undefined ? 'in' : 'notin'}(${name}, ${texts.join(', ')})`;
      },
    )
    .replace(
      /\b(\w+)\s*(!=|==?)(?!~)\s*("[^"]*"|'[^']*'|[^\s()&|]+)/g,
      (_, name: string, sign: string, text: string) =>
        `(${name} ${sign === '!=' ? sign : '=='} ${quoted(text)})`,
    )
    .replace(
      /\b(\w+)\s+IS\s+(NOT\s+)?(present|blank)\b/gi,
      (_, name: string, not: string | undefined, how: string) =>
        `(${name} ${(not === undefined) === /present/i.test(how) ? '!=' : '=='} '')`,
    )
    .replace(/\bAND\b/gi, '&&')
    .replace(/\bOR\b/gi, '||')
    .replace(/\bNOT\b/gi, '!');
}

function quoted(text: string): string {
  return `'${text.replace(/^(["'])(.*)\1$/, '$2').replaceAll("'", "''")}'`;
}
