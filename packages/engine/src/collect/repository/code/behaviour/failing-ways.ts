import {
  type Expression,
  isBefore,
  isIn,
  type Place,
  type SourceModule,
  TOP,
} from '../syntax/source-module.ts';
import { standsIn } from './asked-of-all.ts';
import { isFailure } from './declared-answers.ts';
import { branchesAround, type CallAt, type Reach } from './reach.ts';

/** What a function gives to who did not prove anything. */
export interface FailingWays {
  /** Members that all of it has, and that are there: `error` of `{ error: 'no token' }`. */
  readonly members: ReadonlySet<string>;
  /** Those of them that are an answer which refuses: `{ error: { statusCode: 401 } }`. */
  readonly refusals: ReadonlySet<string>;
  /** The class of which all of it is, where that is an answer which refuses: `new Response(null, { status: 401 })`. */
  readonly answers: 'Response' | 'NextResponse' | undefined;
}

/** What the function of a proof gives before it is asked, and where it fails. */
export function failingWays(proof: CallAt): FailingWays {
  const given = [...givenBefore(proof), ...givenAfterwards(proof)];
  const [first] = given;
  const names = first?.kind === 'object' ? first.members.map(({ name }) => name) : [];
  const all = (name: string, fits: (value: Expression) => boolean) =>
    given.every(
      (one) =>
        one.kind === 'object' &&
        !one.open &&
        one.members.some((member) => member.name === name && fits(member.value)),
    );
  const members = names.filter((name) => all(name, isThere));
  return {
    members: new Set(members),
    refusals: new Set(members.filter((name) => all(name, (one) => isRefusal(proof.module, one)))),
    answers: classOfAll(given.map((one) => classOfRefusal(proof.module, one))),
  };
}

function classOfAll(classes: readonly FailingWays['answers'][]): FailingWays['answers'] {
  if (classes.length === 0 || classes.includes(undefined)) return undefined;
  return classes.includes('Response') ? 'Response' : 'NextResponse';
}

/** `new Response(null, { status: 401 })`, `NextResponse.json(…, { status: 403 })`. */
function classOfRefusal(module: SourceModule, value: Expression): FailingWays['answers'] {
  if (value.kind !== 'call') return undefined;
  const { callee, isNew, arguments: given } = module.calls[value.call]!;
  const made = isNew ? callee : callee.kind === 'member' && callee.name === 'json' ? callee.of : undefined;
  const refuses = given.some(
    ({ value: settings }) =>
      settings.kind === 'object' &&
      !settings.open &&
      settings.members.some(({ name, value: of }) => name === 'status' && isFailure(of)),
  );
  return refuses && made !== undefined ? classOfAnswer(module, made) : undefined;
}

/** The class of answers that a name stands for: the language's own, or the one that comes of it in Next.js. */
export function classOfAnswer(module: SourceModule, named: Expression): FailingWays['answers'] {
  if (named.kind !== 'name') return undefined;
  const from = module.imports.find(({ local }) => local === named.name);
  if (named.name === 'NextResponse') return from?.module === 'next/server' ? 'NextResponse' : undefined;
  const isOwn = from !== undefined || module.classes.some(({ name }) => name === named.name);
  return named.name === 'Response' && !isOwn ? 'Response' : undefined;
}

/** Whether a function gives something back before it asks for a proof, to somebody else than who asks for its answer. */
export function givesBefore(reach: Reach, proof: CallAt): boolean {
  const { module, call } = proof;
  if (proof.depth === 0 || givenBefore(proof).length === 0) return false;
  return reach.calls.some(
    ({ meaning, module: from, call: one }) =>
      meaning.kind === 'function' &&
      meaning.module === module &&
      meaning.function === call.within &&
      from.returns.every(({ value }) => value === undefined || !standsIn(from, value, one.at)) &&
      from.functions.every(({ gives }) => gives === undefined || !standsIn(from, gives, one.at)),
  );
}

function givenBefore({ module, call }: CallAt): readonly Expression[] {
  return module.returns.flatMap(({ value, within, at }) =>
    within === call.within &&
    within !== TOP &&
    isBefore(at, call.at) &&
    !(value !== undefined && standsIn(module, value, call.at)) &&
    branchesAround(module, at, module.functions[within]).length > 0
      ? [value ?? nothingAt(at)]
      : [],
  );
}

/** What is given in the `catch`, and behind it where that may be left at its end. */
function givenAfterwards({ module, call }: CallAt): readonly Expression[] {
  const around = module.catches.filter(({ tried, within }) => within === call.within && isIn(call.at, tried));
  return around.flatMap(({ tried, caught }) => {
    const leaves = [...module.returns, ...module.throws].some(
      ({ at }) => isIn(at, caught) && branchesAround(module, at, { at: caught.at }).length === 0,
    );
    const given = module.returns.flatMap(({ value, within, at }) =>
      within === call.within && (isIn(at, caught) || (!leaves && !isBefore(at, tried.end)))
        ? [value ?? nothingAt(at)]
        : [],
    );
    return leaves ? given : [...given, nothingAt(caught.end)];
  });
}

function nothingAt(at: Place): Expression {
  return { kind: 'literal', value: null, at };
}

function isThere(value: Expression): boolean {
  if (value.kind === 'literal') return Boolean(value.value);
  return value.kind === 'object' || value.kind === 'call' || value.kind === 'text';
}

/** `{ statusCode: 401 }`, `respond(401, …)`. */
export function isRefusal(module: SourceModule, value: Expression): boolean {
  if (value.kind === 'object')
    return value.members.some(({ name, value: of }) => /^status(Code|_code)?$/.test(name) && isFailure(of));
  return value.kind === 'call' && module.calls[value.call]!.arguments.some((one) => isFailure(one.value));
}
