import type { FoundRoots, Language } from '../language.ts';
import { collectTemplate } from './collect.ts';
import { findTemplates } from './discover.ts';

/** CloudFormation and SAM templates. */
export const cloudformation: Language = {
  name: 'cloudformation',
  async find(repository, inputs, claimed): Promise<FoundRoots> {
    const found = await findTemplates(repository, inputs.roots, claimed);
    return {
      candidates: found.candidates,
      environments: [],
      claims: new Set(),
      skipped: found.skipped,
      collect: (candidate, environment) => collectTemplate(repository, candidate, environment, inputs, found),
    };
  },
};
