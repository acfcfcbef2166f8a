import { type Branch, isBefore, isIn, type Place, type SourceModule, TOP } from '../syntax/source-module.ts';

/** What of a function runs for one of the routes that it tells apart by branches, or for what is none of them. */
export class RoutePart {
  readonly module: SourceModule;
  readonly #own: Branch | undefined;
  readonly #others: readonly Branch[];
  readonly #plain: readonly Branch[];
  /** The branches that lead to its own, itself among them. */
  readonly #way: readonly Branch[];
  readonly #isLast: boolean;

  /**
   * `own` answers the route; `others` are branches for what is asked in another way: none of them runs for it. `plain` are those
   * that ask for a method or path alone.
   */
  constructor(
    module: SourceModule,
    own: Branch | undefined,
    others: readonly Branch[],
    plain: readonly Branch[],
  ) {
    this.module = module;
    this.#own = own;
    this.#others = others;
    this.#plain = plain;
    this.#way = own === undefined ? [] : wayTo(own, module);
    this.#isLast = own !== undefined && ends(own, this.#way, module);
  }

  /** Whether what stands at a place of its module may run for the route. */
  runs(at: Place): boolean {
    const own = this.#own;
    if (own !== undefined && isIn(at, own.then)) return true;
    if (this.#others.some(({ then }) => isIn(at, then))) return false;
    if (own === undefined) return true;
    const isElsewhere = this.#way.some((one) => {
      const side = sideOf(one, at);
      return side !== undefined && side !== (one === own ? 'then' : sideOf(one, own.at));
    });
    return !isElsewhere && !(this.#isLast && isBehind(own, at, this.module));
  }

  /** Whether a branch says no more than which route is asked for. Where it asks more, whoever is left goes on elsewhere. */
  decides(branch: Branch): boolean {
    return this.isOfOthers(branch) || (this.#plain.includes(branch) && this.#way.includes(branch));
  }

  /** Whether a branch asks for what is none of the route. */
  isOfOthers(branch: Branch): boolean {
    return this.#others.includes(branch);
  }
}

/** The branches that lead to one, itself among them. */
function wayTo(own: Branch, { branches }: SourceModule): readonly Branch[] {
  return branches.filter((one) => one === own || sideOf(one, own.at) !== undefined);
}

/** Whether whoever comes into a branch goes no further than to its end. */
function ends({ then, within, at }: Branch, way: readonly Branch[], module: SourceModule): boolean {
  return [...module.returns, ...module.throws].some(
    (end) =>
      end.within === within &&
      isIn(end.at, then) &&
      module.branches.every((one) => way.includes(one) || sideOf(one, end.at) === undefined) &&
      module.catches.every(({ caught }) => !isIn(end.at, caught) || isIn(at, caught)),
  );
}

/** Whether a place of the same function comes after a branch. */
function isBehind({ then, within }: Branch, at: Place, { functions }: SourceModule): boolean {
  return within !== TOP && !isBefore(at, then.end) && isIn(at, functions[within]!);
}

type Side = 'then' | 'otherwise';

function sideOf({ then, otherwise }: Branch, at: Place): Side | undefined {
  if (isIn(at, then)) return 'then';
  return otherwise !== undefined && isIn(at, otherwise) ? 'otherwise' : undefined;
}
