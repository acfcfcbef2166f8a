import { lastName } from '../code/behaviour/reach.ts';
import type { Meaning, Program } from '../code/names/program.ts';
import { type Call, type Expression, type SourceModule, TOP } from '../code/syntax/source-module.ts';
import { partsOf } from '../joins/expressions.ts';
import { claimsByHand } from '../practices/tokens-by-hand.ts';

/*
 * An HMAC is made, and something is compared in constant time, for other ends than requests, too: tokens that a file puts
 * together by hand, and passwords, and links that are mailed to people: a request is signed in its headers or its body, a link in its address.
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

/** Whether what is compared is a token that the file makes by hand, the digest of a password, or the code of a link. */
export function comparesNoRequest(program: Program, module: SourceModule, comparison: Call): boolean {
  if (makersOfTokens(module).size > 0 && takesTokenApart(module, comparison.within)) return true;
  return comparison.arguments.some(
    ({ value }) =>
      isDigestOfPassword(module, value) || isOfAddress(program, module, value, comparison.within, 0),
  );
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

/** Parts of requests that stand in their address, by the documentation of Express, Lambda, Flask, Django, FastAPI and aiohttp. */
const ADDRESS =
  /(?:^|\.)(?:query|params|queryStringParameters|multiValueQueryStringParameters|pathParameters|rawQueryString|searchParams|query_params|path_params|match_info|request\.args|request\.GET)(?:\.|\(|$)/;
const FURTHEST = 4;

/** Whether a value is read from the address of a request, there or by each that calls the function that it is handed to. */
function isOfAddress(
  program: Program,
  module: SourceModule,
  value: Expression,
  within: number,
  steps: number,
): boolean {
  if (steps > FURTHEST) return false;
  return partsOf(value, module).some((part) => {
    const meaning = program.resolve(module, part, within);
    if (meaning.kind === 'parameter') {
      if (ADDRESS.test(meaning.members.join('.'))) return true;
      return meaning.members.length === 0 && isGivenSo(program, meaning, steps);
    }
    if (ADDRESS.test(program.nameOf(meaning) ?? '')) return true;
    if (part.kind !== 'call') return false;
    const call = module.calls[part.call]!;
    const said = [call.callee, ...call.arguments.map((one) => one.value)];
    return said.some((one) => one !== part && isOfAddress(program, module, one, call.within, steps + 1));
  });
}

function isGivenSo(
  program: Program,
  { module: own, function: number, parameter }: Extract<Meaning, { kind: 'parameter' }>,
  steps: number,
): boolean {
  const name = own.functions[number]?.name;
  if (name === undefined) return false;
  const given = [...program.modules.values()].flatMap((module) =>
    module.calls
      .filter(({ callee }) => lastName(callee) === name)
      .map((call) => ({ module, call, value: call.arguments[parameter]?.value })),
  );
  return (
    given.length > 0 &&
    given.every(
      ({ module, call, value }) =>
        value !== undefined && isOfAddress(program, module, value, call.within, steps + 1),
    )
  );
}
