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

export type State = 'yes' | 'no' | 'unknown';

/**
 * The answer to a question: yes, no or unknown, with the evidence that decided it or with what would.
 * `Id` collects the ids of the messages that a "no" can show. There is nothing to branch on:
 * a check combines truths with {@link all}, {@link any}, {@link not} and {@link choose}.
 */
export class Truth<Id extends string = never> {
  /** Makes `if (truth)` a compile error (TS2801); never there at run time. */
  declare readonly then: (mistake: (never: never) => void) => void;

  readonly state: State;
  readonly proofs: readonly Proof[];
  readonly deciders: readonly Decider[];
  /** Open conditions that an unknown depends on. */
  readonly atoms: ReadonlyMap<string, Atom>;
  readonly message: Id | undefined;

  private constructor(
    state: State,
    proofs: readonly Proof[],
    deciders: readonly Decider[],
    atoms: ReadonlyMap<string, Atom>,
    message: Id | undefined,
  ) {
    this.state = state;
    this.proofs = proofs;
    this.deciders = deciders;
    this.atoms = atoms;
    this.message = message;
  }

  static yes(...proofs: readonly Proof[]): Truth {
    return new Truth<never>('yes', proofs, [], NO_ATOMS, undefined);
  }

  static no(...proofs: readonly Proof[]): Truth {
    return new Truth<never>('no', proofs, [], NO_ATOMS, undefined);
  }

  static unknown(
    deciders: readonly Decider[],
    atoms: ReadonlyMap<string, Atom> = NO_ATOMS,
    proofs: readonly Proof[] = [],
  ): Truth {
    return new Truth<never>('unknown', proofs, deciders, atoms, undefined);
  }

  /** The message of the gap when this is a "no". The outermost wins. */
  else<I extends string>(id: I): Truth<I> {
    return new Truth(this.state, this.proofs, this.deciders, this.atoms, id);
  }

  /** Marks this part as the one that the message quotes. */
  quote(): Truth<Id> {
    const proofs = this.proofs.map((p) => (p.membership ? p : { evidence: p.evidence, quoted: true }));
    return new Truth(this.state, proofs, this.deciders, this.atoms, this.message);
  }

  /** Marks the evidence as saying only that something belongs to the question. */
  asMembership(): Truth<Id> {
    if (this.proofs.every((p) => p.quoted || p.membership)) return this;
    const proofs = this.proofs.map((p) => (p.quoted ? p : { evidence: p.evidence, membership: true }));
    return new Truth(this.state, proofs, this.deciders, this.atoms, this.message);
  }

  /** @internal For the combinators of this file. */
  static from<I extends string>(state: State, parts: readonly Truth<I>[], message: I | undefined): Truth<I> {
    const [only] = parts;
    const proofs = only !== undefined && parts.length === 1 ? only.proofs : proofsOf(parts);
    if (state !== 'unknown') return new Truth(state, proofs, [], NO_ATOMS, message);
    const open = parts.filter((p) => p.state === 'unknown');
    return new Truth(
      state,
      proofs,
      open.flatMap((p) => p.deciders),
      open.every((p) => p.atoms.size === 0) ? NO_ATOMS : new Map(open.flatMap((p) => [...p.atoms])),
      message,
    );
  }
}

/** Here most of a run's evidence is passed on, so it is put together without a list in between. */
function proofsOf(parts: readonly Truth<string>[]): readonly Proof[] {
  const proofs: Proof[] = [];
  for (const part of parts) for (const proof of part.proofs) proofs.push(proof);
  return proofs;
}

const NO_ATOMS: ReadonlyMap<string, Atom> = new Map();

const firstMessage = <I extends string>(parts: readonly Truth<I>[]): I | undefined =>
  parts.find((p) => p.message !== undefined)?.message;

/** Kleene's "and": the first part that is no speaks; all are evidence of a yes. Of nothing: yes. */
export function all<I extends string = never>(...parts: readonly Truth<I>[]): Truth<I> {
  const no = parts.filter((p) => p.state === 'no');
  if (no.length > 0) return Truth.from('no', no, firstMessage(no));
  const open = parts.filter((p) => p.state === 'unknown');
  if (open.length > 0) return Truth.from('unknown', parts, firstMessage(open));
  return Truth.from('yes', parts, undefined);
}

/** Kleene's "or": one yes decides. Of nothing: no. */
export function any<I extends string = never>(...parts: readonly Truth<I>[]): Truth<I> {
  const yes = parts.filter((p) => p.state === 'yes');
  if (yes.length > 0) return Truth.from('yes', yes, undefined);
  const open = parts.filter((p) => p.state === 'unknown');
  if (open.length > 0) return Truth.from('unknown', parts, firstMessage(open) ?? firstMessage(parts));
  return Truth.from('no', parts, firstMessage(parts));
}

const OPPOSITE = { yes: 'no', no: 'yes', unknown: 'unknown' } as const;

/** Kleene's "not". Messages belong to a no, so they do not survive it. */
export function not(truth: Truth<string>): Truth {
  return Truth.from<never>(OPPOSITE[truth.state], [truth as Truth<never>], undefined);
}

/** `then` where the condition holds, else `otherwise`; where it is unknown, decided only if both agree. */
export function choose<A extends string = never, B extends string = never>(
  condition: Truth<string>,
  then: Truth<A>,
  otherwise: Truth<B>,
): Truth<A | B> {
  const test = condition.asMembership() as Truth<never>;
  if (condition.state !== 'unknown') {
    const taken: Truth<A | B> = condition.state === 'yes' ? then : otherwise;
    return Truth.from<A | B>(taken.state, [taken, test], taken.message);
  }
  if (then.state === otherwise.state && then.state !== 'unknown') {
    return Truth.from<A | B>(then.state, [then, otherwise], then.message ?? otherwise.message);
  }
  return Truth.from<A | B>(
    'unknown',
    [then, otherwise, test],
    firstMessage<A | B>([then, otherwise].filter((t) => t.state !== 'yes')),
  );
}
