import type { Inputs } from '../../collected.ts';
import type { Repository } from '../../files/repository.ts';
import type { FoundRoots } from '../../language.ts';
import type { CdkApp } from '../apps.ts';
import type { FoundAssemblies } from '../assembly/discover.ts';

/** The CDK applications that are read by their source, because no assembly of theirs is here. */
export async function findSources(
  _repository: Repository,
  apps: readonly CdkApp[],
  assemblies: FoundAssemblies,
  _inputs: Inputs,
): Promise<FoundRoots> {
  return {
    candidates: apps
      .filter((app) => !assemblies.has(app))
      .map((app) => ({
        path: app.folder,
        kind: 'cdk-source',
        role: 'root',
        assessed: false,
        because: 'a CDK app without a synthesized assembly: run cdk synth and assess again',
      })),
    environments: [],
    claims: new Set(),
    skipped: [],
    collect: () => Promise.reject(new Error('no source is assessed')),
  };
}
