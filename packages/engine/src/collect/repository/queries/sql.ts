/** A query of one table, as far as it is read. */
export interface SqlQuery {
  readonly table: string;
  readonly columns: readonly string[];
  readonly conditions: readonly { readonly text: string; readonly why: string }[];
}

/** What a part that is put into a statement looks like in its text. */
export const HOLE = '\u0001';

const SELECT =
  /^[\s(]*select\b([\s\S]*?)\bfrom\s+([`"[]?[\w.]+[`"\]]?)(?:\s+(?:as\s+)?(?!where\b|order\b|limit\b|group\b|left\b|inner\b|join\b|cross\b|right\b|full\b|for\b|union\b|natural\b|on\b)\w+)?\s+where\s+([\s\S]*)$/i;
const END =
  /\s+(?:order\s+by|group\s+by|limit|offset|for\s+update|returning|having|fetch\s+first)\b[\s\S]*$|;\s*$/i;
/** What a database says of itself. */
const OF_THE_DATABASE = /\binformation_schema\b|\bpg_|\bsqlite_|\bmysql\.|\bsys\./i;
const SUMS_UP = /\b(?:count|sum|avg|min|max)\s*\(/i;
const NOT_READ = /\b(?:join|union|intersect|except|or|exists|case|select)\b/i;

/**
 * The query of a text of SQL: one table, conditions that all hold. Nothing for what is written in any other way: nobody can
 * tell from it what an index would help. `anything` tells whether what a pattern is compared with begins with `%`.
 */
export function queryIn(
  text: string,
  anything: (place: string) => boolean | undefined,
): SqlQuery | undefined {
  const found = SELECT.exec(text);
  // What counts or sums up reads what it counts.
  if (found === null || found[2]!.includes(HOLE) || SUMS_UP.test(found[1]!)) return undefined;
  if (OF_THE_DATABASE.test(found[2]!)) return undefined;
  const where = found[3]!.replace(END, '').replace(/\s+/g, ' ').trim();
  if (where === '' || NOT_READ.test(where)) return undefined;
  const columns: string[] = [];
  const conditions: { text: string; why: string }[] = [];
  for (const part of where.replace(/\bbetween (\S+) and (\S+)/gi, '>= $1').split(/\s+and\s+/i)) {
    const read = conditionIn(part, anything);
    if (read === undefined) return undefined;
    if ('column' in read) columns.push(read.column);
    else conditions.push(read);
  }
  return { table: plain(found[2]!), columns, conditions };
}

const COMPARED = /^\(?([`"]?[\w.]+[`"]?)\s*(=|<=|>=|<>|!=|<|>|in\b|is\b|not\b|like\b|ilike\b)\s*([\s\S]*)$/i;
const INTO_A_VALUE = /->>?|\bjson_|\blower\s*\(|\bupper\s*\(|\bdate\s*\(|\bcast\s*\(/i;

function conditionIn(
  part: string,
  anything: (place: string) => boolean | undefined,
): { readonly column: string } | { readonly text: string; readonly why: string } | undefined {
  const compared = COMPARED.exec(part.trim());
  if (compared === null) {
    const text = /^\(?(.+?)\s+(=|i?like\b|<=?|>=?)\s/i.exec(part.trim());
    if (!INTO_A_VALUE.test(part) || text === null) return undefined;
    return { text: text[1]!, why: 'it looks into a value' };
  }
  const [, name, operator, value] = compared as unknown as [string, string, string, string];
  const column = plain(name);
  if (/^ilike/i.test(operator))
    return { text: `${column} ${operator.toUpperCase()}`, why: 'it ignores case' };
  if (/^like/i.test(operator)) {
    const begins = /^'%/.test(value) ? true : /^'[^'%]/.test(value) ? false : anything(value);
    if (begins === undefined) return undefined;
    return begins ? { text: `${column} LIKE`, why: 'it may begin with anything' } : { column };
  }
  // What is asked to be different, or nothing, is seldom found by an index, and seldom looked for alone.
  return /^(<>|!=|is|not)/i.test(operator) ? { column: '' } : { column };
}

/** `"public"."Users"` as `users`. */
export function plain(name: string): string {
  return name
    .replace(/[`"[\]]/g, '')
    .split('.')
    .at(-1)!
    .toLowerCase();
}
