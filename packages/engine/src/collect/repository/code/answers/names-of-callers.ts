import type { IdentityOrigins } from '../behaviour/identity-origins.ts';
import { lastName } from '../behaviour/reach.ts';
import type { Program } from '../names/program.ts';
import type { Expression, SourceModule } from '../syntax/source-module.ts';

/** What people call one of the callers, beside the words that everybody uses: `patronId`, `studentNumber`. */
const NAMES_ONE = /^[a-z]\w*(Id|ID|_id|Uuid|_uuid|Number|Email|Sub|_sub)$/;
/** Names under which code keeps what was proven: `cookiePatronId`, `currentStudentId`. */
const PROVEN_BY_NAME = /^(cookie|session|token|current|auth|claims?|jwt|decoded|signed_?in|logged_?in)_?/i;

/**
 * The names that code compares with who is calling, or gives to what was proven of the caller: where the application says `patronId`
 * to one of its users, whoever writes a `patronId` names a user.
 */
export function namesOfCallers(program: Program, origins: IdentityOrigins): ReadonlySet<string> {
  const found = new Set<string>();
  for (const module of program.modules.values()) {
    for (const { test, within } of module.branches)
      for (const [name, other] of comparedIn(test))
        if (!found.has(name) && isOfCaller(origins, module, name, other, within)) found.add(name);
    for (const { target, value, within } of module.bindings)
      if (
        target.kind === 'name' &&
        NAMES_ONE.test(target.name) &&
        !found.has(target.name) &&
        value.kind === 'member' &&
        /^(sub|id|user_?id|username|cognito:username)$/i.test(value.name) &&
        origins.of({ module, value, within })?.kind === 'proven'
      )
        found.add(target.name);
  }
  return found;
}

/** The names of ids that a test compares, each with the other side. */
function comparedIn(test: Expression): readonly (readonly [name: string, other: Expression])[] {
  if (test.kind === 'both' || test.kind === 'choice') return test.of.flatMap(comparedIn);
  if (test.kind === 'not') return comparedIn(test.of);
  if (test.kind !== 'compare' || !/^(==|!=)$/.test(test.operator)) return [];
  const { left, right } = test;
  return [
    [left, right],
    [right, left],
  ].flatMap(([one, other]) => {
    const name = lastName(one!);
    return name !== undefined && NAMES_ONE.test(name) && other!.kind !== 'literal'
      ? [[name, other!] as const]
      : [];
  });
}

function isOfCaller(
  origins: IdentityOrigins,
  module: SourceModule,
  name: string,
  other: Expression,
  within: number,
): boolean {
  const said = lastName(other) ?? '';
  const start = PROVEN_BY_NAME.exec(said)?.[0];
  if (start !== undefined && said.slice(start.length).toLowerCase() === name.toLowerCase()) return true;
  return origins.of({ module, value: other, within })?.kind === 'proven';
}
