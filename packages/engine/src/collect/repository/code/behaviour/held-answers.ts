import { statusIn } from '../routes/lambda.ts';
import { partsOf } from '../syntax/expressions.ts';
import {
  type Binding,
  type Call,
  type Ending,
  type Expression,
  isBefore,
  isIn,
  isInside,
  type ObjectExpression,
  type Place,
  type SourceModule,
} from '../syntax/source-module.ts';
import { FAILURE_NAME, isFailure } from './declared-answers.ts';
import { branchesAround, type FunctionAt, lastName, type Reaches } from './reach.ts';
import type { RoutePart } from './route-part.ts';

/** What an answer holds for whoever asked: nothing, as a refusal does, something, or nobody can tell. */
type Held = 'nothing' | 'something' | 'open';

interface ValueAt {
  readonly module: SourceModule;
  readonly value: Expression;
  readonly within: number;
}

/** A value, and where it is given. */
interface WayOut extends ValueAt {
  readonly at: Place;
}

export interface HeldAnswer extends WayOut {
  readonly held: Exclude<Held, 'nothing'>;
}

const DEEPEST = 5;

/** What the gateway is told of a caller, and nobody else. */
const OF_AUTHORIZERS = /^(isAuthorized|policyDocument)$/;

/** What functions answer with, as far as it holds more than a refusal. */
export class HeldAnswers {
  readonly #reaches: Reaches;
  readonly #part: RoutePart | undefined;

  constructor(reaches: Reaches, part: RoutePart | undefined) {
    this.#reaches = reaches;
    this.#part = part;
  }

  of(at: FunctionAt): readonly HeldAnswer[] {
    return this.#waysOut(at).flatMap((one) => {
      const held = this.#heldIn(one, 0);
      return held === 'nothing' ? [] : [{ ...one, held }];
    });
  }

  /** What a function gives, as far as it may do so for the part. */
  #waysOut({ module, function: number }: FunctionAt): readonly WayOut[] {
    const { gives, parameters } = module.functions[number]!;
    if (gives !== undefined) return [{ module, value: gives, within: number, at: gives.at }];
    const callback = parameters[2]?.name;
    const given = [
      ...module.returns.filter(({ within }) => within === number),
      ...module.calls.flatMap(({ callee, arguments: [, answer], within, at }) =>
        callback !== undefined && lastName(callee) === callback && isInside(module, within, number)
          ? [{ value: answer?.value, within, at }]
          : [],
      ),
    ];
    return given.flatMap(({ value, within, at }) =>
      value !== undefined && this.#comesTo(module, number, at) ? [{ module, value, within, at }] : [],
    );
  }

  #heldIn({ module, value, within }: ValueAt, steps: number): Held {
    if (steps > DEEPEST) return 'open';
    const of = (one: Expression) => this.#heldIn({ module, value: one, within }, steps + 1);
    switch (value.kind) {
      case 'literal':
        return value.value === null || this.#isIdle(module, within, value.at) ? 'nothing' : 'open';
      case 'object': {
        const status = statusIn(value);
        if (value.members.some(({ name }) => OF_AUTHORIZERS.test(name))) return 'nothing';
        if (status === undefined)
          return value.spread === undefined ? 'something' : either(value.spread.map(of));
        const held = this.#heldBy({ module, value: status, within });
        if (held !== 'something' || !isSameForAll(module, value)) return held;
        return this.#isIdle(module, within, value.at) ? 'nothing' : 'open';
      }
      case 'call':
        return this.#heldInCall(module, module.calls[value.call]!, steps);
      case 'name':
        return this.#heldUnder(value.name, module, within, (one) => this.#heldIn(one, steps + 1));
      case 'choice':
        return either(value.of.map(of));
      case 'list':
      case 'text':
        return 'something';
      case 'function':
        return 'nothing';
      default:
        return 'open';
    }
  }

  /** By its status: of one that is no success it is nothing. */
  #heldBy({ module, value, within }: ValueAt): Held {
    const of = (one: Expression) => this.#heldBy({ module, value: one, within });
    if (isFailure(value)) return 'nothing';
    if (value.kind === 'choice') return either(value.of.map(of));
    if (value.kind === 'literal') return Number(value.value) < 300 ? 'something' : 'nothing';
    if (value.kind === 'name') return this.#heldUnder(value.name, module, within, (one) => this.#heldBy(one));
    return value.kind === 'member' && /^(HTTP_200_)?OK$/i.test(value.name) ? 'something' : 'open';
  }

  #heldInCall(module: SourceModule, call: Call, steps: number): Held {
    const given = call.arguments.map(({ value }) => value);
    const isRefusal = given.some(
      (one) => isFailure(one) || (one.kind === 'object' && one.members.some(({ value }) => isFailure(value))),
    );
    if (isRefusal || FAILURE_NAME.test(lastName(call.callee) ?? '')) return 'nothing';
    const { program } = this.#reaches;
    const meaning = program.resolve(module, call.callee, call.within);
    const status = given.find((one) => one.kind === 'literal' && typeof one.value === 'number');
    if (status !== undefined) return this.#heldBy({ module, value: status, within: call.within });
    if (meaning.kind !== 'function') return 'open';
    return either(this.#waysOut(meaning).map((one) => this.#heldIn(one, steps + 1)));
  }

  /** Of a name all that is put into it; where that is not the same, the order would tell. */
  #heldUnder(name: string, module: SourceModule, within: number, heldIn: (one: ValueAt) => Held): Held {
    const found = this.#reaches.program.scopes(module).lookUp(name, within);
    const bound = found.flatMap((one): Binding[] => (one.kind === 'binding' ? [one.binding] : []));
    if (found.length === 0 || bound.length < found.length) return name === 'undefined' ? 'nothing' : 'open';
    const put = this.#part?.module === module ? holding(this.#part, bound) : bound;
    const held = put.map((one) => heldIn({ module, value: one.value, within: one.within }));
    return new Set(held).size > 1 ? 'open' : (held[0] ?? 'nothing');
  }

  /** Whether nothing was done on the way to a place, as far as its branch shows. */
  #isIdle(module: SourceModule, number: number, at: Place): boolean {
    const own = module.functions[number];
    const [innermost] = branchesAround(module, at, own)
      .flatMap(({ then, otherwise }) =>
        isIn(at, then) ? [then] : otherwise === undefined ? [] : [otherwise],
      )
      .toSorted((a, b) => (isBefore(a.at, b.at) ? 1 : -1));
    return this.#reaches
      .of({ module, function: number })
      .calls.every(
        ({ call, name, module: from }) =>
          from !== module ||
          !isBefore(call.at, at) ||
          (this.#part?.module === module && !this.#part.runs(call.at)) ||
          (innermost !== undefined && !isIn(call.at, innermost)) ||
          OF_THE_LANGUAGE.test(name),
      );
  }

  /** Whether the part may come to a place; what is answered to an error is no answer to what was asked. */
  #comesTo(module: SourceModule, number: number, at: Place): boolean {
    const around = branchesAround(module, at, module.functions[number]!);
    if (module.catches.some(({ caught }) => isIn(at, caught))) return false;
    if (
      around.some(({ test, then }) => isIn(at, then) && (isPreflight(test) || isOfOtherEvent(module, test)))
    )
      return false;
    const part = this.#part;
    return part?.module !== module || (part.runs(at) && !isLeftBefore(part, number, at));
  }
}

const OF_THE_LANGUAGE =
  /^(console|JSON|json|Object|Array|String|Number|Date|Math|logger|log|logging|print|str|int|dict)(\.|$)|(^|\.)(get|split|replace|startswith|startsWith|includes|match|toUpperCase|toLowerCase|upper|lower|strip|trim|debug|info|warn|warning|error)$/;

function either(all: readonly Held[]): Held {
  if (all.includes('something')) return 'something';
  return all.includes('open') ? 'open' : 'nothing';
}

/** An answer that is written out: a status and a text. */
function isSameForAll(module: SourceModule, answer: ObjectExpression): boolean {
  const body = answer.members.find(({ name }) => name === 'body')?.value;
  return !answer.open && (body === undefined || isWrittenOut(module, body));
}

function isWrittenOut(module: SourceModule, value: Expression): boolean {
  if (value.kind === 'literal') return true;
  if (value.kind === 'object' || value.kind === 'list')
    return !value.open && partsOf(value).every((one) => isWrittenOut(module, one));
  if (value.kind !== 'call') return false;
  const { path, arguments: given } = module.calls[value.call]!;
  return (
    /^(JSON\.stringify|json\.dumps)$/.test(path ?? '') &&
    given.every((one) => isWrittenOut(module, one.value))
  );
}

/** `event.httpMethod === 'OPTIONS'`: what a browser asks first for the rules of another origin. */
function isPreflight(test: Expression): boolean {
  return (
    test.kind === 'compare' &&
    test.operator === '==' &&
    [test.left, test.right].some((one) => one.kind === 'literal' && one.value === 'OPTIONS')
  );
}

/** `if (event.Records)`, `event.source === 'aws.events'`: not what an API calls with. */
function isOfOtherEvent(module: SourceModule, test: Expression): boolean {
  const of = (one: Expression) => isOfOtherEvent(module, one);
  if (test.kind === 'not') return false;
  if (test.kind === 'member' && OF_OTHER_EVENTS.test(test.name)) return true;
  if (test.kind === 'literal') return OF_OTHER_EVENTS.test(String(test.value));
  if (test.kind !== 'call') return partsOf(test).some(of);
  const { callee, arguments: given } = module.calls[test.call]!;
  return of(callee) || given.some(({ value }) => of(value));
}

const OF_OTHER_EVENTS = /^(Records|source|detail|detail-type|triggerSource|warmer|warmup|warmUp|keepWarm)$/;

/** Whether whatever a part is for has surely left a function of its module before a place. */
function isLeftBefore(part: RoutePart, number: number, at: Place): boolean {
  const { module } = part;
  return [module.returns, module.throws].some((ends) =>
    sureOnes(part, ends, number).some(
      (end) =>
        isBefore(end.at, at) &&
        module.catches.every(
          ({ tried }) => ends === module.returns || !isIn(end.at, tried) || isIn(at, tried),
        ),
    ),
  );
}

/** Of what is put into a name that which holds: where the part surely fails, what is put into it for that. */
function holding(part: RoutePart, all: readonly Binding[]): readonly Binding[] {
  const { module } = part;
  const running = all.filter(({ at }) => part.runs(at));
  const failing = module.catches.filter(({ tried, within }) =>
    sureOnes(part, module.throws, within).some(({ at }) => isIn(at, tried)),
  );
  const afterwards = running.filter(({ at }) => failing.some(({ caught }) => isIn(at, caught)));
  return afterwards.length > 0
    ? afterwards
    : running.filter(({ at }) => module.catches.every(({ caught }) => !isIn(at, caught)));
}

/** Those to which whatever a part is for surely comes, if not to one before. */
function sureOnes(part: RoutePart, ends: readonly Ending[], number: number): readonly Ending[] {
  const { module } = part;
  return ends.filter(
    ({ at, within }) =>
      within === number &&
      part.runs(at) &&
      branchesAround(module, at, module.functions[number]).every((one) => part.isOfOthers(one)) &&
      module.catches.every(({ caught }) => !isIn(at, caught)) &&
      !isPassedBy(part, at, number),
  );
}

/** Whether another case of the same `switch` than those of the routes goes on behind it. */
function isPassedBy(part: RoutePart, end: Place, number: number): boolean {
  const { module } = part;
  const cases = module.branches.filter(({ within }) => within === number);
  const subjects = new Set(cases.flatMap((one) => (part.isOfOthers(one) ? (subjectOf(one.test) ?? []) : [])));
  return cases.some(
    (one) =>
      isBefore(one.at, end) &&
      !part.isOfOthers(one) &&
      subjects.has(subjectOf(one.test) as Expression) &&
      ![...module.returns, ...module.throws].some((inner) => isIn(inner.at, one.then)),
  );
}

function subjectOf(test: Expression): Expression | undefined {
  return test.kind === 'compare' ? test.left : undefined;
}
