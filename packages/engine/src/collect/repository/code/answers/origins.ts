import type { Value } from '../../../../model/value.ts';
import { placeIn, written } from '../../fact.ts';
import { branchesAround, lastName } from '../behaviour/reach.ts';
import type { Program } from '../names/program.ts';
import type { ValueAt } from '../routes/route.ts';
import { textIn } from '../routes/texts.ts';
import {
  type Expression,
  isBefore,
  isIn,
  isInside,
  type Place,
  type SourceModule,
  TOP,
} from '../syntax/source-module.ts';
import { Admission, type Condition, isAsked } from './origin-conditions.ts';

/** The origins that a value may be. */
export interface Origins {
  /** As they are written; nothing for one that cannot be told. */
  readonly values: readonly (Value | undefined)[];
  /** Whatever origin asks is answered with. */
  readonly reflects: boolean;
}

const NONE: Origins = { values: [], reflects: false };
const OPEN: Origins = { values: [undefined], reflects: false };
const FURTHEST = 12;

/**
 * The origins that a value may be: all that a name is given, all branches of a condition. What a list was asked for before it
 * is used (`ALLOWED.includes(origin) ? origin : ALLOWED[0]`) is one of that list.
 */
export function originsOf(program: Program, at: ValueAt): Origins {
  return new Following(program).of(at, [], false, 0);
}

class Following {
  readonly #program: Program;
  readonly #admission: Admission;

  constructor(program: Program) {
    this.#program = program;
    this.#admission = new Admission(program);
  }

  /** `beside` are conditions that hold for the value and stand in no branch around it; `doubtful` where others may hold it back. */
  of(at: ValueAt, beside: readonly Condition[], doubtful: boolean, steps: number): Origins {
    const { module, value, within } = at;
    if (steps > FURTHEST) return OPEN;
    const further = (one: ValueAt, more: readonly Condition[] = []) =>
      this.of(one, more, doubtful, steps + 1);
    switch (value.kind) {
      case 'literal':
        if (typeof value.value === 'string') return { values: [this.#text(at)], reflects: false };
        return value.value === true ? { values: [], reflects: true } : NONE;
      case 'text':
        return { values: [this.#text(at)], reflects: false };
      case 'list':
        return together([
          ...value.items.map((one) => further({ ...at, value: one })),
          ...(value.open ? [OPEN] : []),
        ]);
      case 'choice': {
        const test = module.branches.find((one) => samePlace(one.at, value.at));
        return together(
          value.of.map((one, index) =>
            further(
              { ...at, value: one },
              test === undefined ? beside : [...beside, { test: test.test, holds: index === 0 }],
            ),
          ),
        );
      }
      case 'both': {
        const last = value.of.at(-1)!;
        const before = value.of.slice(0, -1).map((test): Condition => ({ test, holds: true }));
        return further({ ...at, value: last }, [...beside, ...before]);
      }
      case 'function':
        return this.#given(module, value.function, doubtful, steps);
      case 'name':
      case 'member':
      case 'call':
      case 'index':
        break;
      default:
        return OPEN;
    }
    const conditions = [...beside, ...conditionsAt(module, value.at, within)];
    const admitted = this.#admission.of(at, conditions);
    if (admitted.values !== undefined)
      return together(admitted.values.map((one) => this.of(one, [], true, steps + 1)));
    const doubt = doubtful || admitted.doubtful;
    if (isAsked(this.#program, at)) return doubt ? OPEN : { values: [], reflects: true };
    const found = this.#meant(at, doubt, steps);
    const grows = (value.kind === 'name' || value.kind === 'member') && this.#admission.isChanged(at);
    return grows ? together([found, OPEN]) : found;
  }

  /** What a name, a member, a call or an item stands for. */
  #meant(at: ValueAt, doubt: boolean, steps: number): Origins {
    const { module, value, within } = at;
    const further = (one: ValueAt) => this.of(one, [], doubt, steps + 1);
    if (value.kind === 'name') {
      const found = this.#program.scopes(module).lookUp(value.name, within);
      const bindings = found.flatMap((one) => (one.kind === 'binding' ? [one.binding] : []));
      if (bindings.length > 0 && bindings.length === found.length)
        return together(bindings.map((one) => further({ module, value: one.value, within: one.within })));
    }
    // `ALLOWED[0]`, `ALLOWED.find(…)`: one of the list.
    const list =
      value.kind === 'index'
        ? value.of
        : value.kind === 'call' && /^(find|at)$/.test(lastName(module.calls[value.call]!.callee) ?? '')
          ? memberOf(module, value.call)
          : undefined;
    if (list !== undefined) {
      const items = this.#admission.itemsOf({ module, value: list, within });
      return items === undefined ? OPEN : together(items.map((one) => this.of(one, [], true, steps + 1)));
    }
    const meaning = this.#program.resolve(module, value, within);
    const meanings = meaning.kind === 'several' ? meaning.of : [meaning];
    return together(
      meanings.map((one) => {
        if (one.kind === 'value' && one.value !== value) return further(one);
        if (one.kind !== 'made' || one.members.length > 0) return OPEN;
        const call = one.module.calls[one.call]!;
        const { functions, open } = this.#program.functionsOf(
          this.#program.resolve(one.module, call.callee, call.within),
        );
        return open || functions.length === 0
          ? OPEN
          : together(functions.map((own) => this.#given(own.module, own.function, doubt, steps)));
      }),
    );
  }

  /** What a function answers: what it gives, or hands to the function that it is given, as `cors` of Express has it. */
  #given(module: SourceModule, number: number, doubtful: boolean, steps: number): Origins {
    const { gives, parameters } = module.functions[number]!;
    const [asking, callback] = parameters;
    const isCallback = (one: Expression) => one.kind === 'name' && one.name === callback?.name;
    const inside =
      callback?.name === undefined
        ? []
        : module.calls.filter(({ within }) => isInside(module, within, number));
    const handed = inside.filter(({ callee }) => isCallback(callee));
    // `decide(asking, done)`: what that answers is not followed.
    const handedOn = inside.some((call) => call.arguments.some(({ value }) => isCallback(value)));
    if (handed.length > 0 || handedOn)
      return together([
        ...(handedOn ? [OPEN] : []),
        ...handed.map(({ arguments: [problem, value], within, at }) => {
          if (value === undefined) return problem === undefined ? OPEN : NONE;
          if (value.value.kind !== 'literal' || value.value.value !== true)
            return this.of({ module, value: value.value, within }, [], doubtful, steps + 1);
          if (asking?.name === undefined) return OPEN;
          const origin = { kind: 'name', name: asking.name, at } as const;
          const admitted = this.#admission.of(
            { module, value: origin, within },
            conditionsAt(module, at, within),
          );
          if (admitted.values !== undefined)
            return together(admitted.values.map((one) => this.of(one, [], true, steps + 1)));
          return doubtful || admitted.doubtful ? OPEN : { values: [], reflects: true };
        }),
      ]);
    const values = [
      ...(gives === undefined ? [] : [gives]),
      ...module.returns.flatMap(({ within, value }) =>
        within === number && value !== undefined ? [value] : [],
      ),
    ];
    return values.length === 0
      ? OPEN
      : together(values.map((value) => this.of({ module, value, within: number }, [], doubtful, steps + 1)));
  }

  #text({ module, value, within }: ValueAt): Value | undefined {
    const text = textIn(this.#program, module, value, within);
    return text === undefined
      ? undefined
      : written(text, placeIn(module.file, value.at.line, value.at.column));
  }
}

/** What holds where a place of a function is reached: the branches around it, and those before it that leave the function. */
function conditionsAt(module: SourceModule, at: Place, within: number): readonly Condition[] {
  const own = within === TOP ? undefined : module.functions[within]!;
  const around = branchesAround(module, at, own).map(
    ({ test, then }): Condition => ({ test, holds: isIn(at, then), around: true }),
  );
  const left = module.branches.flatMap((branch): Condition[] => {
    const { test, then, within: scope } = branch;
    if (scope !== within || !isBefore(then.end, at)) return [];
    // One that stands in another is only asked where that one holds.
    const perhaps = branchesAround(module, branch.at, own).some(
      (outer) => !isIn(at, isIn(branch.at, outer.then) ? outer.then : (outer.otherwise ?? outer.then)),
    );
    const leaves = [...module.returns, ...module.throws].some(
      (end) =>
        end.within === within &&
        isIn(end.at, then) &&
        module.branches.every(
          (inner) => inner === branch || !isIn(inner.at, then) || !isIn(end.at, inner.then),
        ),
    );
    return leaves ? [{ test, holds: false, perhaps }] : [];
  });
  return [...around, ...left];
}

function memberOf(module: SourceModule, call: number) {
  const { callee } = module.calls[call]!;
  return callee.kind === 'member' ? callee.of : undefined;
}

function together(all: readonly Origins[]): Origins {
  return { values: all.flatMap(({ values }) => values), reflects: all.some(({ reflects }) => reflects) };
}

function samePlace(a: Place, b: Place): boolean {
  return a.line === b.line && a.column === b.column;
}
