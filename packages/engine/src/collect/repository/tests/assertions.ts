import { onceFor } from '../../../once-for.ts';
import {
  type Call,
  type Catch,
  type CodeFunction,
  type Expression,
  isIn,
  type Place,
  type Range,
  type SourceModule,
} from '../code/syntax/source-module.ts';
import { chainOf, importOf, within } from './source-text.ts';

/** A file of tests with what modules of code do not tell. */
export interface TestModule {
  readonly module: SourceModule;
  readonly resolve: (module: string) => OwnModule | undefined;
}

/**
 * What a module of an import is in the repository: a file of tests, code of the application, or either, where what leads from
 * its name to a file could not be read.
 */
export type OwnModule = TestModule | 'application' | 'unread';

/** A place that compares. */
export interface Assertion {
  readonly at: Place;
  readonly isConstant: boolean;
}

/** What a piece of a test compares; `unclear` where it calls something that nobody could look into. */
export interface Compared {
  readonly assertions: readonly Assertion[];
  readonly unclear: boolean;
}

/** Packages that compare, and the runners of tests. */
export const ASSERT_MODULES =
  /^((node:)?assert(\/strict)?|chai|should|expect|power-assert|uvu\/assert|earl|unexpected|@jest\/globals|vitest)$/;
/** Of these everything compares. */
const ASSERT_ONLY = /^((node:)?assert(\/strict)?|uvu\/assert)$/;
/** What is named so compares, wherever it comes from. */
const NAMED = /^(?:expect|assert|should|verify|ensure|must|fail|xassert)(?:[A-Z_]\w*)?$/;
/** Queries of Testing Library that throw where nothing fits, taken out of what `render` gives. */
const FINDS =
  /^(?:get|find)(?:All)?By(?:Role|LabelText|PlaceholderText|Text|DisplayValue|AltText|Title|TestId)$/;
const MEMBERS =
  /^(?:(?:expect|assert|verify|should|toHave|toBe|toEqual|toMatch)(?:[A-Z_]\w*)?|waitFor\w*|wait_for\w*|(?:get|find)(?:All)?By[A-Z]\w*|expect_\w+|assert\w*|fail(?:ureException)?|hasResource\w*|resourceCountIs|resourcePropertiesCountIs|has(?:Output|Mapping|Parameter|Condition|Error|Warning|Info|No[A-Z]\w*)|templateMatches|has_resource\w*|resource_count_is|has_output|template_matches|raises|warns|check_output|isDone)$/;
/** Part of comparing, and no comparison by itself. */
const NONE =
  /^(?:assertions|hasAssertions|extend|any|anything|objectContaining|arrayContaining|stringContaining|stringMatching|closeTo|addSnapshotSerializer|plan|skip|todo|test|step|teardown|before|after|beforeEach|afterEach|comment|diagnostic|log|timeout|setTimeout|configure|soft)$/;
const T_FRAMEWORKS = /^(node:test|test|ava|tap|tape|uvu|qunit|bun:test)$/;

/** What stands in a range of a file of tests, the functions that it calls included. */
export function comparedIn(range: Range, tests: TestModule, seen = new Set<string>()): Compared {
  const { module } = tests;
  const key = `${module.file}:${range.at.line}:${range.at.column}`;
  if (seen.has(key) || seen.size > 200) return { assertions: [], unclear: false };
  seen.add(key);
  const assertions: Assertion[] = within(tests.module.asserts, range).map(({ at, isConstant }) => ({
    at,
    isConstant,
  }));
  let unclear = false;
  // Of a chain the whole stands before its parts: a part that is known to be one is not asked again.
  const parts = new Set<number>();
  for (const call of within(module.calls, range)) {
    const number = numberOf(call, module);
    const part = innerCall(call.callee, module);
    const kind = kindOfCall(call, tests);
    if (kind === 'compares') {
      if (part !== undefined) parts.add(part);
      if (!parts.has(number) && asksNothing(call, number, module)) continue;
      if (!parts.has(number) || !isConstantCall(call, module))
        assertions.push({ at: call.at, isConstant: isConstantCall(call, module) });
      continue;
    }
    if (part !== undefined && parts.has(number)) parts.add(part);
    const other = followed(call, tests, seen);
    if (other === undefined) continue;
    if (other === 'unclear') unclear = true;
    else {
      unclear ||= other.unclear;
      if (other.assertions.length > 0)
        assertions.push({ at: call.at, isConstant: other.assertions.every((a) => a.isConstant) });
    }
  }
  for (const { at } of within(module.throws, range)) assertions.push({ at, isConstant: false });
  for (const { at, path } of within(module.reads, range))
    if (path !== undefined && /\.should(\.|$)/.test(path)) assertions.push({ at, isConstant: false });
  return { assertions, unclear };
}

/** `expect(sum(1, 2))` alone; `expect(sum(1, 2)).to.be.positive` asks by a member that is only read. */
function asksNothing({ callee }: Call, number: number, module: SourceModule): boolean {
  return (
    module.language === 'script' &&
    callee.kind === 'name' &&
    callee.name === 'expect' &&
    !callsWithMembers(module).has(number)
  );
}

/** Calls of whose results members are read. */
const callsWithMembers = onceFor(
  ({ reads }: SourceModule) =>
    new Set(
      reads.flatMap(({ value }) => {
        let of = value;
        while (of.kind === 'member') of = of.of;
        return of.kind === 'call' ? [of.call] : [];
      }),
    ),
);

const NUMBERS = new WeakMap<SourceModule, ReadonlyMap<Call, number>>();

export function numberOf(call: Call, module: SourceModule): number {
  const before = NUMBERS.get(module) ?? new Map(module.calls.map((one, i) => [one, i]));
  NUMBERS.set(module, before);
  return before.get(call)!;
}

/** Whether a call compares by itself. */
export function kindOfCall(call: Call, { module, resolve }: TestModule): 'compares' | undefined {
  const chain = chainOf(call.callee, module);
  if (chain === undefined) {
    const { callee } = call;
    return callee.kind === 'member' && MEMBERS.test(callee.name) ? 'compares' : undefined;
  }
  const last = chain.steps.at(-1);
  const imported = importOf(module, chain.root);
  if (last === undefined) {
    if (chain.root === 'cy') return undefined;
    const name = imported === undefined || imported.member === 'default' ? chain.root : imported.member;
    // What the test calls may be called `verify` itself.
    if (imported !== undefined && mayBeOfApplication(resolve(imported.module))) return undefined;
    if (functionNamed(chain.root, module) !== undefined) return undefined;
    if (imported !== undefined && typeof resolve(imported.module) === 'object') return undefined;
    return NAMED.test(name) ||
      FINDS.test(name) ||
      (imported !== undefined &&
        ((ASSERT_MODULES.test(imported.module) && imported.member === 'default' && !MAKES.test(name)) ||
          ASSERT_ONLY.test(imported.module)))
      ? 'compares'
      : undefined;
  }
  if (NONE.test(last)) return undefined;
  // A stub of botocore refuses a call that is made with anything else.
  if (last === 'add_response' && call.arguments.some(({ name }) => name === 'expected_params'))
    return 'compares';
  if (chain.root === 'cy') return 'compares';
  if (
    chain.root === 't' &&
    module.imports.some((i) => T_FRAMEWORKS.test(i.module)) &&
    chain.steps.length <= 2
  )
    return chain.steps[0] === 'mock' || chain.steps[0] === 'context' ? undefined : 'compares';
  if (chain.root === 'self') return /^(assert|fail)/.test(last) ? 'compares' : undefined;
  if (/^(assert|expect|should|sinon\.assert)$/.test(chain.root)) return 'compares';
  if (
    imported !== undefined &&
    ASSERT_MODULES.test(imported.module) &&
    !MAKES.test(chain.root) &&
    !MOCKS.test(chain.root)
  )
    return 'compares';
  if (chain.steps.some((step) => step === 'should' || step === 'assert' || step === 'expect'))
    return 'compares';
  // A method of what the application exports may be called `verify` too.
  if (
    imported !== undefined &&
    mayBeOfApplication(resolve(imported.module)) &&
    !/^(expect|assert)/.test(last)
  )
    return undefined;
  if (last === 'done' && module.imports.some((i) => i.module === 'nock')) return 'compares';
  return MEMBERS.test(last) ? 'compares' : undefined;
}

function mayBeOfApplication(own: OwnModule | undefined): boolean {
  return own === 'application' || own === 'unread';
}

/** Whether what an import brings may come from a file of tests. */
export function mayBeOfTests(own: OwnModule | undefined): boolean {
  return own !== undefined && own !== 'application';
}

const MAKES = /^(it|test|describe|suite|before|after|beforeEach|afterEach|beforeAll|afterAll)$/;
const MOCKS = /^(jest|vi|mock|spy)$/;

/** What a call to a function of the tests themselves compares; nothing where it is none of theirs. */
function followed(call: Call, tests: TestModule, seen: Set<string>): Compared | 'unclear' | undefined {
  const { module, resolve } = tests;
  const chain = chainOf(call.callee, module);
  if (chain === undefined || call.callee.kind === 'call') return undefined;
  const own = (found: CodeFunction | undefined, of: TestModule) =>
    found === undefined ? undefined : comparedIn(found, of, seen);
  if (chain.steps.length === 0) {
    const local = functionNamed(chain.root, module);
    if (local !== undefined) return own(local, tests);
    // A fixture that is a function: it may stand in another file.
    if (module.language === 'python' && isParameter(call, chain.root, module)) {
      const from = resolve(importOf(module, chain.root)?.module ?? '');
      const fixture = typeof from === 'object' ? functionNamed(chain.root, from.module) : undefined;
      return fixture === undefined ? 'unclear' : own(fixture, from as TestModule);
    }
  }
  if (chain.root === 'self' || chain.root === 'this' || chain.root === 'cls') {
    const [name] = chain.steps;
    const owner = module.functions[call.within]?.class;
    if (chain.steps.length !== 1 || owner === undefined) return undefined;
    const found = methodNamed(name!, owner, module, 0);
    return found === 'elsewhere' ? 'unclear' : own(found, tests);
  }
  const imported = importOf(module, chain.root);
  if (imported === undefined) return isMadeByTests(chain.root, tests) ? 'unclear' : undefined;
  const from = resolve(imported.module);
  if (from === 'unread') return 'unclear';
  if (from === undefined || from === 'application') return undefined;
  const name = imported.member === '*' || imported.member === 'default' ? chain.steps[0] : imported.member;
  const found = name === undefined ? undefined : functionNamed(name, from.module);
  return found === undefined ? 'unclear' : own(found, from);
}

/** Whether a name stands for something that another file of tests makes: `app = await setUpApp()`. */
function isMadeByTests(name: string, { module, resolve }: TestModule): boolean {
  return (madeByImports(module).get(name) ?? []).some((from) => mayBeOfTests(resolve(from)));
}

/** The modules that names hold something of which what is imported from there has made. */
const madeByImports = onceFor((module: SourceModule) => {
  const found = new Map<string, string[]>();
  for (const { target, value } of module.bindings) {
    if (target.kind !== 'name' || value.kind !== 'call') continue;
    const from = importOf(module, chainOf(value, module)?.root);
    if (from !== undefined) found.set(target.name, [...(found.get(target.name) ?? []), from.module]);
  }
  return found;
});

/** The function of a file that a name stands for: declared under it, or else bound to it. */
export function functionNamed(name: string, module: SourceModule): CodeFunction | undefined {
  return functionsByName(module).get(name);
}

const functionsByName = onceFor(({ functions, bindings }: SourceModule) => {
  const found = new Map<string, CodeFunction>();
  for (const one of functions)
    if (one.name !== undefined && one.class === undefined && !found.has(one.name)) found.set(one.name, one);
  for (const { target, value } of bindings)
    if (target.kind === 'name' && value.kind === 'function' && !found.has(target.name))
      found.set(target.name, functions[value.function]!);
  return found;
});

function methodNamed(
  name: string,
  owner: number,
  module: SourceModule,
  depth: number,
): CodeFunction | 'elsewhere' | undefined {
  const one = module.classes[owner];
  if (one === undefined || depth > 5) return undefined;
  const found = one.methods.map((m) => module.functions[m]!).find((f) => f.name === name);
  if (found !== undefined) return found;
  let elsewhere = false;
  for (const base of one.bases) {
    const local = base.kind === 'name' ? module.classes.findIndex((c) => c.name === base.name) : -1;
    if (local < 0) {
      const known = base.kind === 'name' || base.kind === 'member' ? base.name : '';
      if (
        !/^(TestCase|object|IsolatedAsyncioTestCase|SimpleTestCase|TransactionTestCase|APITestCase)$/.test(
          known,
        )
      )
        elsewhere = true;
      continue;
    }
    const inherited = methodNamed(name, local, module, depth + 1);
    if (inherited !== undefined) return inherited;
  }
  return elsewhere ? 'elsewhere' : undefined;
}

function isParameter(call: Call, name: string, module: SourceModule): boolean {
  for (let at = call.within; at >= 0; at = module.functions[at]!.within)
    if (module.functions[at]!.parameters.some((p) => p.name === name)) return true;
  return false;
}

/** The call that a call continues: of `expect(x).toBe(y)` the first. */
function innerCall(callee: Expression, module: SourceModule): number | undefined {
  if (callee.kind === 'member') return innerCall(callee.of, module);
  if (callee.kind === 'call') return module.calls[callee.call] === undefined ? undefined : callee.call;
  return undefined;
}

/** Whether a comparison was decided when it was written: `expect(true).toBe(true)`, `assert.ok(true)`. */
export function isConstantCall(call: Call, module: SourceModule): boolean {
  const chain = chainOf(call.callee, module);
  if (chain === undefined) return false;
  if (chain.root === 'self') {
    const name = chain.steps[0] ?? '';
    return /^assert(True|Equal|Equals|IsNotNone|Is)$/.test(name) && allLiteral(call);
  }
  if (chain.root === 't')
    return (
      chain.steps[0] === 'pass' ||
      (/^(ok|true|truthy|is|equal)$/.test(chain.steps[0] ?? '') && allLiteral(call))
    );
  if (!/^(expect|assert)$/.test(chain.root) || chain.steps.includes('fail')) return false;
  const inner = innerCall(call.callee, module);
  if (inner !== undefined)
    return isConstantCall(module.calls[inner]!, module) && call.arguments.every(isLiteral);
  return allLiteral(call) && !isFalse(call);
}

function allLiteral(call: Call): boolean {
  return call.arguments.length > 0 && call.arguments.every(isLiteral);
}

function isLiteral({ value }: Call['arguments'][number]): boolean {
  return value.kind === 'literal';
}

/** `assert(false, 'not here')` fails where it is reached. */
function isFalse(call: Call): boolean {
  const [first] = call.arguments;
  return first?.value.kind === 'literal' && !first.value.value && chainIsBare(call);
}

function chainIsBare({ callee }: Call): boolean {
  return callee.kind === 'name' && callee.name === 'assert';
}

/** Whether what is thrown at a place inside of a range is caught there, and goes nowhere. */
export function isSwallowedAt(at: Place, range: Range, tests: TestModule): boolean {
  const { module } = tests;
  return module.catches.some(
    (one) => isIn(one.at, range) && isIn(at, one.tried) && catchesAll(one, module) && goesNowhere(one, tests),
  );
}

export function catchesAll({ types }: Catch, module: SourceModule): boolean {
  if (module.language === 'script' || types.length === 0) return true;
  return types.some((t) => t.kind === 'name' && /^(Exception|BaseException|AssertionError)$/.test(t.name));
}

/** Nothing of it is compared, thrown or handed on: words at most. */
function goesNowhere({ caught }: Catch, { module }: TestModule): boolean {
  if (module.throws.some(({ at }) => isIn(at, caught))) return false;
  if (module.asserts.some(({ at }) => isIn(at, caught))) return false;
  if (module.bindings.some(({ at, declares }) => !declares && isIn(at, caught))) return false;
  if (module.returns.some(({ at, value }) => isIn(at, caught) && value !== undefined)) return false;
  return module.calls.every(
    (call) =>
      !isIn(call.at, caught) || /^(console\.\w+|print|logg(er|ing)\.\w+|log\.\w+)$/.test(call.path ?? ''),
  );
}
