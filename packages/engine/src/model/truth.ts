import type { Atom } from './condition.ts';
import type { Decider, Evidence } from './outcome.ts';

/** Evidence with its role in an answer. */
export interface Proof {
  readonly evidence: Evidence;
  /** Chosen by the check's author as the part that the message shows. */
  readonly quoted?: boolean;
  /** Only says that something belongs to the question, not how the question is answered. */
  readonly membership?: boolean;
}

/** A proof that is put into words when somebody reads it: most are never read. */
export function told(say: () => Evidence): Proof {
  return new Told(say);
}

/** The same evidence, saying only that something belongs to the question. */
export function asMember(proof: Proof): Proof {
  return new Membership(proof);
}

class Membership implements Proof {
  readonly membership = true;
  readonly #proof: Proof;

  constructor(proof: Proof) {
    this.#proof = proof;
  }

  get evidence(): Evidence {
    return this.#proof.evidence;
  }
}

class Told implements Proof {
  readonly membership = false;
  readonly #say: () => Evidence;
  #said: Evidence | undefined;

  constructor(say: () => Evidence) {
    this.#say = say;
  }

  get evidence(): Evidence {
    this.#said ??= this.#say();
    return this.#said;
  }
}

/** Evidence by what it says: what a message shows, what was looked at, what only belongs to the question. */
export interface EvidenceByRole {
  readonly quoted: readonly Evidence[];
  readonly plain: readonly Evidence[];
  readonly membership: readonly Evidence[];
}

export type State = 'yes' | 'no' | 'unknown';

const NO_ATOMS: ReadonlyMap<string, Atom> = new Map();
const NO_DECIDERS: readonly Decider[] = [];

/**
 * The answer to a question: yes, no or unknown, with the evidence that decided it or with what would.
 * `Id` collects the ids of the messages that a "no" can show. There is nothing to branch on:
 * a check combines truths with {@link all}, {@link any}, {@link not} and {@link choose}.
 */
export class Truth<Id extends string = never> {
  /** Makes `if (truth)` a compile error (TS2801); never there at run time. */
  declare readonly then: (mistake: (never: never) => void) => void;

  readonly state: State;
  readonly message: Id | undefined;
  /** Whether it is unknown for want of conditions, each of which may be supposed. */
  readonly isConditional: boolean;
  readonly #grounds: Grounds;
  #deciders: readonly Decider[] | undefined;
  /** In which roles there is evidence below. */
  readonly #roles: number;

  private constructor(state: State, grounds: Grounds, message: Id | undefined) {
    this.state = state;
    this.message = message;
    this.#grounds = grounds;
    let roles = 0;
    if ('parts' in grounds) {
      const open = state === 'unknown';
      let conditional = false;
      for (const part of grounds.parts) {
        roles |= part.#roles;
        conditional ||= part.isConditional;
      }
      if (!open) this.#deciders = NO_DECIDERS;
      this.isConditional = open && conditional;
      this.#roles = inRole(roles, grounds.role);
    } else {
      for (const proof of grounds.proofs) roles |= roleOf(proof);
      this.#deciders = grounds.deciders;
      this.isConditional = grounds.atoms.size > 0;
      this.#roles = roles;
    }
  }

  static readonly #yes: Truth = new Truth<never>('yes', decidedBy([]), undefined);
  static readonly #no: Truth = new Truth<never>('no', decidedBy([]), undefined);

  static yes(...proofs: readonly Proof[]): Truth {
    return proofs.length === 0 ? Truth.#yes : new Truth<never>('yes', decidedBy(proofs), undefined);
  }

  static no(...proofs: readonly Proof[]): Truth {
    return proofs.length === 0 ? Truth.#no : new Truth<never>('no', decidedBy(proofs), undefined);
  }

  static unknown(
    deciders: readonly Decider[],
    atoms: ReadonlyMap<string, Atom> = NO_ATOMS,
    proofs: readonly Proof[] = [],
  ): Truth {
    return new Truth<never>('unknown', { proofs, deciders, atoms }, undefined);
  }

  /** What would decide an unknown, each once: found when somebody asks, part by part, and kept. */
  get deciders(): readonly Decider[] {
    const stack: Truth<string>[] = [this];
    for (let truth = stack.at(-1); truth !== undefined; truth = stack.at(-1)) {
      if (truth.#deciders !== undefined) {
        stack.pop();
        continue;
      }
      const parts = 'parts' in truth.#grounds ? truth.#grounds.parts : [];
      const left = parts.filter((part) => part.#deciders === undefined);
      if (left.length > 0) stack.push(...left);
      else truth.#deciders = united(parts);
    }
    return this.#deciders ?? NO_DECIDERS;
  }

  /** Whether it rests on any evidence. */
  get isProven(): boolean {
    return this.#roles !== 0;
  }

  /** The evidence that decided it, in the order in which it was asked for. */
  get proofs(): readonly Proof[] {
    const proofs: Proof[] = [];
    this.#visit((proof, role, negated) => {
      const evidence = negated ? expectedOtherwise(proof.evidence, role) : proof.evidence;
      proofs.push(
        role === ROLES.plain
          ? { evidence }
          : role === ROLES.quoted
            ? { evidence, quoted: true }
            : { evidence, membership: true },
      );
      return ANY;
    });
    return proofs;
  }

  /** The evidence by its role, in the order in which it was asked for, at most so much of each that differs. */
  proofsByRole(most: number, same: (a: Evidence, b: Evidence) => boolean): EvidenceByRole {
    const quoted: Evidence[] = [];
    const plain: Evidence[] = [];
    const membership: Evidence[] = [];
    let wanted: number = ANY;
    this.#visit((proof, role, negated) => {
      const found = role === ROLES.quoted ? quoted : role === ROLES.plain ? plain : membership;
      const { evidence } = proof;
      for (const one of found) if (same(one, evidence)) return wanted;
      found.push(negated ? expectedOtherwise(evidence, role) : evidence);
      if (found.length >= most) wanted &= ~role;
      return wanted;
    });
    return { quoted, plain, membership };
  }

  /** Open conditions that an unknown depends on. */
  get atoms(): ReadonlyMap<string, Atom> {
    return this.isConditional ? new Map(this.#atoms()) : NO_ATOMS;
  }

  /** The first of these conditions. */
  get condition(): Atom | undefined {
    for (const [, atom] of this.#atoms()) return atom;
    return undefined;
  }

  /** The message of the gap when this is a "no". The outermost wins. */
  else<I extends string>(id: I): Truth<I> {
    return new Truth(this.state, this.#grounds, id);
  }

  /** Marks this part as the one that the message quotes. */
  quote(): Truth<Id> {
    return this.#as('quoted');
  }

  /** Marks the evidence as saying only that something belongs to the question. */
  asMembership(): Truth<Id> {
    return this.#as('membership');
  }

  /** @internal For the combinators of this file. */
  static from<I extends string>(state: State, parts: readonly Truth<I>[], message: I | undefined): Truth<I> {
    // What is decided rests on what has evidence; an unknown also on what is open.
    const telling = state === 'unknown' || parts.every(isProven) ? parts : parts.filter(isProven);
    const [only] = telling;
    return only !== undefined && telling.length === 1 && only.state === state
      ? only.message === message
        ? only
        : new Truth(state, only.#grounds, message)
      : new Truth(state, { parts: telling }, message);
  }

  /** @internal For {@link not}: what was expected is worded the other way round. */
  static negated(truth: Truth<never>): Truth {
    if (truth.state === 'unknown') return new Truth<never>('unknown', truth.#grounds, undefined);
    return new Truth<never>(OPPOSITE[truth.state], { parts: [truth], negated: true }, undefined);
  }

  #as(role: Role): Truth<Id> {
    return (this.#roles & ROLES.plain) === 0
      ? this
      : new Truth(this.state, { parts: [this], role }, this.message);
  }

  /** Visits the evidence below, as long as any is wanted: `take` says in which roles more of it is. */
  #visit(take: (proof: Proof, role: number, negated: boolean) => number): void {
    let wanted: number = ANY;
    const walk = Walk.begin(this);
    for (let truth = walk.next(); truth !== undefined; truth = walk.next()) {
      const { mark, negated } = walk;
      if ((inRole(truth.#roles, mark) & wanted) === 0) continue;
      const grounds = truth.#grounds;
      if ('parts' in grounds) {
        if (walk.wasAt(grounds)) continue;
        // The innermost mark holds.
        walk.push(grounds.parts, grounds.role ?? mark, grounds.negated === true ? !negated : negated);
        continue;
      }
      for (const proof of grounds.proofs) {
        const role = inRole(roleOf(proof), mark);
        if ((role & wanted) !== 0) wanted = take(proof, role, negated);
      }
    }
    walk.end();
  }

  *#atoms(): Generator<readonly [string, Atom]> {
    const seen = new Set<Grounds>();
    const stack: Truth<string>[] = [this];
    for (let truth = stack.pop(); truth !== undefined; truth = stack.pop()) {
      const grounds = truth.#grounds;
      if (!truth.isConditional || seen.has(grounds)) continue;
      seen.add(grounds);
      if ('parts' in grounds) stack.push(...grounds.parts.toReversed());
      else yield* grounds.atoms;
    }
  }
}

/**
 * A walk through the parts of an answer. There are as many walks as there are outcomes, so the lists of one that has ended
 * are used by the next.
 */
class Walk {
  static #idle: Walk | undefined;

  mark: Role | undefined;
  negated = false;
  readonly #truths: Truth<string>[] = [];
  readonly #marks: (Role | undefined)[] = [];
  readonly #negations: boolean[] = [];
  #left = 0;
  readonly #seen: Seen[] = [];

  static begin(truth: Truth<string>): Walk {
    const walk = Walk.#idle ?? new Walk();
    Walk.#idle = undefined;
    walk.push([truth], undefined, false);
    return walk;
  }

  end(): void {
    for (const seen of this.#seen) seen?.clear();
    this.#left = 0;
    Walk.#idle = this;
  }

  /** The next answer, by a way with this mark and negation. */
  next(): Truth<string> | undefined {
    if (this.#left === 0) return undefined;
    this.#left -= 1;
    this.mark = this.#marks[this.#left];
    this.negated = this.#negations[this.#left]!;
    return this.#truths[this.#left];
  }

  push(truths: readonly Truth<string>[], mark: Role | undefined, negated: boolean): void {
    for (let i = truths.length - 1; i >= 0; i--) {
      this.#truths[this.#left] = truths[i]!;
      this.#marks[this.#left] = mark;
      this.#negations[this.#left] = negated;
      this.#left += 1;
    }
  }

  /** Whether it came to these before in the same way. */
  wasAt(grounds: Grounds): boolean {
    const way = (this.mark === undefined ? 0 : ROLES[this.mark]) + (this.negated ? ROLES.plain : 0);
    this.#seen[way] ??= new Seen();
    return this.#seen[way].before(grounds);
  }
}

/** What was visited: mostly a few, for which a list costs less than a set. */
class Seen {
  readonly #few: (Grounds | undefined)[] = new Array(FEW).fill(undefined);
  #count = 0;
  #many: Set<Grounds> | undefined;

  /** Whether it was asked of these before. */
  before(grounds: Grounds): boolean {
    if (this.#many !== undefined) {
      if (this.#many.has(grounds)) return true;
      this.#many.add(grounds);
      return false;
    }
    for (let i = 0; i < this.#count; i++) if (this.#few[i] === grounds) return true;
    if (this.#count === FEW) this.#many = new Set([...(this.#few as Grounds[]), grounds]);
    else this.#few[this.#count++] = grounds;
    return false;
  }

  clear(): void {
    this.#few.fill(undefined, 0, this.#count);
    this.#count = 0;
    this.#many = undefined;
  }
}

const FEW = 24;

/** What parts that are unknown leave open, each once: most leave open the same. */
function united(parts: readonly Truth<string>[]): readonly Decider[] {
  const lists = new Set<readonly Decider[]>();
  for (const { deciders } of parts) if (deciders.length > 0) lists.add(deciders);
  if (lists.size < 2) return lists.values().next().value ?? [];
  const found = new Map<string, Set<string | undefined>>();
  const deciders: Decider[] = [];
  for (const list of lists) {
    for (const decider of list) {
      const whats = found.get(decider.decidedBy) ?? new Set();
      if (whats.has(decider.what)) continue;
      found.set(decider.decidedBy, whats.add(decider.what));
      deciders.push(decider);
    }
  }
  return deciders;
}

type Role = 'quoted' | 'membership';

const ROLES = { quoted: 1, plain: 2, membership: 4 } as const;
const ANY = ROLES.quoted | ROLES.plain | ROLES.membership;

function roleOf(proof: Proof): number {
  return proof.quoted ? ROLES.quoted : proof.membership ? ROLES.membership : ROLES.plain;
}

/** What has no role yet takes it; what has one keeps it. */
function inRole(roles: number, role: Role | undefined): number {
  return role === undefined || (roles & ROLES.plain) === 0 ? roles : (roles & ~ROLES.plain) | ROLES[role];
}

/**
 * What an answer rests on. Answers are put together from thousands of others, most of whose evidence nobody reads, so a
 * whole keeps its parts, and lists are made of them only where a report asks.
 */
type Grounds =
  | Leaf
  | { readonly parts: readonly Truth<string>[]; readonly role?: Role; readonly negated?: true };

interface Leaf {
  readonly proofs: readonly Proof[];
  readonly deciders: readonly Decider[];
  readonly atoms: ReadonlyMap<string, Atom>;
}

/** What a `written()` that does not hold expected. */
const SET = 'set on purpose';

/** Predicates are worded positively; under a "not" the opposite was expected. What only belongs to the question stays. */
function expectedOtherwise(evidence: Evidence, role: number): Evidence {
  const { expected } = evidence;
  if (expected === undefined || role === ROLES.membership) return evidence;
  if (expected === SET) return { ...evidence, expected: 'not set' };
  return { ...evidence, expected: expected.startsWith('not ') ? expected.slice(4) : `not ${expected}` };
}

function isProven(truth: Truth<string>): boolean {
  return truth.isProven;
}

/** One `deciding` decides; else one unknown leaves it open; else it is the `other`. */
function least(parts: readonly Truth<string>[], deciding: State, other: State): State {
  let state = other;
  for (const part of parts) {
    if (part.state === deciding) return deciding;
    if (part.state === 'unknown') state = 'unknown';
  }
  return state;
}

function decidedBy(proofs: readonly Proof[]): Leaf {
  return { proofs, deciders: NO_DECIDERS, atoms: NO_ATOMS };
}

const firstMessage = <I extends string>(parts: readonly Truth<I>[]): I | undefined =>
  parts.find((p) => p.message !== undefined)?.message;

/** Kleene's "and": the first part that is no speaks; all are evidence of a yes. Of nothing: yes. */
export function all<I extends string = never>(...parts: readonly Truth<I>[]): Truth<I> {
  const state = least(parts, 'no', 'yes');
  if (state === 'yes') return Truth.from('yes', parts, undefined);
  const decisive = parts.length === 1 ? parts : parts.filter((p) => p.state === state);
  return Truth.from(state, state === 'no' ? decisive : parts, firstMessage(decisive));
}

/**
 * Kleene's "and" of questions that cost, asked one after another until one of them is a no: the same answer, of which
 * that one no is the evidence.
 */
export function allUntilNo(...questions: readonly (() => Truth)[]): Truth {
  const parts: Truth[] = [];
  for (const ask of questions) {
    const answer = ask();
    if (answer.state === 'no') return answer;
    parts.push(answer);
  }
  return all(...parts);
}

/** Kleene's "or": one yes decides. Of nothing: no. */
export function any<I extends string = never>(...parts: readonly Truth<I>[]): Truth<I> {
  return anyOf(parts);
}

/**
 * Kleene's "or" of questions that cost, asked one after another until one of them is a yes: the same answer, of which that
 * one yes is the evidence.
 */
export function anyUntilYes(...questions: readonly (() => Truth)[]): Truth {
  const parts: Truth[] = [];
  for (const ask of questions) {
    const answer = ask();
    if (answer.state === 'yes') return answer;
    parts.push(answer);
  }
  return any(...parts);
}

/** @internal The same of a list. */
export function anyOf<I extends string = never>(parts: readonly Truth<I>[]): Truth<I> {
  const state = least(parts, 'yes', 'no');
  if (state === 'no') return Truth.from('no', parts, firstMessage(parts));
  const decisive = parts.length === 1 ? parts : parts.filter((p) => p.state === state);
  return state === 'yes'
    ? Truth.from('yes', decisive, undefined)
    : Truth.from('unknown', parts, firstMessage(decisive) ?? firstMessage(parts));
}

const OPPOSITE = { yes: 'no', no: 'yes', unknown: 'unknown' } as const;

/** Kleene's "not". Messages belong to a no, so they do not survive it. */
export function not(truth: Truth<string>): Truth {
  return Truth.negated(truth as Truth<never>);
}

/** What is answered in one of two cases; as a function where it costs, asked only where it may be that case. */
export type Arm<Id extends string> = Truth<Id> | (() => Truth<Id>);

/** `then` where the condition holds, else `otherwise`; where it is unknown, decided only if both agree. */
export function choose<A extends string = never, B extends string = never>(
  condition: Truth<string>,
  then: Arm<A>,
  otherwise: Arm<B>,
): Truth<A | B> {
  const test = condition.asMembership() as Truth<never>;
  if (condition.state !== 'unknown') {
    const taken: Truth<A | B> = answerOf<A | B>(condition.state === 'yes' ? then : otherwise);
    return Truth.from<A | B>(taken.state, [taken, test], taken.message);
  }
  const yes = answerOf(then);
  const no = answerOf(otherwise);
  if (yes.state === no.state && yes.state !== 'unknown') {
    return Truth.from<A | B>(yes.state, [yes, no], yes.message ?? no.message);
  }
  return Truth.from<A | B>(
    'unknown',
    [yes, no, test],
    firstMessage<A | B>([yes, no].filter((t) => t.state !== 'yes')),
  );
}

function answerOf<Id extends string>(arm: Arm<Id>): Truth<Id> {
  return typeof arm === 'function' ? arm() : arm;
}
