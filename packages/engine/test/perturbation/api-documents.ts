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
  {
    check: 'routes-have-schemas',
    resource: 'GET /api/decks',
    off: [replace(FILE, '{ $ref: "#/components/responses/Decks" }', '{ description: the decks }')],
    at: { file: 'src/app.py', text: '"GET /api/decks":' },
    unreadable: FILE,
  },
];
