import { plain } from './sql.ts';

/** A table with the keys and indexes that statements make. */
export interface Table {
  readonly name: string;
  readonly keys: (readonly string[])[];
  readonly kinds: Set<string>;
}

const CREATE_TABLE = /\bcreate\s+table\s+(?:if\s+not\s+exists\s+)?([`"[]?[\w.]+[`"\]]?(?:\."?\w+"?)?)\s*\(/gi;
const CREATE_INDEX =
  /\bcreate\s+(unique\s+|fulltext\s+)?index\s+(?:concurrently\s+)?(?:if\s+not\s+exists\s+)?[`"]?[\w.]*[`"]?\s+on\s+(?:only\s+)?([`"]?[\w.]+[`"]?)\s*(?:using\s+(\w+)\s*)?\(/gi;
const ALTER_KEY =
  /\balter\s+table\s+(?:if\s+exists\s+|only\s+)*([`"]?[\w.]+[`"]?)\s+add\s+(?:constraint\s+\S+\s+)?(?:primary\s+key|unique(?:\s+(?:key|index))?|index|key)\s*[`"]?\w*[`"]?\s*\(/gi;

/** Adds what statements of SQL make to the tables that are known, in the order in which they stand. */
export function addSchema(tables: Map<string, Table>, sql: string): void {
  const text = sql.replace(/\/\*[\s\S]*?\*\//g, ' ').replace(/--[^\n]*/g, ' ');
  const steps = [
    ...[...text.matchAll(CREATE_TABLE)].map((found) => ({ found, run: () => table(tables, found, text) })),
    ...[...text.matchAll(CREATE_INDEX)].map((found) => ({ found, run: () => index(tables, found, text) })),
    ...[...text.matchAll(ALTER_KEY)].map((found) => ({ found, run: () => key(tables, found, text) })),
  ];
  for (const { run } of steps.sort((a, b) => a.found.index - b.found.index)) run();
}

function known(tables: Map<string, Table>, name: string): Table {
  const own = tables.get(name) ?? { name, keys: [], kinds: new Set() };
  tables.set(name, own);
  return own;
}

function table(tables: Map<string, Table>, found: RegExpExecArray, text: string): void {
  const own = known(tables, plain(found[1]!));
  for (const line of parts(inside(text, found.index + found[0].length))) {
    const like = /^like\s+([`"]?[\w.]+[`"]?)\s+including\s+(?:all|indexes)/i.exec(line);
    const listed =
      /^(?:constraint\s+\S+\s+)?(primary\s+key|unique(?:\s+(?:key|index))?|index|key|fulltext(?:\s+(?:key|index))?)\s*[`"]?\w*[`"]?\s*(?:using\s+\w+\s*)?\(([^)]*)\)/i.exec(
        line,
      );
    if (like !== null) own.keys.push(...(tables.get(plain(like[1]!))?.keys ?? []));
    else if (listed !== null) {
      if (/^fulltext/i.test(listed[1]!)) own.kinds.add('fulltext');
      else own.keys.push(columnsOf(listed[2]!));
    } else {
      const column = /^([`"]?\w+[`"]?)\s+.*\b(?:primary\s+key|unique)\b/is.exec(line);
      if (column !== null) own.keys.push([plain(column[1]!)]);
    }
  }
}

function index(tables: Map<string, Table>, found: RegExpExecArray, text: string): void {
  const own = known(tables, plain(found[2]!));
  const kind = /fulltext/i.test(found[1] ?? '') ? 'fulltext' : (found[3] ?? 'btree').toLowerCase();
  const columns = inside(text, found.index + found[0].length);
  if (kind === 'btree' || kind === 'hash') own.keys.push(columnsOf(columns));
  else own.kinds.add(kind);
  // An index on what is made of a column: `lower(mail)`, `(data->>'name')`.
  if (/->|\w\s*\(/.test(columns)) own.kinds.add('expression');
}

function key(tables: Map<string, Table>, found: RegExpExecArray, text: string): void {
  known(tables, plain(found[1]!)).keys.push(columnsOf(inside(text, found.index + found[0].length)));
}

function columnsOf(list: string): readonly string[] {
  return parts(list).map((one) => plain(one.trim().split(/[\s(]/)[0]!));
}

/** What stands from an opened bracket to its end. */
function inside(text: string, from: number): string {
  let depth = 1;
  for (let i = from; i < text.length; i++) {
    if (text[i] === '(') depth++;
    else if (text[i] === ')' && --depth === 0) return text.slice(from, i);
  }
  return text.slice(from);
}

/** Parts between commas, those in brackets left whole. */
function parts(list: string): readonly string[] {
  const found: string[] = [];
  let depth = 0;
  let start = 0;
  for (let i = 0; i < list.length; i++) {
    if (list[i] === '(') depth++;
    else if (list[i] === ')') depth--;
    else if (list[i] === ',' && depth === 0) {
      found.push(list.slice(start, i).trim());
      start = i + 1;
    }
  }
  found.push(list.slice(start).trim());
  return found.filter((part) => part !== '');
}
