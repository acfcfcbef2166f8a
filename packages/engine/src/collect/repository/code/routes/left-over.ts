import { FAILURE_NAME, isFailure } from '../behaviour/declared-answers.ts';
import { type FunctionAt, lastName, type Reaches } from '../behaviour/reach.ts';
import type { RoutePart } from '../behaviour/route-part.ts';
import { partsOf } from '../syntax/expressions.ts';
import { type Expression, isIn, isInside, type Place, type SourceModule } from '../syntax/source-module.ts';
import { statusIn } from './lambda.ts';
import { type LeftPath, leftPaths } from './left-over-paths.ts';

/** What a function of Lambda answers to what is none of its routes with more than a refusal. */
export interface LeftOver {
  readonly paths: readonly LeftPath[];
  /** Where nobody can tell, what would. */
  readonly open?: string;
}

/** By what a function tells its routes apart: names of tables, or the part of it that runs for none of its branches. */
export interface ToldBy {
  readonly tables: ReadonlySet<string>;
  readonly rest: RoutePart | undefined;
}

/** Of what is answered: by a route, with a refusal, with more, or nobody can tell. */
type Answer = 'route' | 'refusal' | 'more' | 'open';

const DEEPEST = 6;

export function leftOver(reaches: Reaches, start: FunctionAt, by: ToldBy): LeftOver {
  const { module, function: number } = start;
  const search = new Search(reaches, by);
  const ways = search.waysOut(start).map(({ value, within, at }) => ({
    at,
    answer: search.answerOf(module, value, within, 0),
  }));
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

interface WayOut {
  readonly value: Expression;
  readonly within: number;
  readonly at: Place;
}

class Search {
  readonly #reaches: Reaches;
  readonly #by: ToldBy;

  constructor(reaches: Reaches, by: ToldBy) {
    this.#reaches = reaches;
    this.#by = by;
  }

  /** What a function gives, but for what it gives to an error and in its routes. */
  waysOut({ module, function: number }: FunctionAt): readonly WayOut[] {
    const { gives } = module.functions[number]!;
    if (gives !== undefined) return [{ value: gives, within: number, at: gives.at }];
    return module.returns.flatMap(({ value, within, at }) =>
      within === number && value !== undefined && this.#comesTo(module, at) ? [{ value, within, at }] : [],
    );
  }

  #comesTo(module: SourceModule, at: Place): boolean {
    const { rest } = this.#by;
    return (
      module.catches.every(({ caught }) => !isIn(at, caught)) && (rest?.module !== module || rest.runs(at))
    );
  }

  answerOf(module: SourceModule, value: Expression, within: number, steps: number): Answer {
    if (steps > DEEPEST) return 'open';
    const of = (one: Expression) => this.answerOf(module, one, within, steps + 1);
    switch (value.kind) {
      case 'literal':
        return value.value === null ? 'refusal' : 'more';
      case 'choice':
        return together(value.of.map(of));
      case 'index':
        return this.#isTable(value.of) ? 'route' : 'more';
      case 'name':
        return this.#answerUnder(module, value, within, steps);
      case 'function':
        return together(
          this.waysOut({ module, function: value.function }).map((one) =>
            this.answerOf(module, one.value, one.within, steps + 1),
          ),
        );
      case 'call':
        return this.#answerOfCall(module, value.call, steps);
      case 'object': {
        const status = statusIn(value);
        if (status !== undefined && isFailure(status)) return 'refusal';
        const parts = partsOf(value).map(of);
        return parts.includes('route') && !parts.includes('open') ? 'route' : 'more';
      }
      default:
        return 'more';
    }
  }

  #answerOfCall(module: SourceModule, number: number, steps: number): Answer {
    const { callee, arguments: given, within } = module.calls[number]!;
    const of = (one: Expression) => this.answerOf(module, one, within, steps + 1);
    if (callee.kind === 'member' && callee.name === 'get' && this.#isTable(callee.of))
      return together(['route', ...given.slice(1).map(({ value }) => of(value))]);
    const called = this.#isLookedUp(module, callee, within, steps) ? of(callee) : undefined;
    if (called !== undefined) return called;
    const handed = given.filter(({ value }) => this.#isLookedUp(module, value, within, steps));
    if (handed.length > 0) return together(handed.map(({ value }) => of(value)));
    if (given.some(({ value }) => fails(value))) return 'refusal';
    const isNamedSo = FAILURE_NAME.test(lastName(callee) ?? '') && given.every(({ value }) => isPlain(value));
    return this.#answerOfFunctions(module, callee, within, steps) ?? (isNamedSo ? 'refusal' : 'more');
  }

  /** What the functions of the repository answer that an expression may be, if it is any. */
  #answerOfFunctions(
    module: SourceModule,
    value: Expression,
    within: number,
    steps: number,
  ): Answer | undefined {
    const { program } = this.#reaches;
    const { functions } = program.functionsOf(program.resolve(module, value, within));
    const ways = functions.flatMap((one) =>
      this.waysOut(one).map((way) => this.answerOf(one.module, way.value, way.within, steps + 1)),
    );
    return functions.length === 0 ? undefined : together(ways);
  }

  /** Whether an expression is made of what stands in a table. */
  #isLookedUp(module: SourceModule, value: Expression, within: number, steps: number): boolean {
    if (steps > DEEPEST) return false;
    const of = (one: Expression) => this.#isLookedUp(module, one, within, steps + 1);
    if (value.kind === 'index' && this.#isTable(value.of)) return true;
    if (value.kind === 'name')
      return this.#bound(module, value.name, within).some((one) =>
        this.#isLookedUp(module, one.value, one.within, steps + 1),
      );
    if (value.kind !== 'call') return partsOf(value).some(of);
    const { callee, arguments: given } = module.calls[value.call]!;
    return (
      (callee.kind === 'member' && callee.name === 'get' && this.#isTable(callee.of)) ||
      of(callee) ||
      given.some((one) => of(one.value))
    );
  }

  #answerUnder(
    module: SourceModule,
    value: Extract<Expression, { kind: 'name' }>,
    within: number,
    steps: number,
  ): Answer {
    if (value.name === 'undefined') return 'refusal';
    const bound = this.#bound(module, value.name, within);
    if (bound.length > 0)
      return together(bound.map((one) => this.answerOf(module, one.value, one.within, steps + 1)));
    return this.#answerOfFunctions(module, value, within, steps) ?? 'more';
  }

  #bound(module: SourceModule, name: string, within: number) {
    return this.#reaches.program
      .scopes(module)
      .lookUp(name, within)
      .flatMap((one) =>
        one.kind === 'binding' && this.#comesTo(module, one.binding.at) ? [one.binding] : [],
      );
  }

  #isTable(value: Expression): boolean {
    return this.#by.tables.has(lastName(value) ?? '');
  }
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
