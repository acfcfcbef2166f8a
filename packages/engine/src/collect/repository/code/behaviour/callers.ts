import { onceFor, onceForText } from '../../../../once-for.ts';
import { partsOf } from '../../joins/expressions.ts';
import { isInside, type Place, type SourceModule } from '../syntax/source-module.ts';
import { verifiesByAnyName } from './known-names.ts';
import { type CallAt, lastName, type Reach } from './reach.ts';
import type { IdentityRead } from './refusals.ts';
import { LOOKS_ONLY } from './vocabulary.ts';

export const COMPARES = /(^|\.)(compare_digest|timingSafeEqual)$/;
export const SIGNS =
  /(^|\.)(createHmac|createHash|scrypt|scryptSync|pbkdf2|pbkdf2_hmac|hashpw|checkpw|bcrypt|sign|signature)(\(\))?$|^hmac\.(new|digest)|^hashlib\.|^bcrypt/;

export const GATEWAY =
  /(^|\.)(requestContext|request_context|current_event)\b.*(authorizer|identity)|(^|\.)authorizer(\.|$)/;
const IDENTITY =
  /(^|\.)(session|user|auth|currentUser|current_user|principal|claims|authorizer|cognitoIdentityId|isAuthenticated|is_authenticated)(\.|$)/;
const NOT_IDENTITY = /headers|body|query|params|process\.env|environ|user_?agent/i;

/** Members of a session that tell nothing of who is calling. */
const OTHER_OF_SESSION =
  /(^|\.)session\.\w*(csrf|xsrf|flash|locale|lang|theme|banner|return|redirect|page|cart|basket|count|views|nonce|cookie|save|destroy|regenerate|context|journey|form|message|error)\w*/i;

/** What is read of who is calling: of the request, of what a framework keeps beside it. */
export const identitiesIn = onceFor((reach: Reach): readonly IdentityRead[] => {
  return [
    ...reach.reads.filter(({ read }) => {
      const path = read.path ?? '';
      return (
        IDENTITY.test(path) &&
        /^((event|evt|req|request|ctx|context|c|g|flask|session|this|self|state|app|router)\b|(res|response)\.locals\.)/.test(
          path,
        ) &&
        !NOT_IDENTITY.test(path) &&
        !OTHER_OF_SESSION.test(path)
      );
    }),
    ...reach.calls.flatMap(({ module, call }): IdentityRead[] => {
      const of = call.callee.kind === 'member' ? call.callee.of : undefined;
      const path = (call.path ?? '').replace(/\.get\(\)|\.get$/g, '');
      const named = call.arguments[0]?.value;
      const whole = named?.kind === 'literal' ? `${path}.${named.value}` : path;
      const read = { value: call.callee, path: whole, within: call.within, at: call.at };
      // `session.get('user')` of Flask.
      if (
        lastName(call.callee) === 'get' &&
        /^flask\.session\.\w+$/.test(whole) &&
        !OTHER_OF_SESSION.test(whole)
      )
        return [{ module, read }];
      if (of === undefined || of.kind === 'name') return [];
      return GATEWAY.test(whole) ? [{ module, read }] : [];
    }),
    ...authorizerByGet(reach),
  ];
});

/** The first of them. */
export function identityIn(reach: Reach): IdentityRead | undefined {
  return identitiesIn(reach)[0];
}

/** `event["requestContext"].get("authorizer", {})`. */
function authorizerByGet(reach: Reach): readonly IdentityRead[] {
  const found = reach.calls.find(
    ({ call }) =>
      lastName(call.callee) === 'get' &&
      call.arguments[0]?.value.kind === 'literal' &&
      call.arguments[0].value.value === 'authorizer',
  );
  if (found === undefined) return [];
  const { module, call } = found;
  const { callee: value, within, at } = call;
  return [{ module, read: { value, path: 'requestContext.authorizer', within, at } }];
}

/** A header, or another part of the request, that a decision rests on. */
export function headerIn(reach: Reach): { name: string; module: SourceModule; at: Place } | undefined {
  const read = reach.reads.find(({ read: one }) => /(^|\.)headers\.[\w-]+$/.test(one.path ?? ''));
  if (read !== undefined) {
    const name = (read.read.path ?? '').replace(/^.*headers\./, '');
    return { name: `header ${name}`, module: read.module, at: read.read.at };
  }
  const call = reach.calls.find(({ call: one }) => {
    const [first] = one.arguments;
    return (
      /(^|\.)(headers\.get|req(uest)?\.(get|header)|header)$/.test(one.path ?? '') &&
      first?.value.kind === 'literal'
    );
  });
  if (call === undefined) return undefined;
  const [first] = call.call.arguments;
  return {
    name: `header ${first?.value.kind === 'literal' ? first.value.value : ''}`,
    module: call.module,
    at: call.call.at,
  };
}

/** Whether what is asked is a key that all callers share: one that the server was given, or that stands in the code. */
export function usesKey(reach: Reach): boolean {
  return (
    reach.functions.some(({ module, function: number }) =>
      module.branches.some(
        ({ test, within }) =>
          isInside(module, within, number) &&
          partsOf(test, module).some((part) => part.kind === 'literal' && isKey(part.value)),
      ),
    ) ||
    reach.reads.some(({ read }) => /^(process\.env|os\.environ)\./.test(read.path ?? '')) ||
    reach.calls.some(({ name }) => /getenv|environ|SecretValue|get_secret|compare_digest/.test(name))
  );
}

/** As keys are drawn: long, of letters and digits, and no words. */
function isKey(value: unknown): boolean {
  return typeof value === 'string' && /^(?=.*\d)(?=.*[a-z])[\w+/=-]{16,}$/i.test(value);
}

/** Whether a call proves who is calling. */
export function isProof({ name, call }: Pick<CallAt, 'name' | 'call'>): boolean {
  if (!isNameOfProof(name)) return false;
  return !/jwt\.decode$/.test(name) || !isToldNotToVerify(call);
}

const isNameOfProof = onceForText((name) => !LOOKS_ONLY.test(name) && verifiesByAnyName(name));

/** Whether a call looks into a token without asking whether it is true. */
export function looksOnly({ name, call }: Pick<CallAt, 'name' | 'call'>): boolean {
  if (LOOKS_ONLY.test(name)) return true;
  return /^(jose\.)?jwt\.decode$/.test(name) && isToldNotToVerify(call);
}

/** `jwt.decode(token, options={'verify_signature': False})`. */
function isToldNotToVerify(call: CallAt['call']): boolean {
  return call.arguments.some(({ name: said, value }) => {
    if (said === 'verify') return value.kind === 'literal' && value.value === false;
    if (said !== 'options' || value.kind !== 'object') return false;
    return value.members.some(
      (one) => one.name === 'verify_signature' && one.value.kind === 'literal' && one.value.value === false,
    );
  });
}
