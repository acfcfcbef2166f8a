import { onceFor } from '../../../once-for.ts';
import { lastName } from '../code/behaviour/reach.ts';
import type { Program } from '../code/names/program.ts';
import type { Call, SourceModule } from '../code/syntax/source-module.ts';

/** A call of which something is told by what it is called. */
export interface ToldCall<What> {
  readonly call: Call;
  /** Its number in the list of its module. */
  readonly number: number;
  readonly by: By;
  /** What it is called by that. */
  readonly as: string;
  /** What is told of it. */
  readonly is: What;
}

/** What is told of a call that is called so; one function for all modules, as its answers are kept. */
type Tells<What> = (called: string) => What | undefined;

const REGISTERS: ReadonlySet<string> = new Set(['register', 'add_middleware']);

/** By what a call is called. */
const CALLED = {
  /** The packages that it comes from: `express().get`. */
  path: (program, module, { callee, within }) => program.pathOf(module, callee, within),
  /** As it is written, where it is of no package. */
  text: (program, module, { callee, within, path }) =>
    path !== undefined && program.pathOf(module, callee, within) === undefined ? path : undefined,
  /** As it is written, of a package or not; its last name where that is no chain. */
  written: (_program, _module, { callee, path }) => path ?? lastName(callee),
  /** Its last name alone: `get`. */
  name: (_program, _module, { callee }) => lastName(callee),
  /** What it registers with an application, by the packages that this comes from: `@fastify/session` of `app.register(session)`. */
  plugin: (program, module, { callee, arguments: [first], within }) =>
    first !== undefined && REGISTERS.has(lastName(callee) ?? '')
      ? program.pathOf(module, first.value, within)
      : undefined,
} satisfies Record<string, (program: Program, module: SourceModule, call: Call) => string | undefined>;

type By = keyof typeof CALLED;

/**
 * The calls of a module of which something is told by what they are called, in their order. Each name is asked about once in a
 * program, and not with each call: many calls have few names. Of `pathOrText` every call has one at most.
 */
export function callsTold<What>(
  program: Program,
  module: SourceModule,
  by: By | 'pathOrText',
  tells: Tells<What>,
): readonly ToldCall<What>[] {
  const told = (one: By) => (toldOf(program, one, tells).get(module) ?? NONE) as readonly ToldCall<What>[];
  return by === 'pathOrText' ? inOrder(told('path'), told('text')) : told(by);
}

const NONE: readonly never[] = [];

/** Several lists of calls as one, in the order of the calls; of one that is in two of them, what the first has. */
export function inOrder<One extends { readonly number: number }>(
  ...lists: readonly (readonly One[])[]
): readonly One[] {
  const filled = lists.filter((one) => one.length > 0);
  if (filled.length < 2) return filled[0] ?? NONE;
  const byNumber = new Map<number, One>();
  for (const list of filled)
    for (const one of list) if (!byNumber.has(one.number)) byNumber.set(one.number, one);
  return [...byNumber.values()].sort((a, b) => a.number - b.number);
}

const toldOf = onceFor((program: Program, by: By, tells: Tells<unknown>) => {
  const told = new Map<SourceModule, ToldCall<unknown>[]>();
  for (const [as, places] of callsBy(program, by)) {
    const is = tells(as);
    if (is === undefined) continue;
    for (const { module, number, call } of places) {
      const one = { call, number, by, as, is };
      const own = told.get(module);
      if (own === undefined) told.set(module, [one]);
      else own.push(one);
    }
  }
  for (const own of told.values()) own.sort((a, b) => a.number - b.number);
  return told;
});

interface Placed {
  readonly module: SourceModule;
  readonly number: number;
  readonly call: Call;
}

const callsOf = onceFor((program: Program): readonly Placed[] =>
  [...program.modules.values()].flatMap((module) =>
    module.calls.map((call, number) => ({ module, number, call })),
  ),
);

/** All calls of a program by what they are called; those that are called nothing are left out. */
const callsBy = onceFor((program: Program, by: By): ReadonlyMap<string, readonly Placed[]> => {
  const found = new Map<string, Placed[]>();
  for (const placed of callsOf(program)) {
    const called = CALLED[by](program, placed.module, placed.call);
    if (called === undefined) continue;
    const before = found.get(called);
    if (before === undefined) found.set(called, [placed]);
    else before.push(placed);
  }
  return found;
});
