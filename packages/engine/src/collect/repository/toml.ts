import { parse, TomlError } from 'smol-toml';

/** A table of TOML as plain data. */
export type Table = { readonly [name: string]: unknown };

export type ReadToml =
  | { readonly table: Table; readonly lineOf: LineOf }
  | { readonly line: number; readonly why: string };

/** The line at which a key of a table, or a text, first stands; the first line where it is not found. */
export interface LineOf {
  key(table: string, key: string): number;
  text(text: string): number;
}

/** Reads TOML. Never throws: what cannot be read has a line and a reason. */
export function readToml(text: string): ReadToml {
  try {
    return { table: parse(text) as Table, lineOf: linesOf(text) };
  } catch (error) {
    if (error instanceof TomlError)
      return {
        line: error.line,
        why: error.message.split('\n', 1)[0]!.replace(/^Invalid TOML document: /, ''),
      };
    return { line: 1, why: 'not readable as TOML' };
  }
}

const TEXT = /"((?:[^"\\]|\\.)*)"|'([^']*)'/g;

/** The parser tells no places, so keys and texts are looked up in the lines. */
function linesOf(text: string): LineOf {
  const keys = new Map<string, number>();
  const texts = new Map<string, number>();
  let table = '';
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    const header = /^\s*\[+\s*([^\]]+?)\s*\]+/.exec(line)?.[1];
    if (header !== undefined) table = header.replaceAll('"', '');
    const key = /^\s*("[^"]+"|'[^']+'|[\w-]+)\s*=/.exec(line)?.[1]?.replace(/^["']|["']$/g, '');
    const name = header === undefined ? `${table}\n${key}` : `${table}\n`;
    if ((key !== undefined || header !== undefined) && !keys.has(name)) keys.set(name, index + 1);
    for (const [, double, single] of line.matchAll(TEXT)) {
      const said = double ?? single ?? '';
      if (!texts.has(said)) texts.set(said, index + 1);
    }
  }
  return {
    key: (own, key) => keys.get(`${own}\n${key}`) ?? keys.get(`${own}\n`) ?? 1,
    text: (said) => texts.get(said) ?? 1,
  };
}

/** The table below a path, empty where there is none. */
export function tableAt(table: Table, ...path: readonly string[]): Table {
  let at: unknown = table;
  for (const name of path) at = isTable(at) && Object.hasOwn(at, name) ? at[name] : undefined;
  return isTable(at) ? at : {};
}

export function isTable(value: unknown): value is Table {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);
}
