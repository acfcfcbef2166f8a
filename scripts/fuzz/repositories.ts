import { globSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CHECKS } from '../../packages/engine/src/catalog/index.generated.ts';
import type { Seed } from './seeds.ts';

const top = fileURLToPath(new URL('../..', import.meta.url));

/** The fixtures of all checks on repositories, and the examples as a whole. */
export function repositories(): readonly Seed[] {
  const fixtures = CHECKS.filter(({ about }) => about === 'repository').flatMap(({ id }) =>
    globSync(`packages/engine/src/catalog/*/${id}/fixtures/*`, { cwd: top }),
  );
  return [...fixtures, ...globSync('examples/*', { cwd: top })].flatMap(repository);
}

/** What a person would not call a part of the repository, and what tells only tests something. */
const APART = /(^|\/)(cdk\.out|assemblies|node_modules|\.airworthy)\/|^(expected|facts)\.yaml$/;
const INFRASTRUCTURE = /\.tf$|(^|\/)template\.(ya?ml|json)$|(^|\/)cdk\.json$/;

function repository(path: string): readonly Seed[] {
  const files = Object.fromEntries(
    readdirSync(join(top, path), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(join(top, path).length + 1))
      .filter((file) => !APART.test(file))
      .sort()
      .map((file) => [file, readFileSync(join(top, path, file), 'utf8')]),
  );
  // Infrastructure is broken by the other kinds.
  const targets = Object.keys(files).filter(
    (file) => !INFRASTRUCTURE.test(file) && basename(file) !== 'airworthy.yaml',
  );
  if (targets.length === 0) return [];
  const alone = !Object.keys(files).some((file) => INFRASTRUCTURE.test(file));
  return [{ name: path, kind: 'repository', files, targets, ...(alone ? { alone } : {}) }];
}
