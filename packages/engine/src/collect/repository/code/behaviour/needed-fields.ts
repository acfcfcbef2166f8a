import { partsOf } from '../syntax/expressions.ts';
import { type Call, type Expression, isBefore, isIn, type SourceModule } from '../syntax/source-module.ts';
import type { SeenAt } from './answers.ts';
import { branchesAround, type FunctionAt, lastName, type Reaches } from './reach.ts';

/** A field without which a handler refuses or fails. */
export interface NeededField extends SeenAt {
  readonly name: string;
  readonly in: 'body' | 'query';
}

const DEEPEST = 3;
const REQUEST = /^_?(event|evt|req|request)$/;
const PARSES = /^(JSON\.parse|json\.loads)$/;
const GIVES_BODY = /^(req|request|c\.req)\.(json|get_json)$/;

/** What a handler looks for in the body, or reads of the query, before anything else, and refuses where it is not there. */
export function neededFields(reaches: Reaches, handlers: readonly FunctionAt[]): readonly NeededField[] {
  const innermost = handlers.at(-1);
  return innermost === undefined || innermost.part !== undefined ? [] : neededIn(reaches, innermost, 0);
}

function neededIn(reaches: Reaches, { module, function: number }: FunctionAt, depth: number): NeededField[] {
  const refusing = module.branches.filter(
    (branch) =>
      branch.within === number &&
      branchesAround(module, branch.at, module.functions[number]).length === 0 &&
      refuses(module, branch),
  );
  // Where it may have answered before, another body may have been fine.
  const answered = module.returns.find(
    ({ at, within }) => within === number && !refusing.some(({ then }) => isIn(at, then)),
  );
  const own: NeededField[] = refusing
    .filter(({ at }) => answered === undefined || isBefore(at, answered.at))
    .flatMap(({ test, at }) =>
      missing(module, test, number).map((name) => ({ name, in: 'body' as const, module, at })),
    );
  const early = queried(module, number).filter(
    ({ at }) => answered === undefined || !isBefore(answered.at, at),
  );
  own.push(...early);
  if (depth >= DEEPEST) return own;
  return [...own, ...handedOn(reaches, module, number).flatMap((at) => neededIn(reaches, at, depth + 1))];
}

/** In Python, `event["queryStringParameters"]["user"]`: without it nothing is there to look in. */
function queried(module: SourceModule, number: number): readonly NeededField[] {
  if (module.language !== 'python') return [];
  return module.reads.flatMap(({ value, within, at }): NeededField[] => {
    const isOfQuery =
      value.kind === 'member' &&
      value.of.kind === 'member' &&
      value.of.name === 'queryStringParameters' &&
      isRequest(value.of.of);
    if (within !== number || !isOfQuery) return [];
    const isSure =
      branchesAround(module, at, module.functions[number]).length === 0 &&
      !module.catches.some(({ tried }) => isIn(at, tried));
    return isSure ? [{ name: value.name, in: 'query', module, at }] : [];
  });
}

/** The only function of the repository whose answer is what this one answers. */
function handedOn({ program }: Reaches, module: SourceModule, number: number): readonly FunctionAt[] {
  const answers = module.returns.filter(({ within }) => within === number);
  const [only] = answers;
  if (answers.length !== 1 || only?.value === undefined) return [];
  if (branchesAround(module, only.at, module.functions[number]).length > 0) return [];
  const waiting: Expression[] = [only.value];
  const found: FunctionAt[] = [];
  for (const one of waiting) {
    if (one.kind !== 'call') continue;
    const call = module.calls[one.call]!;
    found.push(...program.functionsOf(program.resolve(module, call.callee, number)).functions);
    waiting.push(...call.arguments.map(({ value }) => value));
  }
  return found;
}

/** Whether a part of a function leaves it, whichever way, with an answer 4xx or by throwing. */
function refuses(module: SourceModule, branch: SourceModule['branches'][number]): boolean {
  const { then, within } = branch;
  const endsOf = (list: SourceModule['returns']) =>
    list.filter((one) => one.within === within && isIn(one.at, then));
  const thrown = endsOf(module.throws);
  const answers = endsOf(module.returns);
  const isSure = [...thrown, ...answers].some(
    ({ at }) => branchesAround(module, at, module.functions[within]).length === 1,
  );
  const isAnswered = (value: Expression | undefined) =>
    value === undefined
      ? answers.length === 1 && callsIn(module, branch).some((call) => isRefusing(module, call))
      : isRefusal(module, value);
  return isSure && answers.every(({ value }) => isAnswered(value));
}

function callsIn({ calls }: SourceModule, { then, within }: SourceModule['branches'][number]) {
  return calls.filter((call) => call.within === within && isIn(call.at, then));
}

function isRefusal(module: SourceModule, value: Expression): boolean {
  if (value.kind === 'call') return isRefusing(module, module.calls[value.call]!);
  return value.kind === 'literal'
    ? typeof value.value === 'number' && value.value >= 400 && value.value < 500
    : partsOf(value).some((one) => isRefusal(module, one));
}

/** `res.status(400).json(…)`, `answer(400, …)`. */
function isRefusing(module: SourceModule, { callee, arguments: given }: Call): boolean {
  return [callee, ...given.map(({ value }) => value)].some((one) => isRefusal(module, one));
}

/** The fields of the body without any one of which a test holds. */
function missing(module: SourceModule, test: Expression, within: number): readonly string[] {
  const field = (value: Expression) => fieldOf(module, value, within, 0);
  switch (test.kind) {
    case 'choice':
      return test.of.flatMap((one) => missing(module, one, within));
    case 'not': {
      const { of } = test;
      if (of.kind === 'both') return of.of.flatMap((one) => field(one) ?? []);
      return of.kind === 'compare' && of.operator === 'in' ? asked(of) : (field(of) ?? []);
    }
    case 'compare':
      if (test.operator === 'not in') return asked(test);
      return test.operator === '==' && isNothing(test.right) ? (field(test.left) ?? []) : [];
    default:
      return [];
  }

  function asked({ left, right }: Extract<Expression, { kind: 'compare' }>): readonly string[] {
    const isText = left.kind === 'literal' && typeof left.value === 'string';
    return isText && isBody(module, right, within, 0) ? [left.value as string] : [];
  }
}

function isNothing(value: Expression): boolean {
  return (
    (value.kind === 'literal' && (value.value === null || value.value === '')) ||
    (value.kind === 'name' && value.name === 'undefined')
  );
}

/** The name of the field of the body that a value is. */
function fieldOf(
  module: SourceModule,
  value: Expression,
  within: number,
  steps: number,
): readonly [string] | undefined {
  if (value.kind === 'member') return isBody(module, value.of, within, 0) ? [value.name] : undefined;
  if (value.kind === 'call') {
    const { callee, arguments: given } = module.calls[value.call]!;
    const [first, ...more] = given;
    const isGet = callee.kind === 'member' && callee.name === 'get' && more.length === 0;
    if (!isGet || first?.value.kind !== 'literal' || !isBody(module, callee.of, within, 0)) return undefined;
    return [String(first.value.value)];
  }
  const bound = value.kind === 'name' ? onlyValue(module, value.name, within) : undefined;
  return bound === undefined || steps > DEEPEST ? undefined : fieldOf(module, bound, within, steps + 1);
}

/** Whether a value is the body of the request, as the members that were sent. */
function isBody(module: SourceModule, value: Expression, within: number, steps: number): boolean {
  if (steps > DEEPEST) return false;
  switch (value.kind) {
    case 'name': {
      const bound = onlyValue(module, value.name, within);
      return bound !== undefined && isBody(module, bound, within, steps + 1);
    }
    case 'choice':
      return (
        value.of.some((one) => isBody(module, one, within, steps + 1)) &&
        value.of.every((one) => isEmpty(one) || isBody(module, one, within, steps + 1))
      );
    case 'member':
      return /^(body|json)$/.test(value.name) && isRequest(value.of);
    case 'call': {
      const { callee, path, arguments: given } = module.calls[value.call]!;
      if (PARSES.test(path ?? ''))
        return given[0] !== undefined && isBody(module, given[0].value, within, steps + 1);
      if (GIVES_BODY.test(path ?? '')) return true;
      const [first] = given;
      return (
        lastName(callee) === 'get' &&
        callee.kind === 'member' &&
        isRequest(callee.of) &&
        first?.value.kind === 'literal' &&
        first.value.value === 'body'
      );
    }
    default:
      return false;
  }
}

function isRequest(value: Expression): boolean {
  return value.kind === 'name' && REQUEST.test(value.name);
}

/** `'{}'`, `{}`, `''`: what stands in for a body that is not there. */
function isEmpty(value: Expression): boolean {
  if (value.kind === 'object') return value.members.length === 0 && !value.open;
  return value.kind === 'literal' && (value.value === null || /^(\{\})?$/.test(String(value.value)));
}

/** What a name of a function is bound to, where that happens once. */
function onlyValue(module: SourceModule, name: string, within: number): Expression | undefined {
  const bound = module.bindings.filter(
    (one) => one.within === within && one.target.kind === 'name' && one.target.name === name,
  );
  return bound.length === 1 ? bound[0]!.value : undefined;
}
