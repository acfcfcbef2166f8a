import { branchesAround, type FunctionAt, lastName, type Reaches } from '../behaviour/reach.ts';
import { RoutePart } from '../behaviour/route-part.ts';
import type { Program } from '../names/program.ts';
import {
  type Branch,
  type Expression,
  isBefore,
  isIn,
  type Place,
  type SourceModule,
} from '../syntax/source-module.ts';
import { readsOnly } from './reads-only.ts';
import { textIn, textsIn } from './texts.ts';
import { VERB } from './validated-by-method.ts';

/** What of all paths an answer is for that is none of a route: those that begin with a part. */
export interface LeftPath {
  /** Nothing where it cannot be told: what it does may be for one method or another. */
  readonly method: string | undefined;
  /** `/cards/{rest+}`. */
  readonly path: string;
  readonly at: Place;
}

/**
 * What a function answers beside its routes, where it refuses all whose paths do not begin with certain parts; nothing where that
 * is not so of all its answers. What does no more than read is an answer to GET, whichever method is asked for.
 */
export function leftPaths(
  reaches: Reaches,
  start: FunctionAt,
  ways: readonly Place[],
  byRoutes: readonly Place[],
): readonly LeftPath[] | undefined {
  const conditions = new Conditions(reaches.program, start);
  const found = ways.map((at): readonly LeftPath[] | undefined => {
    const { firsts, method } = conditions.at(at);
    // Browsers ask so before they ask, and are told what they may.
    if (method === 'OPTIONS') return [];
    if (firsts === undefined) return undefined;
    const asked = method ?? (readsOnly(reaches, start, conditions.without(byRoutes)) ? 'GET' : undefined);
    return firsts.map((first) => ({ method: asked, path: `/${first}/{rest+}`, at }));
  });
  const told = found.flatMap((one) => one ?? []);
  return found.includes(undefined) ? undefined : told;
}

/** What is known of a request at a place: the first parts that its path may have, and its method. */
interface Known {
  readonly firsts?: readonly string[];
  readonly method?: string;
}

class Conditions {
  readonly #program: Program;
  readonly #module: SourceModule;
  readonly #within: number;
  readonly #own: readonly Branch[];

  constructor(program: Program, { module, function: number }: FunctionAt) {
    this.#program = program;
    this.#module = module;
    this.#within = number;
    this.#own = module.branches.filter(({ within }) => within === number);
  }

  at(at: Place): Known {
    const around = this.#around(at);
    const inside = around.map((branch) => this.#told(branch.test, isIn(at, branch.then)));
    const passed = this.#own
      .filter((branch) => !isBefore(at, branch.then.end) && this.#leaves(branch))
      .filter((branch) => this.#around(branch.at).every((one) => around.includes(one)))
      .map((branch) => this.#told(branch.test, false));
    return Object.assign({}, ...passed, ...inside);
  }

  /** The part of the function that runs for what no branch by method is for, and none that leads to a route. */
  without(byRoutes: readonly Place[]): RoutePart {
    const others = this.#own.filter(
      ({ test, then }) =>
        this.#told(test, true).method !== undefined || byRoutes.some((at) => isIn(at, then)),
    );
    return new RoutePart(this.#module, undefined, others, []);
  }

  #around(at: Place): readonly Branch[] {
    return branchesAround(this.#module, at, this.#module.functions[this.#within]);
  }

  /** Whether whoever comes into a branch goes no further. */
  #leaves(branch: Branch): boolean {
    const { returns, throws } = this.#module;
    const around = this.#around(branch.at).length;
    return [...returns, ...throws].some(
      ({ at, within }) =>
        within === this.#within && isIn(at, branch.then) && this.#around(at).length === around + 1,
    );
  }

  #told(test: Expression, isTrue: boolean): Known {
    switch (test.kind) {
      case 'not':
        return this.#told(test.of, !isTrue);
      case 'both':
        return isTrue ? Object.assign({}, ...test.of.map((one) => this.#told(one, true))) : {};
      case 'choice':
        return isTrue ? {} : Object.assign({}, ...test.of.map((one) => this.#told(one, false)));
      case 'call':
        return this.#toldByCall(test.call, isTrue);
      case 'compare':
        return this.#toldBy(test, isTrue);
      default:
        return {};
    }
  }

  #toldBy({ operator, left, right }: Extract<Expression, { kind: 'compare' }>, isTrue: boolean): Known {
    if (/in$/.test(operator)) return isTrue === (operator === 'in') ? this.#amongThose(right, left) : {};
    if (!/^[=!]=$/.test(operator) || isTrue !== (operator === '==')) return {};
    const [subject, text] = right.kind === 'literal' ? [left, right] : [right, left];
    const said = textIn(this.#program, this.#module, text, this.#within);
    if (said === undefined) return {};
    if (this.#isFirstPart(subject)) return { firsts: [said] };
    return VERB.test(said.toUpperCase()) && /method|verb/i.test(lastName(subject) ?? '')
      ? { method: said }
      : {};
  }

  /** `KINDS.includes(kind)`. */
  #toldByCall(number: number, isTrue: boolean): Known {
    const { callee, arguments: given } = this.#module.calls[number]!;
    const [asked] = given;
    const isAsked = isTrue && callee.kind === 'member' && callee.name === 'includes' && asked !== undefined;
    return isAsked ? this.#amongThose(callee.of, asked.value) : {};
  }

  #amongThose(list: Expression, subject: Expression): Known {
    const firsts = this.#isFirstPart(subject)
      ? textsIn(this.#program, this.#module, list, this.#within)
      : undefined;
    return firsts === undefined ? {} : { firsts };
  }

  /** `event.path.split('/')[1]`. */
  #isFirstPart(value: Expression): boolean {
    const part = this.#bound(value);
    if (part.kind !== 'index' || part.index.kind !== 'literal') return false;
    const { parts, isTrimmed } = this.#trimmed(this.#bound(part.of));
    return parts && part.index.value === (isTrimmed ? 0 : 1);
  }

  /** Whether a value is the parts of a path, and whether nothing stands before the first. */
  #trimmed(value: Expression): { readonly parts: boolean; readonly isTrimmed: boolean } {
    const none = { parts: false, isTrimmed: false };
    if (value.kind !== 'call') return none;
    const { callee, arguments: given } = this.#module.calls[value.call]!;
    const [first] = given;
    if (callee.kind !== 'member') return none;
    if (callee.name === 'filter' && first?.value.kind === 'name' && first.value.name === 'Boolean')
      return { ...this.#trimmed(this.#bound(callee.of)), isTrimmed: true };
    const isSplit = callee.name === 'split' && first?.value.kind === 'literal' && first.value.value === '/';
    if (!isSplit) return none;
    const whole = this.#bound(callee.of);
    if (whole.kind !== 'call') return { parts: isPath(whole), isTrimmed: false };
    const stripped = this.#module.calls[whole.call]!;
    const isStripped =
      stripped.callee.kind === 'member' &&
      /^l?strip$/.test(stripped.callee.name) &&
      isPath(this.#bound(stripped.callee.of));
    return { parts: isStripped, isTrimmed: true };
  }

  /** What is put into a name, where it is given one value. */
  #bound(value: Expression): Expression {
    if (value.kind !== 'name') return value;
    const found = this.#program.scopes(this.#module).lookUp(value.name, this.#within);
    const [only, ...more] = found;
    return only?.kind === 'binding' && more.length === 0 ? only.binding.value : value;
  }
}

function isPath(value: Expression): boolean {
  return value.kind === 'choice'
    ? value.of.every(isPath)
    : /^(path|raw_?path|pathname)$/i.test(lastName(value) ?? '');
}
