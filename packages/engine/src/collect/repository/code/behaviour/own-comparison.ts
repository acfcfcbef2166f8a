import { partsOf } from '../syntax/expressions.ts';
import { type Expression, isInside, type SourceModule } from '../syntax/source-module.ts';
import { type FunctionAt, lastName, type Reach, type Reaches } from './reach.ts';

/** Whether a value is, or may be, of the body of a request. */
export type MayBeBody = (module: SourceModule, value: Expression, within: number) => boolean;

const FURTHEST = 6;
/** What gives a part of something, or whether it has one. */
const LOOKS_UP = /^(get|has|hasOwn|hasOwnProperty|keys|entries|values|trim|strip|parse|loads|Boolean|bool)$/;
/** What says of which of several something holds. */
const ASKS_EACH = /^(filter|find|some|every|any|all)$/;

/** Whether any test in functions of the repository compares the body: looking whether a field is there compares nothing. */
export function comparesBody(reaches: Reaches, reach: Reach, mayBeBody: MayBeBody): boolean {
  const presence = new Presence(reaches);
  return reach.functions.some((at) =>
    testsIn(at).some(
      ({ value, within }) =>
        !presence.isAll(at.module, value, within, 0) && mentions(at.module, value, within, mayBeBody, 0),
    ),
  );
}

interface Test {
  readonly value: Expression;
  readonly within: number;
}

/** What a function decides by, and what it says of what it was given. */
function testsIn({ module, function: number }: FunctionAt): readonly Test[] {
  const isOwn = ({ within }: { readonly within: number }) => isInside(module, within, number);
  return [
    ...module.branches.filter(isOwn).map(({ test, within }) => ({ value: test, within })),
    ...module.returns
      .filter(isOwn)
      .flatMap(({ value, within }) => (value === undefined ? [] : [{ value, within }])),
    ...module.functions.flatMap(({ gives }, within) =>
      gives !== undefined && isOwn({ within }) ? [{ value: gives, within }] : [],
    ),
    ...module.calls
      .filter(isOwn)
      .flatMap((call) => call.arguments.map(({ value }) => ({ value, within: call.within })))
      .filter(({ value }) => /^(compare|both|not)$/.test(value.kind)),
  ];
}

/** Whether a value is made of what may be the body. */
function mentions(
  module: SourceModule,
  value: Expression,
  within: number,
  mayBeBody: MayBeBody,
  steps: number,
): boolean {
  if (steps > FURTHEST) return true;
  if (mayBeBody(module, value, within)) return true;
  const parts =
    value.kind === 'call'
      ? [module.calls[value.call]!.callee, ...module.calls[value.call]!.arguments.map((one) => one.value)]
      : partsOf(value);
  return parts.some((one) => mentions(module, one, within, mayBeBody, steps + 1));
}

/** Tells what only looks whether something is there from what compares it. */
class Presence {
  readonly #reaches: Reaches;

  constructor(reaches: Reaches) {
    this.#reaches = reaches;
  }

  isAll(module: SourceModule, value: Expression, within: number, steps: number): boolean {
    if (steps > FURTHEST) return false;
    const of = (one: Expression) => this.isAll(module, one, within, steps + 1);
    switch (value.kind) {
      case 'compare':
        return this.#isOfPresence(value, of);
      case 'name':
      case 'member':
      case 'index':
        return this.#isNamed(module, value, within, steps);
      case 'call':
        return this.#isCalled(module, value.call, within, steps);
      case 'function':
      case 'text':
      case 'literal':
        return true;
      case 'class':
      case 'module':
      case 'other':
        return false;
      default:
        return partsOf(value).every(of);
    }
  }

  #isOfPresence(
    { operator, left, right }: Extract<Expression, { kind: 'compare' }>,
    of: (one: Expression) => boolean,
  ): boolean {
    if (/\bin$/.test(operator)) return true;
    if (isNothing(left) || isNothing(right)) return of(left) && of(right);
    // How many are missing, not how long a text is.
    const [counted, other] = left.kind === 'member' ? [left, right] : [right, left];
    return (
      counted.kind === 'member' &&
      counted.name === 'length' &&
      other.kind === 'literal' &&
      other.value === 0 &&
      of(counted.of)
    );
  }

  #isNamed(module: SourceModule, value: Expression, within: number, steps: number): boolean {
    const meaning = this.#reaches.program.resolve(module, value, within);
    if (meaning.kind === 'value' && meaning.value !== value)
      return this.isAll(meaning.module, meaning.value, meaning.within, steps + 1);
    if (meaning.kind === 'made')
      return meaning.members.length > 0 || this.#isCalled(meaning.module, meaning.call, within, steps + 1);
    if (value.kind === 'index' || (value.kind === 'member' && meaning.kind === 'open'))
      return this.isAll(module, value.of, within, steps + 1);
    return true;
  }

  #isCalled(module: SourceModule, number: number, within: number, steps: number): boolean {
    const { callee, arguments: given, isNew } = module.calls[number]!;
    const last = lastName(callee) ?? '';
    if (isNew || LOOKS_UP.test(last)) return true;
    const handed = given.flatMap(({ value }) => (value.kind === 'function' ? [value.function] : []));
    if (ASKS_EACH.test(last) && handed.length > 0)
      return handed.every((one) => this.#isGiven({ module, function: one }, steps + 1));
    const { functions } = this.#reaches.program.functionsOf(
      this.#reaches.program.resolve(module, callee, within),
    );
    return functions.length > 0 && functions.every((one) => this.#isGiven(one, steps + 1));
  }

  #isGiven({ module, function: number }: FunctionAt, steps: number): boolean {
    const { gives } = module.functions[number]!;
    const values = [
      ...(gives === undefined ? [] : [gives]),
      ...module.returns.flatMap(({ value, within }) =>
        within === number && value !== undefined ? [value] : [],
      ),
    ];
    return values.every((value) => this.isAll(module, value, number, steps));
  }
}

/** `null`, `undefined`, `''`, and what `typeof` says of what is not there. */
function isNothing(value: Expression): boolean {
  if (value.kind === 'literal')
    return value.value === null || value.value === '' || value.value === 'undefined';
  return value.kind === 'name' && value.name === 'undefined';
}
