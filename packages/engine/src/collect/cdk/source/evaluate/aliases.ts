import { inFolder } from '../../apps.ts';
import { folderOf, normalized } from './paths.ts';
import type { App, Files } from './program.ts';

/** The files, without their ending, that the name of a module may mean by the settings of the compiler; the best first. */
export type Aliases = (module: string) => readonly string[];

interface Settings {
  /** Folder that every name may start from. */
  readonly base: string | undefined;
  readonly patterns: readonly { readonly pattern: string; readonly targets: readonly string[] }[];
}

/** What `baseUrl` and `paths` of the `tsconfig.json` say that holds for an application. */
export async function aliasesOf(repository: Files, app: App): Promise<Aliases> {
  const file = nearest(repository, app.folder);
  const settings = file === undefined ? undefined : await settingsOf(repository, file, MOST_EXTENDED);
  if (settings === undefined) return () => [];
  return (module) => {
    // The library itself is never a file of the application.
    if (/^(?:aws-cdk-lib|constructs)(?:\/|$)/.test(module)) return [];
    const fitting = settings.patterns
      .map(({ pattern, targets }) => ({ fit: fitOf(pattern, module), targets }))
      .filter(({ fit }) => fit !== undefined)
      .sort((a, b) => (b.fit?.length ?? 0) - (a.fit?.length ?? 0))[0];
    const meant = fitting?.targets.map((target) => target.replace('*', () => fitting.fit?.rest ?? '')) ?? [];
    return settings.base === undefined ? meant : [...meant, inFolder(settings.base, module)];
  };
}

/** More files than this do not extend one another. */
const MOST_EXTENDED = 6;

function nearest(repository: Files, folder: string): string | undefined {
  for (let at = folder; ; at = folderOf(at)) {
    const file = inFolder(at, 'tsconfig.json');
    if (repository.has(file)) return file;
    if (at === '.') return undefined;
  }
}

async function settingsOf(repository: Files, file: string, more: number): Promise<Settings | undefined> {
  const read = await repository.text(file);
  const written = read.kind === 'text' ? withoutComments(read.text) : undefined;
  if (written === undefined) return undefined;
  const folder = folderOf(file);
  const options = recordOf(written['compilerOptions']);
  const baseUrl = options['baseUrl'];
  const own = typeof baseUrl === 'string' ? inFolder(folder, baseUrl) : undefined;
  const parent = more === 0 ? undefined : await extended(repository, folder, written['extends'], more);
  const base = own ?? parent?.base;
  const paths = options['paths'];
  return {
    base,
    patterns:
      paths === undefined
        ? (parent?.patterns ?? [])
        : Object.entries(recordOf(paths)).map(([pattern, targets]) => ({
            pattern,
            targets: (Array.isArray(targets) ? targets : [])
              .filter((target): target is string => typeof target === 'string')
              .map((target) => inFolder(base ?? folder, target)),
          })),
  };
}

/** The last of the files that are extended says most; those of packages are not read. */
async function extended(
  repository: Files,
  folder: string,
  names: unknown,
  more: number,
): Promise<Settings | undefined> {
  const name = Array.isArray(names) ? (names.at(-1) as unknown) : names;
  if (typeof name !== 'string' || !name.startsWith('.')) return undefined;
  const path = normalized(inFolder(folder, name));
  const file = path === undefined ? undefined : [path, `${path}.json`].find((p) => repository.has(p));
  return file === undefined ? undefined : settingsOf(repository, file, more - 1);
}

/** How well a pattern fits a name: what stands before its star, and what the star stands for. */
function fitOf(pattern: string, module: string): { length: number; rest: string } | undefined {
  const star = pattern.indexOf('*');
  if (star < 0) return pattern === module ? { length: pattern.length + 1, rest: '' } : undefined;
  const [before, after] = [pattern.slice(0, star), pattern.slice(star + 1)];
  return module.length >= before.length + after.length && module.startsWith(before) && module.endsWith(after)
    ? { length: before.length, rest: module.slice(before.length, module.length - after.length) }
    : undefined;
}

/** Settings of the compiler may hold comments, and commas behind the last member. */
function withoutComments(text: string): Readonly<Record<string, unknown>> | undefined {
  const bare = text
    .replace(/("(?:[^"\\\n]|\\.)*")|\/\/[^\n]*|\/\*[\s\S]*?\*\//g, (_all, kept?: string) => kept ?? ' ')
    .replace(/("(?:[^"\\\n]|\\.)*")|,(?=\s*[}\]])/g, (_all, kept?: string) => kept ?? '');
  try {
    return recordOf(JSON.parse(bare));
  } catch {
    return undefined;
  }
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : {};
}
