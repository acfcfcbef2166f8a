/** A condition that compares a column with whose it is. */
const OF_OWNER =
  /\b\w*(user|owner|account|member|customer|author|created_by|creator|tenant|company|organi[sz]ation|org|workspace|team|profile|seller|patient|client|person)\w*"?`?\s*(=|in\b|is\s+not\s+distinct\b)/i;
/** What follows the condition of a statement. */
const AFTERWARDS = /^(group\s+by|order\s+by|having|limit|offset|returning|union|intersect|except|for)\b/i;

/** Whether a statement says whose rows it is about: `AND (user_id = ? OR …)` narrows too, `OR user_id = ?` does not. */
export function saysWhose(statement: string): boolean {
  const isWith = /^[\s(]*with\b/i.test(statement);
  const start = /^[\s(]*/.exec(statement)![0].split('(').length - 1;
  return words(statement)
    .filter(({ word, depth }) => word === 'where' && (isWith || depth <= start))
    .some(({ end }) => isNarrowed(conditionAt(statement, end)));
}

/** Where something is put in: `?`, `$1`, `:id`, `%s`, `%(id)s`, `@id`. */
const PUT_IN = /\?|\$\d|[:@]\w|%[s(]/;

/** Of conditions that all hold one is enough; of alternatives those may say something of the row alone: `OR is_public`. */
function isNarrowed(condition: string): boolean {
  const alternatives = partsBy('or', condition);
  if (alternatives.length > 1)
    return alternatives.some(isNarrowed) && alternatives.every((one) => !PUT_IN.test(one) || isNarrowed(one));
  const parts = partsBy('and', condition);
  if (parts.length > 1) return parts.some(isNarrowed);
  const bare = condition.trim();
  const inside = bare.startsWith('(') ? conditionAt(bare, 1) : '';
  if (inside !== '' && inside.length === bare.length - 2) return isNarrowed(inside);
  if (/^not\b/i.test(bare)) return false;
  const inner = words(bare).find(({ word }) => word === 'where');
  return inner === undefined ? OF_OWNER.test(bare) : isNarrowed(conditionAt(bare, inner.end));
}

function conditionAt(statement: string, start: number): string {
  let depth = 0;
  for (let at = start; at < statement.length; at++) {
    const one = statement[at];
    if (one === '(') depth++;
    else if (one === ')' && --depth < 0) return statement.slice(start, at);
    else if (
      depth === 0 &&
      /\s/.test(statement[at - 1] ?? '') &&
      AFTERWARDS.test(statement.slice(at, at + 12))
    )
      return statement.slice(start, at);
  }
  return statement.slice(start);
}

function partsBy(word: 'and' | 'or', condition: string): readonly string[] {
  const parts: string[] = [];
  let from = 0;
  for (const one of words(condition))
    if (one.word === word && one.depth === 0) {
      parts.push(condition.slice(from, one.end - word.length));
      from = one.end;
    }
  return [...parts, condition.slice(from)];
}

function words(
  text: string,
): readonly { readonly word: string; readonly end: number; readonly depth: number }[] {
  let depth = 0;
  return [...text.matchAll(/[()]|\b(where|and|or)\b/gi)].flatMap(({ 0: word, index }) => {
    if (word === '(') depth++;
    else if (word === ')') depth--;
    else return [{ word: word.toLowerCase(), end: index + word.length, depth }];
    return [];
  });
}
