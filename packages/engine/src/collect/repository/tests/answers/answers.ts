import type { Meaning, Program } from '../../code/names/program.ts';
import {
  type Call,
  type Expression,
  isIn,
  type Range,
  type SourceModule,
  TOP,
} from '../../code/syntax/source-module.ts';
import { chainOf } from '../source-text.ts';
import { endingsOf, Meanings } from './meanings.ts';
import { OwnCode } from './own-code.ts';
import { StandIns } from './stand-ins.ts';

/**
 * Where a value of a test comes from: what code of the application answered, a stand-in for something, what was decided when the
 * test was written, or what nobody can tell.
 */
export type Answer = 'own' | 'stand-in' | 'none' | 'open';

/** Steps from a name to what it is. */
const FURTHEST = 12;
/** What hands on what it is given, in another form. */
const HANDS_ON =
  /^(JSON\.(parse|stringify)|json\.(loads|dumps)|Object\.(keys|values|entries|assign)|Array\.from|Promise\.all|Number|String|parseInt|parseFloat|len|list|tuple|dict|set|sorted|sum|min|max|next|str|int|float|round|asyncio\.run|asgiref\.sync\.async_to_sync)$/;
/** What lets requests in to an application that it is given. From the documentation of each. */
const CLIENTS =
  /^(supertest(\.agent|\.default)?|(fastapi|starlette)\.testclient\.TestClient|hono\/testing\.testClient|chai\.request|light-my-request|webtest\.TestApp|@testing-library\/[\w-]+\.renderHook|mangum\.Mangum|@vendia\/serverless-express|serverless-http)$/;
/** How applications of frameworks are asked themselves: `app.inject` of Fastify, `app.request` of Hono, `test_client` of Flask. */
const ASKED = /^(inject|request|fetch|test_client)$/;

/** Reads the values of one file of tests. */
export class Answers {
  readonly ownCode: OwnCode;
  readonly #meanings: Meanings;
  readonly #standIns: StandIns;
  readonly #calls = new Map<Call, Answer>();

  constructor(program: Program, near: readonly SourceModule[]) {
    this.#meanings = new Meanings(program, near);
    this.#standIns = new StandIns(program, near[0]!);
    this.ownCode = new OwnCode(this.#meanings, this.#standIns);
  }

  /** Where a value comes from. */
  of(module: SourceModule, value: Expression, within: number, steps = 0): Answer {
    if (steps > FURTHEST) return 'open';
    const next = (one: Expression) => this.of(module, one, within, steps + 1);
    switch (value.kind) {
      case 'literal':
        return 'none';
      case 'text':
        return together(
          module.texts[value.text]!.parts.flatMap((part) => (typeof part === 'string' ? [] : [next(part)])),
        );
      case 'object':
        return value.open ? 'open' : together(value.members.map((one) => next(one.value)));
      case 'list':
        return value.open ? 'open' : together(value.items.map(next));
      case 'product':
        return together(value.of.map(next));
      case 'compare':
        return together([next(value.left), next(value.right)]);
      case 'index':
        return next(value.of);
      case 'not':
        // `!!reply`: only whether it is there.
        return value.of.kind === 'not' ? 'open' : next(value.of);
      case 'choice':
      case 'both':
        return oneOf(value.of.map(next));
      case 'other':
        return value.sum === undefined ? 'open' : together(value.sum.map(next));
      case 'call':
        return this.ofCall(module, value.call, steps + 1);
      case 'name':
      case 'member':
        return this.#named(module, value, within, steps);
      default:
        return 'open';
    }
  }

  #named(
    module: SourceModule,
    value: Extract<Expression, { kind: 'name' | 'member' }>,
    within: number,
    steps: number,
  ): Answer {
    // What the program knows of the inside of an answer is an answer all the same.
    const first =
      value.kind === 'member'
        ? this.of(module, value.of, within, steps + 1)
        : this.#bound(module, value.name, within, steps);
    if (first === 'own' || first === 'stand-in') return first;
    const meaning = this.#meanings.of(module, value, within);
    const found = this.#ofMeaning(meaning, steps + 1);
    return found === 'none' && !isConstant(value.name, meaning) ? 'open' : found;
  }

  #bound(module: SourceModule, name: string, within: number, steps: number): Answer {
    const values = this.#meanings.boundTo(module, name, within);
    return oneOf(values.map((one) => this.of(module, one.value, one.within, steps + 1)));
  }

  #ofMeaning(meaning: Meaning, steps: number): Answer {
    if (steps > FURTHEST) return 'open';
    switch (meaning.kind) {
      case 'value':
        if (meaning.value.kind === 'name' || meaning.value.kind === 'member') return 'open';
        // It stands in a function of the application: whoever has it was given it.
        if (meaning.within !== TOP && this.#meanings.isOwn(meaning.module)) return 'own';
        return this.of(meaning.module, meaning.value, meaning.within, steps + 1);
      case 'made':
        return this.ofCall(meaning.module, meaning.call, steps + 1);
      case 'external':
        return meaning.path === 'undefined' ? 'none' : 'open';
      case 'parameter':
        return this.#ofParameter(meaning, steps + 1);
      case 'several':
        return oneOf(meaning.of.map((one) => this.#ofMeaning(one, steps + 1)));
      default:
        return 'open';
    }
  }

  /** Where what a call gives comes from. */
  ofCall(module: SourceModule, number: number, steps = 0): Answer {
    if (steps > FURTHEST) return 'open';
    const call = module.calls[number]!;
    const before = this.#calls.get(call);
    if (before !== undefined) return before;
    const answer = this.#ofCallNow(module, call, steps);
    // What was given up because it leads too far may be told by another question.
    if (answer !== 'open' || steps === 0) this.#calls.set(call, answer);
    return answer;
  }

  #ofCallNow(module: SourceModule, call: Call, steps: number): Answer {
    const callee = this.#meanings.of(module, call.callee, call.within);
    const replaced = this.#standIns.answerOf(call, module, callee);
    if (replaced !== undefined) return replaced;
    const answer = this.#ofCallee(call, module, callee, steps + 1);
    if (answer !== 'open' || call.callee.kind !== 'member') return answer;
    if (this.ownCode.isGivenBy(call, module)) return 'own';
    // A method of what the application answered: `reply.body.find(…)`.
    const receiver = this.of(module, call.callee.of, call.within, steps + 1);
    return receiver === 'own' || receiver === 'stand-in' ? receiver : 'open';
  }

  #ofCallee(call: Call, module: SourceModule, callee: Meaning, steps: number): Answer {
    switch (callee.kind) {
      case 'function':
        if (this.#meanings.isOwn(callee.module)) return 'own';
        return this.#meanings.isOfTests(callee.module)
          ? oneOf(endingsOf(callee).map((value) => this.of(callee.module, value, callee.function, steps)))
          : 'open';
      case 'class':
        return this.#meanings.isOwn(callee.module) ? 'own' : 'open';
      case 'several':
        return callee.of.every((one) => one.kind === 'function' && this.#meanings.isOwn(one.module))
          ? 'own'
          : 'open';
      case 'made':
        // An application that own code puts together from a framework is asked by what the framework has for tests.
        if (this.#meanings.isOwn(callee.module))
          return ASKED.test(callee.members.at(-1) ?? '') ? 'own' : 'open';
        return this.ofCall(callee.module, callee.call, steps);
      case 'external':
        return this.#ofPackage(call, module, callee.path, steps);
      default:
        return 'open';
    }
  }

  #ofPackage({ arguments: given, within }: Call, module: SourceModule, path: string, steps: number): Answer {
    if (CLIENTS.test(path))
      return given.some(({ value }) => this.isOfOwn(module, value, within)) ? 'own' : 'open';
    if (!HANDS_ON.test(path) || given.length === 0) return 'open';
    return together(
      given.map(({ value, spread }) => (spread ? 'open' : this.of(module, value, within, steps))),
    );
  }

  /** What a call hands to a function that stands in its arguments: `list().then((cards) => …)`. */
  #ofParameter({ module, function: number }: Extract<Meaning, { kind: 'parameter' }>, steps: number): Answer {
    if (this.#meanings.isOwn(module) || module.language === 'python') return 'open';
    const around = module.calls.findIndex((call) =>
      call.arguments.some(({ value }) => value.kind === 'function' && value.function === number),
    );
    return around >= 0 && this.ofCall(module, around, steps) === 'own' ? 'own' : 'open';
  }

  /** Whether it is known what a call calls: code of the repository, a stand-in, or what the language itself has. */
  isSeen(module: SourceModule, call: Call): boolean {
    const callee = this.#meanings.of(module, call.callee, call.within);
    if (callee.kind === 'function' || callee.kind === 'class') return true;
    if (this.#standIns.answerOf(call, module, callee) === 'stand-in') return true;
    const root = chainOf(call.callee, module)?.root;
    return callee.kind === 'external' && !module.imports.some(({ local }) => local === root);
  }

  /** Whether a value is of the application: code of it, made with such code, or what it answered. */
  isOfOwn(module: SourceModule, value: Expression, within: number): boolean {
    return this.ownCode.isIn(module, value, within) || this.of(module, value, within) === 'own';
  }

  /** Whether a value is an object of a class, whatever it does. */
  isObject(module: SourceModule, value: Expression, within: number): boolean {
    const meaning = this.#meanings.of(module, value, within);
    if (meaning.kind !== 'made' || !/^(componentInstance)?$/.test(meaning.members.join('.'))) return false;
    const call = meaning.module.calls[meaning.call]!;
    return (
      this.ownCode.isGivenBy(call, meaning.module) ||
      this.#meanings.of(meaning.module, call.callee, call.within).kind === 'class'
    );
  }

  /** The value that a name stands for, where it is the only one. */
  writtenAs(module: SourceModule, value: Expression, within: number): Expression {
    const [only, ...others] = value.kind === 'name' ? this.#meanings.boundTo(module, value.name, within) : [];
    return only === undefined || others.length > 0 ? value : only.value;
  }

  /** Whether own code that is handed a value can leave something in it. */
  canHold(module: SourceModule, value: Expression, within: number): boolean {
    const meaning = this.#meanings.of(module, value, within);
    return meaning.kind !== 'value' || meaning.value.kind === 'object' || meaning.value.kind === 'list';
  }

  /** Whether own code is called anywhere in a range. */
  callsOwn(module: SourceModule, range: Range): boolean {
    return module.calls.some((call, number) => isIn(call.at, range) && this.ofCall(module, number) === 'own');
  }
}

/** Whether nothing that runs changes what a name stands for: a number or a text under a name as constants have them. */
function isConstant(name: string, meaning: Meaning): boolean {
  if (meaning.kind === 'external') return true;
  return (
    /^[A-Z][A-Z\d_]*$/.test(name) &&
    meaning.kind === 'value' &&
    /^(literal|product|text)$/.test(meaning.value.kind) &&
    !isGivenLater(name, meaning.module)
  );
}

/** Whether a function gives a name of its module another value: `global RESULT`. */
function isGivenLater(name: string, { bindings, language }: SourceModule): boolean {
  return bindings.some(
    ({ target, within, declares }) =>
      within !== TOP &&
      target.kind === 'name' &&
      target.name === name &&
      (language === 'python' || !declares),
  );
}

/** Of several that are all part of a value. */
export function together(parts: readonly Answer[]): Answer {
  return (['own', 'open', 'stand-in'] as const).find((one) => parts.includes(one)) ?? 'none';
}

/** Of several of which each may be the value. */
function oneOf(parts: readonly Answer[]): Answer {
  const [first] = parts;
  return first !== undefined && parts.every((one) => one === first) ? first : 'open';
}
