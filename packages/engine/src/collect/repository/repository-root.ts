import { inCode, type Origin } from '../../model/origin.ts';
import type { NotSeen } from '../../model/resource.ts';
import { absent, known, type Value } from '../../model/value.ts';
import {
  type CollectedRepository,
  type Environment,
  type FileLedger,
  NO_ENVIRONMENT,
  type RootCandidate,
} from '../collected.ts';
import { compiledFrom } from '../compiled-files.ts';
import { folderOf } from '../files/paths.ts';
import type { Repository } from '../files/repository.ts';
import { uniquelyNamed } from './addresses.ts';
import type { CodeParser } from './code/syntax/parse-code.ts';
import { codeEnding, type FileKind, type KnownFolders, kindOfPath, kindOfText } from './file-kind.ts';
import { allHandlers, deployedByFrameworks } from './frameworks.ts';
import type { Entry } from './joins/construct-entry.ts';
import { withCodeOfImages } from './joins/image-code.ts';
import { codeNamedLikeTests } from './named-like-tests.ts';
import { publishedFolders } from './published-folders.ts';
import type { Reader, ReadFacts, SourceOfFiles, UnseenFacts } from './reader.ts';
import { READERS } from './readers.ts';
import { REPOSITORY_TYPE_NAMES, type RepositoryType } from './types.ts';

/**
 * What the files of the repository itself show: pipelines, code, tests, documents. A root of its own beside those of
 * infrastructure (`roots`, those that are not assessed too), whose facts are resources.
 */
export async function collectRepositoryRoot(
  repository: Repository,
  environment: Environment,
  roots: readonly RootCandidate[] = [],
  readers: readonly Reader[] = READERS,
): Promise<CollectedRepository> {
  return (await readRepository(repository, environment, roots, { readers })).root;
}

export interface HowToRead {
  /** What the roots of infrastructure name as handlers of functions. */
  readonly handlers?: readonly Entry[];
  readonly readers?: readonly Reader[];
  /** Parses the code, where this thread does not. */
  readonly parser?: CodeParser;
}

/** The same, with the files as readers saw them: for what joins code to infrastructure. */
export async function readRepository(
  repository: Repository,
  environment: Environment,
  roots: readonly RootCandidate[] = [],
  { handlers = [], readers = READERS, parser }: HowToRead = {},
): Promise<{ readonly root: CollectedRepository; readonly source: SourceOfFiles }> {
  const known = { environment, roots, ...(parser === undefined ? {} : { parser }) };
  return readSorted(repository, readers, await sortedFiles(repository, readers, known, handlers));
}

async function readSorted(
  repository: Repository,
  readers: readonly Reader[],
  sorted: SortedFiles,
): Promise<{ readonly root: CollectedRepository; readonly source: SourceOfFiles }> {
  const read = await Promise.all(
    readers.map((reader) => readBy(reader, sorted.of.get(reader) ?? [], sorted.source)),
  );
  const services = await deployedByFrameworks(sorted.source);
  const notSeen = [
    ...read.flatMap((found) => found.notSeen),
    ...unreadPlaces(repository, readers, sorted.source),
  ];
  const facts = await withCodeOfImages(
    read.flatMap((found) => found.facts),
    sorted.source,
    notSeen,
  );
  const origin = inCode({ file: '', line: 0, column: 0, endLine: 0, endColumn: 0 });
  const root: CollectedRepository = {
    root: REPOSITORY_ITSELF,
    resources: uniquelyNamed(facts),
    notSeen: once(notSeen).map((place) => placeOf(place, origin)),
    facts: [],
    files: ledgerOf(services === undefined ? read : [...read, services.files], sorted),
    unmapped: new Map(),
    unmappedArguments: new Map(),
    environment: environmentOf(sorted.source.environment, origin),
    origin,
    home: '',
    paths: repository.paths.length,
    kinds: sorted.kinds,
    unread: sorted.unread,
    ...(services === undefined ? {} : { services }),
  };
  return { root, source: sorted.source };
}

/** The files as readers see them, where nothing else of the repository is asked for. */
export async function sourceOf(
  repository: Repository,
  environment: Environment,
  roots: readonly RootCandidate[],
): Promise<SourceOfFiles> {
  return (await sortedFiles(repository, READERS, { environment, roots })).source;
}

const REPOSITORY_ITSELF = { path: '', kind: 'repository' } as const;

interface SortedFiles {
  readonly of: ReadonlyMap<Reader, readonly string[]>;
  readonly wanted: ReadonlySet<string>;
  /** Files with bytes that are no text, and where, as far as they were read. */
  readonly damaged: ReadonlyMap<string, number>;
  readonly source: SourceOfFiles;
  readonly kinds: ReadonlyMap<FileKind, number>;
  readonly unread: ReadonlyMap<string, number>;
}

/** Which reader gets which files. Application code is looked into first: it may be generated or minified. */
async function sortedFiles(
  repository: Repository,
  readers: readonly Reader[],
  known: Pick<SourceOfFiles, 'environment' | 'roots' | 'parser'>,
  handlers: readonly Entry[] = [],
): Promise<SortedFiles> {
  const folders = foldersOf(known.roots, await publishedFolders(repository));
  const byPath = new Map(repository.paths.map((path) => [path, kindOfPath(path, folders)]));
  for (const path of await codeNamedLikeTests(repository, byPath, folders)) byPath.set(path, 'source');
  for (const path of await compiledFiles(repository, byPath)) byPath.set(path, 'generated');
  const wantedBy = new Map<string, readonly Reader[]>();
  for (const [path, kind] of byPath) {
    const by = readers.filter((reader) => reader.wants(path, kind));
    if (by.length > 0) wantedBy.set(path, by);
  }
  await Promise.all(
    [...wantedBy].map(async ([path, by]) => {
      if (byPath.get(path) !== 'source') return;
      const read = await repository.text(path);
      const kind = read.kind === 'text' ? kindOfText('source', read.text) : 'source';
      if (kind === 'source') return;
      byPath.set(path, kind);
      wantedBy.set(
        path,
        by.filter((reader) => reader.wants(path, kind)),
      );
    }),
  );
  const of = new Map<Reader, string[]>(readers.map((reader) => [reader, []]));
  for (const [path, by] of wantedBy) for (const reader of by) of.get(reader)!.push(path);
  const wanted = new Set(readers.flatMap((reader) => (reader.onlySearches ? [] : of.get(reader)!)));
  const damaged = new Map<string, number>();
  const unread = [...byPath].filter(([path, kind]) => kind === 'source' && !wanted.has(path));
  const source: SourceOfFiles = {
    paths: repository.paths,
    has: (path) => repository.has(path),
    leftOut: (path) => repository.leftOut(path),
    kind: (path) => byPath.get(path) ?? kindOfPath(path, folders),
    text: async (path) => {
      const read = await repository.text(path);
      if (read.kind === 'text' && read.damagedAt !== undefined) damaged.set(path, read.damagedAt);
      return read;
    },
    handlers: () => allHandlers(source, handlers),
    ...known,
    ...(repository.parsedFiles === undefined ? {} : { parsedFiles: repository.parsedFiles }),
  };
  return {
    of,
    wanted,
    damaged,
    source,
    kinds: counted([...byPath.values()]),
    unread: counted(unread.map(([path]) => codeEnding(path) ?? '')),
  };
}

/** Code and tests that a compiler made of the file beside them: what they do is read there, once. */
async function compiledFiles(
  repository: Repository,
  kinds: ReadonlyMap<string, FileKind>,
): Promise<readonly string[]> {
  const found = await Promise.all(
    [...kinds].map(async ([path, kind]) =>
      (kind === 'source' || kind === 'test') && (await compiledFrom(path, repository)) !== undefined
        ? path
        : undefined,
    ),
  );
  return found.filter((path) => path !== undefined);
}

/** What the roots of infrastructure say of folders, and what publishes them. */
function foldersOf(roots: readonly RootCandidate[], published: readonly string[]): KnownFolders {
  const folder = ({ kind, path }: RootCandidate) =>
    kind === 'cloudformation' || kind === 'sam' ? folderOf(path) : path;
  return {
    assessed: roots.filter((root) => root.assessed && root.kind !== 'cdk').map(folder),
    made: roots.filter((root) => root.kind === 'cdk').map(folder),
    published,
  };
}

function counted<T>(items: readonly T[]): ReadonlyMap<T, number> {
  const counts = new Map<T, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
}

/** What the walk did not enter and what may lie there: links that lead out, folders without permission, too many files. */
function unreadPlaces(
  repository: Repository,
  readers: readonly Reader[],
  source: SourceOfFiles,
): readonly UnseenFacts[] {
  return repository.skipped.flatMap(({ file, why, is }): readonly UnseenFacts[] => {
    if (HOLDS_NOTHING.test(why)) return [];
    const holds = is === 'folder' ? REPOSITORY_TYPE_NAMES : couldHold(file, readers, source, is);
    if (holds.length === 0) return [];
    if (file === '.')
      return [
        { what: 'the rest of the repository', why, decidedBy: 'assessing its parts one by one', holds, file },
      ];
    const decidedBy = LEADS_OUT.test(why)
      ? `putting what the link ${file} leads to in its place, or removing the link`
      : `making ${file} readable`;
    return [{ what: file, why, decidedBy, holds, file }];
  });
}

/** What stands elsewhere too, or nowhere. */
const HOLDS_NOTHING =
  /^(not a regular file|a link to something that does not exist|a link into a folder that is left out|a link that leads back to where it stands|a link to a folder inside a linked folder)$/;
const LEADS_OUT = /^a link that leads out/;

/** What is a file, or has the ending of one, holds what such a file could; anything else may be a folder with anything in it. */
function couldHold(
  path: string,
  readers: readonly Reader[],
  source: SourceOfFiles,
  is: 'file' | undefined,
): readonly RepositoryType[] {
  if (is === undefined && !/\.[a-z]\w{1,4}$/i.test(path)) return REPOSITORY_TYPE_NAMES;
  const kind = source.kind(path);
  return [...new Set(readers.flatMap((reader) => (reader.wants(path, kind) ? reader.types : [])))];
}

/** What leads round in circles that a reader does not see through is not seen, and the rest of the repository is. */
async function readBy(reader: Reader, files: readonly string[], source: SourceOfFiles): Promise<ReadFacts> {
  try {
    return await reader.read(files, source);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const unseen = {
      what: `${reader.name} of the repository`,
      why: `reading it came to no end (${error.message})`,
      decidedBy: 'a report of the code that leads there, to the project of this tool',
      holds: reader.types,
    };
    return { facts: [], notSeen: [unseen], partly: [], skipped: [] };
  }
}

/** A place that several readers could not read is one place, which may hold what each of them looks for. */
function once(places: readonly UnseenFacts[]): readonly UnseenFacts[] {
  const same = Map.groupBy(places, ({ what, why, decidedBy, file, line }) =>
    [what, why, decidedBy, file, line].join('\u0000'),
  );
  return alike(
    [...same.values()].map((copies) => ({
      ...copies[0]!,
      holds: [...new Set(copies.flatMap((copy) => copy.holds))],
    })),
  );
}

/** As many places of one cause are told one by one. */
const MOST_OF_A_CAUSE = 3;

/** Places that one thing would decide, a program that hundreds of steps run, are one line for whoever reads of them. */
function alike(places: readonly UnseenFacts[]): readonly UnseenFacts[] {
  const causes = Map.groupBy(places, ({ why, decidedBy, holds }) =>
    [why, decidedBy, ...holds.toSorted()].join('\u0000'),
  );
  return [...causes.values()].flatMap((own) => {
    const [first, ...more] = own;
    return own.length <= MOST_OF_A_CAUSE
      ? own
      : [{ ...first!, what: `${first!.what} and ${more.length} more` }];
  });
}

function placeOf({ what, why, decidedBy, holds, file, line }: UnseenFacts, origin: Origin): NotSeen {
  const at =
    file === undefined
      ? origin
      : inCode({ file, line: line ?? 1, column: 1, endLine: line ?? 1, endColumn: 1 });
  return { what, why, decidedBy, holds, origin: at };
}

function ledgerOf(
  read: readonly Pick<ReadFacts, 'partly' | 'skipped'>[],
  { wanted, damaged }: SortedFiles,
): FileLedger {
  // In the order of paths, not of reading.
  const notText = [...damaged].filter(([file]) => wanted.has(file)).sort(([a], [b]) => (a < b ? -1 : 1));
  const partly = [
    ...read.flatMap((found) => found.partly),
    ...notText.map(([file, line]) => ({ file, line, why: 'bytes that are not UTF-8' })),
  ];
  const skipped = [...new Map(read.flatMap((found) => found.skipped).map((one) => [one.file, one])).values()];
  const incomplete = new Set([...partly, ...skipped].map(({ file }) => file));
  return { read: [...wanted].filter((file) => !incomplete.has(file)).sort(), partly, skipped };
}

function environmentOf({ name }: Environment, origin: Origin): Value {
  return name === undefined ? absent(origin, NO_ENVIRONMENT) : known(name, origin);
}
