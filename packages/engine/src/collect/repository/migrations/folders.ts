import { folderOf } from '../../files/paths.ts';
import type { FileKind } from '../file-kind.ts';

/** What runs migrations, by their form. */
export type MigrationTool =
  | 'prisma'
  | 'drizzle'
  | 'alembic'
  | 'django'
  | 'flyway'
  | 'liquibase'
  | 'rails'
  | 'entity-framework'
  | 'scripts'
  | 'sql';

/** A file that is a migration by where it lies and what it is called. */
export interface Placed {
  readonly folder: string;
  readonly tool: MigrationTool;
  /** As it is called: of Prisma the folder. */
  readonly name: string;
  /** The number that it starts with, without zeros before it; of revisions nothing. */
  readonly order: string | undefined;
}

interface Form {
  readonly tool: MigrationTool;
  /** Groups: the folder, the name, and the number in it. */
  readonly path: RegExp;
}

const FOLDER = '(?:.*/)?(?:[\\w-]*migrations?|migrate|migration[_-]scripts)';

/** The first form that fits. */
const FORMS: readonly Form[] = [
  { tool: 'prisma', path: /^((?:.*\/)?prisma\/(?:[\w-]+\/)?migrations)\/((\d+)[\w-]*)\/migration\.sql$/ },
  { tool: 'alembic', path: /^((?:.*\/)?versions)\/([^/]+\.py)$/ },
  { tool: 'rails', path: /^((?:.*\/)?db\/migrate)\/((\d+)_\w+\.rb)$/ },
  { tool: 'django', path: /^((?:.*\/)?migrations)\/((\d{4})_\w+\.py)$/ },
  { tool: 'flyway', path: /^((?:.*\/)?[\w-]+)\/(V(\d+(?:[._]\d+)*)__[\w.-]+\.(?:sql|java|kt))$/ },
  { tool: 'liquibase', path: /^((?:.*\/)?[\w-]+)\/((?:db\.)?changelog[\w.-]*\.(?:xml|ya?ml|json|sql))$/ },
  { tool: 'entity-framework', path: /^((?:.*\/)?Migrations)\/((\d{14})_\w+(?<!\.Designer)\.cs)$/ },
  {
    tool: 'sql',
    path: new RegExp(
      `^(${FOLDER}(?:/sql|/postgres(?:ql)?|/mysql)?)/(U?(\\d+(?:[._-]\\d+)*)[\\w.-]*\\.sql)$`,
      'i',
    ),
  },
  { tool: 'scripts', path: new RegExp(`^(${FOLDER})/((\\d+)[\\w.-]*\\.[cm]?[jt]s)$`, 'i') },
];

/** Where a file is a migration; nothing where it is none. The way back (`0001_users.down.sql`) is not. */
export function placedAt(path: string, kind: FileKind): Placed | undefined {
  // One with a picture in it has lines that no person writes, and its place in the order all the same.
  if (kind !== 'source' && kind !== 'other' && kind !== 'minified') return undefined;
  if (/\.(down|undo|rollback)\.\w+$|(^|\/)(down|rollback|undo)[^/]*\/[^/]+$|\.d\.ts$/i.test(path))
    return undefined;
  for (const { tool, path: pattern } of FORMS) {
    const found = pattern.exec(path);
    if (found === null) continue;
    const [, folder, name, number] = found;
    if (tool === 'alembic' && name === '__init__.py') return undefined;
    return {
      folder: folder!,
      tool,
      name: name!,
      order: number === undefined ? undefined : plainNumber(number),
    };
  }
  return undefined;
}

/** `0002` is 2, `1_10` is 1.10; what stands behind it is part of the name. */
function plainNumber(number: string): string {
  return number
    .split(/[._-]/)
    .map((part) => part.replace(/^0+(?=\d)/, ''))
    .join('.');
}

/** Whether a folder is one of Alembic: its settings lie in it or above it. */
export function isOfAlembic(folder: string, has: (path: string) => boolean): boolean {
  const above = folderOf(folder);
  const inAbove = (name: string) => (above === '.' ? name : `${above}/${name}`);
  return has(inAbove('env.py')) || has(inAbove('script.py.mako'));
}
