import { replace } from './perturbation.ts';
import type { RepositoryPerturbation } from './repository.ts';

const FILE = 'openapi.yaml';
const CALLS = 'src/accounts.py';
const SIGNER = 'from botocore.auth import SigV4Auth\n';
const ORDER =
  'def order(request):\n    SigV4Auth(None, "orders", "us-east-1").add_auth(request)\n    return urllib.request.urlopen("https://orders.internal/", timeout=2)\n';

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
      replace(CALLS, 'import boto3\n', `import boto3\nimport urllib.request\n${SIGNER}`),
      replace(CALLS, 'def first_seen(user_id):', `${ORDER}\n\ndef first_seen(user_id):`),
    ],
    resource: null,
    // Only an attestation that has expired makes it a gap.
    off: [
      replace(CALLS, SIGNER, ''),
      replace(
        'airworthy.yaml',
        'waivers:\n',
        'attestations:\n  - { fact: SEC-27, owner: platform-team, date: 2024-11-02, link: https://example.com/proof, expires: 2025-02-02 }\n\nwaivers:\n',
      ),
    ],
    unreadable: CALLS,
  },
];
