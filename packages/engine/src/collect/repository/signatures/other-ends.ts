import { lastName } from '../code/behaviour/reach.ts';
import type { Program } from '../code/names/program.ts';
import { type Call, type Expression, type SourceModule, TOP } from '../code/syntax/source-module.ts';
import { claimsByHand } from '../practices/tokens-by-hand.ts';

/*
 * An HMAC is made, and something is compared in constant time, for other ends than requests, too: tokens that a file puts
 * together by hand, and passwords.
 */

/** Whether an HMAC is the signature of a token that its file makes by hand, and of nothing else that can be seen. */
export function signsToken(program: Program, module: SourceModule, hmac: Call): boolean {
  const makers = makersOfTokens(module);
  if (makers.has(hmac.within)) return true;
  const name = module.functions[hmac.within]?.name;
  if (makers.size === 0 || name === undefined) return false;
  const callers = [...program.modules.values()].flatMap((one) =>
    one.calls.filter(({ callee }) => lastName(callee) === name).map((call) => ({ one, call })),
  );
  return (
    callers.some(({ call }) => makers.has(call.within)) &&
    callers.every(
      ({ one, call }) => one === module && (makers.has(call.within) || takesTokenApart(module, call.within)),
    )
  );
}

/** Whether what is compared is a token that the file makes by hand, or the digest of a password. */
export function comparesNoRequest(module: SourceModule, comparison: Call): boolean {
  if (makersOfTokens(module).size > 0 && takesTokenApart(module, comparison.within)) return true;
  return comparison.arguments.some(({ value }) => isDigestOfPassword(module, value));
}

function makersOfTokens(module: SourceModule): ReadonlySet<number> {
  return new Set(
    module.calls.flatMap((call) =>
      call.within !== TOP && claimsByHand(module, call) !== undefined ? [call.within] : [],
    ),
  );
}

/** `token.split('.')`: the parts of a token stand between dots. */
function takesTokenApart(module: SourceModule, within: number): boolean {
  return module.calls.some(
    (call) =>
      call.within === within &&
      /^r?split$|^r?partition$/.test(lastName(call.callee) ?? '') &&
      call.arguments[0]?.value.kind === 'literal' &&
      call.arguments[0].value.value === '.',
  );
}

const HASHES_PASSWORDS = /pbkdf2|scrypt|bcrypt|argon2/i;

function isDigestOfPassword(module: SourceModule, value: Expression): boolean {
  if (value.kind !== 'call') return false;
  const { path, callee } = module.calls[value.call]!;
  if (HASHES_PASSWORDS.test(path ?? '')) return true;
  const named = module.functions.findIndex(({ name }) => name !== undefined && name === lastName(callee));
  return (
    named >= 0 && module.calls.some((call) => call.within === named && HASHES_PASSWORDS.test(call.path ?? ''))
  );
}
