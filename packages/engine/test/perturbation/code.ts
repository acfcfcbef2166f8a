import { replace } from './perturbation.ts';
import type { RepositoryPerturbation } from './repository.ts';

const APP = 'src/app.py';

/** Checks of the application's own code. */
export const CODE: readonly RepositoryPerturbation[] = [
  {
    check: 'code-routes-guarded',
    resource: 'GET /api/decks',
    off: [
      replace(APP, 'user_id = user_of(event)', 'user_id = event["headers"]["x-user"]'),
      replace(APP, 'origin.came_through(event["headers"].get("x-origin-verify", ""))', 'event["headers"]'),
      replace('infra/api.tf', 'authorization_type = "JWT"', 'authorization_type = "NONE"'),
    ],
    at: { file: APP, text: '"GET /api/decks":' },
    unreadable: APP,
  },
  {
    check: 'code-requests-validated',
    resource: 'POST /api/review',
    off: [replace(APP, 'body = body_of(event, schemas.Review)', 'body = json.loads(event["body"])')],
    at: { file: APP, text: '"POST /api/review":' },
    unreadable: APP,
  },
];
