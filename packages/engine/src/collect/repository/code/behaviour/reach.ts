import type { Meaning, Program } from '../names/program.ts';
import {
  type Call,
  type Expression,
  type Place,
  type Read,
  type SourceModule,
  TOP,
} from '../syntax/source-module.ts';

/** A function of the repository. */
export interface FunctionAt {
  readonly module: SourceModule;
  readonly function: number;
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

const DEEPEST = 5;
const MOST = 80;

interface Body {
  readonly calls: readonly Call[];
  readonly reads: readonly Read[];
  readonly throws: SourceModule['throws'];
  readonly returns: SourceModule['returns'];
}

const EMPTY: Body = { calls: [], reads: [], throws: [], returns: [] };

/** What functions do, together with those that they call. */
export class Reaches {
  readonly program: Program;
  readonly #of = new Map<SourceModule, Map<number, Reach>>();
  readonly #bodies = new Map<SourceModule, Map<number, Body>>();
  readonly #inner = new Map<SourceModule, Map<number, readonly number[]>>();

  constructor(program: Program) {
    this.program = program;
  }

  of({ module, function: number }: FunctionAt): Reach {
    const made = this.#of.get(module) ?? new Map<number, Reach>();
    this.#of.set(module, made);
    const before = made.get(number);
    if (before !== undefined) return before;
    const reach = this.#reach({ module, function: number });
    made.set(number, reach);
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
    const found = {
      calls: [] as CallAt[],
      reads: [] as { module: SourceModule; read: Read }[],
      throws: [] as Reach['throws'][number][],
      returns: [] as Reach['returns'][number][],
      open: [] as { name: string; module: SourceModule; at: Place }[],
    };
    const waiting: { at: FunctionAt; depth: number; conditional: boolean }[] = [
      { at: start, depth: 0, conditional: false },
    ];
    for (const { at, depth, conditional } of waiting) {
      const key = `${at.module.file}#${at.function}`;
      if (seen.has(key) || functions.length >= MOST) continue;
      seen.add(key);
      functions.push(at);
      const { module } = at;
      for (const number of this.inside(module, at.function)) {
        if (number !== at.function) seen.add(`${module.file}#${number}`);
        const body = this.#body(module, number);
        for (const read of body.reads) found.reads.push({ module, read });
        for (const one of body.throws)
          found.throws.push({ module, at: one.at, value: one.value, within: number });
        for (const one of body.returns)
          found.returns.push({ module, at: one.at, value: one.value, within: number, depth });
        const gives = module.functions[number]!.gives;
        if (gives !== undefined)
          found.returns.push({ module, at: gives.at, value: gives, within: number, depth });
        for (const call of body.calls) {
          const meaning = this.program.resolve(module, call.callee, call.within);
          const own = conditional || isConditional(module, call, at.function);
          found.calls.push({
            module,
            call,
            meaning,
            name: this.program.nameOf(meaning) ?? call.path ?? lastName(call.callee) ?? '',
            conditional: own,
            depth,
          });
          const { functions: next, open } = this.program.functionsOf(meaning);
          for (const one of next)
            if (depth < DEEPEST) waiting.push({ at: one, depth: depth + 1, conditional: own });
          if (meaning.kind === 'class' && depth < DEEPEST) {
            const made = meaning.module.classes[meaning.class]!;
            for (const method of made.methods)
              if (/^(constructor|__init__|__call__)$/.test(meaning.module.functions[method]!.name ?? ''))
                waiting.push({
                  at: { module: meaning.module, function: method },
                  depth: depth + 1,
                  conditional: own,
                });
          }
          if (open && meaning.kind === 'open')
            found.open.push({ name: lastName(call.callee) ?? '', module, at: call.at });
          this.#passedOn(module, call, depth, own, waiting);
        }
      }
    }
    return { ...found, functions };
  }

  /** Functions of the repository that are handed to what is called are taken to be called by it. */
  #passedOn(
    module: SourceModule,
    call: Call,
    depth: number,
    conditional: boolean,
    waiting: { at: FunctionAt; depth: number; conditional: boolean }[],
  ): void {
    if (depth >= DEEPEST) return;
    for (const { value } of call.arguments) {
      if (value.kind !== 'name' && value.kind !== 'member') continue;
      const { functions } = this.program.functionsOf(this.program.resolve(module, value, call.within));
      for (const at of functions) waiting.push({ at, depth: depth + 1, conditional });
    }
  }

  #body(module: SourceModule, number: number): Body {
    const made = this.#bodies.get(module) ?? bodiesOf(module);
    this.#bodies.set(module, made);
    return made.get(number) ?? EMPTY;
  }
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
  return module.branches
    .filter(
      (branch) =>
        (isAfter(at, branch.then.at) && isAfter(branch.then.end, at, true)) ||
        (branch.otherwise !== undefined &&
          isAfter(at, branch.otherwise.at) &&
          isAfter(branch.otherwise.end, at, true)),
    )
    .filter((branch) => within === undefined || isAfter(branch.at, within.at));
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
