import {
  type CodeFunction,
  type Expression,
  isBefore,
  isIn,
  type Place,
  type Range,
  type SourceModule,
  TOP,
} from '../../code/syntax/source-module.ts';
import { chainOf, expressionsBelow, importOf, within } from '../source-text.ts';
import type { TestBody } from '../test-case.ts';

/** Whether a test comes to a comparison, and waits for it. */
export type Reached = 'surely' | 'perhaps' | 'never';

/** A place of a test body, in the function `place`. */
export function reached(at: Place, place: number, body: TestBody, module: SourceModule): Reached {
  if (isNeverAwaited(body, module) || isUnderFalse(at, body, module)) return 'never';
  let isSure = !isBehindAnEnd(at, place, body, module) && isAwaited(at, place, body, module);
  for (let number = place; number !== body.function && number !== TOP; ) {
    const inner = module.functions[number];
    if (inner === undefined) return 'perhaps';
    const asked = runs(number, inner, body, module);
    if (asked === 'never') return 'never';
    isSure &&= asked === 'surely';
    number = inner.within;
  }
  return isSure ? 'surely' : 'perhaps';
}

/** `unittest` calls a test that is `async` and waits for nothing of it. Source: documentation of unittest, IsolatedAsyncioTestCase. */
function isNeverAwaited({ function: number }: TestBody, module: SourceModule): boolean {
  const test = module.functions[number];
  if (module.language !== 'python' || test?.isAsync !== true || test.class === undefined) return false;
  return module.classes[test.class]!.bases.some((base) => {
    const chain = chainOf(base, module);
    if (chain === undefined) return false;
    const from = importOf(module, chain.root);
    const path = [from?.module ?? '', ...(from?.member === '*' ? [] : [from?.member ?? '']), ...chain.steps];
    return path.filter((part) => part !== '').join('.') === 'unittest.TestCase';
  });
}

/** `if (false) { … }`. */
function isUnderFalse(at: Place, body: Range, module: SourceModule): boolean {
  return within(module.branches, body).some(({ test, then, otherwise }) => {
    if (test.kind !== 'literal') return false;
    if (isIn(at, then)) return !test.value;
    return otherwise !== undefined && isIn(at, otherwise) && Boolean(test.value);
  });
}

/** Behind a `return` or `throw` of the same function that stands under no condition; it may be in a loop. */
function isBehindAnEnd(at: Place, place: number, body: Range, module: SourceModule): boolean {
  const branches = [
    ...within(module.branches, body).flatMap(({ then, otherwise }) =>
      otherwise === undefined ? [then] : [then, otherwise],
    ),
    ...within(module.catches, body).flatMap(({ tried, caught }) => [tried, caught]),
  ];
  return [...within(module.returns, body), ...within(module.throws, body)].some(
    (end) =>
      end.within === place &&
      isBefore(end.at, at) &&
      !branches.some((one) => isIn(end.at, one) && !isIn(at, one)) &&
      // `return expect(…)` ends with what it compares.
      !isPartOf(at, end.value, module),
  );
}

function isPartOf(at: Place, value: Expression | undefined, module: SourceModule): boolean {
  return rangesOf(value, module).some((range) => isIn(at, range));
}

/** Where the calls of an expression, and its functions, stand. */
function rangesOf(value: Expression | undefined, module: SourceModule): readonly Range[] {
  return (value === undefined ? [] : expressionsBelow(value)).flatMap((one): readonly Range[] =>
    one.kind === 'call'
      ? [module.calls[one.call]!]
      : one.kind === 'function'
        ? [module.functions[one.function]!]
        : [],
  );
}

/** A function inside of the test: kept under a name that nobody uses, or handed to what goes through nothing. */
function runs(number: number, inner: CodeFunction, body: Range, module: SourceModule): Reached {
  const isIt = ({ kind, ...one }: Expression) =>
    kind === 'function' && (one as { function?: number }).function === number;
  const given = within(module.calls, body).find((call) => call.arguments.some(({ value }) => isIt(value)));
  if (given !== undefined) {
    const { callee } = given;
    const isOfNothing =
      callee.kind === 'member' &&
      callee.of.kind === 'list' &&
      callee.of.items.length === 0 &&
      !callee.of.open;
    return isOfNothing ? 'never' : 'surely';
  }
  const bound = within(module.bindings, body).find(({ value }) => isIt(value));
  const name = bound?.target.kind === 'name' ? bound.target.name : inner.isDeclared ? inner.name : undefined;
  if (name === undefined) return 'surely';
  return isNamed(name, body, module) ? 'surely' : 'never';
}

/** Whether anything in a range says a name. */
function isNamed(name: string, range: Range, module: SourceModule): boolean {
  const says = (value: Expression) =>
    chainOf(value, module)?.root === name ||
    expressionsBelow(value).some((one) => one.kind === 'name' && one.name === name);
  return (
    within(module.calls, range).some(
      (call) => says(call.callee) || call.arguments.some(({ value }) => says(value)),
    ) ||
    within(module.bindings, range).some(({ value }) => says(value)) ||
    within(module.returns, range).some(({ value }) => value !== undefined && says(value)) ||
    within(module.elements, range).some(
      (one) => one.name === name || one.attributes.some((a) => says(a.value)),
    )
  );
}

/** What a promise compares when it is settled counts where somebody waits for it. */
function isAwaited(at: Place, place: number, body: TestBody, module: SourceModule): boolean {
  if (module.language !== 'script') return true;
  const settled = settling(at, module);
  if (settled === undefined) return true;
  // `done` is called when all is over.
  if (module.functions[body.function]!.parameters.length > 0) return true;
  const holds = (range: Range) => isIn(settled.at, range) || settled.at === range.at;
  const values = [
    ...module.returns.filter((end) => end.within === settled.within).map(({ value }) => value),
    ...[settled.within, place].map((number) => module.functions[number]?.gives),
    ...within(module.bindings, body).map(({ value }) => value),
  ];
  return (
    values.some((value) => rangesOf(value, module).some(holds)) ||
    within(module.calls, body).some(
      (call) =>
        (call.isAwaited && holds(call)) ||
        call.arguments.some(({ value }) => value.kind !== 'function' && rangesOf(value, module).some(holds)),
    )
  );
}

/** The call whose promise a comparison belongs to: `expect(…).resolves.toBe(…)`, `load().then((found) => { … })`. */
function settling(at: Place, module: SourceModule) {
  const own = module.calls.find((call) => call.at === at);
  const chain = own && chainOf(own.callee, module);
  if (own !== undefined && chain?.root === 'expect' && /^(resolves|rejects)$/.test(chain.steps[0] ?? ''))
    return own;
  return module.calls.find(
    ({ callee, arguments: given }) =>
      callee.kind === 'member' &&
      /^(then|catch|finally)$/.test(callee.name) &&
      chainOf(callee, module)?.root !== 'cy' &&
      given.some(({ value }) => value.kind === 'function' && isIn(at, module.functions[value.function]!)),
  );
}
