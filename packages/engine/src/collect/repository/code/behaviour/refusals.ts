import { writtenAs } from '../routes/texts.ts';
import { partsOf } from '../syntax/expressions.ts';
import {
  type Call,
  type Expression,
  isBefore,
  isIn,
  type Place,
  type Range,
  type SourceModule,
  TOP,
} from '../syntax/source-module.ts';
import { refusalIn, stops } from './answers.ts';
import { classOfAnswer, type FailingWays, isRefusal } from './failing-ways.ts';
import { holdsForNobody } from './presence.ts';
import { branchesAround, type FunctionAt, lastName, type Reach, type Reaches } from './reach.ts';

/** Something that is read of who is calling. */
export interface IdentityRead {
  readonly module: SourceModule;
  readonly read: {
    readonly value: Expression;
    readonly path: string | undefined;
    readonly within: number;
    readonly at: Place;
  };
}

/** Calls of packages after which nothing runs. */
const THROWS = /^(throw|abort|fail|assert\w*|redirect|notFound|unauthorized|forbidden|invariant|exit)$/;
const INSISTS = /^(assert|ensure|require|invariant|enforce|must|ok)/i;

/** Whether code refuses by what it read of who is calling: a throw elsewhere on the way has nothing to do with it. */
export class Refusals {
  readonly #reaches: Reaches;

  constructor(reaches: Reaches) {
    this.#reaches = reaches;
  }

  /** `goesOn` for what stands before a handler: there it refuses too where `next` is only called for some. */
  rests(reach: Reach, identity: IdentityRead, goesOn: boolean, failing?: FailingWays): boolean {
    const { module, read } = identity;
    if (read.within === TOP) return false;
    const carried = this.#carriers(module, read.within, (one) => isAt(one, read.at));
    const isOf = (one: Expression) => carried(one) || isHolder(module, one, read.path ?? '');
    if (
      failing !== undefined &&
      failing.members.size > 0 &&
      leavesFailing(module, read.within, carried, failing)
    )
      return true;
    if (failing?.answers !== undefined && handsOnRefusal(module, read, failing.answers)) return true;
    // `if (!result.ok) return refused` refuses nobody where `ok` is there for who proved nothing too.
    const isThereForNobody = (one: Expression) => isMemberOf(failing?.members ?? NONE, one, carried);
    if (this.#decides(reach, module, read.within, carried, goesOn, isOf, isThereForNobody)) return true;
    // `if (!isSignedIn(request)) throw …`: what a function of its own gives decides where it is called.
    const answers = module.returns.some(
      ({ value, within }) => within === read.within && value !== undefined && carried(value),
    );
    const { gives } = module.functions[read.within]!;
    if (!answers && (gives === undefined || !carried(gives))) return false;
    return reach.functions.some((at) => this.#decidesByCalling(reach, at, identity, goesOn));
  }

  /** Whether a part of a function is the last of it that runs: it returns, throws, or calls what throws (`ctx.throw(401)`). */
  #isLeft(reach: Reach, module: SourceModule, range: Range): boolean {
    if ([...module.returns, ...module.throws].some(({ at }) => isIn(at, range))) return true;
    return reach.calls.some(
      ({ module: from, call: { callee, at }, meaning }) =>
        from === module &&
        isIn(at, range) &&
        (meaning.kind === 'function'
          ? this.#reaches.of(meaning).throws.length > 0
          : THROWS.test(lastName(callee) ?? '') &&
            !(callee.kind === 'member' && /^(res|response|reply)$/.test(lastName(callee.of) ?? ''))),
    );
  }

  #decidesByCalling(reach: Reach, at: FunctionAt, { module, read }: IdentityRead, goesOn: boolean): boolean {
    const { program } = this.#reaches;
    const asks = (call: Call) =>
      program
        .functionsOf(program.resolveOn(at.receiver, at.module, call.callee, call.within))
        .functions.some((one) => one.module === module && one.function === read.within);
    const carried = this.#carriers(
      at.module,
      at.function,
      (one) => one.kind === 'call' && asks(at.module.calls[one.call]!),
    );
    return this.#decides(reach, at.module, at.function, carried, goesOn);
  }

  /** Whether a value has to do with what was read, through the names that it is given. */
  #carriers(
    module: SourceModule,
    top: number,
    isRead: (one: Expression) => boolean,
  ): (value: Expression) => boolean {
    const functions = new Set(this.#reaches.inside(module, top));
    const names = new Set<string>();
    const carried = (value: Expression): boolean => {
      const waiting = [value];
      for (const one of waiting) {
        if (isRead(one) || (one.kind === 'name' && names.has(one.name))) return true;
        if (one.kind !== 'call') waiting.push(...partsOf(one));
        else {
          const { callee, arguments: given } = module.calls[one.call]!;
          waiting.push(callee, ...given.map((argument) => argument.value));
        }
      }
      return false;
    };
    const own = module.bindings.filter(
      ({ within, value }) => functions.has(within) && value.kind !== 'function',
    );
    for (let before = -1; before !== names.size; ) {
      before = names.size;
      for (const { target, value } of own)
        if (target.kind === 'name' && !names.has(target.name) && carried(value)) names.add(target.name);
    }
    return carried;
  }

  #decides(
    reach: Reach,
    module: SourceModule,
    top: number,
    carried: (value: Expression) => boolean,
    goesOn: boolean,
    isOf: (value: Expression) => boolean = carried,
    isThereForNobody?: (value: Expression) => boolean,
  ): boolean {
    const functions = new Set(this.#reaches.inside(module, top));
    const calls = reach.calls.filter((one) => one.module === module && functions.has(one.call.within));
    const byBranch = module.branches.some((branch) => {
      if (!functions.has(branch.within) || !carried(branch.test)) return false;
      const { then, otherwise } = branch;
      // Who refuses those that are signed in has refused nobody else by that.
      const forNobody = holdsForNobody(module, branch.test, isOf, isThereForNobody);
      const goes = calls.filter(
        ({ call }) => lastName(call.callee) === 'next' && call.arguments.length === 0,
      );
      // `if (!request.user) response.status(401); next()`: a `return` is missing.
      const isPassed =
        !this.#isLeft(reach, module, then) &&
        goes.some(
          ({ call }) => isBefore(then.end, call.at) && !(otherwise !== undefined && isIn(call.at, otherwise)),
        );
      if (forNobody !== false && !isPassed && endsIn(reach, module, then)) return true;
      if (forNobody !== true && otherwise !== undefined && endsIn(reach, module, otherwise)) return true;
      const leaves = module.returns.some((one) => functions.has(one.within) && isIn(one.at, then));
      // `if (request.user) return next(); response.redirect('/sign-in')`
      const rest = { at: then.end, end: module.functions[branch.within]!.end };
      const inside = goes.filter(({ call }) => isIn(call.at, then));
      if (forNobody !== true && leaves && endsIn(reach, module, rest)) return true;
      if (!goesOn || goes.length === 0) return false;
      return inside.length === 0
        ? forNobody !== false && leaves
        : forNobody !== true && inside.length === goes.length;
    });
    if (byBranch) return true;
    return calls.some(({ call, meaning }) => {
      if (!call.arguments.some(({ value }) => carried(value))) return false;
      if (meaning.kind === 'function')
        return INSISTS.test(lastName(call.callee) ?? '') && stops(this.#reaches.of(meaning));
      return INSISTS.test(lastName(call.callee) ?? '');
    });
  }
}

const NONE: ReadonlySet<string> = new Set();

function isMemberOf(
  names: ReadonlySet<string>,
  one: Expression,
  carried: (value: Expression) => boolean,
): boolean {
  return one.kind === 'member' && names.has(one.name) && carried(one.of);
}

/** `if (result.error) return { statusCode: 401 }`, `if (error) return error`: by a member that is only there for who proved nothing. */
function leavesFailing(
  module: SourceModule,
  within: number,
  carried: (value: Expression) => boolean,
  { members, refusals }: FailingWays,
): boolean {
  const isOneOf = (names: ReadonlySet<string>, one: Expression): boolean =>
    isMemberOf(names, one, carried) ||
    (one.kind === 'name' &&
      module.bindings.some(
        ({ target, value, within: scope }) =>
          scope === within &&
          target.kind === 'name' &&
          target.name === one.name &&
          value.kind === 'member' &&
          isOneOf(names, value),
      ));
  return module.branches.some(
    ({ test, then, within: scope, at }) =>
      scope === within &&
      branchesAround(module, at, module.functions[within]).length === 0 &&
      holdsForNobody(
        module,
        test,
        () => false,
        (one) => isOneOf(members, one),
      ) === true &&
      module.returns.some(
        (one) =>
          one.within === within &&
          isIn(one.at, then) &&
          branchesAround(module, one.at, { at: then.at }).length === 0 &&
          one.value !== undefined &&
          (isRefusal(module, one.value) || isOneOf(refusals, one.value)),
      ),
  );
}

/** `if (caller instanceof Response) return caller`: what a function gives to who proved nothing is the answer itself. */
export function handsOnRefusal(
  module: SourceModule,
  { within, at: asked }: Pick<IdentityRead['read'], 'within' | 'at'>,
  answers: NonNullable<FailingWays['answers']>,
): boolean {
  const isGiven = (name: string) => {
    const own = module.bindings.filter(
      (one) => one.within === within && one.target.kind === 'name' && one.target.name === name,
    );
    return own.length === 1 && own.every(({ value }) => isAt(value, asked));
  };
  return module.branches.some(({ test, then, within: scope, at }) => {
    if (scope !== within || test.kind !== 'compare' || test.operator !== 'instanceof') return false;
    const { left, right } = test;
    const wanted = classOfAnswer(module, right);
    if (left.kind !== 'name' || (wanted !== 'Response' && wanted !== answers)) return false;
    return (
      isGiven(left.name) &&
      branchesAround(module, at, module.functions[within]).length === 0 &&
      module.returns.some(
        (one) =>
          one.within === within &&
          isIn(one.at, then) &&
          branchesAround(module, one.at, { at: then.at }).length === 0 &&
          one.value?.kind === 'name' &&
          one.value.name === left.name,
      )
    );
  });
}

/** Whether an expression is what the identity lies in: `request.session.user` of `request.session.user.role`. */
function isHolder(module: SourceModule, value: Expression, path: string): boolean {
  return (
    value.kind === 'member' &&
    /\w/.test(path) &&
    path.startsWith(`${writtenAs(module, value)}.`) &&
    isOfPerson(value.name)
  );
}

function isOfPerson(name: string): boolean {
  return /^(user|currentUser|current_user|account|principal|claims|identity|auth)$/.test(name);
}

/** Whether a part of a function ends the request: it throws, refuses, or leads elsewhere. */
function endsIn(reach: Reach, module: SourceModule, range: Range): boolean {
  const here = <T extends { readonly module: SourceModule; readonly at: Place }>(all: readonly T[]) =>
    all.filter((one) => one.module === module && isIn(one.at, range));
  const calls = reach.calls.filter((one) => one.module === module && isIn(one.call.at, range));
  const part: Reach = { ...reach, calls, throws: here(reach.throws), returns: here(reach.returns) };
  return stops(part) || refusalIn(part) !== undefined || calls.some(({ call }) => isError(call));
}

/** `response.status(404)`, `sendStatus(400)`. */
function isError({ callee, arguments: [first] }: Call): boolean {
  return (
    /^(status|sendStatus|code|writeHead|abort)$/.test(lastName(callee) ?? '') &&
    first?.value.kind === 'literal' &&
    typeof first.value.value === 'number' &&
    first.value.value >= 400
  );
}

function isAt(one: Expression, at: Place): boolean {
  return one.at.line === at.line && one.at.column === at.column && one.kind !== 'name';
}

/** Whether what a function gives rests on what it read: `return request.user !== undefined`. */
export function answersWith({ module, read }: IdentityRead): boolean {
  const { gives } = module.functions[read.within] ?? {};
  if (gives !== undefined) return true;
  return module.returns.some(
    ({ value, within }) => within === read.within && value !== undefined && value.kind !== 'literal',
  );
}
