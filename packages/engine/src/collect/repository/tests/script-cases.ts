import {
  type Argument,
  type Call,
  type Expression,
  isIn,
  type Range,
  type SourceModule,
} from '../code/syntax/source-module.ts';
import { MAKERS, type NamedMaker, STEPS } from './framework-names.ts';
import { type Chain, chainOf, importOf, textIn, within } from './source-text.ts';
import type { Mark, TestBody, TestCase } from './test-case.ts';

interface Made {
  readonly call: Call;
  readonly makes: 'test' | 'suite';
  readonly skipped: Mark | undefined;
  readonly focused: Mark | undefined;
  readonly onlyIf: boolean;
  readonly fails: TestCase['fails'];
  readonly body: TestBody | undefined;
}

/** The tests of a file of TypeScript or JavaScript; `makers` are functions of other files that make one, by their names here. */
export function scriptCases(
  module: SourceModule,
  makers: ReadonlyMap<string, Said> = new Map(),
): readonly TestCase[] {
  const made = module.calls.flatMap((call) => madeBy(call, module, makers) ?? []);
  const suites = made.filter((one) => one.makes === 'suite' && one.body !== undefined);
  return made.flatMap((one): TestCase[] => {
    if (one.makes === 'suite') return [];
    const around = suites.filter(({ body }) => isIn(one.call.at, body!));
    const all = [one, ...around];
    const skipped = all.find((s) => s.skipped !== undefined)?.skipped;
    const focused = all.find((s) => s.focused !== undefined)?.focused;
    const inside = skipInside(one.body, module);
    const conditional = all.some((s) => s.onlyIf) || inside === 'perhaps';
    const fails = all.find((s) => s.fails !== undefined)?.fails ?? failsInside(one.body, module);
    const never = skipped ?? (typeof inside === 'object' ? inside : undefined);
    return [
      {
        ...nameOf(one.call, module),
        at: one.call.at,
        body: one.body,
        ...(never === undefined ? {} : { skipped: never }),
        ...(focused === undefined ? {} : { focused }),
        ...(conditional ? { onlyIf: true } : {}),
        ...(fails === undefined ? {} : { fails }),
      },
    ];
  });
}

function madeBy(call: Call, module: SourceModule, makers: ReadonlyMap<string, Said>): Made | undefined {
  const given = call.arguments.filter(({ spread }) => !spread);
  const body = bodyOf(given, module);
  const own = makerOf(call.callee, module);
  const chain = chainOf(call.callee, module);
  const said = own ?? (chain?.steps.length === 0 ? makers.get(chain.root) : undefined);
  // What a function of another file is given before it makes a test is none.
  if (said === undefined || (own === undefined && body === undefined)) return undefined;
  const { maker, marks, perhaps, makes } = said;
  const [first] = given;
  if (first === undefined) return undefined;
  // `test.skip(condition, 'why')` inside of a test, `describe.configure({…})`.
  const titled = textIn(first.value, module) !== undefined || isTitle(first.value);
  if (!titled && body === undefined) return undefined;
  if (marks.includes('todo')) return undefined;
  const options = given.find(({ value }) => value.kind === 'object')?.value;
  const option = (name: string) =>
    options?.kind === 'object' ? options.members.find((m) => m.name === name)?.value : undefined;
  const text = writtenAs(call.callee, module);
  const mark = { text, at: call.at };
  const skipOption = option('skip');
  const isSkipped = maker.does === 'skip' || marks.includes('skip') || isTrue(skipOption);
  const isFocused = maker.does === 'only' || marks.includes('only');
  // A name and no function: it is to be written.
  if (body === undefined && !isSkipped && given.length < 2) return undefined;
  return {
    call,
    makes,
    skipped: isSkipped && !perhaps ? mark : undefined,
    focused: isFocused ? mark : undefined,
    onlyIf: perhaps || (skipOption !== undefined && skipOption.kind !== 'literal'),
    fails: marks.includes('fails') ? 'always' : failsBy(option('fails') ?? option('expectFailure')),
    body,
  };
}

export interface Said {
  readonly maker: NamedMaker;
  readonly makes: 'test' | 'suite';
  readonly marks: readonly string[];
  readonly perhaps: boolean;
}

/** What a callee makes, through imports, names of its own and choices; nothing where it makes no test. */
export function makerOf(callee: Expression, module: SourceModule, depth = 0): Said | undefined {
  if (callee.kind === 'choice') {
    const found = callee.of.flatMap((one) => makerOf(one, module, depth + 1) ?? []);
    return found.length === callee.of.length && found.length > 0
      ? { ...found[0]!, perhaps: true }
      : undefined;
  }
  const chain = chainOf(callee, module);
  if (chain === undefined || depth > 4) return undefined;
  const kinds = chain.steps.map((step) => STEPS.get(step));
  if (kinds.includes(undefined)) return undefined;
  const own = rootMaker(chain, module, depth);
  if (own === undefined) return undefined;
  const marks = kinds.filter((kind) => kind !== undefined);
  return {
    maker: own.maker,
    makes: marks.includes('suite') || own.makes === 'suite' ? 'suite' : 'test',
    marks: [...own.marks, ...marks],
    perhaps: own.perhaps || marks.includes('perhaps'),
  };
}

function rootMaker({ root }: Chain, module: SourceModule, depth: number): Said | undefined {
  const imported = importOf(module, root);
  const name =
    imported === undefined || imported.member === 'default' || imported.member === '*'
      ? root
      : imported.member;
  const bound = module.bindings.find(
    ({ target, declares }) => declares && target.kind === 'name' && target.name === root,
  );
  if (bound !== undefined) {
    const { value } = bound;
    const other =
      value.kind === 'name' && value.name === root ? undefined : makerOf(value, module, depth + 1);
    if (other !== undefined) return other;
    // `const { it } = require('node:test')` and `const test = base.extend(…)` keep the name.
    if (value.kind === 'function' || value.kind === 'literal') return undefined;
  }
  const maker = MAKERS.get(name);
  return maker === undefined ? undefined : { maker, makes: maker.makes, marks: [], perhaps: false };
}

/** The function that a test is: the last argument, or what wraps it. */
function bodyOf(given: readonly Argument[], module: SourceModule): TestBody | undefined {
  for (const { value } of given.toReversed()) {
    const found = functionIn(value, module, 0);
    if (found === undefined) continue;
    const { at, end } = module.functions[found]!;
    return { at, end, function: found };
  }
  return undefined;
}

function functionIn(value: Expression, module: SourceModule, depth: number): number | undefined {
  if (depth > 3) return undefined;
  if (value.kind === 'function') return value.function;
  if (value.kind === 'name') {
    const declared = module.functions.findIndex((f) => f.isDeclared && f.name === value.name);
    if (declared >= 0) return declared;
    const bound = module.bindings.find((b) => b.target.kind === 'name' && b.target.name === value.name);
    return bound?.value.kind === 'function' ? bound.value.function : undefined;
  }
  if (value.kind !== 'call') return undefined;
  const call = module.calls[value.call]!;
  // The function of a wrapper: `fakeAsync(() => …)`; not one that is handed a value.
  return call.arguments.map((a) => functionIn(a.value, module, depth + 1)).find((f) => f !== undefined);
}

function isTitle(value: Expression): boolean {
  return value.kind === 'name' || value.kind === 'member' || value.kind === 'call' || value.kind === 'index';
}

function isTrue(value: Expression | undefined): boolean {
  return (
    value?.kind === 'literal' &&
    (value.value === true || (typeof value.value === 'string' && value.value !== ''))
  );
}

/** What an option says of a test that is to fail: `{ fails: true }`. */
function failsBy(option: Expression | undefined): TestCase['fails'] {
  if (option === undefined || (option.kind === 'literal' && !option.value)) return undefined;
  return isTrue(option) ? 'always' : 'perhaps';
}

/** `test.fail()` of Playwright inside of a test. */
function failsInside(body: TestBody | undefined, module: SourceModule): TestCase['fails'] {
  if (body === undefined) return undefined;
  const calls = within(module.calls, body).filter((call) => /^(test|it)\.fail$/.test(call.path ?? ''));
  if (calls.length === 0) return undefined;
  const isSure = calls.some((call) => call.arguments.length === 0 && !isConditional(call, module));
  return isSure ? 'always' : 'perhaps';
}

/** The text that it is given; where it is given none, or one that is computed, the line tells it apart. */
function nameOf(call: Call, module: SourceModule): Pick<TestCase, 'name' | 'isUnnamed'> {
  const [first] = call.arguments;
  const name = textIn(first?.value, module);
  return name === undefined || name.trim() === ''
    ? { name: `in line ${call.at.line}`, isUnnamed: true }
    : { name };
}

function writtenAs(callee: Expression, module: SourceModule): string {
  const chain = chainOf(callee, module);
  return chain === undefined ? 'a choice' : [chain.root, ...chain.steps].join('.');
}

/** `this.skip()`, `t.skip()`, `test.skip()` inside of a test: never where nothing decides about it. */
function skipInside(body: TestBody | undefined, module: SourceModule): Mark | 'perhaps' | undefined {
  if (body === undefined) return undefined;
  for (const call of within(module.calls, body)) {
    if (call.within !== body.function) continue;
    const chain = chainOf(call.callee, module);
    const last = chain?.steps.at(-1);
    if (
      chain === undefined ||
      (last !== 'skip' && last !== 'fixme' && last !== 'todo') ||
      chain.steps.length !== 1
    )
      continue;
    if (!['this', 't', 'test', 'ctx', 'context'].includes(chain.root)) continue;
    // With a name and a function it is a test in a test.
    if (call.arguments.some(({ value }) => value.kind === 'function')) continue;
    const [first] = call.arguments;
    const asked = chain.root === 'test' && first !== undefined && first.value.kind !== 'literal';
    if (asked || isConditional(call, module)) return 'perhaps';
    return { text: `${chain.root}.${last}()`, at: call.at };
  }
  return undefined;
}

/** Whether something decides about it: a branch, or what failed before. */
export function isConditional(one: { readonly at: Range['at'] }, module: SourceModule): boolean {
  return (
    module.branches.some(
      ({ then, otherwise }) => isIn(one.at, then) || (otherwise !== undefined && isIn(one.at, otherwise)),
    ) || module.catches.some(({ caught }) => isIn(one.at, caught))
  );
}
