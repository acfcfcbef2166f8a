import {
  type Call,
  type Expression,
  isBefore,
  isIn,
  type Place,
  type SourceModule,
} from '../../code/syntax/source-module.ts';
import {
  comparedIn,
  functionNamed,
  isConstantCall,
  isSwallowedAt,
  kindOfCall,
  numberOf,
  type TestModule,
} from '../assertions.ts';
import { chainOf, expressionsBelow, within } from '../source-text.ts';
import type { TestBody } from '../test-case.ts';
import { type Answers, together } from './answers.ts';
import { type Asked, askedByCall, askedByCondition, askedByRead } from './matchers.ts';
import { reached } from './reached.ts';
import { mayBeSwallowed } from './swallowed.ts';

/** Where a test compares what own code answered; `open` where it may, and nobody can tell. */
export type ComparedAnswer = Place | 'open' | undefined;

const RENDERS = /^(render|mount|shallow)/;
const ON_SCREEN =
  /^(?:get|find|query)(?:All)?By(?:Role|LabelText|PlaceholderText|Text|DisplayValue|AltText|Title|TestId)$/;

/** The first comparison of a test that has to do with an answer of own code. */
export function comparedAnswer(
  body: TestBody,
  tests: TestModule,
  answers: Answers,
  seen = new Set<number>(),
): ComparedAnswer {
  const { module } = tests;
  const told = new Set<string>();
  let isOpen = false;
  seen.add(body.function);
  for (const { at, asked, place } of assertionsIn(body, tests)) {
    told.add(keyOf(at));
    const comes = reached(at, place, body, module);
    if (comes === 'never' || isSwallowedAt(at, body, tests)) continue;
    for (const one of asked) {
      const answer = toldOf(one, { body, module, answers, at, place });
      if (answer === 'own' && comes === 'surely' && !mayBeSwallowed(at, body, tests)) return at;
      if (answer !== 'none') isOpen = true;
    }
  }
  for (const call of within(module.calls, body)) {
    const { callee, at } = call;
    const helper = callee.kind === 'name' ? functionNamed(callee.name, module) : undefined;
    const number = helper === undefined ? -1 : module.functions.indexOf(helper);
    if (helper === undefined || seen.has(number) || isSwallowedAt(at, body, tests)) continue;
    const comes = reached(at, call.within, body, module);
    if (comes === 'never') continue;
    const inside = comparedAnswer({ at: helper.at, end: helper.end, function: number }, tests, answers, seen);
    if (typeof inside === 'object' && comes === 'surely' && !mayBeSwallowed(at, body, tests)) return inside;
    if (typeof inside === 'object') isOpen = true;
  }
  // What is compared by others, or in a way that is not told here, may be an answer.
  const { assertions, unclear } = comparedIn(body, tests);
  const others = assertions.some(
    (one) => !one.isConstant && !told.has(keyOf(one.at)) && !isSwallowedAt(one.at, body, tests),
  );
  return isOpen || others || unclear || mayCompare(body, told, tests, answers) ? 'open' : undefined;
}

/** Words with which functions that compare are called, whoever wrote them. */
const COMPARES = /^(assert|expect|check|verify|ensure|should|must|compare|match)/i;

/** Whether something that is not looked into is given what may be an answer, and may compare it. */
function mayCompare(
  body: TestBody,
  told: ReadonlySet<string>,
  { module }: TestModule,
  answers: Answers,
): boolean {
  return within(module.calls, body).some((call) => {
    if (told.has(keyOf(call.at))) return false;
    const chain = chainOf(call.callee, module);
    if (COMPARES.test(chain?.steps.at(-1) ?? chain?.root ?? '')) return true;
    if (answers.isSeen(module, call)) return false;
    return call.arguments.some(({ value }) => answers.of(module, value, call.within) !== 'none');
  });
}

function keyOf({ line, column }: Place): string {
  return `${line}:${column}`;
}

interface Written {
  readonly at: Place;
  readonly asked: readonly Asked[];
  /** The function that it stands in. */
  readonly place: number;
}

function* assertionsIn(body: TestBody, tests: TestModule): Generator<Written> {
  const { module } = tests;
  for (const { at, isConstant, said, during } of within(module.asserts, body)) {
    const place = body.function;
    if (during !== undefined) yield { at, place, asked: [{ how: 'raises', of: [] }] };
    else if (said === undefined) yield { at, place, asked: [OPEN] };
    else if (!isConstant) yield { at, place, asked: askedByCondition(said, module) };
  }
  const parts = new Set<number>();
  for (const call of within(module.calls, body)) {
    const number = numberOf(call, module);
    let of: Expression = call.callee;
    while (of.kind === 'member') of = of.of;
    if (of.kind === 'call') parts.add(of.call);
    if (kindOfCall(call, tests) !== 'compares') continue;
    const chain = chainOf(call.callee, module);
    // The whole of a chain stands before its parts; of `request(app).get('/').expect(200)` each asks for itself.
    if (parts.has(number) && chain?.steps.at(-1) !== 'expect') continue;
    if (chain?.steps.length === 0 && chain.root === 'expect') continue;
    if (isConstantCall(call, module)) continue;
    yield { at: call.at, place: call.within, asked: askedBy(call, number, module) };
  }
  for (const read of within(module.reads, body)) {
    const asked = askedByRead(read, module);
    if (asked !== undefined) yield { at: read.at, place: read.within, asked: [asked] };
  }
  for (const { at, within: place } of within(module.throws, body)) yield { at, place, asked: [OPEN] };
}

const OPEN: Asked = { how: 'open', of: [] };

/** `assert(reply.status === 200)`, `self.assertTrue(reply == 3)`: what is asked stands in the argument. */
function askedBy(call: Call, number: number, module: SourceModule): readonly Asked[] {
  // `screen.getByText('3')` throws where nothing fits.
  const chain = chainOf(call.callee, module);
  if (ON_SCREEN.test(chain?.steps.at(-1) ?? chain?.root ?? ''))
    return [{ how: 'value', of: [{ kind: 'call', call: number, at: call.at }] }];
  const asked = askedByCall(call, module);
  const [said] = asked.of;
  if (asked.how !== 'truth' || said === undefined) return [asked];
  return askedByCondition(said, module);
}

interface Test {
  readonly body: TestBody;
  readonly module: SourceModule;
  readonly answers: Answers;
  readonly at: Place;
  readonly place: number;
}

function toldOf({ how, of }: Asked, test: Test): 'own' | 'none' | 'open' {
  const { module, answers, place } = test;
  switch (how) {
    case 'kind':
      return 'none';
    case 'raises':
      return raisedBy(of, test) ? 'own' : 'open';
    case 'called':
      if (of.slice(0, 1).some((one) => isHandedOver(one, test) && !isCalledIn(one, test))) return 'own';
      return callsNothingReal(test) ? 'none' : 'open';
    case 'truth': {
      const [said] = of;
      if (said === undefined) return 'open';
      if (answers.isObject(module, said, place)) return 'none';
      return answers.of(module, said, place) === 'none' ? 'none' : 'open';
    }
    case 'value': {
      const [left, right] = of;
      if (left !== undefined && right !== undefined && isSameName(left, right)) return 'open';
      const answer = together(of.map((one) => answers.of(module, one, place)));
      if (answer === 'own') return 'own';
      if (left !== undefined && (isHandedOver(left, test) || isOnScreen(left, test))) return 'own';
      if (answer === 'stand-in') return callsNothingReal(test) ? 'none' : 'open';
      return answer;
    }
    default:
      return 'open';
  }
}

/** Whether own code is what raises: it stands under the `with`, in the function that is given, or is it. */
function raisedBy(of: readonly Expression[], { module, answers, at, place }: Test): boolean {
  const under = module.asserts.find((one) => one.at === at)?.during;
  if (under !== undefined) return answers.callsOwn(module, under);
  return of.some((one) => {
    if (one.kind === 'function') return answers.callsOwn(module, module.functions[one.function]!);
    return answers.of(module, one, place) === 'own' || answers.ownCode.isCode(module, one, place);
  });
}

/** Whether own code was given what is looked at, before it is. */
function isHandedOver(value: Expression, { module, answers, at, body, place }: Test): boolean {
  const name = rootOf(value, module);
  if (name === undefined || !answers.canHold(module, { kind: 'name', name, at }, place)) return false;
  return within(module.calls, body).some(
    (call) =>
      isBefore(call.end, at) &&
      call.arguments.some((one) =>
        expressionsBelow(one.value).some((part) => part.kind === 'name' && part.name === name),
      ) &&
      answers.ofCall(module, numberOf(call, module)) === 'own',
  );
}

/** Whether the test itself calls what it asks to have been called. */
function isCalledIn(value: Expression, { module, body }: Test): boolean {
  return within(module.calls, body).some(({ callee }) => isSameName(callee, value));
}

function rootOf(value: Expression, module: SourceModule): string | undefined {
  const root = value.kind === 'index' ? rootOf(value.of, module) : chainOf(value, module)?.root;
  return root === undefined || /^(self|this|cls|expect)$/.test(root) ? undefined : root;
}

/** Whether something of a page is looked at that own components of this test made. */
function isOnScreen(value: Expression, { module, answers, body, at, place }: Test): boolean {
  const chain = chainOf(answers.writtenAs(module, value, place), module);
  if (!ON_SCREEN.test(chain?.steps.at(-1) ?? chain?.root ?? '')) return false;
  return within(module.calls, body).some((call) => {
    const to = chainOf(call.callee, module);
    if (!isBefore(call.at, at) || !RENDERS.test(to?.steps.at(-1) ?? to?.root ?? '')) return false;
    const elements = module.elements.filter((one) => isIn(one.at, call));
    return (
      elements.some(({ name, at: p }) =>
        answers.ownCode.isCode(module, { kind: 'name', name, at: p }, call.within),
      ) || call.arguments.some((one) => answers.isOfOwn(module, one.value, call.within))
    );
  });
}

/** Whether all that the test calls are stand-ins, and what they are made with. */
function callsNothingReal({ module, answers, body, at }: Test): boolean {
  return within(module.calls, body).every((call) => {
    const number = numberOf(call, module);
    if (call.at === at) return true;
    const answer = answers.ofCall(module, number);
    return answer === 'none' || answer === 'stand-in';
  });
}

function isSameName(a: Expression, b: Expression): boolean {
  if (a.kind === 'name' && b.kind === 'name') return a.name === b.name;
  return a.kind === 'member' && b.kind === 'member' && a.name === b.name && isSameName(a.of, b.of);
}
