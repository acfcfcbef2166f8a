import { branchesAround } from '../code/behaviour/reach.ts';
import { partsOf } from '../code/syntax/expressions.ts';
import {
  type Branch,
  type Expression,
  isIn,
  type Place,
  type Range,
  type SourceModule,
  TOP,
} from '../code/syntax/source-module.ts';

import { partsOfKind } from '../joins/expressions.ts';

type Choice = Extract<Expression, { kind: 'choice' }>;

/**
 * What of a module a bundler keeps for production: of `import.meta.env.DEV ? a : b` it is `b`. Sources: Vite, "Env Variables and
 * Modes" (`DEV`, `PROD`); React, Vue CLI and Next.js set `NODE_ENV` to `production` where they build. A mode is anybody's own.
 */
export class ProductionSide {
  readonly #module: SourceModule;
  readonly #left: readonly Range[];
  /** Where parts of expressions begin that are left out: of these no end is known. */
  readonly #leftParts: ReadonlySet<string>;
  readonly #sides = new Map<Choice, Expression>();

  constructor(module: SourceModule) {
    this.#module = module;
    this.#left = module.branches.flatMap((branch) => this.#leftBy(branch));
    const left = partsOfKind(module, 'choice').flatMap(({ value }) => this.#leftOf(value));
    this.#leftParts = new Set(left.flatMap((one) => placesIn(one, module)));
  }

  runs(at: Place): boolean {
    return !this.#leftParts.has(keyOf(at)) && !this.#left.some((range) => isIn(at, range));
  }

  /** What an expression is there. */
  of(value: Expression): Expression {
    const side = value.kind === 'choice' ? this.#sides.get(value) : undefined;
    return side === undefined ? value : this.of(side);
  }

  /** Whether code at a place runs there because it is production. */
  isForIt(at: Place): boolean {
    return this.#module.branches.some(({ test, then, otherwise }) => {
      const holds = this.#holds(test);
      return (
        (holds === true && isIn(at, then)) ||
        (holds === false && otherwise !== undefined && isIn(at, otherwise))
      );
    });
  }

  #leftBy(branch: Branch): readonly Range[] {
    const { test, then, otherwise, within } = branch;
    const holds = this.#holds(test);
    if (holds === undefined) return [];
    if (!holds) return [then];
    if (otherwise !== undefined) return [otherwise];
    return this.#leaves(branch) ? [{ at: then.end, end: this.#module.functions[within]!.end }] : [];
  }

  /** `if (import.meta.env.PROD) return '/api';`: nothing after it runs there. */
  #leaves({ then, within, at }: Branch): boolean {
    if (within === TOP) return false;
    const around = (place: Place) =>
      branchesAround(this.#module, place, this.#module.functions[within]).length;
    return (
      around(at) === 0 &&
      [...this.#module.returns, ...this.#module.throws].some(
        (one) => one.within === within && isIn(one.at, then) && around(one.at) === 1,
      )
    );
  }

  #leftOf(choice: Choice): readonly Expression[] {
    const [yes, no] = choice.of;
    const branch = this.#module.branches.find(
      ({ at, then }) => keyOf(at) === keyOf(choice.at) && yes !== undefined && isIn(yes.at, then),
    );
    const holds = branch === undefined ? undefined : this.#holds(branch.test);
    if (holds === undefined || yes === undefined || no === undefined) return [];
    this.#sides.set(choice, holds ? yes : no);
    return [holds ? no : yes];
  }

  /** How a condition turns out in production, where that is told. */
  #holds(test: Expression, steps = 0): boolean | undefined {
    if (steps > 4) return undefined;
    const next = (one: Expression) => this.#holds(one, steps + 1);
    switch (test.kind) {
      case 'not': {
        const of = next(test.of);
        return of === undefined ? undefined : !of;
      }
      case 'both':
        return together(test.of.map(next), false);
      case 'choice':
        return together(test.of.map(next), true);
      case 'compare':
        return comparedInProduction(test);
      case 'member':
        return isOfEnvironment(test) ? SAID[test.name] : undefined;
      case 'name': {
        const bound = this.#module.bindings.filter(
          ({ target }) => target.kind === 'name' && target.name === test.name,
        );
        return bound.length === 1 ? next(bound[0]!.value) : undefined;
      }
      default:
        return undefined;
    }
  }
}

const SAID: Readonly<Record<string, boolean>> = { DEV: false, PROD: true };

/** One that decides, or all. */
function together(all: readonly (boolean | undefined)[], deciding: boolean): boolean | undefined {
  if (all.includes(deciding)) return deciding;
  return all.includes(undefined) ? undefined : !deciding;
}

/** `process.env.NODE_ENV !== 'production'`. */
function comparedInProduction({
  operator,
  left,
  right,
}: Extract<Expression, { kind: 'compare' }>): boolean | undefined {
  const [name, text] = right.kind === 'literal' ? [left, right] : [right, left];
  if (text.kind !== 'literal' || typeof text.value !== 'string' || !/^[=!]==?$/.test(operator))
    return undefined;
  if (!isOfEnvironment(name) || name.name !== 'NODE_ENV') return undefined;
  return (text.value === 'production') === operator.startsWith('=');
}

function isOfEnvironment(value: Expression): value is Extract<Expression, { kind: 'member' }> {
  return value.kind === 'member' && value.of.kind === 'member' && value.of.name === 'env';
}

function placesIn(value: Expression, module: SourceModule): readonly string[] {
  const call = value.kind === 'call' ? module.calls[value.call]! : undefined;
  const texts = value.kind === 'text' ? module.texts[value.text]!.parts : [];
  const parts = [
    ...(call === undefined ? partsOf(value) : [call.callee, ...call.arguments.map((given) => given.value)]),
    ...texts.filter((part) => typeof part !== 'string'),
  ];
  return [keyOf(value.at), ...parts.flatMap((one) => (one === value ? [] : placesIn(one, module)))];
}

function keyOf({ line, column }: Place): string {
  return `${line}:${column}`;
}
