import type { Program } from '../code/names/program.ts';
import type { Call, Expression, SourceModule } from '../code/syntax/source-module.ts';
import { SIGNS } from '../joins/client-limits.ts';
import { partsOf, partsOfKind } from '../joins/expressions.ts';
import { importedBy } from '../joins/reached-code.ts';
import { unreadIn } from './unread.ts';

/** Functions of the SDK that do so for the client that they are given. */
const SIGNS_FOR = /^@aws-sdk\/s3-(?:request-presigner\.getSignedUrl|presigned-post\.createPresignedPost)$/;

/**
 * Whether all that is done with the client that a call makes is to sign addresses: that asks nobody. `open` where code that was
 * not read may do more.
 */
export function onlySigns(program: Program, module: SourceModule, made: Call): 'yes' | 'no' | 'open' {
  const number = module.calls.indexOf(made);
  const isMade = (value: Expression) => value.kind === 'call' && value.call === number;
  if (module.calls.some(({ callee }) => signs(callee) && isMade(callee.of))) return 'yes';
  const kept = module.bindings.filter(({ value }) => isMade(value));
  const [target, ...others] = kept.map((one) => one.target);
  if (target?.kind !== 'name' || others.length > 0 || isSeenElsewhere(program, module, target.name))
    return 'no';
  const signing = new Set(module.calls.flatMap((call) => signedWith(program, module, call) ?? []));
  const uses = partsOfKind(module, 'name').filter(({ value }) => value.name === target.name);
  if (uses.some(({ value }) => !signing.has(value))) return 'no';
  const isUnread =
    module.problems.length > 0 || (module.language === 'python' && unreadIn(program) !== undefined);
  if (isUnread) return 'open';
  return uses.length > 0 ? 'yes' : 'no';
}

function signs(callee: Expression): callee is Extract<Expression, { kind: 'member' }> {
  return callee.kind === 'member' && SIGNS.test(callee.name);
}

/** What a call signs with; nothing where it does something else. */
function signedWith(program: Program, module: SourceModule, call: Call): Expression | undefined {
  if (signs(call.callee)) return call.callee.of;
  const path = program.pathOf(module, call.callee, call.within);
  return SIGNS_FOR.test(path ?? '') ? call.arguments[0]?.value : undefined;
}

/** Whether other modules may use what has a name in this one. */
function isSeenElsewhere(program: Program, module: SourceModule, name: string): boolean {
  if (module.language === 'python')
    return [...program.modules.values()].some(
      (one) => one !== module && importedBy(program, one).includes(module),
    );
  return module.exports.some(
    (one) =>
      one.name === name ||
      (one.value !== undefined &&
        partsOf(one.value, module).some((part) => part.kind === 'name' && part.name === name)),
  );
}
