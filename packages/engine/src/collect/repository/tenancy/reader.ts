import { inCode } from '../../../model/origin.ts';
import { unknown } from '../../../model/value.ts';
import { isModule } from '../code/modules.ts';
import { fact, openList, placeIn } from '../fact.ts';
import { Findings } from '../findings.ts';
import type { Reader, ReadFacts, SourceOfFiles } from '../reader.ts';
import { tenantNamedIn } from './names.ts';

const TYPES = ['Repository::Tenancy', 'Repository::RowSecurity'] as const;
const SQL = /\.sql$/;

/** Tenants in code and schemas, and the rules of the database that keep them apart. */
export const tenancy: Reader = {
  name: 'tenants',
  types: TYPES,
  wants: (path, kind) => isModule(path, kind) || (SQL.test(path) && (kind === 'other' || kind === 'source')),
  read: readTenancy,
};

const ENABLED =
  /\balter\s+table\s+(?:if\s+exists\s+)?(?:only\s+)?([\w".]+)\s+enable\s+row\s+level\s+security\b/gi;
const FORCED =
  /\balter\s+table\s+(?:if\s+exists\s+)?(?:only\s+)?([\w".]+)\s+force\s+row\s+level\s+security\b/gi;
const POLICY = /\bcreate\s+policy\s+[\w".]+\s+on\s+([\w".]+)[^;]*?current_setting\(\s*'([^']+)'/gi;

async function readTenancy(files: readonly string[], source: SourceOfFiles): Promise<ReadFacts> {
  const findings = new Findings(TYPES);
  const enabled = new Map<string, { readonly file: string; readonly line: number }>();
  const forced = new Set<string>();
  const settings = new Map<string, string>();
  const texts = new Map<string, string>();
  let unread: string | undefined;
  for (const file of files) {
    const got = await source.text(file);
    if (got.kind === 'skipped') {
      findings.skipped(file, got.why);
      unread ??= file;
      continue;
    }
    const found = tenantNamedIn(got.text);
    if (found !== undefined)
      findings.add(
        fact({
          type: 'Repository::Tenancy',
          address: `tenants in ${file}`,
          at: placeIn(file, lineOf(got.text, found.index)),
          properties: { file, name: found.name },
        }),
      );
    if (!SQL.test(file)) {
      texts.set(file, got.text);
      continue;
    }
    const text = got.text.replace(/--[^\n]*/g, '');
    for (const match of text.matchAll(ENABLED))
      enabled.set(nameOf(match[1]!), { file, line: lineOf(text, match.index) });
    for (const match of text.matchAll(FORCED)) forced.add(nameOf(match[1]!));
    for (const match of text.matchAll(POLICY)) settings.set(nameOf(match[1]!), match[2]!);
  }
  for (const [table, { file, line }] of enabled) {
    const setting = settings.get(table);
    const at = placeIn(file, line);
    const setIn = [...texts].flatMap(([path, text]) =>
      setting !== undefined && text.includes(setting) ? [{ file: path }] : [],
    );
    findings.add(
      fact({
        type: 'Repository::RowSecurity',
        address: `row level security of ${table}`,
        at,
        properties: {
          file,
          table,
          forced: forced.has(table) ? true : undefined,
          setting,
          setIn:
            unread === undefined
              ? setIn
              : openList(setIn, unknown('not-readable', `making ${unread} readable`, inCode(at))),
        },
      }),
    );
  }
  return findings.found;
}

function nameOf(table: string): string {
  return table.replaceAll('"', '').replace(/^public\./, '');
}

function lineOf(text: string, index: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at !== -1 && at < index; at = text.indexOf('\n', at + 1)) line++;
  return line;
}
