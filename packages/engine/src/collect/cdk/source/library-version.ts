import { npmLocks } from '../../files/npm-locks.ts';
import type { Repository } from '../../files/repository.ts';
import { type CdkApp, inFolder } from '../apps.ts';
import { folderOf } from './evaluate/paths.ts';

/** The versions of the library that an application may be run with, or why they cannot be told. */
type LibraryVersions = { readonly versions: readonly string[] } | { readonly why: string };

/** How lock files fix the library, by the documentation of each package manager; every version that one names counts. */
const LOCKS: readonly (readonly [file: string, version: RegExp])[] = [
  ...npmLocks('aws-cdk-lib'),
  ['poetry.lock', /name = "aws-cdk-lib"\nversion = "([^"]+)"/g],
  ['uv.lock', /name = "aws-cdk-lib"\nversion = "([^"]+)"/g],
  ['pdm.lock', /name = "aws-cdk-lib"\nversion = "([^"]+)"/g],
  ['Pipfile.lock', /"aws-cdk-lib"\s*:\s*\{[^}]*"version"\s*:\s*"==([^"]+)"/g],
];

/** Manifests that fix it only where they name one version and no range. */
const MANIFESTS: readonly (readonly [file: string, version: RegExp])[] = [
  ['package.json', /"aws-cdk-lib"\s*:\s*"([^"]*)"/g],
  ['requirements.txt', /^aws[-_.]cdk[-_.]lib\s*([^\s;#]*)/gim],
];

/** What the nearest lock file says, from the folder of the application upwards; else the nearest manifest. */
async function libraryVersions(repository: Repository, app: CdkApp): Promise<LibraryVersions> {
  for (const [kind, files] of [
    ['lock', LOCKS],
    ['manifest', MANIFESTS],
  ] as const) {
    for (const folder of foldersAbove(app.folder)) {
      for (const [name, pattern] of files) {
        const file = inFolder(folder, name);
        const found = await versionsIn(repository, file, pattern);
        if (found.length === 0) continue;
        const plain = found.map((one) => (kind === 'lock' ? one : one.replace(/^={1,3}/, '')));
        if (plain.every((one) => /^\d+\.\d+\.\d+$/.test(one))) return { versions: [...new Set(plain)] };
        return { why: `${file} fixes no version of aws-cdk-lib` };
      }
    }
  }
  return { why: 'no file that is read says which version of aws-cdk-lib it uses' };
}

function foldersAbove(folder: string): readonly string[] {
  return folder === '.' ? ['.'] : [folder, ...foldersAbove(folderOf(folder))];
}

async function versionsIn(repository: Repository, file: string, pattern: RegExp): Promise<readonly string[]> {
  if (!repository.has(file)) return [];
  const read = await repository.text(file);
  if (read.kind !== 'text') return ['unread'];
  return [...read.text.matchAll(pattern)].map((match) => match[1] ?? '');
}

/** Why a version may be used that does not stand between two others, or is none of them; nothing where each does. */
export async function versionBeside(
  repository: Repository,
  app: CdkApp,
  oldest: string,
  newest: string,
): Promise<string | undefined> {
  const found = await libraryVersions(repository, app);
  if ('why' in found) return found.why;
  const other = found.versions.find((one) => byVersion(one, oldest) < 0 || byVersion(one, newest) > 0);
  return other === undefined
    ? undefined
    : `what version ${other} of aws-cdk-lib makes is not known, only that of ${oldest} to ${newest}`;
}

/** The older one first. */
export function byVersion(a: string, b: string): number {
  const [left, right] = [a, b].map((one) => one.split('.').map(Number));
  const differing = left!.findIndex((one, index) => one !== right![index]);
  return differing < 0 ? 0 : left![differing]! - right![differing]!;
}
