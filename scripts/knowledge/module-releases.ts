import { execFileSync } from 'node:child_process';
import { posix } from 'node:path';
import { compare } from '../../packages/engine/src/knowledge/module-address.ts';

export type Version = readonly number[];

/** What the releases of one repository have. */
export interface Module {
  /** The first version that may hold more than its releases do. */
  readonly before: string;
  /** By folder; `.` is the module itself. */
  readonly folders: ReadonlyMap<string, Folder>;
}

/** What one folder has, each with the newest release in which it has it. */
export interface Folder {
  newest: Version;
  readonly types: Map<string, Version>;
  readonly calls: Map<string, Call>;
  /** Why it is not known whole. */
  readonly unread: Map<string, Version>;
}

export interface Call {
  readonly source: string;
  readonly version: string;
  readonly newest: Version;
}

interface Release {
  readonly tag: string;
  readonly version: Version;
  readonly taggedAt: number;
}

/** What one file says, whichever releases have it. */
interface Content {
  readonly types: readonly string[];
  readonly calls: readonly Omit<Call, 'newest'>[];
  readonly unread?: string;
}

const RELEASE = /^v?(\d+)\.(\d+)\.(\d+)$/;
const CONFIGURATION = /^\d+ blob (\w+)\t(.+\.(?:tf|tofu)(?:\.json)?)$/;
/** Folders that show or try a module: nobody calls them. */
const ASIDE = /(?:^|\/)(?:examples?|tests?|fixtures?|wrappers?|\.[^/]+)(?:\/|$)/;
const RESOURCE = /^\s*resource\s+"?([a-z0-9_]+)"?\s+"?[\w-]+"?\s*\{/gm;
const BLOCK = /^[ \t]*(?:module|resource|data|variable|output|locals|provider|terraform|moved|check)\b/gm;
const CALL = /^[ \t]*module\s+"?[\w-]+"?\s*\{/gm;
const SOURCE = /^\s*source\s*=\s*"([^"]+)"/gm;
const VERSION = /^\s*version\s*=\s*"([^"]+)"/m;

/** Reads all releases of a clone. */
export function readModule(clone: string): Module {
  const git = (command: readonly string[], input?: string): Buffer =>
    execFileSync('git', ['-C', clone, ...command], { input, maxBuffer: 1 << 29 });
  const releases = git(['for-each-ref', 'refs/tags', '--format=%(refname:short) %(creatordate:unix)'])
    .toString()
    .split('\n')
    .flatMap((line): Release[] => {
      const [tag = '', time] = line.split(' ');
      const version = RELEASE.exec(tag)?.slice(1).map(Number);
      return version === undefined ? [] : [{ tag, version, taggedAt: Number(time) }];
    })
    .sort((a, b) => a.taggedAt - b.taggedAt || compare(a.version, b.version));
  const trees = releases.map((release) => ({ release, files: filesOf(git(['ls-tree', '-r', release.tag])) }));
  const blobs = [...new Set(trees.flatMap(({ files }) => files.map(({ blob }) => blob)))];
  const contents = contentsOf(blobs, git(['cat-file', '--batch'], `${blobs.join('\n')}\n`));
  const folders = new Map<string, Folder>();
  let patchesBring = false;
  for (const { release, files } of trees) {
    let brings = false;
    for (const { blob, path } of files)
      brings = addFile(contents.get(blob)!, path, release, folders) || brings;
    patchesBring ||= brings && isPatch(release, releases);
  }
  return { before: firstNotRead(releases, patchesBring), folders };
}

function filesOf(tree: Buffer): readonly { readonly blob: string; readonly path: string }[] {
  return tree
    .toString()
    .split('\n')
    .flatMap((entry) => {
      const [, blob, path] = CONFIGURATION.exec(entry) ?? [];
      return blob === undefined || path === undefined || ASIDE.test(path) ? [] : [{ blob, path }];
    });
}

/** What `git cat-file --batch` gave: a line with the size before each text. */
function contentsOf(blobs: readonly string[], batch: Buffer): ReadonlyMap<string, Content> {
  let at = 0;
  return new Map(
    blobs.map((blob) => {
      const line = batch.indexOf(10, at);
      const end = line + 1 + Number(batch.subarray(at, line).toString().split(' ')[2]);
      const text = batch.subarray(line + 1, end).toString();
      at = end + 1;
      return [blob, contentOf(text)];
    }),
  );
}

/** Every text that may be the source of a call counts as one, an argument of that name inside it as well. */
function contentOf(text: string): Content {
  const starts = [...text.matchAll(BLOCK)].map(({ index }) => index);
  const blocks = [...text.matchAll(CALL)].map(({ index }) =>
    text.slice(
      index,
      starts.find((start) => start > index),
    ),
  );
  const calls = blocks.map((block) => {
    const version = VERSION.exec(block)?.[1] ?? '';
    return [...block.matchAll(SOURCE)].map(([, source]) => ({ source: source!, version }));
  });
  return {
    types: [...text.matchAll(RESOURCE)].map(([, type]) => type!),
    calls: calls.flat(),
    ...(calls.some((sources) => sources.length === 0) ? { unread: 'the source of a call is no text' } : {}),
  };
}

/** Whether the file has resources of Amazon that its folder did not have before. */
function addFile(content: Content, path: string, release: Release, folders: Map<string, Folder>): boolean {
  const name = posix.dirname(path);
  const before = folders.get(name);
  const { version } = release;
  const folder = before ?? { newest: version, types: new Map(), calls: new Map(), unread: new Map() };
  folders.set(name, folder);
  folder.newest = newer(version, folder.newest);
  const isNew = (type: string) => before !== undefined && type.startsWith('aws_') && !folder.types.has(type);
  const brings = content.types.some(isNew);
  for (const type of content.types) folder.types.set(type, newer(version, folder.types.get(type)));
  for (const call of content.calls) {
    const key = `${call.source} ${call.version}`;
    folder.calls.set(key, { ...call, newest: newer(version, folder.calls.get(key)?.newest) });
  }
  const unread = path.endsWith('.tf') ? content.unread : `${path} is not read`;
  if (unread !== undefined) folder.unread.set(unread, newer(version, folder.unread.get(unread)));
  return brings;
}

function newer(version: Version, other: Version | undefined): Version {
  return other === undefined || compare(version, other) > 0 ? version : other;
}

/** A patch mends what is there and brings no resources, unless this repository has done otherwise before. */
function firstNotRead(releases: readonly Release[], patchesBring: boolean): string {
  const newest = releases.map(({ version }) => version).reduce(newer, [0, 0, 0]);
  const [major, minor, patch] = newest as [number, number, number];
  return patchesBring ? `${major}.${minor}.${patch + 1}` : `${major}.${minor + 1}.0`;
}

function isPatch({ version }: Release, releases: readonly Release[]): boolean {
  const [major, minor] = version;
  return releases.some(
    ({ version: other }) => other[0] === major && other[1] === minor && compare(other, version) < 0,
  );
}
