import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse } from 'yaml';
import type { FileSystem } from '../../src/collect/files/file-system.ts';
import { nodeFileSystem } from '../../src/collect/files/node-file-system.ts';

/** A small repository that shows a check about repositories. */
export interface RepositoryFixture {
  readonly folder: string;
  /** Its own name, `fail_unlocked`, or `rows` where each fact has an outcome of its own. */
  readonly name: string;
  /** By address, where facts have outcomes of their own: `pass`, `fail`, `unknown`, `na`. */
  readonly expected: ReadonlyMap<string, string> | undefined;
  /** Whether it has infrastructure of its own, beside which it is assessed. */
  readonly infrastructure: boolean;
  /** The folder as it is assessed: without the file that tells what is expected. */
  readonly fileSystem: FileSystem;
}

const EXPECTED = 'expected.yaml';

/** The fixtures below a check's folder: `fixtures/pass_…/` and the like, and `fixtures/rows/`. */
export function repositoryFixtures(check: string): readonly RepositoryFixture[] {
  const fixtures = join(check, 'fixtures');
  return readdirSync(fixtures, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => {
      const folder = join(fixtures, name);
      const told = join(folder, EXPECTED);
      return {
        folder,
        name,
        expected: existsSync(told)
          ? new Map(Object.entries(parse(readFileSync(told, 'utf8')) as Record<string, string>))
          : undefined,
        infrastructure:
          globSync(['**/*.tf', '**/template.{yaml,yml,json}', '**/cdk.json'], { cwd: folder }).length > 0,
        fileSystem: {
          ...nodeFileSystem,
          readDirectory: async (path) =>
            (await nodeFileSystem.readDirectory(path)).filter((e) => path !== folder || e.name !== EXPECTED),
        },
      };
    });
}

/** The files of a fixture, relative to its folder. */
export function filesOf({ folder }: RepositoryFixture): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && basename(entry.name) !== EXPECTED)
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}
