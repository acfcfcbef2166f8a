import { starsFit } from '../../files/wildcard.ts';
import type { SourceOfFiles } from '../reader.ts';
import { readToml, type Table } from '../toml.ts';

const FILES = /(^|\/)(pytest\.ini|\.pytest\.ini|tox\.ini|setup\.cfg|pyproject\.toml)$/;

/** Which classes pytest collects: those that begin with `Test`, or with what a setting says in its place. */
export async function collectedClasses(source: SourceOfFiles): Promise<(name: string) => boolean> {
  const patterns: string[] = [];
  for (const path of source.paths) {
    if (!FILES.test(path) || source.kind(path) !== 'other') continue;
    const read = await source.text(path);
    // What cannot be read may say anything.
    if (read.kind === 'skipped') patterns.push('*');
    else patterns.push(...(path.endsWith('.toml') ? inToml(read.text) : inIni(read.text)));
  }
  const all = patterns.length === 0 ? ['Test'] : ['Test', ...patterns];
  return (name) => all.some((pattern) => fits(pattern, name));
}

function inIni(text: string): readonly string[] {
  const said = /^python_classes[ \t]*[=:][ \t]*(.*(?:\n[ \t]+.*)*)/m.exec(text)?.[1];
  return said === undefined ? [] : said.split(/\s+/).filter((word) => word !== '');
}

function inToml(text: string): readonly string[] {
  const read = readToml(text);
  if (!('table' in read)) return ['*'];
  let at: unknown = read.table;
  for (const step of ['tool', 'pytest', 'ini_options', 'python_classes'])
    at = typeof at === 'object' && at !== null ? (at as Table)[step] : undefined;
  if (typeof at === 'string') return at.split(/\s+/);
  return Array.isArray(at) ? at.filter((one) => typeof one === 'string') : [];
}

/** A prefix, or a pattern with stars. */
function fits(pattern: string, name: string): boolean {
  return pattern.includes('*') ? starsFit(pattern, name) : name.startsWith(pattern);
}
