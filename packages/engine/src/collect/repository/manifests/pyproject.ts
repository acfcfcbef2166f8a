import { type Plain, placeIn, written } from '../fact.ts';
import { isTable, type LineOf, readToml, type Table, tableAt } from '../toml.ts';
import { type Dependency, dependenciesIn, isExactForPip, pythonName, requirementIn } from './dependency.ts';
import type { ReadManifest } from './reader.ts';

/** `pyproject.toml` as PEP 621 and PEP 735 write it, and as Poetry does. One that only configures tools is no manifest. */
export function pyproject(file: string, text: string): ReadManifest {
  const read = readToml(text);
  if ('why' in read) return read;
  const { table, lineOf } = read;
  const project = tableAt(table, 'project');
  const poetry = tableAt(table, 'tool', 'poetry');
  if (Object.keys(project).length === 0 && Object.keys(poetry).length === 0) return undefined;
  const python = textIn(project, 'requires-python') ?? textIn(tableAt(poetry, 'dependencies'), 'python');
  const workspaces = listIn(tableAt(table, 'tool', 'uv', 'workspace'), 'members');
  return {
    ecosystem: 'python',
    workspaces,
    properties: {
      tool: toolOf(table),
      name: textIn(project, 'name') ?? textIn(poetry, 'name'),
      version: textIn(project, 'version') ?? textIn(poetry, 'version'),
      scripts: scriptsIn(file, table, lineOf),
      dependencies: dependenciesIn(file, [...ofProject(table, lineOf), ...ofPoetry(poetry, lineOf)]),
      engines: python === undefined ? [] : [{ name: 'python', range: python }],
      workspaces,
    },
  };
}

const TOOLS = ['poetry', 'uv', 'pdm', 'hatch', 'rye'];

function toolOf(table: Table): string | undefined {
  const tools = tableAt(table, 'tool');
  return TOOLS.find((name) => Object.hasOwn(tools, name));
}

function ofProject(table: Table, lineOf: LineOf): readonly Dependency[] {
  const project = tableAt(table, 'project');
  const listed = (texts: readonly string[], kind: Dependency['kind']): readonly Dependency[] =>
    texts.flatMap((text) => {
      const found = requirementIn(text);
      return found === undefined
        ? []
        : [{ ...found, kind, exact: isExactForPip(found.range), line: lineOf.text(text) }];
    });
  const optional = tableAt(project, 'optional-dependencies');
  const groups = tableAt(table, 'dependency-groups');
  return [
    ...listed(listIn(project, 'dependencies'), 'runtime'),
    ...Object.keys(optional).flatMap((name) => listed(listIn(optional, name), 'optional')),
    ...Object.keys(groups).flatMap((name) => listed(listIn(groups, name), 'development')),
    ...listed(listIn(tableAt(table, 'tool', 'uv'), 'dev-dependencies'), 'development'),
  ];
}

function ofPoetry(poetry: Table, lineOf: LineOf): readonly Dependency[] {
  const groups = tableAt(poetry, 'group');
  const tables: readonly (readonly [path: string, table: Table, kind: Dependency['kind']])[] = [
    ['tool.poetry.dependencies', tableAt(poetry, 'dependencies'), 'runtime'],
    ['tool.poetry.dev-dependencies', tableAt(poetry, 'dev-dependencies'), 'development'],
    ...Object.keys(groups).map(
      (name) =>
        [
          `tool.poetry.group.${name}.dependencies`,
          tableAt(groups, name, 'dependencies'),
          'development',
        ] as const,
    ),
  ];
  return tables.flatMap(([path, table, kind]) =>
    Object.entries(table).flatMap(([name, said]): Dependency[] => {
      if (name === 'python') return [];
      const range = typeof said === 'string' ? said : isTable(said) ? poetryRange(said) : '';
      const exact =
        /^(?:==)?\s*\d+(?:\.\d+)+\s*$/.test(range) || range.startsWith('path ') || isExactForPip(range);
      return [{ name: pythonName(name), range, kind, exact, line: lineOf.key(path, name) }];
    }),
  );
}

function poetryRange(said: Table): string {
  const version = textIn(said, 'version');
  if (version !== undefined) return version;
  const path = textIn(said, 'path');
  if (path !== undefined) return `path ${path}`;
  const git = textIn(said, 'git');
  return git === undefined ? '' : `@ ${git}@${textIn(said, 'rev') ?? textIn(said, 'tag') ?? ''}`;
}

/** Commands that runners of tasks take from it. Entry points of the package are none. */
function scriptsIn(file: string, table: Table, lineOf: LineOf): Plain {
  const runners = [
    ['tool.poe.tasks', tableAt(table, 'tool', 'poe', 'tasks')],
    ['tool.pdm.scripts', tableAt(table, 'tool', 'pdm', 'scripts')],
    ['tool.taskipy.tasks', tableAt(table, 'tool', 'taskipy', 'tasks')],
    ['tool.hatch.envs.default.scripts', tableAt(table, 'tool', 'hatch', 'envs', 'default', 'scripts')],
  ] as const;
  return runners.flatMap(([path, scripts]) =>
    Object.entries(scripts).flatMap(([name, said]) => {
      const command = typeof said === 'string' ? said : isTable(said) ? textIn(said, 'cmd') : undefined;
      if (command === undefined) return [];
      return [written({ name, command }, placeIn(file, lineOf.key(path, name)))];
    }),
  );
}

function textIn(table: Table, name: string): string | undefined {
  const value = Object.hasOwn(table, name) ? table[name] : undefined;
  return typeof value === 'string' ? value : undefined;
}

function listIn(table: Table, name: string): readonly string[] {
  const value = Object.hasOwn(table, name) ? table[name] : undefined;
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
}
