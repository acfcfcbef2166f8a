import { resolve } from 'node:path';
import { CannotRun } from './cannot-run.ts';
import type { Environment, Inputs, RootCandidate } from './collect/collected.ts';
import type { FileSystem } from './collect/files/file-system.ts';
import type { Repository } from './collect/files/repository.ts';
import { whyOf } from './collect/files/why.ts';
import type { FoundRoots } from './collect/language.ts';
import type { CollectOptions, WithInputs } from './collect-options.ts';

type Options = WithInputs<CollectOptions>;

/** Throws where the path to assess is no folder that can be read. */
export async function mustBeFolder(fs: FileSystem, path: string): Promise<void> {
  try {
    const { kind } = await fs.stat(resolve(path));
    if (kind === 'file')
      throw new CannotRun(`${path} is a file: give the folder that holds it, and --root for one root in it`);
    await fs.readDirectory(resolve(path));
  } catch (error) {
    if (error instanceof CannotRun) throw error;
    const isMissing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    throw new CannotRun(
      isMissing
        ? `there is no folder ${path}: give the path of the repository to assess`
        : `cannot read the folder ${path}: ${whyOf(error)}; let whoever runs this read it`,
    );
  }
}

/** Throws where `airworthy.yaml` names a file that is not there. */
export function mustHaveFiles({ environmentFiles }: Inputs, repository: Repository): void {
  for (const [name, files] of environmentFiles ?? []) {
    const missing = files.find((file) => !repository.has(file.replace(/^\.\//, '')));
    if (missing !== undefined) {
      throw new CannotRun(
        `airworthy.yaml: environments.${name}.files: there is no ${missing} in the assessed folder`,
      );
    }
  }
}

/** Throws where the repository knows environments, and not the one that was asked for. */
export function mustKnow(environment: Environment, options: Options): void {
  if (options.env === undefined || environment.known.length === 0 || environment.known.includes(options.env))
    return;
  throw new CannotRun(`--env ${options.env}: the repository knows ${environment.known.join(', ')}`);
}

/** Throws where a root was asked for that is not there. */
export function mustHaveRoots(candidates: readonly RootCandidate[], options: Options): void {
  for (const root of options.roots) {
    const path = root.replace(/^\.\//, '').replace(/\/+$/, '') || '.';
    if (!candidates.some((c) => c.assessed && c.path === path)) {
      const there = candidates.map((c) => c.path).slice(0, 8);
      throw new CannotRun(`--root ${root}: there is no such root; there are ${there.join(', ')}`);
    }
  }
}

/** What to say where nothing that was found is assessed by itself. */
export function nothingAssessed(
  candidates: readonly RootCandidate[],
  found: FoundRoots,
  repository: Repository,
  options: Options,
): CannotRun {
  if (candidates.length === 0) return nothingFound(found, repository, options);
  const listed = candidates.slice(0, 5).map((c) => `${c.path} (${c.because})`);
  return new CannotRun(
    `nothing is assessed by itself in ${options.path}: ${listed.join('; ')}; name one with --root`,
  );
}

/** What to say where there is nothing that could be assessed. */
export function nothingFound(found: FoundRoots, repository: Repository, options: Options): CannotRun {
  const unread = [...repository.skipped, ...found.skipped].map(({ file, why }) => `${file} (${why})`);
  const more = unread.length > 3 ? ` and ${unread.length - 3} more` : '';
  return new CannotRun(
    `nothing to assess in ${options.path}: no code of an application, and no Terraform, CloudFormation or CDK among its ${repository.paths.length === 1 ? 'one file' : `${repository.paths.length} files`}${
      unread.length === 0 ? '' : `; not read: ${unread.slice(0, 3).join(', ')}${more}`
    }; give the folder that holds them`,
  );
}
