import { partsOf } from '../syntax/expressions.ts';
import {
  type Call,
  type Expression,
  isBefore,
  isIn,
  type Place,
  type SourceModule,
} from '../syntax/source-module.ts';
import { branchesAround, type FunctionAt, lastName } from './reach.ts';

const OF_CALLER =
  /^(user|currentUser|current_user|session|isAuthenticated|isLoggedIn|principal|claims|account)$/;

interface Proof {
  readonly module: SourceModule;
  readonly call: { readonly within: number; readonly at: Place };
}

/** Where a middleware goes on for some before it refuses anybody: `if (request.params.part === 'edit') return next()`. */
export function goesOnBeforeRefusing({ module, function: number }: FunctionAt): Place | undefined {
  const refusal = module.calls.find(
    ({ within, arguments: [first] }) =>
      within === number && first?.value.kind === 'literal' && /^40[13]$/.test(String(first.value.value)),
  );
  if (refusal === undefined) return undefined;
  const proof = { module, call: { within: number, at: refusal.at } };
  return module.calls.find(
    (call) =>
      call.within === number &&
      lastName(call.callee) === 'next' &&
      call.arguments.length === 0 &&
      branchesAround(module, call.at, module.functions[number]!).every(
        ({ test }) => !asksCaller(test, module, number),
      ) &&
      goesOnUnasked(module, call, proof, number),
  )?.at;
}

/** Whether a test says something of who is calling, also by a name that it was given: `user && user.active`, `isAdmin`. */
function asksCaller(test: Expression, module: SourceModule, within: number, steps = 0): boolean {
  const asks = (one: Expression) => steps < 6 && asksCaller(one, module, within, steps + 1);
  if (test.kind === 'call') {
    const { callee, arguments: given } = module.calls[test.call]!;
    return asks(callee) || given.some(({ value }) => asks(value));
  }
  if ((test.kind === 'name' || test.kind === 'member') && OF_CALLER.test(test.name)) return true;
  if (test.kind === 'name')
    return module.bindings.some(
      (one) =>
        one.within === within &&
        one.target.kind === 'name' &&
        one.target.name === test.name &&
        asks(one.value),
    );
  return partsOf(test).some(asks);
}

/** Whether `next()` is called before a proof and for more than preflights, paths, tests and those who proved something else. */
export function goesOnUnasked(module: SourceModule, next: Call, proof: Proof, number: number): boolean {
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
