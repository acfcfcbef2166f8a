/**
 * Writes which resources public modules of Terraform can hold, from bare or full clones of their repositories with all tags:
 *
 *     node scripts/knowledge/terraform-modules.ts <registry address>=<clone> …
 *
 * for example `terraform-aws-modules/vpc/aws=clones/terraform-aws-vpc`. Of each module, and of each folder under `modules/`,
 * the union over all released versions is kept: types of resources, with those of the modules that it calls. A folder that
 * calls a module which was not given is left out. Only names of types and the newest version are kept.
 */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';

const RELEASE = /^v?(\d+\.\d+\.\d+)$/;
const RESOURCE = /^\s*resource\s+"?([a-z0-9_]+)"?\s+/gm;
const MODULE = /^\s*module\s+"?[\w-]+"?\s*\{/gm;
const SOURCE = /^\s*source\s*=\s*"([^"]+)"/m;
/** `terraform-aws-modules/kms/aws//modules/x`. */
const REGISTRY = /^(?:registry\.terraform\.io\/)?([\w-]+\/[\w-]+\/[\w-]+)(?:\/\/(.+))?$/;

/** What one folder of one release has: types of its own, folders of the same repository, modules of the registry. */
interface Folder {
  readonly types: Set<string>;
  readonly folders: Set<string>;
  readonly modules: Set<string>;
}

interface Module {
  newest: string;
  /** By folder; `.` is the module itself. */
  readonly folders: Map<string, Folder>;
}

const given = process.argv.slice(2).map((argument) => argument.split('=', 2) as [string, string | undefined]);
if (given.length === 0 || given.some(([, clone]) => clone === undefined)) {
  console.error('which modules? node scripts/knowledge/terraform-modules.ts <registry address>=<clone> …');
  process.exit(2);
}

const modules = new Map(given.map(([address, clone]) => [address, readModule(clone!)]));

function readModule(clone: string): Module {
  const git = (...command: readonly string[]): string =>
    execFileSync('git', ['-C', clone, ...command], { encoding: 'utf8', maxBuffer: 1 << 28 });
  const releases = git('tag')
    .split('\n')
    .filter((tag) => RELEASE.test(tag));
  const module: Module = { newest: '0.0.0', folders: new Map() };
  const seen = new Set<string>();
  for (const tag of releases) {
    const version = RELEASE.exec(tag)![1]!;
    if (compare(version, module.newest) > 0) module.newest = version;
    for (const entry of git('ls-tree', '-r', tag).split('\n')) {
      const [, blob, path] = /^\d+ blob (\w+)\t(.+\.tf)$/.exec(entry) ?? [];
      if (blob === undefined || path === undefined || seen.has(`${blob} ${path}`)) continue;
      const folder = posix.dirname(path);
      if (folder !== '.' && !folder.startsWith('modules/')) continue;
      seen.add(`${blob} ${path}`);
      readFile(git('cat-file', 'blob', blob), folder, module);
    }
  }
  return module;
}

function readFile(text: string, folder: string, module: Module): void {
  const found = module.folders.get(folder) ?? { types: new Set(), folders: new Set(), modules: new Set() };
  module.folders.set(folder, found);
  for (const [, type] of text.matchAll(RESOURCE)) found.types.add(type!);
  for (const { index } of text.matchAll(MODULE)) {
    const source = SOURCE.exec(text.slice(index))?.[1];
    if (source === undefined) found.modules.add('a source that is no text');
    else if (source.startsWith('.')) found.folders.add(posix.join(folder, source));
    else found.modules.add(source);
  }
}

/** All types under a folder, or `undefined` where a module that was not given may hold more. */
function typesUnder(address: string, folder: string, chain: readonly string[] = []): Set<string> | undefined {
  const key = `${address} ${folder}`;
  if (chain.includes(key)) return new Set();
  const found = modules.get(address)?.folders.get(folder);
  if (found === undefined) return undefined;
  const types = new Set(found.types);
  const inner = [...found.folders].map((other) => [address, other.replace(/\/$/, '')] as const);
  for (const source of found.modules) {
    const [, other, path] = REGISTRY.exec(source) ?? [];
    if (other === undefined) return undefined;
    inner.push([other, path ?? '.']);
  }
  for (const [other, path] of inner) {
    const more = typesUnder(other, path, [...chain, key]);
    if (more === undefined) return undefined;
    for (const type of more) types.add(type);
  }
  return types;
}

function compare(a: string, b: string): number {
  const [left, right] = [a, b].map((version) => version.split('.').map(Number));
  const at = left!.findIndex((part, index) => part !== right![index]);
  return at === -1 ? 0 : left![at]! - right![at]!;
}

const rows = [...modules]
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([address, { newest, folders }]) => {
    const known = [...folders.keys()].sort().flatMap((folder) => {
      const types = typesUnder(address, folder);
      return types === undefined ? [] : [[folder, [...types].sort()] as const];
    });
    return [address, { newest, folders: Object.fromEntries(known) }] as const;
  });

const target = fileURLToPath(
  new URL('../../packages/engine/src/knowledge/terraform-modules.data.ts', import.meta.url),
);
writeFileSync(
  target,
  `// Written by scripts/knowledge/terraform-modules.ts from the repositories of the modules, all releases up to \`newest\`.
import type { PublicModule } from './terraform-modules.ts';

export const PUBLIC_MODULES: Readonly<Record<string, PublicModule>> = ${JSON.stringify(Object.fromEntries(rows), null, 2)};
`,
);
execFileSync('npx', ['biome', 'format', '--write', target], { stdio: 'inherit' });
for (const [address, { newest, folders }] of rows)
  console.log(`${address} ${newest}: ${Object.keys(folders).length} folders`);
