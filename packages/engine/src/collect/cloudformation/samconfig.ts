import { folderOf, join } from '../files/paths.ts';
import type { Repository } from '../files/repository.ts';
import type { Given } from './parameters.ts';
import { type Node, parseTemplate } from './parse.ts';
import { textOf } from './template.ts';

/** What `samconfig.toml` (or `.yaml`) gives to parameters, by environment: the names of its tables. */
export interface SamConfig {
  readonly file: string;
  readonly environments: ReadonlyMap<string, ReadonlyMap<string, Given>>;
  /** Whether it gives tags to the stack. */
  readonly tags: boolean;
}

const NAMES = ['samconfig.toml', 'samconfig.yaml', 'samconfig.yml'];

/** The configuration that serves a template: in its folder, or in the nearest folder above. */
export async function samConfigFor(repository: Repository, template: string): Promise<SamConfig | undefined> {
  for (
    let folder: string | undefined = folderOf(template);
    folder !== undefined;
    folder = join(folder, '..')
  ) {
    for (const name of NAMES) {
      const file = join(folder, name);
      if (file === undefined || !repository.has(file)) continue;
      const read = await repository.text(file);
      if (read.kind === 'skipped') return undefined;
      const tags = /^\s*["']?tags["']?\s*[=:]/m.test(read.text);
      return { file, environments: overridesIn(file, read.text), tags };
    }
    if (folder === '.') return undefined;
  }
  return undefined;
}

/** The `parameter_overrides` of a configuration by environment; `deploy` stands over `global`. */
export function overridesIn(file: string, text: string): ReadonlyMap<string, ReadonlyMap<string, Given>> {
  const found = new Map<string, Map<string, Given>>();
  const all = file.endsWith('.toml') ? tomlOverrides(text) : yamlOverrides(file, text);
  for (const command of ['global', 'deploy']) {
    for (const one of all) {
      if (one.command !== command) continue;
      const values = found.get(one.environment) ?? new Map<string, Given>();
      found.set(one.environment, values);
      const at = { file, line: one.line, column: 1, endLine: one.line, endColumn: 1, what: file };
      for (const [name, value] of parametersIn(one.overrides)) values.set(name, { text: value, at });
    }
  }
  return found;
}

interface Overrides {
  readonly environment: string;
  readonly command: string;
  readonly overrides: readonly string[];
  readonly line: number;
}

const TABLE = /^\s*\[\s*"?([\w-]+)"?\s*\.\s*"?([\w-]+)"?\s*\.\s*parameters\s*\]\s*(?:#.*)?$/;
const STRING = /"((?:[^"\\]|\\.)*)"|'([^']*)'/g;

/** One key of TOML: a text or a list of texts, over one line or several. */
function tomlOverrides(text: string): Overrides[] {
  const found: Overrides[] = [];
  const lines = text.split(/\r?\n/);
  let table: { environment: string; command: string } | undefined;
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!;
    if (/^\s*\[/.test(line)) {
      const match = TABLE.exec(line);
      table = match === null ? undefined : { environment: match[1]!, command: match[2]! };
      continue;
    }
    const start = /^\s*parameter_overrides\s*=\s*(.*)$/.exec(line)?.[1];
    if (table === undefined || start === undefined) continue;
    const value = wholeValue(start, lines, i);
    if (value !== undefined) found.push({ ...table, overrides: value, line: i + 1 });
  }
  return found;
}

const LONGEST = 200;

/** The texts of a value that starts on a line; nothing where it does not end. */
function wholeValue(start: string, lines: readonly string[], at: number): readonly string[] | undefined {
  const fence = /^("""|''')/.exec(start)?.[1];
  let value = start;
  for (let next = at + 1; next <= Math.min(lines.length, at + LONGEST); next++) {
    if (fence !== undefined) {
      const end = value.indexOf(fence, fence.length);
      if (end !== -1) return [value.slice(fence.length, end).replace(/\\\r?\n/g, ' ')];
    } else if (value.startsWith('[')) {
      const bare = value.replace(STRING, '').replace(/#.*$/gm, '');
      if (bare.includes(']')) return stringsIn(value);
    } else return stringsIn(value).slice(0, 1);
    value += `\n${lines[next] ?? ''}`;
  }
  return undefined;
}

function stringsIn(value: string): string[] {
  return [...value.matchAll(STRING)].map((match) =>
    match[1] === undefined ? match[2]! : match[1].replace(/\\(["\\])/g, '$1'),
  );
}

function yamlOverrides(file: string, text: string): Overrides[] {
  const found: Overrides[] = [];
  const { root } = parseTemplate(file, text);
  for (const [environment, commands] of entriesOf(root)) {
    for (const [command, settings] of entriesOf(commands)) {
      const parameters = settings.kind === 'map' ? settings.entries.get('parameters')?.value : undefined;
      const written = parameters?.kind === 'map' ? parameters.entries.get('parameter_overrides') : undefined;
      if (written === undefined) continue;
      const { value } = written;
      const texts = (value.kind === 'list' ? value.items : [value]).map((one) => textOf(one));
      const overrides = texts.filter((one) => one !== undefined);
      found.push({ environment, command, overrides, line: written.at.line });
    }
  }
  return found;
}

function entriesOf(of: Node | undefined): readonly (readonly [string, Node])[] {
  return of?.kind === 'map' ? [...of.entries].map(([name, e]) => [name, e.value] as const) : [];
}

const PAIR =
  /(?:ParameterKey=([A-Za-z0-9]+),\s*ParameterValue=|([A-Za-z0-9]+)=)("(?:[^"\\]|\\.)*"|'[^']*'|[^\s]*)/g;

/** `Stage=prod Size="5 6"`, or `ParameterKey=Stage,ParameterValue=prod`. */
function parametersIn(overrides: readonly string[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const text of overrides) {
    for (const match of text.matchAll(PAIR)) {
      const quoted = /^(["'])([\s\S]*)\1$/.exec(match[3]!);
      const value = quoted === null ? match[3]! : quoted[2]!.replace(/\\(["\\])/g, '$1');
      found.set(match[1] ?? match[2]!, value);
    }
  }
  return found;
}
