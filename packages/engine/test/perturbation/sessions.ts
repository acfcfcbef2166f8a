import { type Change, replace } from './perturbation.ts';
import type { RepositoryPerturbation } from './repository.ts';

const ACCOUNTS = 'src/accounts.py';
const SITE = 'site/app.js';
const COOKIE = 'response.set_cookie("session", value, httponly=True, secure=True, max_age=3600)';
const keeps = (cookie: string) => `def keep(response, value):\n    ${cookie}`;

/** The example signs in without cookies: one that its handler could set. */
const SETS_A_COOKIE: readonly Change[] = [
  replace(ACCOUNTS, 'def first_seen(user_id):', `${keeps(COOKIE)}\n\n\ndef first_seen(user_id):`),
];

export const SESSIONS: readonly RepositoryPerturbation[] = [
  {
    check: 'session-cookies-protected',
    given: SETS_A_COOKIE,
    resource: `${ACCOUNTS} session`,
    off: [replace(ACCOUNTS, COOKIE, COOKIE.replace('secure=True, ', ''))],
    at: { file: ACCOUNTS, text: 'response.set_cookie("session"' },
    unreadable: ACCOUNTS,
  },
  {
    check: 'sessions-end',
    given: SETS_A_COOKIE,
    resource: `${ACCOUNTS} session`,
    off: [replace(ACCOUNTS, COOKIE, COOKIE.replace('3600', '30 * 86400'))],
    at: { file: ACCOUNTS, text: 'response.set_cookie("session"' },
    unreadable: ACCOUNTS,
  },
  {
    check: 'pages-use-code-flow',
    resource: `${SITE} sign-in`,
    off: [replace(SITE, "    code_challenge: challenge,\n    code_challenge_method: 'S256',\n", '')],
    at: { file: SITE, text: "response_type: 'code'" },
    unreadable: SITE,
  },
];
