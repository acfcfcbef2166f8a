import { add, type Change, replace } from './perturbation.ts';
import type { RepositoryPerturbation } from './repository.ts';

const ACCOUNTS = 'src/accounts.py';
const APP = 'src/app.py';
const CHECKS = '.github/workflows/checks.yml';
const STUCK = 'docs/runbooks/rotation-stuck.md';

/** What the example has no such thing of: code in a module that its handler reaches. */
function withCode(imports: string, code: string): readonly Change[] {
  return [
    replace(ACCOUNTS, 'import boto3\n', `import boto3\n${imports}`),
    replace(ACCOUNTS, 'def first_seen(user_id):', `${code}\n\ndef first_seen(user_id):`),
  ];
}

export const RESILIENCE: readonly RepositoryPerturbation[] = [
  {
    check: 'database-connections-kept',
    given: withCode(
      'import psycopg2\n',
      'connection = psycopg2.connect(host="db")\n\n\ndef rows_of(event):\n    return connection.cursor()\n',
    ),
    resource: `connections of psycopg in ${ACCOUNTS}`,
    off: [
      replace(ACCOUNTS, 'connection = psycopg2.connect(host="db")\n', ''),
      replace(ACCOUNTS, 'return connection.cursor()', 'return psycopg2.connect(host="db").cursor()'),
    ],
    at: { file: ACCOUNTS, text: 'return psycopg2.connect' },
    unreadable: ACCOUNTS,
  },
  {
    check: 'handlers-call-no-sdk',
    resource: `handlers in ${APP}`,
    off: [
      replace(
        APP,
        '    return decks.statistics(store.latest(user_id))',
        '    store.s3.get_object(Bucket=store.BUCKET, Key=store.key(user_id))\n    return decks.statistics(store.latest(user_id))',
      ),
    ],
    at: { file: APP, text: 'store.s3.get_object' },
    unreadable: APP,
  },
  {
    check: 'start-asks-nothing',
    resource: null,
    off: withCode('from sqlalchemy import MetaData\n', 'MetaData().create_all("sqlite://")\n'),
    at: { file: ACCOUNTS, text: 'MetaData().create_all' },
    unreadable: ACCOUNTS,
  },
  {
    check: 'dependencies-have-breakers',
    given: [
      replace(ACCOUNTS, 'from breaker import Breaker\n', 'from pybreaker import CircuitBreaker\n'),
      replace(ACCOUNTS, 'Breaker(failures=3, rest_seconds=30)', 'CircuitBreaker(fail_max=3)'),
    ],
    resource: null,
    off: [replace(ACCOUNTS, '= CircuitBreaker(fail_max=3)', '= None')],
    unreadable: ACCOUNTS,
  },
  {
    check: 'failed-work-kept',
    given: withCode(
      '',
      'def remind(user_id, mail):\n    try:\n        mail.deliver(user_id)\n    except ValueError:\n        raise\n',
    ),
    resource: `failed work in ${ACCOUNTS} remind`,
    off: [replace(ACCOUNTS, 'except ValueError:\n        raise\n', 'except ValueError:\n        pass\n')],
    at: { file: ACCOUNTS, text: 'mail.deliver(user_id)\n    except ValueError:\n' },
    unreadable: ACCOUNTS,
  },
  {
    check: 'protective-tables-used',
    given: [
      add('tables/keys.sql', 'CREATE TABLE idempotency_keys (key text PRIMARY KEY);\n'),
      ...withCode(
        '',
        'def once(db, key):\n    db.execute("INSERT INTO idempotency_keys (key) VALUES (?)", (key,))\n',
      ),
    ],
    resource: 'protective table idempotency_keys',
    off: [replace(ACCOUNTS, 'INTO idempotency_keys', 'INTO keys')],
    at: { file: 'tables/keys.sql', text: 'CREATE TABLE idempotency_keys' },
    unreadable: ACCOUNTS,
  },
  {
    check: 'retries-in-use',
    given: [
      add('src/retries.py', 'def with_retries(call):\n    return call()\n'),
      ...withCode(
        'from retries import with_retries\n',
        'def patiently(call):\n    return with_retries(call)\n',
      ),
    ],
    resource: 'src/retries.py with_retries',
    off: [replace(ACCOUNTS, 'return with_retries(call)', 'return call()')],
    at: { file: 'src/retries.py', text: 'def with_retries(call):' },
    unreadable: ACCOUNTS,
  },
  {
    check: 'model-answers-reach-people',
    given: withCode(
      '',
      'def to_review(card):\n    return card\n\n\ndef hint(card):\n    answer = boto3.client("bedrock-runtime").invoke_model(modelId="model", body=card)\n    return to_review(answer)\n',
    ),
    resource: null,
    off: [replace(ACCOUNTS, 'return to_review(answer)', 'return answer')],
    unreadable: ACCOUNTS,
  },
  {
    check: 'model-quality-measured',
    given: [
      ...withCode(
        '',
        'def hint(card):\n    return boto3.client("bedrock-runtime").invoke_model(modelId="model", body=card)\n',
      ),
      add('evaluation/compare.py', 'print("9 of 10")\n'),
      replace(
        CHECKS,
        '      - run: node --check',
        '      - run: python evaluation/compare.py\n      - run: node --check',
      ),
    ],
    resource: null,
    off: [replace(CHECKS, '      - run: python evaluation/compare.py\n', '')],
    unreadable: CHECKS,
  },
  {
    check: 'failed-work-can-be-repeated',
    resource: null,
    off: [
      replace(
        STUCK,
        'aws secretsmanager rotate-secret --secret-id',
        'aws secretsmanager describe-secret --secret-id',
      ),
    ],
    unreadable: STUCK,
  },
];
