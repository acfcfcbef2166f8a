import { add, replace } from './perturbation.ts';
import type { RepositoryPerturbation } from './repository.ts';

const ALARMS = 'docs/alarms.md';

/** What code and documents say about watching the application. */
export const WATCHING: readonly RepositoryPerturbation[] = [
  {
    check: 'documented-alarms-can-fire',
    given: [
      add(
        ALARMS,
        '# Alarms\n\n```sh\naws cloudwatch put-metric-alarm --namespace AWS/DynamoDB --metric-name UserErrors --threshold 1\n```\n',
      ),
    ],
    resource: ALARMS,
    off: [replace(ALARMS, 'UserErrors', 'UserErrors --dimensions Name=TableName,Value=users')],
    at: { file: ALARMS, text: '--metric-name UserErrors' },
    unreadable: ALARMS,
  },
];
