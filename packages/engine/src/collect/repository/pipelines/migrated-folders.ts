import { onceFor } from '../../../once-for.ts';
import { folderOf } from '../../files/paths.ts';
import { type MigrationTool, placedAt } from '../migrations/folders.ts';
import { toolsRunBy } from '../migrations/tools.ts';
import type { SourceOfFiles } from '../reader.ts';
import { pathFrom, plainly } from './shell-text.ts';

/** The folders of migrations that a command runs, and what would tell whether it runs others. */
export interface Migrated {
  readonly folders: readonly string[];
  readonly open?: string;
}

/** Of these one command runs the migrations of all applications of a project. */
const RUNS_ALL: ReadonlySet<MigrationTool> = new Set(['django', 'rails']);

/** Which folders of migrations a command runs: by its tool, by what it names, and by the folder that it stands in. */
export function migratedBy(
  words: readonly string[],
  folder: string | undefined,
  source: SourceOfFiles,
): Migrated {
  const tools = toolsRunBy(words);
  const fitting = foldersIn(source).filter(({ tool }) => tools === undefined || tools.includes(tool));
  const named = words.slice(1).flatMap((word) => below(placesIn(word, folder, source), fitting));
  if (named.length > 0) return chosen(named, words, source);
  if (fitting.length === 0) return { folders: [] };
  if (folder === undefined) return chosen(fitting, words, source);
  const own = below([folder], fitting);
  // Prisma looks there first, whatever else lies below.
  const first = own.filter(
    (one) => one.tool === 'prisma' && one.path === `${prefixOf(folder)}prisma/migrations`,
  );
  if (first.length > 0) return chosen(first, words, source);
  if (own.length > 0) return chosen(own, words, source);
  return { folders: [], open: `which migrations ${calledIn(words)} runs in ${folder}, where none lie` };
}

interface Folder {
  readonly path: string;
  readonly tool: MigrationTool;
}

const foldersIn = onceFor((source: SourceOfFiles): readonly Folder[] => {
  const found = new Map<string, Folder>();
  for (const path of source.paths) {
    const placed = placedAt(path, source.kind(path));
    if (placed === undefined || found.has(placed.folder)) continue;
    const isOfDrizzle = placed.tool === 'sql' && source.has(`${placed.folder}/meta/_journal.json`);
    found.set(placed.folder, { path: placed.folder, tool: isOfDrizzle ? 'drizzle' : placed.tool });
  }
  return [...found.values()];
});

/** What a word names in the repository: `--schema=db/schema.prisma`, `-v ./db/sql:/flyway/sql`, `file://db/migrations`. */
function placesIn(word: string, folder: string | undefined, source: SourceOfFiles): readonly string[] {
  return word
    .replace(/^-[\w-]*=/, '')
    .split(/[:,]/)
    .flatMap((part) => {
      const path = pathFrom(folder, part.replace(/^\/\//, '').replace(/\/+$/, ''));
      if (path === undefined || path === '.' || part === '') return [];
      if (source.has(path)) return folderOf(path) === '.' ? [] : [folderOf(path)];
      return source.paths.some((one) => one.startsWith(`${path}/`)) ? [path] : [];
    });
}

function below(places: readonly string[], folders: readonly Folder[]): readonly Folder[] {
  return folders.filter(({ path }) =>
    places.some((place) => place === '.' || path === place || path.startsWith(`${place}/`)),
  );
}

function chosen(folders: readonly Folder[], words: readonly string[], source: SourceOfFiles): Migrated {
  const paths = [...new Set(folders.map(({ path }) => path))];
  const runsAll = folders.every(({ tool }) => RUNS_ALL.has(tool));
  if (paths.length === 1 || (runsAll && new Set(paths.map((path) => projectOf(path, source))).size === 1))
    return { folders: paths };
  return { folders: [], open: `which of ${paths.slice(0, 3).join(', ')} ${calledIn(words)} runs` };
}

/** The folder above that holds a project of Django or Rails; nothing where none does. */
function projectOf(path: string, source: SourceOfFiles): string | undefined {
  for (let at = folderOf(path); ; at = folderOf(at)) {
    if (['manage.py', 'config/application.rb'].some((file) => source.has(`${prefixOf(at)}${file}`)))
      return at;
    if (at === '.') return undefined;
  }
}

function prefixOf(folder: string): string {
  return folder === '.' ? '' : `${folder}/`;
}

function calledIn(words: readonly string[]): string {
  return plainly(words.slice(0, 2).join(' '));
}
