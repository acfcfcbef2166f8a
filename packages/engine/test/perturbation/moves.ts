import { replace } from './perturbation.ts';
import type { RepositoryPerturbation } from './repository.ts';

const PLAN = 'docs/data-move.md';

export const MOVES: readonly RepositoryPerturbation[] = [
  {
    check: 'data-moves-prepared',
    resource: null,
    off: [
      replace(
        PLAN,
        '2. **Cut-over:** in the window, switch the first version to read-only (its throttle to 0 for POST, PUT and DELETE), wait',
        '2. **Copy:** in the window, wait',
      ),
    ],
    unreadable: PLAN,
  },
];
