import type { Expression, Place, SourceModule } from '../syntax/source-module.ts';
import { type CallAt, lastName, type Reach } from './reach.ts';
import { LOOKS_ONLY, VERIFIES, VERIFIES_BY_MEMBER } from './vocabulary.ts';

export const COMPARES = /(^|\.)(compare_digest|timingSafeEqual)$/;
export const SIGNS =
  /(^|\.)(createHmac|createHash|scrypt|scryptSync|pbkdf2|pbkdf2_hmac|hashpw|checkpw|bcrypt|sign|signature)(\(\))?$|^hmac\.(new|digest)|^hashlib\.|^bcrypt/;

export const GATEWAY =
  /(^|\.)(requestContext|request_context|current_event)\b.*(authorizer|identity)|(^|\.)authorizer(\.|$)/;
const IDENTITY =
  /(^|\.)(session|user|auth|currentUser|current_user|principal|claims|authorizer|cognitoIdentityId|isAuthenticated|is_authenticated)(\.|$)/;
const NOT_IDENTITY = /headers|body|query|params|process\.env|environ|user_?agent/i;

export function identityIn(reach: Reach) {
  return (
    reach.reads.find(({ read }) => {
      const path = read.path ?? '';
      return (
        IDENTITY.test(path) &&
        /^(event|evt|req|request|ctx|context|c|g|flask|session|this|self|state|app|router)\b/.test(path) &&
        !NOT_IDENTITY.test(path)
      );
    }) ??
    reach.calls.flatMap(({ module, call }) => {
      const of = call.callee.kind === 'member' ? call.callee.of : undefined;
      if (of === undefined || of.kind === 'name') return [];
      const path = (call.path ?? '').replace(/\.get\(\)|\.get$/g, '');
      const named = call.arguments[0]?.value;
      const whole = named?.kind === 'literal' ? `${path}.${named.value}` : path;
      return GATEWAY.test(whole)
        ? [{ module, read: { value: call.callee, path: whole, within: call.within, at: call.at } }]
        : [];
    })[0] ??
    authorizerByGet(reach)
  );
}

/** `event["requestContext"].get("authorizer", {})`. */
function authorizerByGet(reach: Reach) {
  const found = reach.calls.find(
    ({ call }) =>
      lastName(call.callee) === 'get' &&
      call.arguments[0]?.value.kind === 'literal' &&
      call.arguments[0].value.value === 'authorizer',
  );
  if (found === undefined) return undefined;
  const { module, call } = found;
  return {
    module,
    read: { value: call.callee, path: 'requestContext.authorizer', within: call.within, at: call.at },
  };
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

export function usesKey(reach: Reach): boolean {
  return (
    reach.reads.some(({ read }) => /^(process\.env|os\.environ)\./.test(read.path ?? '')) ||
    reach.calls.some(({ name }) => /getenv|environ|SecretValue|get_secret|compare_digest/.test(name))
  );
}

/** Whether a call proves who is calling. */
export function isProof({ name, call, module }: Pick<CallAt, 'name' | 'call' | 'module'>): boolean {
  if (LOOKS_ONLY.test(name)) return false;
  if (!matchesAny(VERIFIES, name) && !VERIFIES_BY_MEMBER.test(name)) return false;
  return !/jwt\.decode$/.test(name) || !isToldNotToVerify({ call, module });
}

/** Whether a call looks into a token without asking whether it is true. */
export function looksOnly({ name, call, module }: Pick<CallAt, 'name' | 'call' | 'module'>): boolean {
  if (LOOKS_ONLY.test(name)) return true;
  return /^(jose\.)?jwt\.decode$/.test(name) && isToldNotToVerify({ call, module });
}

/** `jwt.decode(token, options={'verify_signature': False})`. */
function isToldNotToVerify({ call, module }: Pick<CallAt, 'call' | 'module'>): boolean {
  return call.arguments.some(({ name: said, value }) => {
    if (said === 'verify') return value.kind === 'literal' && value.value === false;
    if (said !== 'options' || value.kind !== 'object') return false;
    return value.members.some(
      (one) =>
        one.name === 'verify_signature' &&
        one.value.kind === 'literal' &&
        one.value.value === false &&
        module.file !== '',
    );
  });
}

export function mentionsName(test: Expression, names: ReadonlySet<string>, module: SourceModule): boolean {
  switch (test.kind) {
    case 'name':
      return names.has(test.name);
    case 'member':
    case 'not':
      return mentionsName(test.of, names, module);
    case 'compare':
      return mentionsName(test.left, names, module) || mentionsName(test.right, names, module);
    case 'both':
    case 'choice':
      return test.of.some((one) => mentionsName(one, names, module));
    case 'call': {
      const { callee, arguments: given } = module.calls[test.call]!;
      return (
        mentionsName(callee, names, module) || given.some(({ value }) => mentionsName(value, names, module))
      );
    }
    default:
      return false;
  }
}

/** Whether a text is one of those that patterns describe. */
export function matchesAny(patterns: readonly RegExp[], text: string): boolean {
  return patterns.some((one) => one.test(text));
}
