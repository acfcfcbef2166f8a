import { branchesAround } from '../behaviour/reach.ts';
import type { Branch, Call, Expression, Place, SourceModule } from '../syntax/source-module.ts';
import { asksByAddress, doesMore, type Link, leaves, leavesOtherwise, partsNaming } from './naming-calls.ts';
import { narrowing, narrowingOfPart } from './narrowing.ts';
import type { ReadCall } from './read-calls.ts';
import type { Run } from './run.ts';
import {
  asksAService,
  CHANGES,
  NARROWS,
  type Naming,
  namesNone,
  namingOfStatement,
  OF_LISTS_OR_STORES,
  STATEMENT,
} from './uses.ts';
import { type Activation, allWays, asksWhether, NAMED, namesIn, type Origins, WAY } from './ways.ts';
import { saysWhose } from './whose-rows.ts';

/** A record that is named by what a caller writes. */
export interface RecordUse {
  readonly naming: Naming;
  readonly from: 'path' | 'query' | 'body';
  /** What it is named by. */
  readonly names: number;
  /** Whether who is calling has a part in naming it. */
  readonly owner: 'yes' | 'no' | 'open';
  readonly module: SourceModule;
  readonly at: Place;
}

interface At {
  readonly why: string;
  readonly module: SourceModule;
  readonly at: Place;
}

/** The places where records are named, and what else is asked on the way. */
export class Sinks {
  readonly #run: Run;
  readonly #uses: RecordUse[] = [];
  readonly #covered = new Map<Activation, Set<number>>();
  /** The names of what who is calling is compared with: what records are named by, or were found by. */
  #compared = 0;
  /** Who is calling has a part in something. */
  #callerUsed: At | undefined;
  #open: At | undefined;

  constructor(run: Run) {
    this.#run = run;
  }

  /** The records that are named, as far as they were seen, and what is left open. */
  get found(): { readonly uses: readonly RecordUse[]; readonly open: At | undefined } {
    const doubt = this.#doubt;
    const uses = this.#uses.map((use): RecordUse => {
      if (use.owner !== 'yes' && (this.#compared & use.names) !== 0) return { ...use, owner: 'yes' };
      return use.owner === 'no' && doubt !== undefined ? { ...use, owner: 'open' } : use;
    });
    return { uses, open: this.#open };
  }

  /** Something before may ask whose records they are. */
  doubtBy(why: string, module: SourceModule, at: Place): void {
    this.#callerUsed ??= { why, module, at };
  }

  /** Why the caller may have a part that is not seen. */
  get doubt(): string | undefined {
    return this.#doubt?.why;
  }

  /** What is asked with the caller first may decide about what is asked by the same id later. */
  get #doubt(): At | undefined {
    const own = this.#uses.find(({ owner }) => owner === 'yes');
    const why = own === undefined ? '' : `telling what follows from ${own.module.file}:${own.at.line}`;
    return (
      this.#open ??
      this.#callerUsed ??
      (own === undefined ? undefined : { why, module: own.module, at: own.at })
    );
  }

  leaveOpen(why: string, module: SourceModule, at: Place): void {
    this.#open ??= { why, module, at };
  }

  visit(call: Call, number: number, activation: Activation): void {
    const { module } = activation;
    this.#run.result(number, activation);
    const read = this.#run.calls.of(call, module);
    const { chain, statement, naming } = read;
    if (this.#covered.get(activation)?.has(number)) return;
    if (chain !== undefined) this.#chain(chain, call, number, activation);
    else if (statement !== undefined) this.#statement(statement, call, activation);
    else if (naming === undefined || !this.#naming(naming, call, activation))
      this.#other(call, read, activation);
  }

  /** sql`… ${id}`: what a template is handed to. */
  template(number: number, activation: Activation): void {
    const { module } = activation;
    const text = module.texts[number]!;
    if (text.tag === undefined) return;
    const statement = text.parts.map((part) => (typeof part === 'string' ? part : '?')).join('');
    if (!STATEMENT.test(statement)) return;
    const ways = text.parts.reduce(
      (all, part) => (typeof part === 'string' ? all : all | allWays(this.#run.of(part, module, activation))),
      0,
    );
    this.#add(namingOfStatement(statement), ways, saysWhose(statement) ? ways : 0, ways, module, text.at);
  }

  /**
   * What a branch asks; `conditions` are those that have to hold too for it to be asked, `exceptions` those that lead into it
   * without.
   */
  asked(
    test: Expression,
    branch: Branch,
    activation: Activation,
    conditions = this.#around(branch, activation),
    exceptions = conditions,
    isTurned = false,
  ): void {
    const { module } = activation;
    const of = (one: Expression) => this.#run.of(one, module, activation);
    if (test.kind === 'both' || test.kind === 'choice') {
      const allHold = (test.kind === 'both') !== isTurned;
      for (const one of test.of) {
        const others = test.of.filter((other) => other !== one).map(of);
        const [hold, except] = allHold ? [others, []] : [[], others];
        this.asked(one, branch, activation, [...conditions, ...hold], [...exceptions, ...except], isTurned);
      }
      return;
    }
    if (test.kind === 'not') {
      this.asked(test.of, branch, activation, conditions, exceptions, !isTurned);
      return;
    }
    if (test.kind === 'compare') {
      const [left, right] = [test.left, test.right].map((one) => allWays(of(one)));
      const other = (left! & WAY.caller) !== 0 ? right! : (right! & WAY.caller) !== 0 ? left! : 0;
      // What is done where both are the same may be a refusal too.
      const differs = (isTurned ? /^(==|in)$/ : /^(!=|not in|is not)$/).test(test.operator);
      const isFirm = (all: readonly Origins[]) => all.every((one) => isAboutRecord(one, other));
      const isOfRecord = (value: Expression) => (allWays(of(value)) & (WAY.stored | WAY.open)) !== 0;
      const isRefused = differs
        ? isFirm(conditions) && leaves(module, branch, isOfRecord, activation.isHeeded)
        : (isTurned ? /^(!=|is not)$/ : /^(==|is)$/).test(test.operator) &&
          // What only gives something back refuses nobody by that.
          activation.depth === 0 &&
          other !== 0 &&
          isFirm(exceptions) &&
          leavesOtherwise(
            module,
            branch,
            (value) => isOfRecord(value) || (allWays(of(value)) & namesIn(other)) !== 0,
          );
      if (isRefused) this.#compared |= namesIn(other);
    }
    if ((allWays(of(test)) & WAY.caller) !== 0)
      this.#callerUsed ??= {
        why: `reading what is asked of the caller in ${module.file}`,
        module,
        at: test.at,
      };
  }

  /** `if (process.env.STRICT) { if (order.by !== user.id) throw … }` */
  #around(branch: Branch, activation: Activation): readonly Origins[] {
    const { module, function: number } = activation;
    return branchesAround(module, branch.at, module.functions[number])
      .filter((outer) => this.#run.part?.decides(outer) !== true)
      .map(({ test }) => this.#run.of(test, module, activation));
  }

  /** `db.select().from(cards).where(eq(cards.id, id)).where(…)`: one question, told in parts. */
  #chain(chain: readonly Link[], call: Call, number: number, activation: Activation): void {
    const { module } = activation;
    const covered = this.#covered.get(activation) ?? new Set<number>();
    this.#covered.set(activation, covered);
    const parts = chain.filter(({ name }) => NARROWS.test(name));
    for (const { number: one } of chain) covered.add(one ?? number);
    const ways = parts.reduce((all, part) => all | this.#waysOf(part.call, activation), 0);
    const whose = parts.reduce((all, part) => all | narrowingOfPart(this.#run, part.call, activation), 0);
    const every = chain.reduce((all, part) => all | this.#waysOf(part.call, activation), ways);
    const writes = chain.some(({ name }) => CHANGES.test(name));
    this.#add(
      {
        what: writes ? 'a write of the database' : 'a read of the database',
        writes,
        where: 'all',
        by: 'path',
      },
      ways,
      whose,
      every,
      module,
      call.at,
    );
  }

  #statement(statement: string, call: Call, activation: Activation): void {
    const all = this.#waysOf(call, activation) | this.#baseOf(call, activation);
    const values = this.#waysOf(call, activation);
    this.#add(
      namingOfStatement(statement),
      values,
      saysWhose(statement) ? values : 0,
      all,
      activation.module,
      call.at,
    );
  }

  #naming(naming: Naming, call: Call, activation: Activation): boolean {
    const { module } = activation;
    const where = partsNaming(naming, call);
    if (where === undefined) return false;
    const of = (one: Expression) => allWays(this.#run.of(one, module, activation));
    const ways = where === 'open' ? WAY.open : where.reduce((all, one) => all | of(one), 0);
    const all = this.#waysOf(call, activation) | this.#baseOf(call, activation);
    const whose =
      where === 'open' ? 0 : where.reduce((narrow, one) => narrow | narrowing(this.#run, one, activation), 0);
    this.#add(naming, ways, whose, all, module, call.at);
    return true;
  }

  /** `where`: what names the record; `whose`: what of it says whose it is; `all`: all that the call is given. */
  #add(naming: Naming, where: number, whose: number, all: number, module: SourceModule, at: Place): void {
    const named = where & (naming.by === 'path' ? WAY.path : NAMED);
    if (named === 0) {
      if ((where & WAY.caller) !== 0)
        this.#callerUsed ??= { why: `reading what ${module.file} does with the caller`, module, at };
      if ((where & (WAY.open | WAY.request)) !== 0)
        this.leaveOpen(`telling what names the record in ${module.file}:${at.line}`, module, at);
      return;
    }
    const doubtful = (all & (WAY.caller | WAY.open | WAY.request)) !== 0;
    this.#uses.push({
      naming,
      from: (named & WAY.path) !== 0 ? 'path' : (named & WAY.body) !== 0 ? 'body' : 'query',
      names: namesIn(where),
      owner: (whose & WAY.caller) !== 0 ? 'yes' : doubtful ? 'open' : 'no',
      module,
      at,
    });
  }

  /** Any other call: it may ask whose something is, or name records in ways that are not known. */
  #other(call: Call, { name, last, meaning, functions }: ReadCall, activation: Activation): void {
    const { module } = activation;
    const ways = this.#waysOf(call, activation);
    const own = this.#run.of(call.callee, module, activation).functions ?? [];
    const followed = own.length > 0 || functions.length > 0;
    if (asksWhether(last) && (ways & ~WAY.open) !== 0)
      this.#callerUsed ??= { why: `reading what ${last} allows`, module, at: call.at };
    if (followed) return;
    if (asksAService(name) || asksByAddress(call, module)) {
      if ((ways & (NAMED | WAY.request | WAY.open)) !== 0)
        this.leaveOpen(
          `whose records the service answers with that is asked in ${module.file}:${call.at.line}`,
          module,
          call.at,
        );
      return;
    }
    const mayFind =
      OF_LISTS_OR_STORES.test(last) &&
      call.callee.kind === 'member' &&
      call.arguments[0]?.value.kind === 'object';
    if (!mayFind && (namesNone(name) || namesNone(last))) return;
    if ((ways & WAY.caller) !== 0)
      this.#callerUsed ??= { why: `reading what ${last || name} does with the caller`, module, at: call.at };
    // What an object keeps is not followed into its methods.
    const isMade = meaning.kind === 'class' ? !doesMore(meaning) : call.isNew;
    if ((ways & (WAY.path | WAY.request)) !== 0 && !isMade)
      this.leaveOpen(`reading what ${last || name} does in ${module.file}:${call.at.line}`, module, call.at);
  }

  #waysOf(call: Call, activation: Activation): number {
    return call.arguments.reduce(
      (all, { value }) => all | allWays(this.#run.of(value, activation.module, activation)),
      0,
    );
  }

  #baseOf({ callee }: Call, activation: Activation): number {
    return callee.kind === 'member' ? allWays(this.#run.of(callee.of, activation.module, activation)) : 0;
  }
}

/** Whether a condition asks who is calling, or for the record that is compared; another setting or part of the request may be false. */
function isAboutRecord(condition: Origins, compared: number): boolean {
  const ways = allWays(condition);
  return (
    (ways & (WAY.caller | WAY.stored)) !== 0 ||
    (namesIn(ways) & namesIn(compared)) !== 0 ||
    condition.isTrue === true
  );
}
