import { onceFor } from '../../../once-for.ts';
import type { Program } from '../code/names/program.ts';
import { environmentReads, GETTERS, variableIn } from '../code/syntax/environment.ts';
import {
  type Branch,
  type Expression,
  isBefore,
  isIn,
  type Place,
  type SourceModule,
} from '../code/syntax/source-module.ts';
import { partsOfKind, partsWithArguments } from './expressions.ts';

/** What a variable of the environment has to be for a place of the code to be come to. */
export interface ReadCondition {
  readonly name: string;
  /** The texts that it is compared with, and whether it must be one of them or none. */
  readonly texts: readonly string[];
  readonly isOneOf: boolean;
  /** Whether capital letters count for nothing. */
  readonly anyCase: boolean;
  /** Whether the place is come to where it is not set. */
  readonly whenUnset: boolean;
}

/**
 * What the environment has to be for a place to be come to, as far as tests around it say that of one variable each: `if`,
 * `a ? b : c`, `a && b`, `a || b`. Other tests say nothing; all that is told here must hold.
 */
export function conditionsOf(program: Program, module: SourceModule, at: Place): readonly ReadCondition[] {
  const known = conditionsIn(program, module);
  const key = keyOf(at);
  const before = known.get(key);
  if (before !== undefined) return before;
  const found = new Map<string, ReadCondition>();
  for (const { test, holds, within } of testsAround(module, at))
    for (const one of conditionsBy({ program, module, within }, test, holds, 0))
      found.set(JSON.stringify(one), one);
  const conditions = [...found.values()];
  known.set(key, conditions);
  return conditions;
}

/** Those that were asked for before: many functions reach the same code. */
const conditionsIn = onceFor(
  (_program: Program, _module: SourceModule): Map<string, readonly ReadCondition[]> => new Map(),
);

function keyOf({ line, column }: Place): string {
  return `${line}:${column}`;
}

interface AskedTest {
  readonly test: Expression;
  readonly holds: boolean;
  readonly within: number;
}

/** The tests that decide whether a place is come to. */
function testsAround(module: SourceModule, at: Place): readonly AskedTest[] {
  const found: AskedTest[] = [];
  for (const { test, then, otherwise, within } of module.branches) {
    if (isIn(at, then)) found.push({ test, holds: true, within });
    else if (otherwise !== undefined && isIn(at, otherwise)) found.push({ test, holds: false, within });
  }
  for (const { value, within } of partsOfKind(module, 'both'))
    for (const test of before(module, value.of, at)) found.push({ test, holds: true, within });
  for (const { value, within } of partsOfKind(module, 'choice')) {
    if (value.inTurn === true)
      for (const test of before(module, value.of, at)) found.push({ test, holds: false, within });
    const branch = ternaryAt(module, value.at);
    const [, otherwise] = value.of;
    if (value.inTurn !== true && branch !== undefined && isWrittenIn(module, otherwise, at))
      found.push({ test: branch.test, holds: false, within });
  }
  return found;
}

/** The parts that are asked before the one that a place stands in. */
function before(module: SourceModule, parts: readonly Expression[], at: Place): readonly Expression[] {
  const own = parts.findIndex((part) => isWrittenIn(module, part, at));
  return own < 0 ? [] : parts.slice(0, own);
}

function isWrittenIn(module: SourceModule, value: Expression | undefined, at: Place): boolean {
  if (value === undefined || isBefore(at, value.at)) return false;
  return partsWithArguments(value, module).some((part) => isWithin(module, part, at));
}

function isSamePlace(a: Place, b: Place): boolean {
  return a.line === b.line && a.column === b.column;
}

function isWithin(module: SourceModule, part: Expression, at: Place): boolean {
  if (isSamePlace(part.at, at)) return true;
  if (part.kind === 'call') return isIn(at, module.calls[part.call]!);
  return part.kind === 'function' && isIn(at, module.functions[part.function]!);
}

/** `test ? a : b`: the branch begins where the choice does. */
function ternaryAt(module: SourceModule, at: Place): Branch | undefined {
  return branchesByPlace(module).get(keyOf(at));
}

const branchesByPlace = onceFor(
  (module: SourceModule): ReadonlyMap<string, Branch> =>
    new Map(
      module.branches
        .filter(({ otherwise }) => otherwise === undefined)
        .map((branch) => [keyOf(branch.at), branch]),
    ),
);

interface Scope {
  readonly program: Program;
  readonly module: SourceModule;
  readonly within: number;
}

/** How many names are followed from one to the next. */
const FURTHEST = 6;

function conditionsBy(
  scope: Scope,
  test: Expression,
  holds: boolean,
  steps: number,
): readonly ReadCondition[] {
  const on = (next: Expression, wanted = holds, inside = scope) =>
    steps > FURTHEST ? [] : conditionsBy(inside, next, wanted, steps + 1);
  switch (test.kind) {
    case 'not':
      return on(test.of, !holds);
    case 'both':
      return holds ? test.of.flatMap((part) => on(part)) : [];
    case 'choice': {
      const whole = asked(scope, test);
      if (whole !== undefined) return isThere(whole, holds);
      return !holds && test.inTurn === true ? test.of.flatMap((part) => on(part)) : [];
    }
    case 'compare':
      return compared(scope, test, holds);
    default: {
      const read = asked(scope, test);
      if (read !== undefined) return isThere(read, holds);
      if (test.kind === 'call') return called(scope, test.call, holds, on);
      const named = followed(scope, test);
      return named === undefined || 'name' in named ? [] : on(named.value, holds, named);
    }
  }
}

/** `Boolean(process.env.A)`, `['a', 'b'].includes(process.env.A)`. */
function called(
  scope: Scope,
  call: number,
  holds: boolean,
  on: (next: Expression) => readonly ReadCondition[],
): readonly ReadCondition[] {
  const { callee, arguments: given } = scope.module.calls[call]!;
  const [first] = given;
  if (first === undefined || first.spread || given.length > 1) return [];
  if (callee.kind === 'name') return /^(?:Boolean|bool)$/.test(callee.name) ? on(first.value) : [];
  if (callee.kind !== 'member' || callee.name !== 'includes') return [];
  return amongTexts(asked(scope, first.value), textsIn(callee.of), holds);
}

function compared(
  scope: Scope,
  { operator, left, right }: Extract<Expression, { kind: 'compare' }>,
  holds: boolean,
): readonly ReadCondition[] {
  switch (operator) {
    case '==':
    case '!=': {
      const is = holds === (operator === '==');
      const [read, other] = [asked(scope, left), right];
      const [mirrored, first] = [asked(scope, right), left];
      return read === undefined ? isText(mirrored, first, is) : isText(read, other, is);
    }
    case 'in':
    case 'not in': {
      const is = holds === (operator === 'in');
      if (isWhole(right) && left.kind === 'literal' && typeof left.value === 'string')
        return isSet({ ...PLAIN, name: left.value }, is);
      return amongTexts(asked(scope, left), textsIn(right), is);
    }
    default:
      return [];
  }
}

/** A variable that a test asks, as far as what is asked of it is its text. */
interface Asked {
  readonly name: string;
  readonly anyCase: boolean;
  /** What stands in for it where it is not set. */
  readonly otherwise?: string;
  /** What stands in for it may do so where it is empty, too. */
  readonly emptyToo?: true;
  /** Where it is not set, the test fails with an error. */
  readonly mustBeSet: boolean;
}

const PLAIN = { anyCase: false, mustBeSet: false } as const;

function asked(scope: Scope, value: Expression, steps = 0): Asked | undefined {
  if (steps > FURTHEST) return undefined;
  if (value.kind === 'choice') {
    const [first, second, ...others] = value.of;
    if (value.inTurn !== true || first === undefined || others.length > 0) return undefined;
    const read = asked(scope, first, steps + 1);
    const isPlain = read !== undefined && read.otherwise === undefined && !read.mustBeSet;
    return isPlain && second?.kind === 'literal' && typeof second.value === 'string'
      ? { ...read, otherwise: second.value, emptyToo: true }
      : undefined;
  }
  const read = readAt(scope.module, value);
  if (read !== undefined) return read;
  if (value.kind === 'call') {
    const { callee, arguments: given } = scope.module.calls[value.call]!;
    const isLower = callee.kind === 'member' && /^(?:toLowerCase|lower|casefold)$/.test(callee.name);
    const of = isLower && given.length === 0 ? asked(scope, callee.of, steps + 1) : undefined;
    return of && { ...of, anyCase: true };
  }
  const named = followed(scope, value);
  return named === undefined || 'name' in named ? named : asked(named, named.value, steps + 1);
}

/** The variable that is read just here. */
function readAt(module: SourceModule, value: Expression): Asked | undefined {
  if (value.kind !== 'call' && value.kind !== 'member') return undefined;
  const call = value.kind === 'call' ? module.calls[value.call]! : undefined;
  if (call !== undefined && !GETTERS.has(call.path ?? '')) return undefined;
  const read = environmentReads(module).find(({ at }) => isSamePlace(at, value.at));
  if (read?.name === undefined || OF_PLATFORM.test(read.name)) return undefined;
  // `process.env.A.length` is not the variable itself; what a bundler puts in is set elsewhere.
  if (value.kind === 'member' && (value.name !== read.name || isPutIn(module, value.at))) return undefined;
  const { name } = read;
  if (call === undefined) return { name, anyCase: false, mustBeSet: module.language === 'python' };
  const otherwise = call.arguments[1]?.value;
  if (otherwise === undefined || (otherwise.kind === 'literal' && otherwise.value === null))
    return { ...PLAIN, name };
  return otherwise.kind === 'literal' && typeof otherwise.value === 'string'
    ? { ...PLAIN, name, otherwise: otherwise.value }
    : undefined;
}

function isPutIn(module: SourceModule, place: Place): boolean {
  return module.reads.some(
    ({ path, at }) => path?.startsWith('import.meta.') === true && isSamePlace(at, place),
  );
}

/** What Lambda, ECS, images and bundlers set themselves: that nothing of the infrastructure sets it says nothing. */
const OF_PLATFORM =
  /^(?:AWS_(?!SAM_LOCAL$).*|_.*|LAMBDA_.*|ECS_.*|NODE_.*|PYTHON.*|LANG|LC_.*|TZ|PATH|HOME|HOSTNAME|USER|PWD|SHELL|PORT|LD_LIBRARY_PATH)$/;

/** What a name leads to: a variable, or the one value that it has. */
function followed(
  { program, module, within }: Scope,
  value: Expression,
): Asked | (Scope & { readonly value: Expression }) | undefined {
  if (value.kind !== 'name' && value.kind !== 'member') return undefined;
  const meaning = program.resolve(module, value, within);
  switch (meaning.kind) {
    case 'external': {
      const name = variableIn(meaning.path);
      if (name === undefined || OF_PLATFORM.test(name) || !meaning.path.endsWith(`.${name}`))
        return undefined;
      if (meaning.path.startsWith('import.meta.')) return undefined;
      return { name, anyCase: false, mustBeSet: meaning.path.startsWith('os.') };
    }
    case 'made': {
      const { at, within: inside } = meaning.module.calls[meaning.call]!;
      if (meaning.members.length > 0) return undefined;
      const call = { kind: 'call', call: meaning.call, at } as const;
      return { program, module: meaning.module, within: inside, value: call };
    }
    case 'value':
      if (meaning.value === value) return undefined;
      return { program, module: meaning.module, within: meaning.within, value: meaning.value };
    default:
      return undefined;
  }
}

/** The environment as a whole, in which a name is looked for. */
function isWhole(value: Expression): boolean {
  if (value.kind === 'name') return value.name === 'environ';
  if (value.kind !== 'member' || value.of.kind !== 'name') return false;
  return /^(?:process\.env|os\.environ)$/.test(`${value.of.name}.${value.name}`);
}

function textsIn(value: Expression): readonly string[] | undefined {
  if (value.kind !== 'list' || value.open) return undefined;
  const texts = value.items.flatMap((one) =>
    one.kind === 'literal' && typeof one.value === 'string' ? [one.value] : [],
  );
  return texts.length === value.items.length ? texts : undefined;
}

function isText(of: Asked | undefined, other: Expression, is: boolean): readonly ReadCondition[] {
  if (of === undefined) return [];
  const isNothing = other.kind === 'literal' ? other.value === null : isUndefined(other);
  if (isNothing) return isSet(of, !is);
  return other.kind === 'literal' && typeof other.value === 'string' ? amongTexts(of, [other.value], is) : [];
}

function isUndefined(value: Expression): boolean {
  return value.kind === 'name' && value.name === 'undefined';
}

function amongTexts(
  of: Asked | undefined,
  texts: readonly string[] | undefined,
  isOneOf: boolean,
): readonly ReadCondition[] {
  return of === undefined || texts === undefined ? [] : [conditionOn(of, texts, isOneOf, !isOneOf)];
}

/** Set, and not empty. */
function isThere(of: Asked, is: boolean): readonly ReadCondition[] {
  return [conditionOn(of, [''], !is, !is)];
}

/** Set, were it to an empty text. */
function isSet(of: Asked, is: boolean): readonly ReadCondition[] {
  return of.otherwise === undefined ? [conditionOn(of, [], !is, !is)] : [];
}

function conditionOn(of: Asked, texts: readonly string[], isOneOf: boolean, unset: boolean): ReadCondition {
  const { name, anyCase, otherwise, emptyToo, mustBeSet } = of;
  const possible = anyCase ? texts.filter((text) => text === text.toLowerCase()) : texts;
  const holds = (text: string) => possible.includes(anyCase ? text.toLowerCase() : text) === isOneOf;
  const whenUnset = mustBeSet || (otherwise === undefined ? unset : holds(otherwise));
  // Where it may be either for an empty text, the place is taken to be come to.
  const maybe = emptyToo === true && whenUnset && !holds('');
  const others = possible.filter((text) => text !== '');
  return { name, texts: !maybe ? possible : isOneOf ? [...others, ''] : others, isOneOf, anyCase, whenUnset };
}
