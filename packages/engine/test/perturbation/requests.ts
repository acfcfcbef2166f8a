import { replace } from './perturbation.ts';
import type { RepositoryPerturbation } from './repository.ts';

const APP = 'src/app.py';

/** Checks of what the code does with requests and answers. */
export const REQUESTS: readonly RepositoryPerturbation[] = [
  {
    check: 'requests-not-logged',
    resource: `log of ${APP}`,
    off: [
      replace(
        APP,
        'logger.info("answered", route=route,',
        'logger.info("answered", sent=event["body"], route=route,',
      ),
    ],
    at: { file: APP, text: 'logger.info("answered", sent=event["body"]' },
    unreadable: APP,
  },
];
