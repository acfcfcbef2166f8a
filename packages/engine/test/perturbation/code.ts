import { add, replace } from './perturbation.ts';
import type { RepositoryPerturbation } from './repository.ts';

const APP = 'src/app.py';
const REPORTS = 'reports/app.mjs';

/** Checks of the application's own code. */
export const CODE: readonly RepositoryPerturbation[] = [
  {
    check: 'code-routes-guarded',
    resource: 'GET /api/decks',
    off: [
      replace(APP, 'user_id = user_of(event)', 'user_id = "nobody"'),
      replace(APP, 'origin.came_through(event["headers"].get("x-origin-verify", ""))', 'event["headers"]'),
      replace('infra/api.tf', 'authorization_type = "JWT"', 'authorization_type = "NONE"'),
    ],
    at: { file: APP, text: '"GET /api/decks":' },
    unreadable: APP,
  },
  {
    check: 'code-requests-validated',
    besides: ['handlers-validate-requests', 'routes-have-schemas'],
    resource: 'POST /api/review',
    off: [replace(APP, 'body = body_of(event, schemas.Review)', 'body = json.loads(event["body"])')],
    at: { file: APP, text: '"POST /api/review":' },
    unreadable: APP,
  },
  {
    check: 'cors-left-to-gateway',
    resource: null,
    off: [
      replace(
        APP,
        '"cache-control": "no-store"}\n',
        '"cache-control": "no-store"}\n    headers["access-control-allow-origin"] = "https://flashcards.example.com"\n',
      ),
    ],
    at: { file: APP, text: '"https://flashcards.example.com"' },
    unreadable: APP,
  },
  {
    check: 'code-cors-exact-origins',
    given: [
      replace(
        APP,
        '"cache-control": "no-store"}\n',
        '"cache-control": "no-store"}\n    headers["access-control-allow-origin"] = "https://flashcards.example.com"\n',
      ),
    ],
    resource: `CORS in ${APP}`,
    off: [replace(APP, '"https://flashcards.example.com"', '"*"')],
    at: { file: APP, text: '"*"' },
    unreadable: APP,
  },
  {
    check: 'tenant-from-token',
    given: [
      add(
        REPORTS,
        `export const handler = async (event) => ({ statusCode: 200, body: event.requestContext.authorizer.jwt.claims.tenant });\n`,
      ),
    ],
    resource: `tenant from token tenant in ${REPORTS}`,
    off: [replace(REPORTS, 'authorizer.jwt.claims.tenant', "authorizer.jwt.claims.tenant ?? 'demo'")],
    at: { file: REPORTS, text: "'demo'" },
    unreadable: REPORTS,
  },
  {
    check: 'user-from-token',
    given: [
      add(
        REPORTS,
        `export const handler = async (event) => ({ statusCode: 200, body: event.requestContext.authorizer.jwt.claims.userId });\n`,
      ),
    ],
    resource: `user from token userId in ${REPORTS}`,
    gap: `user from header userId in ${REPORTS}`,
    off: [replace(REPORTS, 'event.requestContext.authorizer.jwt.claims.userId', 'event.headers.userId')],
    at: { file: REPORTS, text: 'event.headers.userId' },
    unreadable: REPORTS,
  },
  {
    check: 'errors-tell-nothing',
    besides: ['errors-in-one-shape'],
    resource: 'answer to errors in src/app.py',
    off: [
      replace(APP, 'except Exception:\n', 'except Exception as problem:\n'),
      replace(APP, '500, "internal", "something went wrong here"', '500, "internal", str(problem)'),
    ],
    at: { file: APP, text: '500, "internal", str(problem)' },
    unreadable: APP,
  },
];
