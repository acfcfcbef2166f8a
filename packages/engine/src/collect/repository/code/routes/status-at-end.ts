import { isFailure } from '../behaviour/declared-answers.ts';
import { branchesAround, type FunctionAt } from '../behaviour/reach.ts';
import type { RoutePart } from '../behaviour/route-part.ts';
import type { Program } from '../names/program.ts';
import {
  type Binding,
  type Branch,
  type Catch,
  isBefore,
  isIn,
  type Place,
  type SourceModule,
} from '../syntax/source-module.ts';

/**
 * Whether what is none of the routes is refused at the end of a function that keeps the status in a variable and answers once:
 * `let statusCode = 200; try { switch (…) { default: throw … } } catch { statusCode = 400 } return { statusCode, body };`
 */
export function isRefusedAtEnd(
  program: Program,
  start: FunctionAt,
  rest: RoutePart,
  status: string,
): boolean {
  const { module, function: number } = start;
  const found = program.scopes(module).lookUp(status, number);
  const bindings = found.flatMap((one) =>
    one.kind === 'binding' && one.binding.within === number ? [one.binding] : [],
  );
  const isOwn = module.language === 'script' && bindings.length === found.length;
  return isOwn && new StatusAtEnd(module, number, rest, bindings).isRefusal();
}

class StatusAtEnd {
  readonly #module: SourceModule;
  readonly #number: number;
  readonly #rest: RoutePart;
  readonly #bindings: readonly Binding[];
  readonly #catches: readonly Catch[];

  constructor(module: SourceModule, number: number, rest: RoutePart, bindings: readonly Binding[]) {
    this.#module = module;
    this.#number = number;
    this.#rest = rest;
    this.#bindings = bindings;
    this.#catches = module.catches.filter(({ within }) => within === number);
  }

  /** Something that fails is surely come to, nothing after it makes it good again, and no more does what is caught. */
  isRefusal(): boolean {
    const throws = this.#module.throws.filter(({ within }) => within === this.#number);
    const failing = this.#bindings.filter(({ value, perhaps }) => isFailure(value) && perhaps !== true);
    const sure = [...throws, ...failing].filter(({ at }) => this.#isComeTo(at) && !this.#isCaught(at));
    return (
      this.#catches.filter(({ at }) => this.#rest.runs(at)).every((one) => this.#refuses(one)) &&
      sure.some(({ at }) => this.#isLeftSo(at))
    );
  }

  /** Whether whatever is none of the routes comes to a place: only branches that ask for routes stand around it. */
  #isComeTo(at: Place): boolean {
    const around = this.#around(at);
    return (
      this.#rest.runs(at) &&
      around.every((branch) => this.#rest.isOfOthers(branch)) &&
      // Who comes into another case does not come to what stands beside it.
      !this.#module.branches.some((branch) => this.#isOtherCase(branch) && !around.includes(branch))
    );
  }

  #isOtherCase(branch: Branch): boolean {
    return (
      branch.within === this.#number &&
      isCase(branch) &&
      !this.#rest.isOfOthers(branch) &&
      this.#rest.runs(branch.at) &&
      !this.#isCaught(branch.at)
    );
  }

  #isLeftSo(from: Place): boolean {
    const asked = this.#module.branches.filter((branch) => this.#rest.isOfOthers(branch));
    // A case behind that of what is none of the routes may be fallen into.
    const isBehindRoutes = asked.some(({ at }) => isBefore(at, from));
    return this.#bindings
      .filter(({ at }) => isBefore(from, at) && !this.#isCaught(at))
      .filter(({ at }) => isBehindRoutes || this.#rest.runs(at))
      .every(({ value }) => isFailure(value));
  }

  /** Whether what is caught surely fails, or goes no further. */
  #refuses({ caught }: Catch): boolean {
    const own = this.#bindings.filter(({ at }) => isIn(at, caught));
    const { returns, throws } = this.#module;
    const ends = [...returns, ...throws].filter(
      ({ at, within }) => within === this.#number && isIn(at, caught),
    );
    const depth = this.#around(caught.at).length;
    return (
      own.every(({ value }) => isFailure(value)) &&
      [...own.filter(({ perhaps }) => perhaps !== true), ...ends].some(
        ({ at }) => this.#around(at).length === depth,
      )
    );
  }

  #isCaught(at: Place): boolean {
    return this.#catches.some(({ caught }) => isIn(at, caught));
  }

  #around(at: Place) {
    return branchesAround(this.#module, at, this.#module.functions[this.#number]);
  }
}

/** A case of a `switch` or `match`, whose test is written where its value is. */
function isCase({ test }: Branch): boolean {
  if (test.kind !== 'compare') return false;
  const { at, right } = test;
  return at.line === right.at.line && at.column === right.at.column;
}
