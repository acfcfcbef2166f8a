import { partsOf } from '../syntax/expressions.ts';
import {
  type Expression,
  isBefore,
  isIn,
  type Place,
  type SourceModule,
  TOP,
} from '../syntax/source-module.ts';
import type { SeenAt } from './answers.ts';
import { type AskedAt, type Guard, unknownGuard } from './guard.ts';
import { HeldAnswers } from './held-answers.ts';
import { branchesAround, type CallAt, type FunctionAt, type Reach, type Reaches } from './reach.ts';
import type { RoutePart } from './route-part.ts';

const DEEPEST = 3;

/** A proof that a function asks for, unless it gives something to who was not asked: that may be for everybody, or a hole. */
export function askedOfAll(reaches: Reaches, start: FunctionAt, guard: Guard): Guard {
  const { kind, asked, name, module, at } = guard;
  if (kind !== 'authenticates' || asked === undefined) return guard;
  const found = answeredUnasked(reaches, start, start.part, asked, 0);
  if (found === undefined) return guard;
  const place = `${found.module.file}:${found.at.line}`;
  return unknownGuard(name, { module, at }, `telling who is answered at ${place} without ${name}`);
}

/** Where a function gives something before it asks, or beside the branch in which it does. */
function answeredUnasked(
  reaches: Reaches,
  start: FunctionAt,
  part: RoutePart | undefined,
  asked: AskedAt,
  steps: number,
): SeenAt | undefined {
  const led = leading(reaches, start, asked);
  if (led === undefined || steps > DEEPEST) return undefined;
  const { module } = start;
  for (const answer of new HeldAnswers(reaches, part).of(start)) {
    if (standsIn(module, answer.value, led.at)) {
      const inside = led.leadsTo.map((one) => answeredUnasked(reaches, one, part, asked, steps + 1));
      const found = inside.find((one) => one !== undefined);
      if (found !== undefined) return found;
    } else if (
      isBefore(answer.at, led.at) ||
      (!asked.isBranchTold && isBeside(start, part, led.at, answer.at))
    )
      return { module, at: answer.at };
  }
  return undefined;
}

interface Led {
  readonly at: Place;
  readonly leadsTo: readonly FunctionAt[];
}

/** The place of a function at which it asks, itself or by what it calls there. */
function leading(reaches: Reaches, start: FunctionAt, asked: AskedAt): Led | undefined {
  const own = reaches.inside(start.module, start.function);
  if (asked.module === start.module && own.includes(asked.within)) return { at: asked.at, leadsTo: [] };
  const call = reaches
    .of(start)
    .calls.find(
      ({ depth, meaning }) =>
        depth === 0 &&
        meaning.kind === 'function' &&
        reaches
          .of(meaning)
          .functions.some(
            (one) =>
              one.module === asked.module && reaches.inside(one.module, one.function).includes(asked.within),
          ),
    );
  return call?.meaning.kind === 'function' ? { at: call.call.at, leadsTo: [call.meaning] } : undefined;
}

/** Whether a call stands in a value: in what `return route(event)` gives. */
export function standsIn(module: SourceModule, value: Expression, at: Place): boolean {
  const stands = (one: Expression): boolean => {
    if (one.kind !== 'call') return partsOf(one).some(stands);
    const call = module.calls[one.call]!;
    return (
      (call.at.line === at.line && call.at.column === at.column) ||
      stands(call.callee) ||
      call.arguments.some((given) => stands(given.value))
    );
  };
  return stands(value);
}

/** Whether a place is not in a branch in which another one is. */
function isBeside(
  { module, function: number }: FunctionAt,
  part: RoutePart | undefined,
  asked: Place,
  at: Place,
): boolean {
  return branchesAround(module, asked, module.functions[number]!).some((branch) => {
    if (part?.decides(branch) === true) return false;
    const { then, otherwise } = branch;
    const side = isIn(asked, then) ? then : otherwise;
    return side !== undefined && !isIn(at, side);
  });
}

/** Whether what a function gives is what is answered: `return await cards(event)`. */
export function answersFor(reach: Reach, at: FunctionAt): boolean {
  const callers = callersOf(reach, at);
  return (
    callers.length > 0 &&
    callers.every(
      ({ module, call, depth }) =>
        call.within !== TOP &&
        module.returns.some(
          ({ value, within }) =>
            within === call.within && value !== undefined && standsIn(module, value, call.at),
        ) &&
        (depth === 0 || answersFor(reach, { module, function: call.within })),
    )
  );
}

export function callersOf(reach: Reach, { module, function: number }: FunctionAt): readonly CallAt[] {
  return reach.calls.filter(
    ({ meaning }) => meaning.kind === 'function' && meaning.module === module && meaning.function === number,
  );
}
