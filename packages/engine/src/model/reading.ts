import { escaped } from '../escaped.ts';
import { type Atom, type Condition, holds, openAtoms } from './condition.ts';
import type { Graph } from './graph.ts';
import { type Origin, root } from './origin.ts';
import type { Decider, Evidence } from './outcome.ts';
import { shown } from './redaction.ts';
import { asMember, choose, type Proof, Truth } from './truth.ts';
import {
  type Composed,
  type Scalar,
  type Unknown,
  type UnknownReason,
  unknown,
  type Value,
} from './value.ts';

/** Where a reading was taken: for evidence and for the documented default. */
export interface Place {
  readonly graph: Graph;
  readonly type: string;
  readonly address?: string;
  /** Property path; list members are `[]`. */
  readonly path: string;
  /** The last name in the path or the key of a map entry, by which secrets are recognised. */
  readonly key?: string;
}

/** Turns a scalar into what was asked for; `undefined` says that it has not that shape. */
export type Coercion<T> = (value: Scalar) => T | undefined;

/** Reasons that say where the value comes from, and that this is not the repository. */
const DECIDED_ELSEWHERE: ReadonlySet<UnknownReason> = new Set(['data-source', 'computed']);

/** One value as a check sees it: it can be questioned but not held. Every answer is monotone: less known in, same or unknown out. */
export class Reading<T> {
  /** Makes `if (reading)` a compile error; never there at run time. */
  declare readonly then: (mistake: (never: never) => void) => void;

  /** @internal */ readonly value: Value;
  /** @internal */ readonly place: Place;
  readonly #coerce: Coercion<T>;

  constructor(value: Value, place: Place, coerce: Coercion<T>) {
    this.value = value;
    this.place = place;
    this.#coerce = coerce;
  }

  is(expected: T & Scalar): Truth {
    return this.#test(says(expected), (v) => v === expected, literally(expected));
  }

  isNot(unexpected: T & Scalar): Truth {
    const inverse = this.#test(
      `not ${says(unexpected)}`,
      (v) => v !== unexpected,
      (v) => {
        const same = literally(unexpected)(v);
        return same === undefined ? undefined : !same;
      },
      true,
    );
    return inverse;
  }

  oneOf(expected: readonly (T & Scalar)[]): Truth {
    return this.#test(
      `one of ${expected.join(', ')}`,
      (v) => (expected as readonly unknown[]).includes(v),
      (v) => (expected.every((e) => literally(e)(v) === false) ? false : undefined),
    );
  }

  atLeast(this: Reading<number>, least: number): Truth {
    return this.#test(`at least ${least}`, (v) => v >= least);
  }

  atMost(this: Reading<number>, most: number): Truth {
    return this.#test(`at most ${most}`, (v) => v <= most);
  }

  /** `says` completes "expected …" and is worded positively. */
  matches(this: Reading<string>, says: string, pattern: RegExp): Truth {
    return this.#test(says, (v) => pattern.test(v));
  }

  /** Whether the text contains `part`; a text known only in pieces still answers yes when one piece has it. */
  contains(this: Reading<string>, part: string): Truth {
    return this.#test(
      `containing ${part}`,
      (v) => v.includes(part),
      (composed) =>
        composed.parts.some((p) => p.kind === 'known' && String(p.value).includes(part))
          ? true
          : // No name, id, ARN or domain that AWS makes has a star in it.
            part.includes('*') &&
              composed.parts.every((p) => p.kind === 'known' || p.kind === 'reference' || isOfAws(p))
            ? false
            : undefined,
    );
  }

  /** Whether the text ends with `part`; a text of which only the end is known still answers. */
  endsWith(this: Reading<string>, part: string): Truth {
    return this.#test(
      `ending with ${part}`,
      (v) => v.endsWith(part),
      ({ parts }) => {
        const last = parts.at(-1);
        if (last?.kind !== 'known') return undefined;
        const end = String(last.value);
        if (end.endsWith(part)) return true;
        return part.endsWith(end) ? undefined : false;
      },
    );
  }

  /**
   * Whether a text satisfies, or a piece of it that is known. What is read off a resource is no text that stands in the code;
   * a piece that is not known may be anything.
   */
  hasPiece(this: Reading<string>, says: string, predicate: (text: string) => boolean): Truth {
    return this.#test(says, predicate, ({ parts }) => {
      if (parts.some((p) => p.kind === 'known' && predicate(String(p.value)))) return true;
      return parts.every((p) => p.kind === 'known' || p.kind === 'reference' || isOfAws(p))
        ? false
        : undefined;
    });
  }

  /** The text that is encoded here (base64), where the code has it; else the text itself. */
  decoded(this: Reading<string>): Reading<string> {
    return new Reading(textIn(this.value), this.place, this.#coerce);
  }

  /**
   * Whether exactly this path follows the resource that an ARN names, however the ARN itself is written:
   * `${bucket.arn}/*` has `/*`, and `bucket.arn` has an empty one.
   */
  hasPath(this: Reading<string>, path: string): Truth {
    return this.#test(
      path === '' ? 'the resource itself' : `${path} of the resource`,
      (v) => pathOf(v) === path,
      ({ parts }) => {
        const pieces = parts.map((p) =>
          p.kind === 'known' ? String(p.value) : p.kind === 'reference' || isOfAws(p) ? '' : '\n',
        );
        const text = pieces.join('');
        if (!text.includes('\n')) return pathOf(text) === path;
        const end = text.slice(text.lastIndexOf('\n') + 1);
        return path.endsWith(end) ? undefined : false;
      },
    );
  }

  /**
   * Whether an ARN of a service is written here, in whole or up to its service; region, account and partition may be open,
   * for none of them has a colon. What is read off a resource is not written.
   */
  isWrittenArnOf(this: Reading<string>, service: string): Truth {
    return this.#test(
      `an ARN of ${service}`,
      (v) => serviceOf(v) === service,
      ({ parts }) => {
        if (parts.length === 1 && parts[0]?.kind === 'reference') return false;
        const pieces = parts.map((p) => (isOfAws(p) ? '' : p.kind === 'known' ? String(p.value) : '\n'));
        const own = serviceOf(pieces.join(''));
        if (own !== undefined) return own === service;
        return pieces.some((piece) => piece.includes(`:${service}:`)) ? true : undefined;
      },
    );
  }

  /**
   * Whether an ARN is written here that names such a resource wherever it is: region and account are stars or empty,
   * or those of the deployment.
   */
  isArnAnywhereOf(this: Reading<string>, resource: string): Truth {
    return this.#test(
      `an ARN of ${resource} anywhere`,
      (v) => ANYWHERE.exec(v)?.[1] === resource,
      ({ parts }) => {
        // What is read off a resource is no star.
        if (parts.some((p) => p.kind === 'reference')) return false;
        const text = parts
          .map((p) => (isOfAws(p) ? '' : p.kind === 'known' ? String(p.value) : '\n'))
          .join('');
        return text.includes('\n') ? undefined : ANYWHERE.exec(text)?.[1] === resource;
      },
    );
  }

  /** Whether a part of it is the region that it is deployed to. */
  namesOwnRegion(this: Reading<string>): Truth {
    return this.#test(
      'the region of the deployment',
      () => false,
      ({ parts }) => parts.some(isRegion),
    );
  }

  /**
   * Whether what stands behind the resource that an ARN names is such a text: `/*` of `${bucket.arn}/*`, `-old` of
   * `${table.arn}-old`, nothing of the ARN itself. What AWS fills in there is a {@link FILLED_IN}.
   */
  isFollowedBy(this: Reading<string>, says: string, predicate: (text: string) => boolean): Truth {
    return this.#test(
      says,
      (v) => predicate(BEHIND_WRITTEN.exec(v)?.[1] ?? ''),
      ({ parts }) => {
        const text = parts
          .map((p) => {
            if (p.kind === 'reference' || (p.kind === 'known' && p.via !== undefined)) return '\0';
            return isOfAws(p) ? FILLED_IN : p.kind === 'known' ? String(p.value) : '\n';
          })
          .join('');
        const behind = BEHIND_REFERENCE.exec(text)?.[1];
        return behind === undefined || /[\n\0]/.test(behind) ? undefined : predicate(behind);
      },
    );
  }

  /** What follows the last separator; it may be known where what comes before is not. */
  afterLast(this: Reading<string>, separator: string): Reading<string> {
    return new Reading(tailOf(this.value, separator), this.place, this.#coerce);
  }

  /** Any predicate over the value; it sees known values and documented defaults only. */
  test(says: string, predicate: (value: T) => boolean): Truth {
    return this.#test(says, predicate);
  }

  /** Whether the code says anything here at all. */
  written(): Truth {
    return this.#fold((value) => {
      if (value.kind === 'absent' || isNull(value)) {
        return Truth.no(this.#proof(value, 'set on purpose', 'absence'));
      }
      if (value.kind === 'unknown') return this.#open(value);
      // What is set is shown as it is: nothing else was expected of it.
      return Truth.yes(this.#proof(value));
    });
  }

  /** Whether the value is read off another resource instead of being written here. */
  isReference(): Truth {
    return this.#fold((value) => {
      if (value.kind === 'unknown') return this.#open(value);
      return refersSomewhere(value)
        ? Truth.yes(this.#proof(value, 'a reference'))
        : Truth.no(this.#proof(value, 'a reference'));
    });
  }

  /** Whether the whole value is another resource's attribute, with nothing before or behind it. */
  isBareReference(): Truth {
    return this.#fold((value) => {
      if (value.kind === 'unknown') return this.#open(value);
      const known = value.kind === 'known' && value.via !== undefined && value.around === undefined;
      const bare = value.kind === 'reference' || known;
      const proof = this.#proof(value, 'a reference');
      return bare ? Truth.yes(proof) : Truth.no(proof);
    });
  }

  /** Whether the whole value is written in the repository (a literal, a default, a tfvars file). */
  isLiteral(): Truth {
    return this.#fold((value) => {
      const plain = value.kind === 'sensitive' && value.reveal !== undefined ? value.reveal() : value;
      if (plain.kind === 'unknown' && !DECIDED_ELSEWHERE.has(plain.reason)) return this.#open(plain);
      if (plain.kind === 'sensitive') {
        return this.#undecided('not-collected', 'the deployed value', plain.origin);
      }
      if (plain.kind === 'composed' && !refersSomewhere(plain)) {
        const open = plain.parts.find((p) => p.kind === 'unknown');
        if (open?.kind === 'unknown') return this.#open(open);
      }
      const literal =
        plain.kind === 'known' &&
        plain.value !== null &&
        plain.via === undefined &&
        !root(plain.origin).file.startsWith('<');
      const proof = this.#proof(value, 'no literal');
      return literal ? Truth.yes(proof) : Truth.no(proof);
    });
  }

  /** Whether a single value stands here, and no object or list. */
  isPlain(): Truth {
    return this.#fold((value) => {
      if (value.kind === 'unknown') return this.#open(value);
      const plain = value.kind !== 'object' && value.kind !== 'list' && value.kind !== 'absent';
      const proof = this.#proof(value, 'a single value');
      return plain && !isNull(value) ? Truth.yes(proof) : Truth.no(proof);
    });
  }

  /** Whether it is read off another resource's attribute of such a name: what a reference brings along. */
  readsAttribute(says: string, name: RegExp): Truth {
    return this.#fold((value) => {
      const plain = value.kind === 'sensitive' && value.reveal !== undefined ? value.reveal() : value;
      if (plain.kind === 'unknown') return this.#open(plain);
      const proof = this.#proof(value, says);
      const targets = attributesIn(plain);
      if (targets.some((attribute) => name.test(attribute))) return Truth.yes(proof);
      if (plain.kind === 'composed') {
        const open = plain.parts.find((p) => p.kind === 'unknown' && !isOfAws(p));
        if (open?.kind === 'unknown') return this.#open(open);
      }
      return Truth.no(proof);
    });
  }

  /** The same value, which no evidence shows. */
  concealed(): Reading<T> {
    return new Reading(this.value, { ...this.place, key: 'secret' }, this.#coerce);
  }

  /** Whether the source declares it secret (`sensitive = true`, `NoEcho`). */
  isSensitive(): Truth {
    return this.#fold((value) => {
      if (value.kind === 'unknown') return this.#open(value);
      const proof = this.#proof(value, 'declared sensitive');
      return value.kind === 'sensitive' ? Truth.yes(proof) : Truth.no(proof);
    });
  }

  /** The next question needs the value. */
  ask<I extends string>(question: (value: T) => Truth<I>): Truth<I> {
    return this.#fold<I>((value) => {
      const read = this.#read(value);
      if (read instanceof Truth) return read as Truth<never>;
      return choose(Truth.yes(asMember(this.#proof(value))), question(read.value), Truth.no());
    });
  }

  /** The same value in other words. A function that has no answer for a value says `undefined`. */
  map<U>(change: (value: T) => U | undefined): Reading<U> {
    return new Reading(this.value, this.place, (scalar) => {
      const value = this.#coerce(scalar);
      return value === undefined ? undefined : change(value);
    });
  }

  /** A predicate over two readings that have to be known together. */
  static both<A, B>(a: Reading<A>, b: Reading<B>, says: string, predicate: (a: A, b: B) => boolean): Truth {
    return a.#fold((left) => {
      const first = a.#read(left);
      if (first instanceof Truth) return first;
      return b.#fold((right) => {
        const second = b.#read(right);
        if (second instanceof Truth) return second;
        const proofs = [a.#proof(left, says), b.#proof(right, says)];
        return predicate(first.value, second.value) ? Truth.yes(...proofs) : Truth.no(...proofs);
      });
    });
  }

  /** The text that is plainly written here: for what is looked up by it (`Many.behind`), never to decide by. */
  plainText(): string | undefined {
    return this.value.kind === 'known' && typeof this.value.value === 'string' ? this.value.value : undefined;
  }

  /** @internal Answers a question about the raw value, both arms of an open choice included. */
  inspect(question: (value: Value) => Truth): Truth {
    return this.#fold(question);
  }

  /** @internal */
  proof(value: Value, expected?: string): Proof {
    return this.#proof(value, expected);
  }

  #test(
    expected: string,
    predicate: (value: T) => boolean,
    ofParts: (value: Composed) => boolean | undefined = () => undefined,
    whenNothing = false,
  ): Truth {
    return this.#fold((value) => {
      const plain = value.kind === 'sensitive' && value.reveal !== undefined ? value.reveal() : value;
      if (plain.kind === 'composed' || plain.kind === 'reference') {
        const parts: Composed =
          plain.kind === 'composed' ? plain : { kind: 'composed', parts: [plain], origin: plain.origin };
        const answer = ofParts(parts);
        if (answer !== undefined) {
          return answer ? Truth.yes(this.#proof(value, expected)) : Truth.no(this.#proof(value, expected));
        }
      }
      const read = this.#read(value);
      if (read === undefined) throw new Error('unreachable');
      if (read instanceof Truth) {
        if (!whenNothing || read.state === 'unknown') return read;
        return Truth.yes(this.#proof(value, expected, 'absence'));
      }
      const proof = this.#proof(value, expected);
      return predicate(read.value) ? Truth.yes(proof) : Truth.no(proof);
    }, expected);
  }

  /** The value, or the truth that every question about it has: no where nothing is there, unknown where it cannot be seen. */
  #read(value: Value): { readonly value: T } | Truth {
    switch (value.kind) {
      case 'known': {
        if (value.value === null) return Truth.no(this.#proof(value, undefined, 'not set'));
        const coerced = this.#coerce(value.value);
        return coerced === undefined ? this.#wrongShape(value) : { value: coerced };
      }
      case 'absent': {
        const fallback = this.#defaultOf(value);
        if (fallback === undefined) {
          return this.#open({
            kind: 'unknown',
            reason: 'no-documented-default',
            decidedBy: `writing ${this.place.path} in the code`,
            origin: value.origin,
          });
        }
        if (fallback.value === null || Array.isArray(fallback.value)) {
          return Truth.no(this.#proof(value, undefined, 'absence'));
        }
        const coerced = this.#coerce(fallback.value as Scalar);
        return coerced === undefined ? this.#wrongShape(value) : { value: coerced };
      }
      case 'unknown':
        return this.#open(value);
      case 'sensitive': {
        if (value.reveal === undefined) {
          return this.#undecided('not-collected', 'the deployed value', value.origin);
        }
        return this.#read(value.reveal());
      }
      case 'reference':
        return this.#undecided(
          'computed',
          `the value of ${value.to.address}.${value.to.attribute} at deployment`,
          value.origin,
        );
      case 'composed': {
        const open = value.parts.find((p) => p.kind !== 'known');
        if (open?.kind === 'unknown') return this.#open(open);
        return this.#undecided('computed', 'the deployed value', value.origin);
      }
      default:
        return this.#wrongShape(value);
    }
  }

  #defaultOf(value: Value) {
    if (value.kind !== 'absent') return undefined;
    return value.default ?? this.place.graph.defaultOf(this.place.type, this.place.path);
  }

  #describeAbsence(value: Value): string {
    const fallback = this.#defaultOf(value);
    if (fallback === undefined || fallback.value === null || Array.isArray(fallback.value)) return 'not set';
    return `not set, so ${shown(fallback.value as Scalar, this.place.key)} (${fallback.source})`;
  }

  #wrongShape(value: Value): Truth {
    return this.#undecided('wrong-shape', `a plain value at ${this.place.path}`, value.origin);
  }

  #undecided(reason: UnknownReason, decidedBy: string, origin: Origin): Truth {
    return Truth.unknown([deciderAt(reason, decidedBy, origin)]);
  }

  #open(value: Unknown): Truth {
    return Truth.unknown([deciderAt(value.reason, value.decidedBy, value.origin)]);
  }

  /** Both arms of a condition that is open in this world; the answer is decided where they agree. */
  #fold<I extends string = never>(question: (value: Value) => Truth<I>, expected?: string): Truth<I> {
    return foldChoice(this.value, this.place.graph, question, expected);
  }

  #proof(value: Value, expected?: string, words?: Words): Proof {
    return new ReadingProof(this, value, expected, words);
  }

  /** @internal What was read, as evidence. */
  evidenceOf(value: Value, expected: string | undefined, words: Words | undefined): Evidence {
    const written =
      value.kind === 'absent' || words === 'absence'
        ? this.#describeAbsence(value)
        : (words ?? describe(value, this.place.key));
    return evidenceAt(value.origin, this.place, written, expected);
  }
}

/** How a value is shown that is not shown as itself. */
type Words = 'absence' | 'not set';

/** A reading is asked millions of questions, and few of the answers are read: their evidence is made where they are. */
class ReadingProof<T> implements Proof {
  readonly membership = false;
  readonly #reading: Reading<T>;
  readonly #value: Value;
  readonly #expected: string | undefined;
  readonly #words: Words | undefined;
  #evidence: Evidence | undefined;

  constructor(reading: Reading<T>, value: Value, expected: string | undefined, words: Words | undefined) {
    this.#reading = reading;
    this.#value = value;
    this.#expected = expected;
    this.#words = words;
  }

  get evidence(): Evidence {
    this.#evidence ??= this.#reading.evidenceOf(this.#value, this.#expected, this.#words);
    return this.#evidence;
  }
}

/** @internal Asks a question of a value in the graph's world: an open choice is asked on both sides. */
export function foldChoice<I extends string>(
  value: Value,
  graph: Graph,
  question: (value: Value) => Truth<I>,
  _expected?: string,
): Truth<I> {
  if (value.kind !== 'choice') return question(value);
  const truth = holds(value.condition, graph.world);
  if (truth !== undefined) return foldChoice(truth ? value.whenTrue : value.whenFalse, graph, question);
  return choose<I, I>(
    conditionTruth(value.condition, graph),
    foldChoice(value.whenTrue, graph, question),
    foldChoice(value.whenFalse, graph, question),
  );
}

/** @internal Whether a condition holds in the graph's world. */
export function conditionTruth(condition: Condition, graph: Graph, proof?: Proof): Truth {
  const truth = holds(condition, graph.world);
  const proofs = proof === undefined ? [] : [proof];
  if (truth !== undefined) return truth ? Truth.yes(...proofs) : Truth.no(...proofs);
  const atoms = openAtoms(condition, graph.world);
  return Truth.unknown([...atoms.values()].map(deciderOfAtom), atoms, proofs);
}

/** @internal What would decide an open condition. */
export function deciderOfAtom({ decidedBy, reason = 'input-without-value', what }: Atom): Decider {
  return what === undefined ? { reason, decidedBy } : { reason, decidedBy, what };
}

/** @internal */
export function deciderAt(reason: UnknownReason, decidedBy: string, origin: Origin): Decider {
  const { at, trail } = origin;
  return at.what === undefined
    ? { reason, decidedBy, at, trail }
    : { reason, decidedBy, at, trail, what: at.what };
}

/** @internal */
export function evidenceAt(origin: Origin, place: Place, value: string, expected?: string): Evidence {
  const { plane, at, trail } = origin;
  const { address: resource, path: property } = place;
  // Made in one go: there are several for each outcome, and all of them are kept.
  if (resource !== undefined && property !== '') {
    return expected === undefined
      ? { plane, at, trail, resource, property, value }
      : { plane, at, trail, resource, property, value, expected };
  }
  return {
    plane,
    at,
    trail,
    ...(resource === undefined ? {} : { resource }),
    ...(property === '' ? {} : { property }),
    value,
    ...(expected === undefined ? {} : { expected }),
  };
}

/** @internal A value as a person reads it; what looks like a secret is replaced by its length. */
export function describe(value: Value, key?: string): string {
  switch (value.kind) {
    case 'known':
      return value.value === null ? 'not set' : shown(value.value, key);
    case 'list':
      return `a list of ${value.items.length}${value.open ? ' or more' : ''}`;
    case 'object':
      return 'set';
    case 'absent':
      return 'not set';
    case 'unknown':
      return 'unknown';
    case 'reference':
      return `${value.to.address}.${value.to.attribute}`;
    case 'composed':
      return value.parts
        .map((p) => (p.kind === 'known' ? shown(p.value, key) : `\${${nameOf(p) ?? describe(p, key)}}`))
        .join('');
    case 'choice':
      return `${describe(value.whenTrue, key)} or ${describe(value.whenFalse, key)}`;
    case 'sensitive':
      return '(sensitive)';
  }
}

/** What stands for a piece of a text that nobody knows yet, where the code has a name for it. */
function nameOf(value: Value): string | undefined {
  return value.kind === 'unknown' ? value.expression : undefined;
}

/** The end of a text, from behind the last separator; unknown unless the separator stands in a known piece at the end. */
function tailOf(value: Value, separator: string): Value {
  switch (value.kind) {
    case 'known': {
      if (typeof value.value !== 'string') return value;
      const at = value.value.lastIndexOf(separator);
      const text = at === -1 ? value.value : value.value.slice(at + separator.length);
      return { kind: 'known', value: text, origin: value.origin };
    }
    case 'composed': {
      const last = value.parts.at(-1);
      if (last?.kind === 'known' && String(last.value).includes(separator))
        return { ...tailOf({ ...last, value: String(last.value) }, separator), origin: value.origin };
      const open = value.parts.find((part) => part.kind === 'unknown');
      return open ?? unknown('computed', 'the deployed value', value.origin);
    }
    case 'choice':
      return {
        ...value,
        whenTrue: tailOf(value.whenTrue, separator),
        whenFalse: tailOf(value.whenFalse, separator),
      };
    case 'reference':
    case 'sensitive':
      return unknown('computed', 'the deployed value', value.origin);
    default:
      return value;
  }
}

function textIn(value: Value): Value {
  if (value.kind === 'choice')
    return { ...value, whenTrue: textIn(value.whenTrue), whenFalse: textIn(value.whenFalse) };
  if (value.kind !== 'known' && value.kind !== 'composed') return value;
  const inner = value.structure;
  return inner?.kind === 'known' || inner?.kind === 'composed' ? inner : value;
}

function says(expected: Scalar): string {
  return expected === null ? 'nothing' : String(expected);
}

function isNull(value: Value): boolean {
  return value.kind === 'known' && value.value === null;
}

function attributesIn(value: Value): readonly string[] {
  if (value.kind === 'reference') return [value.to.attribute];
  if (value.kind === 'known') return value.via === undefined ? [] : [value.via.attribute];
  if (value.kind === 'composed') return value.parts.flatMap(attributesIn);
  return [];
}

function refersSomewhere(value: Value): boolean {
  if (value.kind === 'reference') return true;
  if (value.kind === 'known') return value.via !== undefined;
  if (value.kind === 'composed') return value.parts.some(refersSomewhere);
  return false;
}

/** Whether a text known only in pieces can be equal to a literal: `false`, or `undefined` where it may be. */
function literally(expected: Scalar): (value: Composed) => false | undefined {
  return (value) => {
    if (typeof expected !== 'string') return undefined;
    const pattern = value.parts
      .map((p) => {
        if (p.kind === 'known') return escaped(String(p.value));
        // A value decided at deployment (an ARN, an id, a name) is never empty and never a lone wildcard.
        if (p.kind === 'reference')
          return p.to.attribute.toLowerCase().endsWith('arn') ? 'arn:.+' : '(?!\\*$).+';
        return '[\\s\\S]*';
      })
      .join('');
    return new RegExp(`^${pattern}$`).test(expected) ? undefined : false;
  };
}

/** Stands for a region or an account in a text. */
export const FILLED_IN = '\u0001';
const ANYWHERE = /^arn:[^:]*:[^:]*:\*?:\*?:(.*)$/;
const BEHIND_WRITTEN = /^arn:(?:[^:]*:){4}(?:table\/)?[^/]+(.*)$/;
const BEHIND_REFERENCE = /^(?:arn:(?:[^:]*:){4}(?:table\/)?)?\0([\s\S]*)$/;

/** What follows the resource of an ARN: `/*` of `arn:aws:s3:::data/*`. */
function pathOf(arn: string): string {
  const slash = arn.indexOf('/');
  return slash < 0 ? '' : arn.slice(slash);
}

/** The service of an ARN whose parts up to it are known; that of an integration stands behind the gateway's. */
function serviceOf(arn: string): string | undefined {
  const [service, integrated] = /^arn:[^:\n]*:([a-z0-9-]+):[^:\n]*:([^:\n]*):/.exec(arn)?.slice(1) ?? [];
  // `runtime.sagemaker` is a host of a service.
  return service === 'apigateway' ? integrated?.split('.').at(-1) : service;
}

/** What CloudFormation fills in, or Terraform looks up of the account that it works in; none of it has a colon. */
function isOfAws(value: Value): boolean {
  return value.kind === 'unknown' && (isRegion(value) || OF_ACCOUNT.test(value.expression ?? ''));
}

function isRegion(value: Value): boolean {
  return value.kind === 'unknown' && REGION.test(value.expression ?? '');
}

const REGION = /^(?:AWS::Region|(?:.*\.)?data\.aws_region\.[\w-]+\.(?:name|id|region))$/;
const OF_ACCOUNT =
  /^(?:AWS::(?:AccountId|Partition)|(?:.*\.)?data\.aws_(?:caller_identity\.[\w-]+\.(?:account_id|id)|partition\.[\w-]+\.(?:partition|id)))$/;
