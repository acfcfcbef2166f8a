import type { ClassAt, Meaning, MethodAt, Program } from '../names/program.ts';
import {
  type Call,
  type Expression,
  type Place,
  type Read,
  type SourceModule,
  TOP,
} from '../syntax/source-module.ts';
import type { RoutePart } from './route-part.ts';

/** A function of the repository. */
export interface FunctionAt extends MethodAt {
  /** Of one that tells routes apart: only what runs for one of them. */
  readonly part?: RoutePart;
}

/** A call that a function makes, itself or through what it calls. */
export interface CallAt {
  readonly module: SourceModule;
  readonly call: Call;
  readonly meaning: Meaning;
  /** What it is called by the packages that it comes from; else as it is written. */
  readonly name: string;
  /** Whether it is only made where something else holds than that another call failed. */
  readonly conditional: boolean;
  /** How many functions stand between. */
  readonly depth: number;
}

export interface Reach {
  readonly calls: readonly CallAt[];
  readonly reads: readonly { readonly module: SourceModule; readonly read: Read }[];
  /** Places where it throws. */
  readonly throws: readonly {
    readonly module: SourceModule;
    readonly at: Place;
    readonly value: Expression | undefined;
    readonly within: number;
  }[];
  readonly returns: readonly {
    readonly module: SourceModule;
    readonly at: Place;
    readonly value: Expression | undefined;
    readonly within: number;
    readonly depth: number;
  }[];
  /** All functions that it may run, itself first. */
  readonly functions: readonly FunctionAt[];
  /** Names of functions that it calls and that could not be found in the repository. */
  readonly open: readonly { readonly name: string; readonly module: SourceModule; readonly at: Place }[];
}

/** Calls are followed so deep, and into so many functions: what comes after is not seen. */
export const FOLLOWED = { deepest: 5, most: 80 };

interface Body {
  readonly calls: readonly Call[];
  readonly reads: readonly Read[];
  readonly throws: SourceModule['throws'];
  readonly returns: SourceModule['returns'];
}

const EMPTY: Body = { calls: [], reads: [], throws: [], returns: [] };

/** What a function does itself, with those that are written in it. */
interface Own {
  readonly key: string;
  /** Keys of those that are written in it. */
  readonly inner: readonly string[];
  readonly calls: readonly OwnCall[];
  readonly reads: Reach['reads'];
  readonly throws: Reach['throws'];
  readonly returns: readonly Omit<Reach['returns'][number], 'depth'>[];
  readonly open: Reach['open'];
}

interface OwnCall extends Pick<CallAt, 'call' | 'meaning' | 'name' | 'conditional'> {
  /** Functions that it may run. */
  readonly leadsTo: readonly FunctionAt[];
}

/** What functions do, together with those that they call. */
export class Reaches {
  readonly program: Program;
  readonly #of = new Map<SourceModule, Map<number | string, Reach>>();
  readonly #ofParts = new WeakMap<RoutePart, Reach>();
  readonly #bodies = new Map<SourceModule, Map<number, Body>>();
  readonly #owns = new Map<SourceModule, Map<number | string, Own>>();
  readonly #inner = new Map<SourceModule, Map<number, readonly number[]>>();

  constructor(program: Program) {
    this.program = program;
  }

  of({ module, function: number, receiver, part }: FunctionAt): Reach {
    const at = { module, function: number, ...(receiver === undefined ? {} : { receiver }) };
    if (part !== undefined) return this.#ofPart({ ...at, part });
    const made = this.#of.get(module) ?? new Map<number | string, Reach>();
    this.#of.set(module, made);
    const key = inModule(at);
    const before = made.get(key);
    if (before !== undefined) return before;
    const reach = this.#reach(at);
    made.set(key, reach);
    return reach;
  }

  #ofPart(start: FunctionAt & { readonly part: RoutePart }): Reach {
    const before = this.#ofParts.get(start.part);
    if (before !== undefined) return before;
    const reach = this.#reach(start);
    this.#ofParts.set(start.part, reach);
    return reach;
  }

  /** Functions written inside of one, at any depth, with itself. */
  inside(module: SourceModule, number: number): readonly number[] {
    const all = [number];
    const inner = this.#inner.get(module) ?? innerOf(module);
    this.#inner.set(module, inner);
    for (const one of all) all.push(...(inner.get(one) ?? []));
    return all;
  }

  #reach(start: FunctionAt): Reach {
    const seen = new Set<string>();
    const functions: FunctionAt[] = [];
    const calls: CallAt[] = [];
    const reads: Reach['reads'][number][] = [];
    const throws: Reach['throws'][number][] = [];
    const returns: Reach['returns'][number][] = [];
    const open: Reach['open'][number][] = [];
    const waiting: { at: FunctionAt; depth: number; conditional: boolean }[] = [
      { at: start, depth: 0, conditional: false },
    ];
    for (const { at, depth, conditional } of waiting) {
      if (functions.length >= FOLLOWED.most) break;
      const whole = this.#own(at);
      const own = start.part?.module === at.module ? onlyIn(start.part, whole, at) : whole;
      if (seen.has(own.key)) continue;
      seen.add(own.key);
      for (const key of own.inner) seen.add(key);
      functions.push(at);
      const { module } = at;
      for (const one of own.reads) reads.push(one);
      for (const one of own.throws) throws.push(one);
      for (const one of own.open) open.push(one);
      for (const { at: place, value, within } of own.returns)
        returns.push({ module, at: place, value, within, depth });
      for (const { call, meaning, name, conditional: itself, leadsTo } of own.calls) {
        const either = conditional || itself;
        calls.push({ module, call, meaning, name, conditional: either, depth });
        if (depth < FOLLOWED.deepest)
          for (const next of leadsTo) waiting.push({ at: next, depth: depth + 1, conditional: either });
      }
    }
    return { calls, reads, throws, returns, functions, open };
  }

  /** The same for whatever calls it, so it is found once: many handlers share most of what they call. */
  #own(at: FunctionAt): Own {
    const { module } = at;
    const made = this.#owns.get(module) ?? new Map<number | string, Own>();
    this.#owns.set(module, made);
    const key = inModule(at);
    const before = made.get(key);
    if (before !== undefined) return before;
    const own = this.#found(at);
    made.set(key, own);
    return own;
  }

  #found(start: FunctionAt): Own {
    const { module, function: top, receiver } = start;
    const inner: string[] = [];
    const calls: OwnCall[] = [];
    const reads: Reach['reads'][number][] = [];
    const throws: Reach['throws'][number][] = [];
    const returns: Omit<Reach['returns'][number], 'depth'>[] = [];
    const opens: Reach['open'][number][] = [];
    for (const number of this.inside(module, top)) {
      if (number !== top) inner.push(keyOf(module, number));
      const body = this.#body(module, number);
      for (const read of body.reads) reads.push({ module, read });
      for (const { at, value } of body.throws) throws.push({ module, at, value, within: number });
      for (const { at, value } of body.returns) returns.push({ module, at, value, within: number });
      const gives = module.functions[number]!.gives;
      if (gives !== undefined) returns.push({ module, at: gives.at, value: gives, within: number });
      for (const call of body.calls) {
        const meaning = this.program.resolveOn(receiver, module, call.callee, call.within);
        const { functions, open } = this.program.functionsOf(meaning);
        calls.push({
          call,
          meaning,
          name: this.program.nameOf(meaning) ?? call.path ?? lastName(call.callee) ?? '',
          conditional: isConditional(module, call, top),
          leadsTo: [
            ...functions,
            ...runByMaking(this.program, meaning),
            ...this.#passedOn(receiver, module, call),
          ],
        });
        if (open && meaning.kind === 'open')
          opens.push({ name: lastName(call.callee) ?? '', module, at: call.at });
      }
    }
    return { key: `${module.file}#${inModule(start)}`, inner, calls, reads, throws, returns, open: opens };
  }

  /** Functions of the repository that are handed to what is called are taken to be called by it. */
  #passedOn(receiver: ClassAt | undefined, module: SourceModule, call: Call): readonly FunctionAt[] {
    return call.arguments.flatMap(({ value }) =>
      value.kind === 'name' || value.kind === 'member'
        ? this.program.functionsOf(this.program.resolveOn(receiver, module, value, call.within)).functions
        : [],
    );
  }

  #body(module: SourceModule, number: number): Body {
    const made = this.#bodies.get(module) ?? bodiesOf(module);
    this.#bodies.set(module, made);
    return made.get(number) ?? EMPTY;
  }
}

/** What runs for one route, and whether it does so under any other condition. */
function onlyIn(part: RoutePart, own: Own, { module, function: top }: FunctionAt): Own {
  return {
    ...own,
    calls: own.calls
      .filter(({ call }) => part.runs(call.at))
      .map((one) => ({
        ...one,
        conditional: branchesAround(module, one.call.at, module.functions[top]).some(
          (branch) => !part.decides(branch),
        ),
      })),
    reads: own.reads.filter(({ read }) => part.runs(read.at)),
    throws: own.throws.filter(({ at }) => part.runs(at)),
    returns: own.returns.filter(({ at }) => part.runs(at)),
    open: own.open.filter(({ at }) => part.runs(at)),
  };
}

/** What a function is called by in sets of them. */
export function keyOf({ file }: SourceModule, number: number): string {
  return `${file}#${number}`;
}

/** A function in sets of those of its module. */
function inModule({ function: number, receiver }: FunctionAt): number | string {
  return receiver === undefined ? number : `${number} of ${receiver.module.file}#${receiver.class}`;
}

/** What runs when an object is made of a class, or it is called. */
function runByMaking(program: Program, meaning: Meaning): readonly FunctionAt[] {
  if (meaning.kind !== 'class') return [];
  return ['constructor', '__init__', '__call__'].flatMap(
    (name) => program.functionsOf(program.memberOf(meaning, name)).functions,
  );
}

function bodiesOf(module: SourceModule): Map<number, Body> {
  const bodies = new Map<number, { [K in keyof Body]: Body[K][number][] }>();
  const of = (number: number) => {
    const before = bodies.get(number);
    if (before !== undefined) return before;
    const made = { calls: [], reads: [], throws: [], returns: [] };
    bodies.set(number, made);
    return made;
  };
  for (const one of module.calls) of(one.within).calls.push(one);
  for (const one of module.reads) of(one.within).reads.push(one);
  for (const one of module.throws) of(one.within).throws.push(one);
  for (const one of module.returns) of(one.within).returns.push(one);
  return bodies as Map<number, Body>;
}

function innerOf(module: SourceModule): Map<number, readonly number[]> {
  const inner = new Map<number, number[]>();
  for (const [number, { within }] of module.functions.entries()) {
    if (within === TOP) continue;
    const before = inner.get(within);
    if (before === undefined) inner.set(within, [number]);
    else before.push(number);
  }
  return inner;
}

/** Whether a call stands in a branch of the function, whatever functions lie between. */
export function isConditional(module: SourceModule, { at }: Pick<Call, 'at'>, top: number): boolean {
  const outer = module.functions[top];
  return branchesAround(module, at, outer).length > 0;
}

/** The branches around a place that begin within a function. */
export function branchesAround(
  module: SourceModule,
  at: Place,
  within: { readonly at: Place } | undefined,
): readonly SourceModule['branches'][number][] {
  return module.branches.filter(
    (branch) =>
      ((isAfter(at, branch.then.at) && isAfter(branch.then.end, at, true)) ||
        (branch.otherwise !== undefined &&
          isAfter(at, branch.otherwise.at) &&
          isAfter(branch.otherwise.end, at, true))) &&
      (within === undefined || isAfter(branch.at, within.at)),
  );
}

/** Whether `a` is at `b` or after it. */
function isAfter(a: Place, b: Place, strictly = false): boolean {
  if (a.line !== b.line) return a.line > b.line;
  return strictly ? a.column > b.column : a.column >= b.column;
}

/** The last name of a chain: `verify` of `tokens.verify`. */
export function lastName(value: Expression): string | undefined {
  return value.kind === 'name' || value.kind === 'member' ? value.name : undefined;
}
