import { add, replace } from './perturbation.ts';
import type { RepositoryPerturbation } from './repository.ts';

const FILE = 'openapi.yaml';
const CALLS = 'reports/orders.mjs';

export const API_DOCUMENTS: readonly RepositoryPerturbation[] = [
  {
    check: 'api-document-matches-routes',
    besides: ['routes-have-schemas'],
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
  {
    check: 'service-requests-signed',
    given: [
      add(
        CALLS,
        `import { SignatureV4 } from '@smithy/signature-v4';\nexport const order = async () => fetch('https://orders.internal/', await new SignatureV4({}).sign({}));\n`,
      ),
    ],
    resource: null,
    // Only an attestation that has expired makes it a gap.
    off: [
      replace(CALLS, "import { SignatureV4 } from '@smithy/signature-v4';\n", ''),
      replace(
        'airworthy.yaml',
        'waivers:\n',
        'attestations:\n  - { fact: SEC-27, owner: platform-team, date: 2024-11-02, link: https://example.com/proof, expires: 2025-02-02 }\n\nwaivers:\n',
      ),
    ],
    unreadable: CALLS,
  },
];
