import { replace } from './perturbation.ts';
import type { RepositoryPerturbation } from './repository.ts';

const INDEXES = 'src/migrations/0002_indexes.sql';

export const QUERIES: readonly RepositoryPerturbation[] = [
  {
    check: 'queries-use-indexes',
    resource: 'src/decks.py due: cards by due',
    off: [replace(INDEXES, 'CREATE INDEX cards_by_due ON cards (due);\n', '')],
    unreadable: INDEXES,
  },
];
