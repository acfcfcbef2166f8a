import { FAILURE_NAME, isFailure } from '../behaviour/declared-answers.ts';
import { type FunctionAt, lastName, type Reaches } from '../behaviour/reach.ts';
import type { RoutePart } from '../behaviour/route-part.ts';
import { partsOf } from '../syntax/expressions.ts';
import { type Expression, isIn, isInside, type Place, type SourceModule } from '../syntax/source-module.ts';
import { statusIn } from './lambda.ts';
import { type LeftPath, leftPaths } from './left-over-paths.ts';
import type { ValueAt } from './route.ts';
import { isRefusedAtEnd } from './status-at-end.ts';

/** What a function of Lambda answers to what is none of its routes with more than a refusal. */
export interface LeftOver {
  readonly paths: readonly LeftPath[];
  /** Where nobody can tell, what would. */
  readonly open?: string;
}

/** By what a function tells its routes apart: names of tables, or the part of it that runs for none of its branches. */
export interface ToldBy {
  readonly tables: ReadonlySet<string>;
  /** Those of them that are asked for one key after the other. */
  readonly nested: ReadonlySet<string>;
  readonly rest: RoutePart | undefined;
}

/** Of what is answered: by a route, with a refusal, with more, or nobody can tell. */
type Answer = 'route' | 'refusal' | 'more' | 'open';

const MOST = 2_000;

export function leftOver(reaches: Reaches, start: FunctionAt, by: ToldBy): LeftOver {
  const { module, function: number } = start;
  const search = new Search(reaches, by);
  const ways = search.waysOut(start).map((way) => ({ at: way.at, answer: search.answerOf(way) }));
  const open = (what: string, { line }: Place) => ({ paths: [], open: `${what} (${module.file}:${line})` });
  const elsewhere = answersElsewhere(module, number);
  if (elsewhere !== undefined) return open('telling what is answered', elsewhere);
  const untold = ways.find(({ answer }) => answer === 'open');
  if (untold !== undefined)
    return open('telling what is answered where none of its routes is asked for', untold.at);
  const isTold = by.rest !== undefined || ways.some(({ answer }) => answer === 'route');
  if (!isTold) return open('telling where its routes are looked up', module.functions[number]!.at);
  const those = (wanted: Answer) => ways.flatMap(({ at, answer }) => (answer === wanted ? [at] : []));
  const [first, ...more] = those('more');
  if (first === undefined) return { paths: [] };
  const paths = leftPaths(reaches, start, [first, ...more], those('route'));
  return paths === undefined
    ? open('telling for which paths it answers that are none of its routes', first)
    : { paths };
}

/** `callback(null, …)`, `context.succeed(…)`: an answer that is given in another way than it is returned. */
function answersElsewhere(module: SourceModule, number: number): Place | undefined {
  const [, context, callback] = module.functions[number]!.parameters;
  return module.calls.find(
    ({ callee, within }) =>
      isInside(module, within, number) &&
      ((callback?.name !== undefined && lastName(callee) === callback.name) ||
        (callee.kind === 'member' &&
          /^(succeed|done)$/.test(callee.name) &&
          context?.name !== undefined &&
          lastName(callee.of) === context.name)),
  )?.at;
}

interface WayOut extends ValueAt {
  readonly at: Place;
}

class Search {
  readonly #reaches: Reaches;
  readonly #by: ToldBy;
  /** What is asked of itself again, by names that are made of each other, stays what it is here. */
  readonly #answers = new Map<Expression, Answer>();
  readonly #lookedUp = new Map<Expression, boolean>();

  constructor(reaches: Reaches, by: ToldBy) {
    this.#reaches = reaches;
    this.#by = by;
  }

  /** What a function gives where none of its routes is asked for. */
  waysOut({ module, function: number }: FunctionAt): readonly WayOut[] {
    const { gives } = module.functions[number]!;
    if (gives !== undefined) return [{ module, value: gives, within: number, at: gives.at }];
    return module.returns.flatMap(({ value, within, at }) =>
      within === number && value !== undefined && this.#comesTo(module, at)
        ? [{ module, value, within, at }]
        : [],
    );
  }

  #comesTo(module: SourceModule, at: Place): boolean {
    const { rest } = this.#by;
    return rest?.module !== module || rest.runs(at);
  }

  answerOf(one: ValueAt): Answer {
    const before = this.#answers.get(one.value);
    if (before !== undefined) return before;
    this.#answers.set(one.value, 'open');
    const answer = this.#answers.size > MOST ? 'open' : this.#answer(one);
    this.#answers.set(one.value, answer);
    return answer;
  }

  #answer({ module, value, within }: ValueAt): Answer {
    const of = (one: Expression) => this.answerOf({ module, value: one, within });
    switch (value.kind) {
      case 'literal':
        return value.value === null ? 'refusal' : 'more';
      case 'choice':
        return together(value.of.map(of));
      case 'index':
        // `status, body = failed(403)`: what a call answers, in parts.
        if (value.of.kind === 'call') return of(value.of);
        return this.#isTable({ module, value: value.of, within }) ? 'route' : 'more';
      case 'both':
        // `byPath && byPath[method]`: what is not there answers nothing.
        return this.#isLookedUp({ module, value, within }) ? of(value.of.at(-1)!) : 'more';
      case 'member':
        return this.#isLookedUp({ module, value, within }) ? of(value.of) : 'more';
      case 'name': {
        if (value.name === 'undefined') return 'refusal';
        const bound = this.#bound(module, value.name, within);
        return bound.length > 0
          ? together(bound.map((one) => this.answerOf(one)))
          : (this.#answerOfFunctions({ module, value, within }) ?? 'more');
      }
      case 'function':
        return this.#given([{ module, function: value.function }]);
      case 'call':
        return this.#answerOfCall(module, value.call);
      case 'object': {
        const status = statusIn(value);
        if (status !== undefined && isFailure(status)) return 'refusal';
        if (status?.kind === 'name' && this.#isRefusedAtEnd(module, status.name, within)) return 'refusal';
        const parts = partsOf(value).map(of);
        return parts.includes('route') && !parts.includes('open') ? 'route' : 'more';
      }
      default:
        return 'more';
    }
  }

  #isRefusedAtEnd(module: SourceModule, status: string, within: number): boolean {
    const { rest } = this.#by;
    const start = { module, function: within };
    return rest?.module === module && isRefusedAtEnd(this.#reaches.program, start, rest, status);
  }

  #answerOfCall(module: SourceModule, number: number): Answer {
    const { callee, arguments: written, within, at } = module.calls[number]!;
    const given = written.map(({ value }) => ({ module, value, within }));
    const called = { module, value: callee, within };
    if (this.#isGet({ module, value: callee, within }))
      return together(['route', ...given.slice(1).map((one) => this.answerOf(one))]);
    if (this.#isLookedUp(called)) return this.answerOf(called);
    const handed = given.filter((one) => this.#isLookedUp(one));
    if (handed.length > 0) return together(handed.map((one) => this.answerOf(one)));
    const failures = given.filter((one) => fails(one.value));
    // A bare number is a status where the function takes one, or is not of the repository: it may be the size of a page.
    const isStatus = () => this.#answerOfFunctions(called) === undefined || this.#isHandedStatus(called);
    if (failures.some((one) => one.value.kind !== 'literal') || (failures.length > 0 && isStatus()))
      return 'refusal';
    const isNamedSo = FAILURE_NAME.test(lastName(callee) ?? '');
    const isCaught = module.catches.some(({ caught }) => isIn(at, caught));
    if (isNamedSo && isCaught && this.#isHandedStatus(called)) return 'refusal';
    const isRefusal = isNamedSo && given.every(({ value }) => isPlain(value));
    return this.#answerOfFunctions(called) ?? (isRefusal ? 'refusal' : 'more');
  }

  /** `except Problem as problem: status, body = failed(event, *REFUSALS[type(problem)])`: it answers what it is given to say. */
  #isHandedStatus({ module, value, within }: ValueAt): boolean {
    const { program } = this.#reaches;
    const { functions, open } = program.functionsOf(program.resolve(module, value, within));
    const takesStatus = (one: FunctionAt) =>
      one.module.functions[one.function]!.parameters.some(({ name }) =>
        /^(?:http_?)?(?:status|code)(?:_?code)?$/i.test(name ?? ''),
      );
    return !open && functions.length > 0 && functions.every(takesStatus);
  }

  /** What the functions of the repository answer that an expression may be, if it is any. */
  #answerOfFunctions({ module, value, within }: ValueAt): Answer | undefined {
    const { program } = this.#reaches;
    const { functions, open } = program.functionsOf(program.resolve(module, value, within));
    if (functions.length === 0) return undefined;
    return open ? 'open' : this.#given(functions);
  }

  #given(functions: readonly FunctionAt[]): Answer {
    return together(functions.flatMap((one) => this.waysOut(one).map((way) => this.answerOf(way))));
  }

  /** Whether an expression is made of what stands in a table. */
  #isLookedUp(one: ValueAt): boolean {
    const before = this.#lookedUp.get(one.value);
    if (before !== undefined) return before;
    this.#lookedUp.set(one.value, false);
    const { module, value, within } = one;
    const call = value.kind === 'call' ? module.calls[value.call]! : undefined;
    const parts = call === undefined ? partsOf(value) : [call.callee, ...call.arguments.map((a) => a.value)];
    const is =
      (value.kind === 'index' && this.#isTable({ module, value: value.of, within })) ||
      (call !== undefined && this.#isGet({ module, value: call.callee, within })) ||
      (value.kind === 'name'
        ? this.#bound(module, value.name, within).some((each) => this.#isLookedUp(each))
        : parts.some((part) => this.#isLookedUp({ module, value: part, within })));
    this.#lookedUp.set(value, is);
    return is;
  }

  #bound(module: SourceModule, name: string, from: number): readonly ValueAt[] {
    return this.#reaches.program
      .scopes(module)
      .lookUp(name, from)
      .flatMap((one) =>
        one.kind === 'binding' && this.#comesTo(module, one.binding.at)
          ? [{ module, value: one.binding.value, within: one.binding.within }]
          : [],
      );
  }

  #isGet({ module, value, within }: ValueAt): boolean {
    return (
      value.kind === 'member' && value.name === 'get' && this.#isTable({ module, value: value.of, within })
    );
  }

  #isTable(one: ValueAt): boolean {
    return this.#keysLeft(one) === 1;
  }

  /** How many keys a table is yet to be asked for: of a nested one two, of `ROUTES[event.httpMethod]` another. */
  #keysLeft({ module, value, within }: ValueAt, steps = 0): number | undefined {
    const { tables, nested } = this.#by;
    const name = lastName(value) ?? '';
    if (tables.has(name)) return nested.has(name) ? 2 : 1;
    if (nested.size === 0 || steps > 4) return undefined;
    const inner = (one: ValueAt) => this.#keysLeft(one, steps + 1);
    if (value.kind === 'index') {
      const left = inner({ module, value: value.of, within });
      return left === undefined ? undefined : left - 1;
    }
    const bound = value.kind === 'name' ? this.#bound(module, value.name, within) : [];
    const parts =
      value.kind === 'choice'
        ? value.of.flatMap((one) => (isEmpty(one) ? [] : [{ module, value: one, within }]))
        : bound;
    const [left, ...others] = parts.map(inner);
    return others.every((one) => one === left) ? left : undefined;
  }
}

function isEmpty(value: Expression): boolean {
  return value.kind === 'object' && value.members.length === 0 && !value.open;
}

/** `answer(404, …)`, `answer({ statusCode: 404 })`. */
function fails(value: Expression): boolean {
  const status = statusIn(value);
  return (
    (isFailure(value) && (value.kind !== 'literal' || STATUS.test(String(value.value)))) ||
    (status !== undefined && isFailure(status))
  );
}

/** Those that are in use: another number may be a size. */
const STATUS = /^(40\d|41\d|42[2-9]|431|451|50[0-5])$/;

/** What no answer of another can come from. */
function isPlain({ kind }: Expression): boolean {
  return kind === 'literal' || kind === 'text' || kind === 'member' || kind === 'object';
}

/** Of what may be one or the other. */
function together(all: readonly Answer[]): Answer {
  for (const one of ['open', 'more', 'route'] as const) if (all.includes(one)) return one;
  return 'refusal';
}
