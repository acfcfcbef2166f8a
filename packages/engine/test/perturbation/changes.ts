import { type Change, replace } from './perturbation.ts';
import type { RepositoryPerturbation } from './repository.ts';

const ACCOUNTS = 'src/accounts.py';
const STORE = 'src/store.py';
const LOCKS = 'src/locks.py';
const CONCURRENCY = 'tests/test_concurrency.py';
const TABLES = 'infra/dynamodb.tf';

/** What the example has no such thing of: code in a module that its handler reaches. */
function withCode(imports: string, code: string): readonly Change[] {
  return [
    replace(ACCOUNTS, 'import boto3\n', `import boto3\n${imports}`),
    replace(ACCOUNTS, 'def first_seen(user_id):', `${code}\n\ndef first_seen(user_id):`),
  ];
}

const TAKEN_EACH_TIME =
  '    mine = sessions.still_mine(user_id)\n    if not mine or user_id not in opened:\n        read(user_id)\n';
const TAKEN_ONCE =
  '    if user_id in opened:\n        return opened[user_id][0]\n    sessions.still_mine(user_id)\n    read(user_id)\n';

export const CHANGES: readonly RepositoryPerturbation[] = [
  {
    check: 'writers-lose-nothing',
    given: withCode(
      '',
      'def rename(event):\n    users.put_item(\n        Item={"user_id": event["user"], **event},\n        ConditionExpression="version = :read",\n    )\n',
    ),
    resource: `changes in ${ACCOUNTS} rename`,
    off: [replace(ACCOUNTS, '        ConditionExpression="version = :read",\n', '')],
    at: { file: ACCOUNTS, text: 'def rename(event):\n    users.put_item(' },
    unreadable: ACCOUNTS,
  },
  {
    check: 'writers-tested-together',
    resource: null,
    off: [replace(CONCURRENCY, 'concurrent.futures.ThreadPoolExecutor(6)', 'one_after_the_other()')],
    unreadable: CONCURRENCY,
  },
  {
    check: 'stored-before-answered',
    resource: `changes in ${STORE} write`,
    off: [
      replace(
        STORE,
        '            write(user_id)\n',
        '            threading.Thread(target=write, args=(user_id,)).start()\n',
      ),
    ],
    gap: `changes in ${STORE} changing`,
    at: { file: STORE, text: 'threading.Thread(target=write' },
    unreadable: STORE,
  },
  {
    check: 'deferral-tested',
    given: withCode(
      'import threading\n',
      'def keep(event):\n    users.put_item(Item={"user_id": event["user"]}, ConditionExpression="version = :read")\n\n\ndef later(event):\n    threading.Thread(target=keep, args=(event,)).start()\n',
    ),
    resource: null,
    off: [replace(CONCURRENCY, 'test_what_was_answered_outlives_its_container', 'test_what_was_answered')],
    unreadable: CONCURRENCY,
  },
  {
    check: 'leases-have-owner-and-end',
    resource: `lease in ${LOCKS} taken`,
    off: [replace(LOCKS, '"owner": owner, "expires_at": now + HOLD_SECONDS', '"owner": owner')],
    at: { file: LOCKS, text: 'locks.put_item(' },
    unreadable: LOCKS,
  },
  {
    check: 'leases-renewed',
    resource: 'lease in src/sessions.py still_mine',
    off: [replace(STORE, TAKEN_EACH_TIME, TAKEN_ONCE)],
    at: { file: 'src/sessions.py', text: 'before = sessions.put_item(' },
    unreadable: STORE,
  },
  {
    check: 'sessions-shared',
    given: withCode(
      'from flask_session import Session\n',
      'def web(app):\n    app.config["SESSION_TYPE"] = "redis"\n    Session(app)\n',
    ),
    resource: `sessions of flask_session in ${ACCOUNTS}`,
    off: [replace(ACCOUNTS, '"SESSION_TYPE"] = "redis"', '"SESSION_TYPE"] = "filesystem"')],
    at: { file: ACCOUNTS, text: '    Session(app)' },
    unreadable: ACCOUNTS,
  },
  {
    check: 'expiry-times-written',
    resource: null,
    off: [replace(TABLES, '["expires_at"]', '["expires_on"]')],
    at: { file: TABLES, text: 'attribute_name = ttl.value' },
    unreadable: TABLES,
  },
];
