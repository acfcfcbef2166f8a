import { add, replace } from './perturbation.ts';
import type { RepositoryPerturbation } from './repository.ts';

/** What says that the search found nothing. */
const SEARCH = 'committed files';
const SETTINGS = 'config/shop.env';
const SCRIPT = 'scripts/share.py';
const STATE = '.pulumi/stacks/prod.json';
const NOTES = 'docs/notes/hosts.md';

export const SECRETS: readonly RepositoryPerturbation[] = [
  {
    check: 'credentials-not-committed',
    given: [add(SETTINGS, 'LOG_LEVEL=info\n')],
    resource: SEARCH,
    off: [replace(SETTINGS, 'LOG_LEVEL=info', 'ADMIN_PASSWORD=vN3x!8840qLmRt7')],
    gap: `${SETTINGS} ADMIN_PASSWORD`,
    at: { file: SETTINGS, text: 'ADMIN_PASSWORD=' },
    unreadable: SETTINGS,
  },
  {
    check: 'source-without-secrets',
    given: [add(SCRIPT, 'import os\n\nSHARE_KEY = os.environ["SHARE_KEY"]\n')],
    resource: SEARCH,
    off: [
      replace(SCRIPT, 'os.environ["SHARE_KEY"]', 'os.environ.get("SHARE_SIGNING_KEY", "development-only")'),
    ],
    gap: `${SCRIPT} SHARE_SIGNING_KEY`,
    at: { file: SCRIPT, text: 'development-only' },
    unreadable: SCRIPT,
  },
  {
    check: 'nobody-in-the-open',
    given: [add(NOTES, '# Hosts\n\nNone.\n')],
    resource: SEARCH,
    off: [replace(NOTES, 'None.', 'shop.cluster-c4kx9q2mlw7t.eu-west-1.rds.amazonaws.com')],
    gap: `${NOTES} host of a database`,
    at: { file: NOTES, text: 'shop.cluster-' },
    unreadable: NOTES,
  },
  {
    check: 'state-files-kept-apart',
    given: [add(STATE, ' ')],
    resource: SEARCH,
    off: [replace(STATE, ' ', '{ "version": 4 }\n')],
    gap: STATE,
    at: { file: STATE, text: '{ "version": 4 }' },
    unreadable: STATE,
  },
];
