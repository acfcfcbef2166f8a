import type { Inputs } from '../../collected.ts';
import type { Repository } from '../../files/repository.ts';
import type { FoundRoots } from '../../language.ts';
import type { CdkApp } from '../apps.ts';

/** The cloud assemblies of a repository. */
export interface FoundAssemblies extends FoundRoots {
  /** Whether an application has an assembly here, so that its source need not be read for itself. */
  has(app: CdkApp): boolean;
}

export async function findAssemblies(
  _repository: Repository,
  _apps: readonly CdkApp[],
  _inputs: Inputs,
): Promise<FoundAssemblies> {
  return {
    candidates: [],
    environments: [],
    claims: new Set(),
    skipped: [],
    collect: () => Promise.reject(new Error('no assembly was found')),
    has: () => false,
  };
}
