import { replace } from './perturbation.ts';
import type { RepositoryPerturbation } from './repository.ts';

const APP = 'src/app.py';

/** Checks of whose data is reached, and of calls that meet a route. */
export const BOTH_ENDS: readonly RepositoryPerturbation[] = [
  {
    check: 'records-of-their-owner',
    given: [
      replace(
        APP,
        '    "GET /api/stats": statistics,\n',
        `    "GET /api/stats": statistics,
    "GET /api/files/{key}": lambda user_id, e: {
        "etag": store.s3.get_object(Bucket=store.BUCKET, Key=f"{user_id}/{parameter(e, 'key')}")["ETag"]
    },
`,
      ),
    ],
    resource: 'records behind GET /api/files/{key}',
    off: [replace(APP, `Key=f"{user_id}/{parameter(e, 'key')}"`, 'Key=parameter(e, "key")')],
    at: { file: APP, text: 'store.s3.get_object' },
    unreadable: APP,
  },
  {
    check: 'two-users-tested',
    resource: null,
    off: [{ file: 'tests/test_two_users.py', text: undefined }],
    unreadable: 'tests/test_two_users.py',
  },
];
