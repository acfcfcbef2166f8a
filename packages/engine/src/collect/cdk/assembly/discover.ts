import { folderRole } from '../../cloudformation/discover.ts';
import type { Inputs, RootCandidate } from '../../collected.ts';
import { environmentInName, type Naming, PRODUCTION_NAMES } from '../../environment.ts';
import type { Repository } from '../../files/repository.ts';
import type { FoundRoots } from '../../language.ts';
import type { CdkApp } from '../apps.ts';
import { type AssembledStack, type Assembly, readAssemblies } from './manifest.ts';

/** The cloud assemblies of a repository. */
export interface FoundAssemblies extends FoundRoots {
  /** Whether an application has an assembly here, so that its source need not be read for itself. */
  has(app: CdkApp): boolean;
}

/** The newest version of the cloud assembly schema that this version was tried with (aws-cdk-lib 2.276.0). */
export const NEWEST_SCHEMA = 55;

/** Finds the assemblies of a repository, and which environment each of them was synthesized for. */
export async function findAssemblies(
  repository: Repository,
  apps: readonly CdkApp[],
  inputs: Inputs,
): Promise<FoundAssemblies> {
  const assemblies = await readAssemblies(repository);
  const byFolder = new Map(assemblies.map((assembly) => [assembly.folder, assembly]));
  const candidates = assemblies.map((assembly) => candidateOf(assembly, apps, inputs));
  const names = assemblies.flatMap((assembly) => environmentsOf(assembly));
  return {
    candidates,
    environments: [
      ...(inputs.synthesized?.environments ?? []),
      ...[...new Set(names)].map((name): Naming => ({ name, by: 'stage' })),
    ],
    claims: claimsOf(repository, assemblies),
    skipped: [],
    collect: async (candidate, environment) => {
      const { collectAssembly } = await import('./collect.ts');
      return collectAssembly(repository, byFolder.get(candidate.path)!, {
        candidate,
        environment,
        app: appOf(apps, candidate.path),
        made: inputs.synthesized?.folders.has(candidate.path) === true,
      });
    },
    has: (app) => assemblies.some((assembly) => appOf(apps, assembly.folder)?.file === app.file),
  };
}

/** The application whose folder an assembly lies in: the closest one above it. */
function appOf(apps: readonly CdkApp[], folder: string): CdkApp | undefined {
  return apps
    .filter((app) => app.folder === '.' || folder === app.folder || folder.startsWith(`${app.folder}/`))
    .sort((a, b) => b.folder.length - a.folder.length)[0];
}

function claimsOf(repository: Repository, assemblies: readonly Assembly[]): ReadonlySet<string> {
  const folders = assemblies.map((assembly) => assembly.folder);
  // An assembly at the very top claims what its manifests name, not the whole repository.
  const named = assemblies.flatMap((a) => (a.folder === '.' ? a.stacks.map((stack) => stack.template) : []));
  return new Set([
    ...named,
    ...repository.paths.filter((path) => folders.some((folder) => path.startsWith(`${folder}/`))),
  ]);
}

function candidateOf(assembly: Assembly, apps: readonly CdkApp[], inputs: Inputs): RootCandidate {
  const { folder } = assembly;
  const role = folderRole(folder);
  const [only, another] = environmentsOf(assembly);
  const environment = another === undefined ? only : undefined;
  const made = inputs.synthesized?.folders.get(folder);
  const output = appOf(apps, folder)?.output;
  if (made === undefined && output !== undefined && inputs.synthesized?.folders.has(output) === true) {
    const because = `synthesized anew in ${output}`;
    return { path: folder, kind: 'cdk', role: folderRole(folder)?.role ?? 'root', assessed: false, because };
  }
  const how = made === undefined ? 'a cloud assembly' : `synthesized now by ${made}`;
  const wanted = inputs.roots.map((root) => root.replace(/^\.\//, '').replace(/\/+$/, ''));
  const named = wanted.some((root) => root === folder || root === '' || folder.startsWith(`${root}/`));
  return {
    path: folder,
    kind: 'cdk',
    role: role?.role ?? 'root',
    assessed: named || role === undefined,
    because: role === undefined ? how : named ? `${role.because}; named with --root` : role.because,
    ...(environment === undefined ? {} : { environment }),
  };
}

/** The environments that an assembly's folder, stages and stacks are named after, sorted. */
function environmentsOf(assembly: Assembly): readonly string[] {
  const byFolder = environmentInName(assembly.folder.split('/').at(-1) ?? '');
  if (byFolder !== undefined) return [byFolder];
  const names = assembly.stacks.map(environmentOfStack).filter((name) => name !== undefined);
  return [...new Set(names)].sort();
}

/** The environment that a stack is named after: by its stage, else by its own name. */
export function environmentOfStack(stack: AssembledStack): string | undefined {
  const names = [...stack.stages, stack.name, stack.id].map(environmentInName);
  const found = names.find((name) => name !== undefined);
  return PRODUCTION_NAMES.find((name) => name === found?.toLowerCase()) ?? found?.toLowerCase();
}
