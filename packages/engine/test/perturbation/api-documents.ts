import { replace } from './perturbation.ts';
import type { RepositoryPerturbation } from './repository.ts';

const FILE = 'openapi.yaml';

export const API_DOCUMENTS: readonly RepositoryPerturbation[] = [
  {
    check: 'api-document-matches-routes',
    resource: FILE,
    off: [replace(FILE, '  /api/stats:\n', '  /api/statistics:\n')],
    unreadable: FILE,
  },
];
