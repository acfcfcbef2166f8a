import { type Call, type Expression, isBefore, isIn, type SourceModule } from '../syntax/source-module.ts';
import { branchesAround, type CallAt, lastName } from './reach.ts';

const OF_CALLER =
  /^(user|currentUser|current_user|session|isAuthenticated|isLoggedIn|principal|claims|account)$/;

/** Whether `next()` is called before a proof and for more than preflights, paths, tests and those who proved something else. */
export function goesOnUnasked(module: SourceModule, next: Call, proof: CallAt, number: number): boolean {
  const isLater = proof.module === module && proof.call.within === number;
  if (!isLater || !isBefore(next.at, proof.call.at)) return false;
  const around = branchesAround(module, next.at, module.functions[number]!);
  return around.every(
    ({ test, then }) =>
      !mentionsPath(test, module) &&
      !isOfTests(test) &&
      !(
        isIn(next.at, then) &&
        (test.kind === 'name' || test.kind === 'member') &&
        OF_CALLER.test(test.name)
      ) &&
      !(test.kind === 'call' && OF_CALLER.test(lastName(module.calls[test.call]!.callee) ?? '')),
  );
}

/** `process.env.NODE_ENV === 'test'` */
function isOfTests(test: Expression): boolean {
  return (
    test.kind === 'compare' &&
    test.operator === '==' &&
    [test.left, test.right].some(
      (one) => one.kind === 'literal' && /^(test|testing|development|dev|local)$/.test(String(one.value)),
    )
  );
}

/** Whether a test is about which route is asked for. */
export function mentionsPath(test: Expression, module: SourceModule): boolean {
  switch (test.kind) {
    case 'member':
      return (
        /^(path|originalUrl|url|baseUrl|pathname|method|routeKey|rawPath)$/.test(test.name) ||
        mentionsPath(test.of, module)
      );
    case 'name':
      return /^(path|url|pathname|isPublic|public)$/i.test(test.name);
    case 'compare':
      return mentionsPath(test.left, module) || mentionsPath(test.right, module);
    case 'both':
    case 'choice':
      return test.of.some((one) => mentionsPath(one, module));
    case 'not':
      return mentionsPath(test.of, module);
    case 'call': {
      const { callee, arguments: given } = module.calls[test.call]!;
      return mentionsPath(callee, module) || given.some(({ value }) => mentionsPath(value, module));
    }
    default:
      return false;
  }
}
