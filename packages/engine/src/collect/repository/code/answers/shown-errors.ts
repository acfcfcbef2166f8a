import { branchesAround, lastName } from '../behaviour/reach.ts';
import type { Program } from '../names/program.ts';
import { partsOf } from '../syntax/expressions.ts';
import {
  type Call,
  type Expression,
  isIn,
  type NamedMember,
  type Place,
  type Range,
  type SourceModule,
} from '../syntax/source-module.ts';
import { type Held, heldNames, isHeld, isOpaque, putInto, valuesGiven } from './handed-parts.ts';

/** A place that shows something of what went wrong. */
export interface Shown {
  readonly what: 'stack' | 'text';
  readonly at: Place;
  /** The name of a variable that has other values too. */
  readonly perhaps?: string;
  /** A file that was not read, in which something may be put into it. */
  readonly unread?: string;
}

/** What a variable was given. */
export interface Told {
  readonly shown: readonly Shown[];
  readonly values: number;
  /** It is what went wrong itself: `const problem = error as Error`. */
  readonly isWhole: boolean;
  readonly at: Place;
}

/** What went wrong, by the name that it has in a module. */
export interface ErrorIn {
  readonly program: Program;
  readonly module: SourceModule;
  readonly name: string | undefined;
  /** The names of its members, where only they have one: `catch ({ message })`. */
  readonly members?: readonly NamedMember[] | undefined;
  /** Names that hold its text, in a function that was handed it. */
  readonly held?: ReadonlyMap<string, Held>;
}

/** What sends its arguments to who asked. */
export const SENDS =
  /^(send|json|end|write|render|jsonify|make_response|Response|JSONResponse|PlainTextResponse|text|html|body|status|HTTPException|HttpException|InternalServerErrorException|createError|abort)$/;
/** What stands for the answer in code that is handed it. */
export const ANSWER = /^(res|response|reply|ctx|context|h)$/;

export const STATUS = /^(http_?)?(status|code)(_?code)?$|^sendStatus$/i;
/** `statusOf(error)`, `getStatusCode(error)`. */
const GIVES_STATUS = /^(get_?|to_?|find_?|http_?)?status(_?code)?(_?(of|for|from)\w*)?$/i;
export const LOGS =
  /(^|\.)(log|logger|console|debug|warn|error|exception|captureException|print|next|reject)(\.|$)/i;

/** Members that hold what it says. */
const OF_ERROR = /^(message|detail|args|sqlMessage|hint)$/;
/** Members that are an error themselves: the one below, in a database or a library. */
const BELOW = /^(cause|original|parent|inner|__cause__)$/;
/** What gives a text again, or parts of it. */
const OF_TEXT =
  /^(toString|trim|trimStart|trimEnd|replace|replaceAll|slice|substring|substr|split|concat|strip|toLowerCase|toUpperCase|lower|upper)$/;

const FURTHEST = 12;
/** A function of the repository is as far as some parts of an expression. */
const INTO_FUNCTION = 4;

/** What a value shows of what went wrong. */
export function shownBy(
  error: ErrorIn,
  value: Expression,
  told: ReadonlyMap<string, Told>,
  steps: number,
): readonly Shown[] {
  if (steps > FURTHEST) return [];
  const { module, name, held } = error;
  if (isHeld(held, value))
    return value.kind === 'member' && STATUS.test(value.name) ? [] : [{ what: 'text', at: value.at }];
  const own = (one: Expression): boolean =>
    one.kind === 'member'
      ? BELOW.test(one.name) && own(one.of)
      : one.kind === 'name' && (one.name === name || told.get(one.name)?.isWhole === true);
  if (value.kind === 'member' && !own(value)) {
    if (own(value.of) && value.name === 'stack') return [{ what: 'stack', at: value.at }];
    if (own(value.of) && OF_ERROR.test(value.name)) return [{ what: 'text', at: value.at }];
    // What another service answered: nobody sees here what that tells.
    if (
      value.name === 'data' &&
      value.of.kind === 'member' &&
      value.of.name === 'response' &&
      own(value.of.of)
    )
      return [{ what: 'text', at: value.at, perhaps: `${name}.response.data` }];
    // Which member of what it was put into is which, is not told apart.
    const into = held !== undefined && value.of.kind === 'name' ? told.get(value.of.name) : undefined;
    return (into?.shown ?? []).map((one) => ({ ...one, perhaps: value.name }));
  }
  if (own(value)) return [{ what: 'text', at: value.at }];
  if (value.kind === 'name') {
    const known = told.get(value.name);
    if (known === undefined || known.shown.length === 0) return [];
    return known.values === 1 ? known.shown : known.shown.map((one) => ({ ...one, perhaps: value.name }));
  }
  if (value.kind === 'text')
    return module.texts[value.text]!.parts.flatMap((part) =>
      typeof part === 'string' ? [] : shownBy(error, part, told, steps + 1),
    );
  if (value.kind === 'call') {
    const call = module.calls[value.call]!;
    const path = call.path ?? lastName(call.callee) ?? '';
    if (/^traceback\.format_(exc|exception|tb|stack)$/.test(path)) return [{ what: 'stack', at: value.at }];
    if (/^(sys\.exc_info|traceback\.format_exception_only)$/.test(path))
      return [{ what: 'text', at: value.at }];
    if (call.callee.kind === 'member' && OF_TEXT.test(call.callee.name)) {
      const shown = shownBy(error, call.callee.of, told, steps + 1);
      if (shown.length > 0) return shown;
    }
    if (LOGS.test(path) || GIVES_STATUS.test(lastName(call.callee) ?? '')) return [];
    const turned =
      call.callee.kind === 'member' &&
      ((own(call.callee.of) && call.callee.name === 'toString') || isTaken(error, call, call.callee.of));
    return turned
      ? [{ what: 'text', at: value.at }]
      : call.arguments.flatMap((one, index) =>
          own(one.value)
            ? madeBy(error, value, call, index, steps)
            : givenBy(error, call, index, shownBy(error, one.value, told, steps + 1), told, steps),
        );
  }
  if (value.kind === 'compare' || value.kind === 'not') return [];
  return partsOf(value).flatMap((part) => shownBy(error, part, told, steps + 1));
}

/** `text.trim()`, `context.get('error')`: what is made or taken of what holds the text. */
function isTaken({ held }: ErrorIn, { callee, arguments: [first] }: Call, of: Expression): boolean {
  if (callee.kind !== 'member') return false;
  if (callee.name === 'get' && first?.value.kind === 'literal') {
    const name = String(first.value.value);
    return !STATUS.test(name) && isHeld(held, { kind: 'member', of, name, at: of.at });
  }
  return (
    isHeld(held, of) && !/^(startsWith|endsWith|startswith|endswith|includes|indexOf|has)$/.test(callee.name)
  );
}

/** What a function that is handed what went wrong shows of it: what those of the repository give, and all where they are not read. */
function madeBy(
  { program, module }: ErrorIn,
  { at }: Expression,
  call: Call,
  index: number,
  steps: number,
): readonly Shown[] {
  const { functions, open } = program.functionsOf(program.resolve(module, call.callee, call.within));
  const all: readonly Shown[] = [{ what: 'text', at }];
  if (open || functions.length === 0 || steps + INTO_FUNCTION > FURTHEST) return all;
  return functions.flatMap(({ module: own, function: number }) => {
    const made = own.functions[number]!;
    const [name] = heldNames(made, call, index, 'all')?.keys() ?? [];
    if (name === undefined) return all;
    const error = { program, module: own, name };
    const told = toldIn(error, made, steps + INTO_FUNCTION);
    const given = own.returns.flatMap(({ value, within }) =>
      within === number && value !== undefined ? [value] : [],
    );
    return [...(made.gives === undefined ? [] : [made.gives]), ...given]
      .flatMap((value) => shownBy(error, value, told, steps + INTO_FUNCTION))
      .filter((one) => !isForDevelopers(own, one.at, made.at))
      .map((one) => ({ ...one, at }));
  });
}

/** What a function shows of an argument that holds the text of what went wrong: what of it reaches what those of the repository give. */
function givenBy(
  error: ErrorIn,
  call: Call,
  index: number,
  shown: readonly Shown[],
  told: ReadonlyMap<string, Told>,
  steps: number,
): readonly Shown[] {
  if (shown.length === 0 || call.isNew) return shown;
  const { program, module } = error;
  const { functions, open } = program.functionsOf(program.resolve(module, call.callee, call.within));
  if (open || functions.length === 0) return shown;
  const perhaps = shown.map((one) => ({
    ...one,
    perhaps: `${lastName(call.callee) ?? 'it'}(…)`,
  }));
  if (steps + INTO_FUNCTION > FURTHEST) return perhaps;
  const held = holding(error, call.arguments[index]!.value, told, steps);
  const reached = functions.map(({ module: own, function: number }) => {
    const names = heldNames(own.functions[number]!, call, index, held);
    return names === undefined
      ? 'yes'
      : reaches({ program, module: own, name: undefined, held: names }, number, steps + INTO_FUNCTION);
  });
  return reached.includes('yes') ? shown : reached.includes('perhaps') ? perhaps : [];
}

/** The members of an argument that show something; all of it where it is no object that is written out. */
function holding(error: ErrorIn, value: Expression, told: ReadonlyMap<string, Told>, steps: number): Held {
  if (value.kind !== 'object' || value.open) return 'all';
  const names = value.members.filter((one) => shownBy(error, one.value, told, steps + 1).length > 0);
  return new Set(names.map(({ name }) => name));
}

/** Whether what a function is handed reaches what it gives back or sends. */
function reaches(error: ErrorIn, number: number, steps: number): 'yes' | 'perhaps' | 'no' {
  const { module } = error;
  const made = module.functions[number]!;
  const values = valuesGiven(module, number, SENDS, ANSWER);
  // A function that gives and sends nothing that is seen does something else with it.
  if (values.length === 0) return 'yes';
  const told = toldIn(error, made, steps);
  const seen = values
    .flatMap((value) => shownBy(error, value, told, steps))
    .filter((one) => !isForDevelopers(module, one.at, made.at));
  if (seen.some((one) => one.perhaps === undefined)) return 'yes';
  if (seen.length > 0 || values.some((value) => isOpaque(module, value, number))) return 'perhaps';
  const shows = (value: Expression | undefined) =>
    value !== undefined && shownBy(error, value, told, steps).length > 0;
  // What is kept in an object, or thrown on, may be answered by somebody else.
  const isKept = putInto(module, made).some(
    ({ into, values: put }) => /^(this|self|cls)$/.test(into) && put.some(shows),
  );
  const isThrown = module.throws.some(({ value, at }) => isIn(at, made) && shows(value));
  return isKept || isThrown ? 'perhaps' : 'no';
}

/** What variables are given in a part of a module. */
export function toldIn(error: ErrorIn, range: Range, steps: number): ReadonlyMap<string, Told> {
  const members = toldByMembers(error, range);
  const told = new Map(members);
  for (const { target, value, at } of error.module.bindings) {
    if (target.kind !== 'name' || !isIn(at, range) || STATUS.test(target.name)) continue;
    const shown = shownBy(error, value, members, steps);
    const before = told.get(target.name);
    told.set(target.name, {
      shown: [...(before?.shown ?? []), ...shown],
      values: (before?.values ?? 0) + 1,
      isWhole: before === undefined && value.kind === 'name' && value.name === error.name,
      at,
    });
  }
  putIntoThem(error, range, told, steps);
  return told;
}

/** The names that only members of what went wrong have. */
function toldByMembers({ members = [] }: ErrorIn, { at }: Range): ReadonlyMap<string, Told> {
  const found = new Map<string, Told>();
  for (const { member, local } of members) {
    const shown: Shown | undefined =
      member === 'stack'
        ? { what: 'stack', at }
        : OF_ERROR.test(member)
          ? { what: 'text', at }
          : member === 'response.data'
            ? { what: 'text', at, perhaps: local }
            : undefined;
    if (shown !== undefined) found.set(local, { shown: [shown], values: 1, isWhole: false, at });
  }
  return found;
}

/** What is put into what has a name shows it from then on. */
function putIntoThem(error: ErrorIn, range: Range, told: Map<string, Told>, steps: number): void {
  for (const { into, values } of putInto(error.module, range)) {
    // What is no part of it may be put into anything; what is made in it is what it answers with.
    if (error.held === undefined && !told.has(into)) continue;
    const shown = values.flatMap((value) => shownBy(error, value, told, steps));
    if (shown.length > 0) told.set(into, { shown, values: 1, isWhole: false, at: range.at });
  }
}

/** What is told only where somebody develops. */
export function isForDevelopers(module: SourceModule, at: Place, from: Place): boolean {
  return (
    isOutsideOfProduction(module, at, from) ||
    branchesAround(module, at, { at: from }).some(
      ({ test, then }) => isIn(at, then) && isOneKind(test, module),
    )
  );
}

/** What no condition on the environment lets through in production. */
export function isOutsideOfProduction(module: SourceModule, at: Place, from: Place): boolean {
  return branchesAround(module, at, { at: from }).some(
    ({ test, then }) => saysEnvironment(test) && isProduction(test) !== isIn(at, then),
  );
}

/** `error.name === 'ValidationError'`, `error instanceof NotFound`: what is told of one kind of error is told on purpose. */
function isOneKind(test: Expression, module: SourceModule): boolean {
  if (test.kind === 'both') return test.of.some((one) => isOneKind(one, module));
  if (test.kind === 'choice') return test.of.every((one) => isOneKind(one, module));
  if (test.kind === 'call') {
    const {
      callee,
      arguments: [, type],
    } = module.calls[test.call]!;
    const name = lastName(callee) ?? '';
    if (name === 'isinstance') return type !== undefined && !isGeneral(type.value);
    return /^is_?\w+(Error|Exception)$/i.test(name) && !/^is_?native_?error$/i.test(name);
  }
  if (test.kind !== 'compare') return false;
  if (test.operator === 'instanceof') return !isGeneral(test.right);
  if (test.operator !== '==') return false;
  const sides = [test.left, test.right];
  return (
    sides.some((one) => one.kind === 'literal' && typeof one.value === 'string' && one.value !== '') &&
    sides.some((one) => one.kind === 'member' && /^(name|code|type|kind)$/.test(one.name))
  );
}

function saysEnvironment(test: Expression): boolean {
  if (test.kind === 'name' || test.kind === 'member')
    return (
      /env|debug|develop|production|isProd/i.test(test.name) ||
      (test.kind === 'member' && saysEnvironment(test.of))
    );
  return partsOf(test).some(saysEnvironment);
}

/** Whether a condition holds in production, or only elsewhere; nothing where it cannot be told. */
function isProduction(test: Expression): boolean | undefined {
  if (test.kind === 'not') {
    const of = isProduction(test.of);
    return of === undefined ? undefined : !of;
  }
  if (test.kind === 'name' || test.kind === 'member')
    return /^(is_?)?prod(uction)?$/i.test(test.name) ? true : undefined;
  if (test.kind !== 'compare') return undefined;
  const isNamed = [test.left, test.right].some(
    (one) => one.kind === 'literal' && /^(prod|production|live)$/i.test(String(one.value)),
  );
  if (!isNamed) return undefined;
  return test.operator === '==' ? true : test.operator === '!=' ? false : undefined;
}

/** Whether a class is that of any error. */
export function isGeneral(type: Expression): boolean {
  return /^(Exception|BaseException|Error)$/.test(lastName(type) ?? '');
}
