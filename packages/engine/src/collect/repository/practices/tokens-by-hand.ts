import type { Program } from '../code/names/program.ts';
import { environmentReads } from '../code/syntax/environment.ts';
import { type Call, type Expression, isIn, type SourceModule } from '../code/syntax/source-module.ts';

/**
 * The claims of a token that is put together by hand: `encode({'alg': 'HS256', 'typ': 'JWT'})` beside `encode(claims)` in one
 * function. Nothing for any other call.
 */
export function claimsByHand(module: SourceModule, call: Call): Expression | undefined {
  const [header] = call.arguments;
  if (header === undefined || call.arguments.length > 2 || !isHeader(header.value)) return undefined;
  const beside = module.calls.find(
    (other) =>
      other !== call &&
      other.within === call.within &&
      other.path !== undefined &&
      other.path === call.path &&
      other.arguments.length > 0 &&
      !isHeader(other.arguments[0]!.value),
  );
  return beside?.arguments[0]?.value;
}

function isHeader(value: Expression): boolean {
  if (value.kind !== 'object' || value.open) return false;
  const alg = value.members.find(({ name }) => name === 'alg')?.value;
  if (alg === undefined || !value.members.every(({ name }) => /^(alg|typ|kid|cty)$/.test(name))) return false;
  return alg.kind === 'literal' && /^([HREP]S\d{3}|EdDSA|none)$/i.test(String(alg.value));
}

/** The variable of the environment without which a token has no end: `if LIFETIME: claims["exp"] = …`. */
export function settingOfEnd(
  program: Program,
  module: SourceModule,
  claims: Expression | undefined,
  within: number,
): string | undefined {
  if (claims?.kind !== 'name') return undefined;
  const set = module.bindings.find(
    ({ target, within: where }) =>
      where === within &&
      target.kind === 'member' &&
      target.name === 'exp' &&
      target.of.kind === 'name' &&
      target.of.name === claims.name,
  );
  const branch = set && module.branches.find(({ then }) => isIn(set.at, then));
  return branch === undefined ? undefined : variableOf(program, module, branch.test, within);
}

function variableOf(
  program: Program,
  module: SourceModule,
  test: Expression,
  within: number,
): string | undefined {
  if (test.kind !== 'name' && test.kind !== 'member' && test.kind !== 'call') return undefined;
  const meaning = program.resolve(module, test, within);
  if (meaning.kind === 'external') return /^(?:process\.env|os\.environ)\.(\w+)$/.exec(meaning.path)?.[1];
  if (meaning.kind !== 'made' || meaning.members.length > 0) return undefined;
  const made = meaning.module.calls[meaning.call]!;
  return environmentReads(meaning.module).find(
    ({ at }) => at.line === made.at.line && at.column === made.at.column,
  )?.name;
}
