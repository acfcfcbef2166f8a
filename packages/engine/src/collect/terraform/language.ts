import type { FoundRoots, Language } from '../language.ts';
import { collectTerraformRoot, workspaceUse } from './collect.ts';
import { discoverTerraform } from './discover.ts';
import { TerraformSources } from './sources.ts';
import { loadParser } from './syntax/parse.ts';

/** Terraform modules: HCL and JSON. */
export const terraform: Language = {
  name: 'terraform',
  async find(repository, inputs): Promise<FoundRoots> {
    const sources = new TerraformSources(repository, await loadParser());
    const candidates = await discoverTerraform(sources, inputs);
    const { names } = await workspaceUse(sources);
    return {
      candidates,
      environments: names.map((name) => ({ name, by: 'workspace' })),
      claims: new Set(),
      skipped: [],
      collect: (candidate, environment) => collectTerraformRoot(sources, candidate, environment, inputs),
    };
  },
};
