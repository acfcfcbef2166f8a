import type { RootCandidate } from '../collected.ts';
import type { FoundRoots, Language } from '../language.ts';
import { findUnsynthesized } from './cdktf.ts';
import { collectTerraformRoot, workspaceUse } from './collect.ts';
import { discoverTerraform } from './discover.ts';
import { rootOf, rootOfItsOwn } from './plan/belongs.ts';
import { TerraformSources } from './sources.ts';
import { loadParser } from './syntax/parse.ts';

/** Terraform modules: HCL and JSON; with a plan or state, which is a root of its own where there is no code. */
export const terraform: Language = {
  name: 'terraform',
  async find(repository, inputs): Promise<FoundRoots> {
    const sources = new TerraformSources(repository, await loadParser());
    const discovered = await discoverTerraform(sources, inputs);
    const assessable =
      discovered.length > 0 || inputs.planned === undefined ? discovered : [rootOfItsOwn(inputs.planned)];
    const candidates = [...assessable, ...(await findUnsynthesized(sources))];
    const { names } = await workspaceUse(sources);
    const { planned, ...withoutPlan } = inputs;
    let ofPlan: RootCandidate | undefined;
    return {
      candidates,
      environments: names.map((name) => ({ name, by: 'workspace' })),
      claims: new Set(),
      skipped: [],
      async settle(assessed) {
        if (planned === undefined) return;
        const ours = assessed.filter((c) => c.kind === 'terraform');
        ofPlan = discovered.length === 0 ? ours[0] : await rootOf(planned, ours, sources);
      },
      collect: (candidate, environment) => {
        const given = candidate.path === ofPlan?.path ? inputs : withoutPlan;
        return collectTerraformRoot(sources, candidate, environment, given);
      },
    };
  },
};
