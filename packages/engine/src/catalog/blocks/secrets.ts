import { deciderAt, type Reading } from '../../model/reading.ts';
import { namesSecret, SECRET_VALUE } from '../../model/redaction.ts';
import { isOfWords } from '../../model/secrets/randomness.ts';
import { all, any, not, Truth } from '../../model/truth.ts';

/** A setting: a name and what stands under it. */
export interface Setting {
  readonly key: Reading<string>;
  /** Concealed: no evidence shows it. */
  readonly value: Reading<string>;
}

/** Texts that somebody wrote to be replaced, and words that everybody tries first. */
const PLACEHOLDER =
  /change[-_ ]?(me|this|it)|replace[-_ ]?(me|this)|^(todo|tbd|fixme|placeholder|dummy|example|sample|secret|password|passwd|token|test|testing|default|admin|root|postgres|changeit|insecure|1234\w*|x{3,}|\*{3,}|<.*>)$|^(your|my|insert|enter)[-_ ]|placeholder|^dev[-_]?(secret|password|key|token)|(secret|password)[-_]?(123|here)$/i;

/** Attributes that are the secret itself, and not its name or ARN; CloudFormation replaces a dynamic reference by it. */
const IS_THE_SECRET =
  /^\{\{resolve:|(^|[._])(result|secret_string|secretstring|plaintext|value|insecure_value|password|master_password|secret|token|auth_token|private_key\w*|client_secret|ses_smtp_password_v4|b64_std|bcrypt_hash)$/i;

/** Nothing, a switch or a number: no secret has that form. */
const NO_SECRET = /^(|true|false|yes|no|on|off|none|null|-?\d{1,3})$/i;

/** Where a secret is and not what it is: an ARN, a path of parameters, an address without a password. */
const WHERE_IT_IS =
  /^(arn:|\{\{|projects\/|https?:\/\/[^:@\s]*$|https?:\/\/[^@\s]*$|\/[\w./-]+$|[a-z][a-z0-9-]*(\/[a-z0-9-_]+)+$)/;

/** Secrets that people may make up: what looks like a name may be one. Keys and tokens of hosts are drawn by lot. */
const MADE_UP =
  /pass|pwd|session|jwt|sign|cookie|hmac|salt|pepper|crypt|secret_?key|(auth|app|master)_?secret/i;

/** Words by which a name is worth a look at the form of its value. */
const WORTH_A_LOOK = /key|secret|token|pass|pwd|cred|private|pem|auth|jwt|access/i;

/** Whether a setting is one for a secret, by its name. */
export function forSecret(setting: Setting): Truth {
  return setting.key.test('a name that is not a secret’s', namesSecret).quote();
}

/** Whether the secret itself stands in the code, and is meant. */
export function literalSecret(value: Reading<string>): Truth {
  return all(value.isLiteral(), secretItself(value), not(placeholder(value)));
}

/** Whether the name of a secret stands there, by which a program asks a store for it: `API_KEY: SHOP_API_KEY`. */
export function nameOfSecret({ key, value }: Setting): Truth {
  const isName = value.test('the name of a secret', isSecretName);
  const perhaps = value.inspect((arm) =>
    Truth.unknown([
      deciderAt(
        'unresolved-expression',
        'whether the program asks a store for a secret of this name',
        arm.origin,
      ),
    ]),
  );
  return all(isName, any(not(key.matches('a secret that people make up', MADE_UP)), perhaps));
}

/** Words in capitals that name a secret; none that were to be replaced, and no letters and numbers that were drawn by lot. */
function isSecretName(text: string): boolean {
  return (
    text.length <= 80 &&
    /^[A-Z]+\d{0,2}(_([A-Z]+\d{0,2}|\d{1,2}))+$/.test(text) &&
    namesSecret(text) &&
    isOfWords(text) &&
    !PLACEHOLDER.test(text)
  );
}

/** Whether something stands there that was to be replaced before production. */
export function placeholderSecret(value: Reading<string>): Truth {
  return all(value.isLiteral(), secretItself(value), placeholder(value));
}

/** Whether deploying puts the secret itself here, out of a store or another resource. */
export function resolvedSecret(value: Reading<string>): Truth {
  return value.readsAttribute('a name or an ARN', IS_THE_SECRET);
}

/** Whether a secret is handed over at all, by whatever value: what is looked up at deployment is one, too. */
export function handedOver(value: Reading<string>): Truth {
  return value.inspect((arm) => {
    const open = arm.kind === 'unknown' && arm.reason !== 'data-source';
    if (open) return Truth.unknown([deciderAt(arm.reason, arm.decidedBy, arm.origin)]);
    const nothing = arm.kind === 'absent' || (arm.kind === 'known' && arm.value === null);
    return nothing ? Truth.no(value.proof(arm)) : Truth.yes(value.proof(arm));
  });
}

/** The ARN of a secret that the account is asked for: by what was asked it is known where the secret lies. */
const LOOKED_UP = /(?:^|\.)data\.aws_secretsmanager_secret(?:_version)?\.\S+\.(?:arn|id)$/;

/** Whether a value is the ARN of a secret that is looked up at deployment, perhaps with a part of it behind: `…:password::`. */
export function lookedUpSecret(value: Reading<string>): Truth {
  return value.inspect((arm) => {
    const first = arm.kind === 'composed' ? arm.parts[0] : arm;
    if (first?.kind !== 'unknown') return Truth.no(value.proof(arm));
    return first.reason === 'data-source' && LOOKED_UP.test(first.expression ?? '')
      ? Truth.yes(value.proof(arm))
      : Truth.unknown([deciderAt(first.reason, first.decidedBy, first.origin)]);
  });
}

/** Whether a value is a secret by its form, under any name that speaks of keys, tokens or access. */
export function secretByForm(setting: Setting): Truth {
  return all(
    setting.key.matches('a name', WORTH_A_LOOK).quote(),
    setting.value.isLiteral(),
    setting.value.matches('no secret', SECRET_VALUE),
  );
}

function secretItself(value: Reading<string>): Truth {
  return value.test('a reference to a secret', (text) => !NO_SECRET.test(text) && !WHERE_IT_IS.test(text));
}

function placeholder(value: Reading<string>): Truth {
  return value.test('a secret', isPlaceholder);
}

/** A text to be replaced, or an object in which whatever is secret is one. */
function isPlaceholder(text: string): boolean {
  const members = membersOf(text);
  if (members.length === 0) return PLACEHOLDER.test(text);
  const secret = members.filter(([name]) => namesSecret(name));
  const asked = secret.length > 0 ? secret : members;
  return asked.every(([, value]) => typeof value === 'string' && PLACEHOLDER.test(value));
}

function membersOf(text: string): readonly (readonly [string, unknown])[] {
  if (!text.startsWith('{')) return [];
  try {
    return Object.entries(JSON.parse(text) as object);
  } catch {
    return [];
  }
}
