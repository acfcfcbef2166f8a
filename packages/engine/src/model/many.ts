import type { Atom } from './condition.ts';
import type { Decider } from './outcome.ts';
import { all, any, anyOf, choose, not, type Proof, Truth } from './truth.ts';

/** One of many: the thing, and whether it is really among them. */
export interface Member<T> {
  readonly item: T;
  readonly in: Truth;
}

/** Why more members may follow that we cannot see. */
export interface Open {
  readonly deciders: readonly Decider[];
  readonly atoms?: ReadonlyMap<string, Atom>;
}

/** Several things, some certain, some perhaps; `open` when more may follow unseen. */
export class Many<T> {
  /** Makes `if (many)` a compile error; never there at run time. */
  declare readonly then: (mistake: (never: never) => void) => void;

  /** @internal */ readonly members: readonly Member<T>[];
  /** @internal */ readonly open: Open | undefined;
  /** What was looked through: the evidence of an absence. */
  readonly #looked: readonly Proof[];
  /** The same where there were some, and none of them fits. */
  readonly #unfit: readonly Proof[];
  /** Asked of the same list for each of many resources, as what the rest says. */
  #exist: Truth | undefined;
  #rest: Truth | undefined;

  constructor(
    members: readonly Member<T>[],
    looked: readonly Proof[],
    open?: Open,
    unfit: readonly Proof[] = looked,
  ) {
    this.members = members;
    this.#looked = looked;
    this.#unfit = unfit;
    this.open = open;
  }

  /** Yes when one member satisfies; no only when every member was seen and none does. */
  some<I extends string>(satisfies: (item: T) => Truth<I>): Truth<I> {
    if (this.members.length === 0) return this.#ofTheRest();
    const parts: Truth<I>[] = this.members.map((m) => bothIn(m, satisfies));
    const found = anyOf<I>(parts);
    if (found.state === 'yes') return found;
    if (this.open === undefined && found.isProven) return found;
    return anyOf<I>([...parts, this.#ofTheRest()]);
  }

  /** Whether one satisfies that is not here: no, or nobody knows where more may follow. */
  #ofTheRest(): Truth<never> {
    this.#rest ??=
      this.open === undefined
        ? Truth.no(...this.#looked)
        : Truth.unknown(this.open.deciders, this.open.atoms);
    return this.#rest as Truth<never>;
  }

  /** Yes when there is a member and all satisfy. */
  every<I extends string>(satisfies: (item: T) => Truth<I>): Truth<I> {
    const parts = this.members.map((m) =>
      m.in.state === 'yes' ? satisfies(m.item) : choose<I, never>(m.in, satisfies(m.item), Truth.yes()),
    );
    const rest =
      this.open === undefined ? [] : [Truth.unknown(this.open.deciders, this.open.atoms) as Truth<never>];
    return all<I>(this.exist() as Truth<never>, ...parts, ...rest);
  }

  /** Yes when no member satisfies, an empty list included, whose evidence is what was looked through. */
  none(satisfies: (item: T) => Truth<string>): Truth {
    return not(this.some(satisfies));
  }

  /** Whether there is any member. */
  exist(): Truth {
    this.#exist ??= this.some((item) => Truth.yes(...this.#about(item)));
    return this.#exist;
  }

  atLeast(count: number): Truth {
    const certain = this.members.filter((m) => m.in.state === 'yes');
    const proofs = certain.flatMap((m) => [...m.in.proofs, ...this.#about(m.item)]);
    if (certain.length >= count) return Truth.yes(...proofs);
    const doubtful = this.members.filter((m) => m.in.state === 'unknown');
    // One member that stands for any number of instances (`x[?]`) may be enough by itself, in every world.
    const anyNumber = this.members
      .map((m) => (m.item as { howMany?: Truth } | null)?.howMany)
      .filter((howMany) => howMany !== undefined);
    if (this.open !== undefined || anyNumber.length > 0 || certain.length + doubtful.length >= count) {
      return all(
        ...doubtful.map((m) => m.in),
        ...anyNumber,
        ...(this.open === undefined ? [] : [Truth.unknown(this.open.deciders, this.open.atoms)]),
      );
    }
    return Truth.no(...(proofs.length > 0 ? proofs : this.#looked));
  }

  /** The members that satisfy; a doubtful answer makes a doubtful member. */
  where(satisfies: (item: T) => Truth<string>): Many<T> {
    if (this.members.length === 0) return this;
    const members: Member<T>[] = [];
    for (const member of this.members) {
      const answer = (satisfies(member.item) as Truth<never>).asMembership();
      const both = isPlainly(member.in) ? answer : all(member.in, answer);
      if (both.state !== 'no') members.push({ item: member.item, in: both });
    }
    return new Many(members, this.#afterwards(members), this.open, this.#unfit);
  }

  /** One for all that share a key: the copies of one thing. */
  oncePer(key: (item: T) => string): Many<T> {
    const copies = Map.groupBy(this.members, (m) => key(m.item));
    const members = [...copies.values()].map((same) => ({
      item: same[0]!.item,
      in: same.length === 1 ? same[0]!.in : any(...same.map((m) => m.in)),
    }));
    return new Many(members, this.#looked, this.open, this.#unfit);
  }

  /**
   * The same without order, and for many doubtful members only that there may be some: whatever is asked of each of
   * them, no answer comes of it, and asking each of many resources of each of them costs the square.
   */
  inShort(): Many<T> {
    const doubtful = this.members.filter((m) => m.in.state === 'unknown');
    if (doubtful.length <= MOST_DOUBTFUL) return this;
    const one = all(...doubtful.map((m) => m.in));
    const open = [this.open, { deciders: one.deciders, atoms: one.atoms }].filter((o) => o !== undefined);
    const certain = this.members.filter((m) => m.in.state === 'yes');
    return new Many(certain, this.#looked, mergeOpen(open), this.#unfit);
  }

  map<U>(change: (item: T) => U): Many<U> {
    if (this.members.length === 0) return this.#empty();
    return new Many(
      this.members.map((m) => ({ item: change(m.item), in: m.in })),
      this.#looked,
      this.open,
      this.#unfit,
    );
  }

  flatMap<U>(change: (item: T) => Many<U>): Many<U> {
    if (this.members.length === 0) return this.#empty();
    const inner = this.members.map((m) => ({ in: m.in, many: change(m.item) }));
    const members = inner.flatMap(({ in: outer, many }) =>
      many.members.map((m) => ({ item: m.item, in: all(outer, m.in) })),
    );
    const opens = [this.open, ...inner.map((i) => i.many.open)].filter((o) => o !== undefined);
    return new Many(
      members,
      this.#afterwards(members),
      opens.length === 0 ? undefined : mergeOpen(opens),
      this.#unfit,
    );
  }

  /**
   * The members behind an index that is made once: answers with those that it does not rule out for what is wanted. For many
   * resources that are each compared with many things; what it rules out must be a no to whatever is asked of them then.
   */
  behind<W>(index: (items: readonly T[]) => (wanted: W) => readonly number[]): (wanted: W) => Many<T> {
    const placesOf = index(this.members.map(({ item }) => item));
    const looked = this.members.length === 0 ? this.#looked : this.#unfit;
    const none = new Many<T>([], looked, this.open, this.#unfit);
    return (wanted) => {
      const places = placesOf(wanted);
      if (places.length === 0) return none;
      const members = places.map((place) => this.members[place]!);
      return new Many(members, looked, this.open, this.#unfit);
    };
  }

  /** Both lists as one. */
  and(other: Many<T>): Many<T> {
    const opens = [this.open, other.open].filter((o) => o !== undefined);
    return new Many(
      [...this.members, ...other.members],
      [...this.#looked, ...other.#looked],
      opens.length === 0 ? undefined : mergeOpen(opens),
      [...this.#unfit, ...other.#unfit],
    );
  }

  /** The answer of the first member that matches; where it is unknown which one that is, both ways are asked. */
  first<I extends string, O extends string>(
    matches: (item: T) => Truth<string>,
    answer: (item: T) => Truth<I>,
    otherwise: O,
  ): Truth<I | O> {
    const end: Truth<O> =
      this.open === undefined
        ? Truth.no(...this.#looked).else(otherwise)
        : Truth.unknown(this.open.deciders, this.open.atoms).else(otherwise);
    return this.members.reduceRight<Truth<I | O>>(
      (rest, m) => choose<I, I | O>(all(m.in, matches(m.item) as Truth<never>), answer(m.item), rest),
      end,
    );
  }

  /** The same, where nothing is in it, as one of other things. */
  #empty<U>(): Many<U> {
    return this as Many<unknown> as Many<U>;
  }

  /** What was looked through once only these are left. */
  #afterwards(left: readonly unknown[]): readonly Proof[] {
    return left.length < this.members.length ? this.#unfit : this.#looked;
  }

  #about(item: T): readonly Proof[] {
    const describes = (item as { whereabouts?: () => Proof } | null)?.whereabouts;
    return typeof describes === 'function' ? [describes.call(item)] : [];
  }
}

function bothIn<T, I extends string>(member: Member<T>, satisfies: (item: T) => Truth<I>): Truth<I> {
  if (member.in.state === 'no') return member.in as Truth<never>;
  const answer = satisfies(member.item);
  return isPlainly(member.in) ? answer : all<I>(member.in.asMembership() as Truth<never>, answer);
}

/** So many may be told apart; an application has more only where nearly nothing of it is known. */
const MOST_DOUBTFUL = 24;

/** Whether it is so without anything to show for it, as with resources that exist whatever holds. */
function isPlainly(truth: Truth): boolean {
  return truth.state === 'yes' && !truth.isProven;
}

function mergeOpen(opens: readonly Open[]): Open {
  return {
    deciders: opens.flatMap((o) => o.deciders),
    atoms: new Map(opens.flatMap((o) => [...(o.atoms ?? [])])),
  };
}
