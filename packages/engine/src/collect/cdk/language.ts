import type { CollectedRoot, Environment, RootCandidate } from '../collected.ts';
import type { FoundRoots, Language } from '../language.ts';
import { findApps } from './apps.ts';
import { findAssemblies } from './assembly/discover.ts';
import { findSources } from './source/discover.ts';

/** CDK applications: by their cloud assembly where there is one, else by their source. */
export const cdk: Language = {
  name: 'cdk',
  async find(repository, inputs): Promise<FoundRoots> {
    const apps = await findApps(repository);
    const assemblies = await findAssemblies(repository, apps, inputs);
    const sources = await findSources(repository, apps, assemblies, inputs);
    const both = [assemblies, sources];
    return {
      candidates: both.flatMap((found) => found.candidates),
      environments: both.flatMap((found) => found.environments),
      claims: new Set(both.flatMap((found) => [...found.claims])),
      skipped: both.flatMap((found) => found.skipped),
      collect: (candidate: RootCandidate, environment: Environment): Promise<CollectedRoot> =>
        (candidate.kind === 'cdk' ? assemblies : sources).collect(candidate, environment),
    };
  },
};
