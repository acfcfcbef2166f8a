import { isTable, readToml, tableAt } from '../toml.ts';
import { type Dependency, dependenciesIn, isExactForPip, pythonName } from './dependency.ts';
import type { ReadManifest } from './reader.ts';

const TABLES = [
  ['packages', 'runtime'],
  ['dev-packages', 'development'],
] as const;

export function pipfile(file: string, text: string): ReadManifest {
  const read = readToml(text);
  if ('why' in read) return read;
  const dependencies = TABLES.flatMap(([table, kind]) =>
    Object.entries(tableAt(read.table, table)).map(([name, said]): Dependency => {
      const version = isTable(said) ? said['version'] : said;
      const range = typeof version === 'string' ? version : '*';
      return {
        name: pythonName(name),
        range,
        kind,
        exact: isExactForPip(range),
        line: read.lineOf.key(table, name),
      };
    }),
  );
  return {
    ecosystem: 'python',
    workspaces: [],
    properties: { tool: 'pipenv', dependencies: dependenciesIn(file, dependencies) },
  };
}
