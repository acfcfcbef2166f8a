import { API_DOCUMENTS } from './api-documents.ts';
import { BOTH_ENDS } from './both-ends.ts';
import { CHANGES } from './changes.ts';
import { CODE } from './code.ts';
import { DEPLOYED } from './deployed.ts';
import { DOCUMENTS } from './documents.ts';
import { FRONT_ENDS } from './front-ends.ts';
import { CONTAINERS } from './images.ts';
import { MIGRATIONS } from './migrations.ts';
import { MOVES } from './moves.ts';
import { add, type Change, replace } from './perturbation.ts';
import { PIPELINES } from './pipelines.ts';
import { PRACTICES } from './practices.ts';
import { QUERIES } from './queries.ts';
import { REQUESTS } from './requests.ts';
import { RESILIENCE } from './resilience.ts';
import { SECRETS } from './secrets.ts';
import { SESSIONS } from './sessions.ts';
import { TESTS } from './tests.ts';
import { WATCHING } from './watching.ts';

/** One check about the repository, its protected thing taken away and hidden. Paths are those of the example. */
export interface RepositoryPerturbation {
  readonly check: string;
  /** What is added first, where the example has no such thing: with it the check passes. */
  readonly given?: readonly Change[];
  /** Address of the fact that fails; null for what is asked of the repository as a whole. */
  readonly resource: string | null;
  readonly off: readonly Change[];
  /** Address of the fact that fails, where it is not the one that passed: what should not be there is no fact before. */
  readonly gap?: string;
  /** Where the gap is shown: the last line of this text, which stands in the file once. Nothing where no file shows it. */
  readonly at?: { readonly file: string; readonly text: string };
  /** The file without which nobody can tell. */
  readonly unreadable: string;
  /** Other checks that fail for the same reason: one thing that is taken away may be asked for by two rows. */
  readonly besides?: readonly string[];
}

const MANIFEST = 'reports/package.json';

export const REPOSITORY: readonly RepositoryPerturbation[] = [
  ...DOCUMENTS,
  ...FRONT_ENDS,
  ...RESILIENCE,
  ...SECRETS,
  ...SESSIONS,
  {
    check: 'packages-locked',
    given: [
      add(MANIFEST, '{\n  "private": true,\n  "dependencies": { "csv": "6.4.1" }\n}\n'),
      add('reports/package-lock.json', '{ "lockfileVersion": 3 }\n'),
    ],
    resource: MANIFEST,
    off: [{ file: 'reports/package-lock.json', text: undefined }],
    at: { file: MANIFEST, text: '{\n' },
    unreadable: MANIFEST,
  },
  {
    check: 'test-commands-can-fail',
    given: [add(MANIFEST, '{\n  "private": true,\n  "scripts": { "test": "node --test" }\n}\n')],
    resource: MANIFEST,
    off: [replace(MANIFEST, 'node --test', 'node --test || true')],
    at: { file: MANIFEST, text: '"scripts": {' },
    unreadable: MANIFEST,
  },
  ...CHANGES,
  ...CODE,
  ...PIPELINES,
  ...PRACTICES,
  ...QUERIES,
  ...REQUESTS,
  ...TESTS,
  ...MIGRATIONS,
  ...MOVES,
  ...CONTAINERS,
  ...API_DOCUMENTS,
  ...DEPLOYED,
  ...BOTH_ENDS,
  ...WATCHING,
];
