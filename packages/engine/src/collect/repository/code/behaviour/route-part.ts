import { type Branch, isBefore, isIn, type Place, type SourceModule, TOP } from '../syntax/source-module.ts';

/** What of a function runs for one of the routes that it tells apart by branches. */
export class RoutePart {
  readonly module: SourceModule;
  readonly #own: Branch;
  readonly #others: readonly Branch[];
  /** The branches that lead to its own, itself among them. */
  readonly #way: readonly Branch[];
  readonly #isLast: boolean;

  /** `others` are branches for what is asked in another way: none of them runs for this route. */
  constructor(module: SourceModule, own: Branch, others: readonly Branch[]) {
    this.module = module;
    this.#own = own;
    this.#others = others;
    this.#way = module.branches.filter((one) => one === own || sideOf(one, own.at) !== undefined);
    this.#isLast = this.#ends();
  }

  /** Whether what stands at a place of its module may run for the route. */
  runs(at: Place): boolean {
    if (isIn(at, this.#own.then)) return true;
    if (this.#others.some(({ then }) => isIn(at, then))) return false;
    if (this.#way.some((one) => sideOf(one, at) !== undefined && sideOf(one, at) !== this.#sideTaken(one)))
      return false;
    return !(this.#isLast && this.#isBehind(at));
  }

  /** Whether a branch says no more than which route is asked for. */
  decides(branch: Branch): boolean {
    return this.#way.includes(branch) || this.#others.includes(branch);
  }

  /** On which side of a branch on its way it is. */
  #sideTaken(branch: Branch): Side | undefined {
    return branch === this.#own ? 'then' : sideOf(branch, this.#own.at);
  }

  /** What is given at the end of its own branch ends the request. */
  #ends(): boolean {
    const { then, within } = this.#own;
    return [...this.module.returns, ...this.module.throws].some(
      (end) =>
        end.within === within &&
        isIn(end.at, then) &&
        this.module.branches.every((one) => this.#way.includes(one) || sideOf(one, end.at) === undefined) &&
        this.module.catches.every(({ caught }) => !isIn(end.at, caught) || isIn(this.#own.at, caught)),
    );
  }

  #isBehind(at: Place): boolean {
    const { then, within } = this.#own;
    if (within === TOP || isBefore(at, then.end)) return false;
    return isIn(at, this.module.functions[within]!);
  }
}

type Side = 'then' | 'otherwise';

function sideOf({ then, otherwise }: Branch, at: Place): Side | undefined {
  if (isIn(at, then)) return 'then';
  return otherwise !== undefined && isIn(at, otherwise) ? 'otherwise' : undefined;
}
