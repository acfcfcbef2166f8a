import { inCode } from '../../../model/origin.ts';
import { type Unknown, unknown } from '../../../model/value.ts';
import { isReadableCode } from '../code/syntax/parse.ts';
import { fact, openList, type Plain, placeIn, written } from '../fact.ts';
import { Findings } from '../findings.ts';
import type { Reader, ReadFacts, SourceOfFiles } from '../reader.ts';
import { isOfAlembic, type MigrationTool, type Placed, placedAt } from './folders.ts';
import { alembicRevision, besides, djangoRevision, type Revision } from './revisions.ts';
import { type RunAtStart, runAtStart } from './run-at-start.ts';

const TYPES = ['Repository::Migrations'] as const;

/** Migrations of Prisma, Drizzle, Alembic, Django, Flyway, Rails and Knex, and folders of numbered SQL. */
export const migrations: Reader = {
  name: 'migrations',
  types: TYPES,
  onlySearches: true,
  wants: (path, kind) => placedAt(path, kind) !== undefined,
  read: readMigrations,
};

/** Tools whose migrations are known by what they say, not by where they lie. */
const TOLD_BY_TEXT: ReadonlySet<string> = new Set(['alembic', 'django', 'liquibase', 'scripts']);

interface MigrationFile extends Placed {
  readonly path: string;
  readonly text: string;
  readonly isUtf8: boolean;
  readonly revision: Revision | undefined;
}

async function readMigrations(files: readonly string[], source: SourceOfFiles): Promise<ReadFacts> {
  const findings = new Findings(TYPES);
  const found: MigrationFile[] = [];
  const unread = new Set<string>();
  for (const path of files) {
    const placed = placedAt(path, source.kind(path))!;
    if (placed.tool === 'alembic' && !isOfAlembic(placed.folder, source.has)) continue;
    const got = await source.text(path);
    // UTF-16 is binary to whoever expects UTF-8: a finding where nothing but its name makes it a migration.
    const isText = got.kind === 'text';
    if (!isText && (got.why !== 'binary' || TOLD_BY_TEXT.has(placed.tool))) {
      findings.skipped(path, got.why);
      unread.add(placed.folder);
      continue;
    }
    const text = isText ? got.text : '';
    const revision =
      placed.tool === 'alembic'
        ? await alembicRevision(path, text)
        : placed.tool === 'django'
          ? await djangoRevision(path, text)
          : undefined;
    // Numbered Python in a folder of this name is none of Django's by itself.
    if ((placed.tool === 'alembic' || placed.tool === 'django') && revision === undefined) continue;
    if (placed.tool === 'liquibase' && !/databaseChangeLog|liquibase/.test(text)) continue;
    if (placed.tool === 'scripts' && !/\bup\b/.test(text)) continue;
    found.push({ ...placed, path, text, isUtf8: isText && !text.includes('\uFFFD'), revision });
  }
  const byFolder = Map.groupBy(found, (one) => one.folder);
  const atStart = byFolder.size === 0 ? [] : await runAtStart(source);
  const tools = [...byFolder].map(([folder, own]) => ({ folder, tool: toolOf(folder, own, source) }));
  const names = new Map<string, Naming>();
  for (const [folder, own] of byFolder) {
    const name = folder.slice(folder.lastIndexOf('/') + 1);
    const naming = names.get(name) ?? (await namesOf(name, source));
    names.set(name, naming);
    const named = namedIn(folder, own, naming);
    const runs = runsOf(folder, tools, atStart, named);
    findings.add(folderFact(folder, own, unread.has(folder), source, named, runs));
  }
  return findings.found;
}

/** What images run at their start that migrates what is in a folder. */
function runsOf(
  folder: string,
  tools: readonly { readonly folder: string; readonly tool: MigrationTool }[],
  atStart: readonly RunAtStart[],
  named: Named,
): readonly Plain[] {
  const isIn = (one: string, context: string) => context === '.' || one.startsWith(`${context}/`);
  const { tool } = tools.find((one) => one.folder === folder)!;
  return atStart.flatMap((run) => {
    if (!isIn(folder, run.context)) return [];
    if (run.code !== undefined ? !named.files.includes(run.code) : !run.tools.includes(tool)) return [];
    if (run.folder !== undefined && run.folder !== folder) return [];
    const others = tools.filter((one) => one.tool === tool && isIn(one.folder, run.context));
    // Of Django and Rails one command runs those of all applications.
    const isTold = run.code !== undefined || run.folder !== undefined || /^(django|rails)$/.test(tool);
    const isOpen = !isTold && others.length > 1;
    const place = placeIn(run.file, run.line);
    // What only names the folder may look into it, or tell of it.
    const isNamedAlone = run.code !== undefined && !named.runs.includes(run.code);
    const onlyIf =
      run.onlyIf ??
      (isOpen ? `it is told to take ${folder}` : undefined) ??
      (isNamedAlone ? `${run.code} runs what is in ${folder}` : undefined);
    return [
      written({ command: run.command, image: run.image, ...(onlyIf === undefined ? {} : { onlyIf }) }, place),
    ];
  });
}

/** Files that may run something or say what is run. */
const MAY_NAME =
  /(\.(sh|bash|ya?ml|toml|json|ini|cfg|tf|hcl|mk|xml|conf|properties|gradle|rb|go|java|kt|cs|php)|(^|\/)(Makefile|Procfile|Dockerfile[^/]*|Jenkinsfile|justfile|\.ebextensions\/[^/]+\.config))$/i;
const DOCUMENTS =
  /(^|\/)(docs?|assemblies|facts\.ya?ml|openapi\.ya?ml|airworthy\.yaml)(\/|$)|(^|\/)package-lock\.json$/i;

interface Named {
  readonly files: readonly string[];
  /** Those of code that run statements or a runner of migrations as well. */
  readonly runs: readonly string[];
  readonly unread?: string;
}

/** A migration runs itself, and no other. */
function isInMigrations(path: string): boolean {
  return /(^|\/)(migrations?|migrate|versions|seeders?)\//.test(path);
}

/** What runs migrations. */
const RUNNER =
  /\bmigrate\.latest\b|\brunMigrations\b|\bmigrationsRun\s*:\s*true|\bUmzug\b|\bmigrat(?:e|or|ionRunner)\s*\(|\bcommand\.upgrade\b/i;
/** What runs the statements of a file: `exec` of a regular expression or of a shell runs none. */
const STATEMENTS =
  /\b(?:executescript|execute|query|unsafe|raw|execute_script|exec_driver_sql)\s*\(|(?:db|database|client|conn|connection|pool|sql|tx|trx|sqlite)\.exec\s*\(/i;
const READS_FILES =
  /\b(?:readFile|readFileSync|readdir|readdirSync|glob|globSync|iterdir|listdir|scandir|open|read_text|file)\s*\(/;

/** Whether code runs migrations itself, or statements of files that it reads. */
function runsSome(text: string): boolean {
  return RUNNER.test(text) || (STATEMENTS.test(text) && READS_FILES.test(text));
}

/** Where the folder is named: by whoever runs what is in it. */
function namedIn(folder: string, own: readonly MigrationFile[], { files, runs, unread }: Naming): Named {
  const isOwn = (path: string) => path.startsWith(`${folder}/`) && !/\.([mc]?[jt]s|py|sh)$/.test(path);
  const [first] = unread.filter((path) => !isOwn(path));
  const all = files.filter(
    ({ path, alone }) =>
      !isOwn(path) && (alone === undefined || own.every((file) => alone.has(nameAt(file.path)))),
  );
  return {
    files: all.map(({ path }) => path),
    runs: runs.filter((path) => all.some((one) => one.path === path)),
    ...(first === undefined ? {} : { unread: first }),
  };
}

function nameAt(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

interface Naming {
  /** Those that say its name; `alone` are the files in it that they name one by one, where they name no more. */
  readonly files: readonly { readonly path: string; readonly alone: ReadonlySet<string> | undefined }[];
  readonly runs: readonly string[];
  readonly unread: readonly string[];
}

/** Where a folder of some name is named: those of one name are looked for together. */
async function namesOf(name: string, source: SourceOfFiles): Promise<Naming> {
  const plain = name.replace(/[^\w-]/g, '\\$&');
  // As a path or a text, not as a word of a sentence.
  const word = new RegExp(
    `["'\`/=]${plain}(?![\\w-])|(?<![\\w-])${plain}["'\`/]|(?:^|\\s)(?:cd|-\\S+)\\s+${plain}(?![\\w-])`,
    'm',
  );
  const one = new RegExp(`(?<![\\w-])${plain}/([\\w.-]+\\.(?:sql|[mc]?[jt]s|py))(?![\\w-])`, 'g');
  const files: { path: string; alone: ReadonlySet<string> | undefined }[] = [];
  const runs: string[] = [];
  const unread: string[] = [];
  for (const path of source.paths) {
    const mayName = source.kind(path) === 'source' || (MAY_NAME.test(path) && !DOCUMENTS.test(path));
    if (!mayName) continue;
    const got = await source.text(path);
    if (got.kind !== 'text') unread.push(path);
    else if (got.text.includes(name) && word.test(got.text)) {
      const names = [...got.text.matchAll(one)].map(([, file]) => file!);
      const isAlone = names.length > 0 && !word.test(got.text.replaceAll(one, ''));
      files.push({ path, alone: isAlone ? new Set(names) : undefined });
      if (isReadableCode(path) && !isInMigrations(path) && runsSome(got.text)) runs.push(path);
    }
  }
  return { files, runs, unread };
}

function toolOf(folder: string, [first]: readonly MigrationFile[], source: SourceOfFiles): MigrationTool {
  const journal = source.has(`${folder}/meta/_journal.json`);
  return first!.tool === 'sql' && journal ? 'drizzle' : first!.tool;
}

function folderFact(
  folder: string,
  files: readonly MigrationFile[],
  isOpen: boolean,
  source: SourceOfFiles,
  named: Named,
  runs: readonly Plain[],
) {
  const [first] = files;
  const at = placeIn(first!.path);
  const tool = toolOf(folder, files, source);
  const shared = placesOf(files);
  const more = unknown('not-readable', `reading all of ${folder}`, inCode(at));
  const elsewhere = unknown('unsupported-construct', `reading the change log ${first!.path}`, inCode(at));
  const list = files.map((file) => fileOf(file, shared.get(file.name), computed(file)));
  return fact({
    type: 'Repository::Migrations',
    address: folder,
    at,
    properties: {
      path: folder,
      tool,
      namedIn:
        named.unread === undefined
          ? named.files
          : openList(named.files, unknown('not-readable', `making ${named.unread} readable`, inCode(at))),
      runIn: named.runs.map((path) => written(path, placeIn(path))),
      runBy: runs,
      files: tool === 'liquibase' ? openList([], elsewhere) : isOpen ? openList(list, more) : list,
    },
  });
}

function fileOf(file: MigrationFile, other: string | undefined, open: Unknown | undefined): Plain {
  const inserts = insertsOf(file);
  return written(
    {
      name: file.name,
      ...(file.revision === undefined ? { order: file.order } : { order: file.revision.id }),
      ...(open !== undefined ? { besides: open } : other === undefined ? {} : { besides: other }),
      ...(file.isUtf8 ? {} : { isUtf8: false }),
      ...(isEmpty(file) ? { isEmpty: true } : {}),
      ...(inserts === undefined ? {} : { inserts }),
    },
    placeIn(file.path),
  );
}

/** A revision whose place in the order is computed. */
function computed({ revision, path }: MigrationFile): Unknown | undefined {
  if (revision === undefined || (revision.id !== undefined && revision.before !== undefined))
    return undefined;
  return unknown('unresolved-expression', `the revision that ${path} computes`, inCode(placeIn(path)));
}

/** By name, the other migration that has the same place. */
function placesOf(files: readonly MigrationFile[]): ReadonlyMap<string, string> {
  const revisions = files.flatMap(({ revision }) => revision ?? []);
  if (revisions.length > 0) {
    // Of two whose place is computed nobody knows which comes first, and which ends.
    return revisions.some(({ id, before }) => id === undefined || before === undefined)
      ? new Map()
      : besides(revisions);
  }
  const found = new Map<string, string>();
  for (const [order, same] of Map.groupBy(files, ({ order: o }) => o)) {
    if (order === undefined || same.length < 2) continue;
    for (const [i, { name }] of same.entries()) found.set(name, same[(i + 1) % same.length]!.name);
  }
  return found;
}

/** Longer ones say something, if only in comments. */
const LONGEST_EMPTY = 10_000;

function isEmpty({ tool, text, isUtf8 }: MigrationFile): boolean {
  if (!isUtf8 || text.length > LONGEST_EMPTY || !['sql', 'flyway', 'drizzle', 'prisma'].includes(tool))
    return false;
  return (
    text
      .replace(/\/\*[\s\S]*?\*\//g, '')
      .replace(/--[^\n]*/g, '')
      .trim() === ''
  );
}

const PUTS_IN =
  /\binsert\s+into\b|\bcopy\s+[\w.]+\s*(?:\([^)]{0,2000}\)\s*)?from\b|bulk_insert|\.insert\(|bulk_create|createMany/i;
const MADE_UP = /(^|[._-])(demo|dummy|fake|sample|samples|test[_-]?data|example[_-]?data)([._-]|$)/i;
const SEED = /(^|[._-])seeds?([._-]|$)/i;

function insertsOf({ name, text }: MigrationFile): 'demo' | 'seed' | undefined {
  if (!PUTS_IN.test(text)) return undefined;
  const rows = text.match(/\binsert\s+into\b[^;]*/gi) ?? [];
  if (MADE_UP.test(name) || rows.some((row) => /@example\.(com|org|net)|'demo'/i.test(row))) return 'demo';
  return SEED.test(name) ? 'seed' : undefined;
}
