import { replace } from './perturbation.ts';
import type { RepositoryPerturbation } from './repository.ts';

const HEALTH = 'src/health.py';

/** Checks of the code that runs, and of how it comes there. */
export const DEPLOYED: readonly RepositoryPerturbation[] = [
  {
    check: 'health-asks-dependencies',
    resource: null,
    off: [replace(HEALTH, '"version": version.commit(),', '')],
    unreadable: HEALTH,
  },
];
