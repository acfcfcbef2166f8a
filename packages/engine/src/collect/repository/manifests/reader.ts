import { inCode } from '../../../model/origin.ts';
import { unknown, type Value } from '../../../model/value.ts';
import { folderOf } from '../../files/paths.ts';
import { fact, linkTo, type Plain, placeIn } from '../fact.ts';
import { Findings } from '../findings.ts';
import type { Reader, ReadFacts, SourceOfFiles } from '../reader.ts';
import { member, textOf } from '../structured-text.ts';
import { cannotFailBy } from './ending-programs.ts';
import { LOCK_FILES, type LockFile } from './lock-files.ts';
import { packageJson } from './package-json.ts';
import { pipfile } from './pipfile.ts';
import { pyproject } from './pyproject.ts';
import { requirements } from './requirements.ts';
import { perhapsOf, type Workspace, workspaceOf, workspacesIn } from './workspaces.ts';

const TYPES = ['Repository::Manifest', 'Repository::Lockfile'] as const;

/** What a manifest says, before its lock file is looked for. */
export interface Manifest {
  readonly ecosystem: 'npm' | 'python';
  readonly properties: { readonly [name: string]: Plain };
  /** Patterns of the folders that belong to its workspace. */
  readonly workspaces: readonly string[];
}

/** A file that says nothing about packages, or where and why it cannot be read. */
export type ReadManifest = Manifest | undefined | { readonly line: number; readonly why: string };

interface ManifestFile {
  readonly name: RegExp;
  readonly ecosystem: Manifest['ecosystem'];
  readonly read: (file: string, text: string) => ReadManifest;
}

const MANIFESTS: readonly ManifestFile[] = [
  { name: /^package\.json$/, ecosystem: 'npm', read: packageJson },
  { name: /^pyproject\.toml$/, ecosystem: 'python', read: pyproject },
  { name: /^Pipfile$/, ecosystem: 'python', read: pipfile },
  { name: /^requirements[\w.-]*\.txt$/, ecosystem: 'python', read: requirements },
];

/** Manifests and lock files. */
export const manifests: Reader = {
  name: 'manifests',
  types: TYPES,
  wants: (path, kind) =>
    (kind === 'other' && manifestAt(path) !== undefined) ||
    (kind === 'generated' && lockAt(path) !== undefined),
  read: readManifests,
};

async function readManifests(files: readonly string[], source: SourceOfFiles): Promise<ReadFacts> {
  const findings = new Findings(TYPES);
  const found: { readonly file: string; readonly manifest: Manifest }[] = [];
  const unread: Workspace[] = [];
  for (const file of files) {
    const lock = lockAt(file);
    if (lock !== undefined) {
      // That it is there is all that is asked of it: it is large, and no person writes it.
      const { ecosystem, tool } = lock;
      findings.add(
        fact({
          type: 'Repository::Lockfile',
          address: file,
          at: placeIn(file),
          properties: { path: file, ecosystem, tool },
        }),
      );
      continue;
    }
    const text = await source.text(file);
    if (text.kind === 'skipped') {
      findings.skipped(file, text.why, ['Repository::Manifest']);
      unread.push(perhapsTop(file));
      continue;
    }
    const manifest = manifestAt(file)!.read(file, text.text);
    if (manifest === undefined) continue;
    if ('why' in manifest) {
      findings.broken(file, manifest.line, manifest.why, ['Repository::Manifest']);
      unread.push(perhapsTop(file));
    } else found.push({ file, manifest });
  }
  const workspaces = [...(await workspacesIn(found, source)), ...unread];
  for (const { file, manifest } of found) {
    const folder = folderOf(file);
    const at = placeIn(file);
    const lockfile = lockOf(file, manifest, workspaces, source);
    findings.add(
      fact({
        type: 'Repository::Manifest',
        address: file,
        at,
        properties: {
          path: file,
          folder,
          ecosystem: manifest.ecosystem,
          ...manifest.properties,
          ...(await withEnds(manifest.properties['scripts'], folder, source)),
          ...(lockfile === undefined ? {} : { lockfile }),
        },
      }),
    );
  }
  return findings.found;
}

/** The commands with why one that tests cannot fail, where it starts a program of the repository. */
async function withEnds(
  scripts: Plain,
  folder: string,
  source: SourceOfFiles,
): Promise<{ readonly scripts?: Plain }> {
  if (!Array.isArray(scripts)) return {};
  const ended: Plain[] = [];
  for (const script of scripts as readonly Value[]) {
    const command = textOf(member(script, 'command'));
    const isTest = command !== undefined && OF_TESTS.test(textOf(member(script, 'name')) ?? '');
    const cannotFail = isTest ? await cannotFailBy(command, folder, source) : undefined;
    ended.push(
      cannotFail === undefined || script.kind !== 'object'
        ? script
        : { ...script, members: new Map([...script.members, ['cannotFail', cannotFail]]) },
    );
  }
  return { scripts: ended };
}

/** `test`, and what is named as a part of it: `test:unit`. */
const OF_TESTS = /^test(?:[:_-][\w:.-]*)?$/;

/** A manifest that cannot be read may declare a workspace. */
function perhapsTop(file: string): Workspace {
  return { folder: folderOf(file), ecosystem: manifestAt(file)!.ecosystem, patterns: undefined, file };
}

/** The lock file beside a manifest, or of the workspace that its folder belongs to. */
function lockOf(
  file: string,
  { ecosystem }: Manifest,
  workspaces: readonly Workspace[],
  source: SourceOfFiles,
): Value | undefined {
  const folder = folderOf(file);
  const at = placeIn(file);
  const top = workspaceOf(folder, ecosystem, workspaces);
  for (const place of top === undefined ? [folder] : [folder, top.folder]) {
    for (const path of locksIn(place, file, ecosystem)) {
      if (source.has(path)) return linkTo('Repository::Lockfile', path, at);
      if (source.leftOut(path) !== undefined)
        return unknown('not-readable', `making ${path} readable`, inCode(at));
    }
  }
  const perhaps = perhapsOf(folder, ecosystem, workspaces).find((w) =>
    locksIn(w.folder, file, ecosystem).some((path) => source.has(path)),
  );
  return perhaps === undefined
    ? undefined
    : unknown('not-readable', `mending ${perhaps.file}, which may make it part of a workspace`, inCode(at));
}

/** The lock files that can fix the packages of a manifest, if they lay in a folder. */
function locksIn(folder: string, file: string, ecosystem: Manifest['ecosystem']): readonly string[] {
  return LOCK_FILES.filter((lock) => lock.ecosystem === ecosystem && lock.of.test(nameOf(file))).map(
    ({ name }) => (folder === '.' ? name : `${folder}/${name}`),
  );
}

function manifestAt(path: string): ManifestFile | undefined {
  const name = nameOf(path);
  return MANIFESTS.find((manifest) => manifest.name.test(name));
}

function lockAt(path: string): LockFile | undefined {
  const name = nameOf(path);
  return LOCK_FILES.find((lock) => lock.name === name);
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
