import type { Naming } from '../environment.ts';
import type { Repository } from '../files/repository.ts';
import type { FoundRoots, Language } from '../language.ts';
import { type FoundTemplates, findTemplates } from './discover.ts';
import { samConfigFor } from './samconfig.ts';

/** CloudFormation and SAM templates. */
export const cloudformation: Language = {
  name: 'cloudformation',
  async find(repository, inputs, claimed): Promise<FoundRoots> {
    const found = await findTemplates(repository, inputs.roots, claimed);
    return {
      candidates: found.candidates,
      environments: await samEnvironments(repository, found),
      claims: new Set(),
      skipped: found.skipped,
      collect: async (candidate, environment) => {
        // What evaluates templates is loaded only where there is one.
        const { collectTemplate } = await import('./collect.ts');
        return collectTemplate(repository, candidate, environment, inputs, found);
      },
    };
  },
};

/** The environments that `samconfig.toml` has parameters for. */
async function samEnvironments(repository: Repository, found: FoundTemplates): Promise<Naming[]> {
  const names = new Set<string>();
  for (const { kind, path, role } of found.candidates) {
    if (kind !== 'sam' || role !== 'root') continue;
    const config = await samConfigFor(repository, path);
    for (const name of config?.environments.keys() ?? []) names.add(name);
  }
  return [...names].map((name) => ({ name, by: 'parameters' }));
}
