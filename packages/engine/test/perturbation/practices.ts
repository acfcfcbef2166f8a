import { type Change, replace } from './perturbation.ts';
import type { RepositoryPerturbation } from './repository.ts';

const ACCOUNTS = 'src/accounts.py';
const DECKS = 'src/decks.py';
const SITE = 'site/app.js';

/** What the example has no such thing of: code in a module that its handler reaches. */
function withCode(imports: string, code: string): readonly Change[] {
  return [
    replace(ACCOUNTS, 'import boto3\n', `import boto3\n${imports}`),
    replace(ACCOUNTS, 'def first_seen(user_id):', `${code}\n\ndef first_seen(user_id):`),
  ];
}

const RENAME = 'write(db, "UPDATE decks SET name = ? WHERE id = ?", (name, deck_id))';
const RENAME_JOINED = `write(db, f"UPDATE decks SET name = '{name}' WHERE id = ?", (deck_id,))`;

export const PRACTICES: readonly RepositoryPerturbation[] = [
  {
    check: 'sql-parameterised',
    resource: `${DECKS} rename`,
    off: [replace(DECKS, RENAME, RENAME_JOINED)],
    at: { file: DECKS, text: RENAME_JOINED },
    unreadable: DECKS,
  },
  {
    check: 'markup-escaped',
    resource: SITE,
    off: [replace(SITE, "element('front').textContent = card", "element('front').innerHTML = card")],
    at: { file: SITE, text: "element('front').innerHTML" },
    unreadable: SITE,
  },
  {
    check: 'tokens-not-in-storage',
    resource: SITE,
    off: [replace(SITE, "setItem('verifier', verifier)", "setItem('token', verifier)")],
    at: { file: SITE, text: "setItem('token', verifier)" },
    unreadable: SITE,
  },
  {
    check: 'made-tokens-expire',
    given: withCode(
      'import jwt\nfrom datetime import datetime, timedelta\n',
      'def token(user, key):\n    return jwt.encode({"sub": user, "exp": datetime.now() + timedelta(minutes=15)}, key)\n\n\ndef sign_out(user):\n    users.update_item(Key={"user_id": user})\n',
    ),
    resource: `${ACCOUNTS} token`,
    off: [replace(ACCOUNTS, ', "exp": datetime.now() + timedelta(minutes=15)', '')],
    at: { file: ACCOUNTS, text: 'return jwt.encode' },
    unreadable: ACCOUNTS,
  },
  {
    check: 'made-tokens-taken-back',
    given: withCode(
      'import jwt\nfrom datetime import datetime, timedelta\n',
      'def refresh_token(user, key):\n    return jwt.encode({"sub": user, "exp": datetime.now() + timedelta(minutes=15)}, key)\n',
    ),
    resource: `${ACCOUNTS} refresh_token`,
    off: [replace(ACCOUNTS, 'timedelta(minutes=15)', 'timedelta(days=7)')],
    at: { file: ACCOUNTS, text: 'return jwt.encode' },
    unreadable: ACCOUNTS,
  },
  {
    check: 'protections-in-use',
    besides: ['users-limited-one-by-one'],
    resource: 'src/limits.py count',
    off: [replace('src/app.py', 'limits.count(user_id)', 'pass')],
    at: { file: 'src/limits.py', text: 'def count(user_id):' },
    unreadable: 'src/app.py',
  },
  {
    check: 'model-answers-validated',
    given: withCode(
      'from pydantic import BaseModel\n',
      'class Hint(BaseModel):\n    text: str\n\n\ndef hint(card):\n    answer = boto3.client("bedrock-runtime").invoke_model(modelId="model", body=card)\n    users.put_item(Item=Hint.model_validate_json(answer["body"].read()).model_dump())\n',
    ),
    resource: `${ACCOUNTS} hint`,
    off: [replace(ACCOUNTS, 'Hint.model_validate_json(answer["body"].read()).model_dump()', 'dict(answer)')],
    at: { file: ACCOUNTS, text: 'boto3.client("bedrock-runtime")' },
    unreadable: ACCOUNTS,
  },
  {
    check: 'calls-have-time-limits',
    besides: ['calls-end-in-time'],
    resource: `${ACCOUNTS} cognito-idp`,
    off: [replace(ACCOUNTS, '"cognito-idp", config=CONFIG', '"cognito-idp"')],
    at: { file: ACCOUNTS, text: 'boto3.client("cognito-idp")' },
    unreadable: ACCOUNTS,
  },
];
