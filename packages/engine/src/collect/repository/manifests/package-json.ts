import type { Value } from '../../../model/value.ts';
import type { Plain } from '../fact.ts';
import { written } from '../fact.ts';
import { itemsOf, member, membersOf, readStructured, textOf } from '../structured-text.ts';
import { type Dependency, dependenciesIn, isExactForNpm } from './dependency.ts';
import type { ReadManifest } from './reader.ts';

/** The members of `package.json` that name packages. */
const KINDS = [
  ['dependencies', 'runtime'],
  ['devDependencies', 'development'],
  ['optionalDependencies', 'optional'],
  ['peerDependencies', 'peer'],
] as const;

export function packageJson(file: string, text: string): ReadManifest {
  const { documents, problem } = readStructured(file, text);
  if (problem !== undefined) return problem;
  const [root] = documents;
  if (root?.kind !== 'object') return { line: 1, why: 'not an object' };
  const dependencies = KINDS.flatMap(([name, kind]) =>
    [...membersOf(member(root, name))].flatMap(([own, range]): Dependency[] => {
      const said = textOf(range);
      if (said === undefined) return [];
      return [{ name: own, range: said, kind, exact: isExactForNpm(said), line: range.origin.at.line }];
    }),
  );
  const listed = member(root, 'workspaces');
  const workspaces = itemsOf(listed?.kind === 'object' ? member(listed, 'packages') : listed).flatMap(
    (pattern) => textOf(pattern) ?? [],
  );
  return {
    ecosystem: 'npm',
    workspaces,
    properties: {
      ...texts(root, { tool: 'packageManager', name: 'name', version: 'version' }),
      ...(textOf(member(root, 'private')) === 'true' ? { private: member(root, 'private') } : {}),
      scripts: named(member(root, 'scripts'), 'command'),
      dependencies: dependenciesIn(file, dependencies),
      engines: named(member(root, 'engines'), 'range'),
      workspaces,
    },
  };
}

/** The texts among some members, each at its own place. */
function texts(root: Value, wanted: Readonly<Record<string, string>>): { readonly [name: string]: Plain } {
  return Object.fromEntries(
    Object.entries(wanted).flatMap(([property, name]) => {
      const value = member(root, name);
      return value?.kind === 'known' && typeof value.value === 'string' ? [[property, value]] : [];
    }),
  );
}

/** The members of an object as a list: its texts by name. */
function named(object: Value | undefined, value: 'command' | 'range'): Plain {
  return [...membersOf(object)].flatMap(([name, text]) =>
    text.kind === 'known' && typeof text.value === 'string'
      ? [written({ name, [value]: text }, text.origin.at)]
      : [],
  );
}
