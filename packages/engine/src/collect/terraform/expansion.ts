import { and, atom, type Condition, or } from '../../model/condition.ts';
import { known, type Scalar, type Unknown, unknown, type Value } from '../../model/value.ts';
import { type Branch, branches, inBranches } from './branches.ts';
import { canonical } from './evaluate/canonical.ts';

/** One copy of a block that `count` or `for_each` makes. */
export interface Copy {
  /** `[0]`, `["a"]`, `[?]` for any number of copies, or nothing where the block stands once. */
  readonly suffix: string;
  readonly key: string | number | undefined;
  readonly exists: Condition;
  readonly symbolic: boolean;
  readonly bindings: Bindings;
}

/** What `count.index` and `each` mean in a copy. */
export interface Bindings {
  readonly index?: Value;
  readonly each?: { readonly key: Value; readonly value: Value };
}

/** All copies, and how they look as one value: `aws_x.y` alone is a list with `count` and a map with `for_each`. */
export interface Expansion {
  readonly shape: 'single' | 'list' | 'map';
  readonly copies: readonly Copy[];
  /** The value of `count` or `for_each`, whose open conditions choose among the copies. */
  readonly by: Value | undefined;
}

const MAXIMUM_COPIES = 2_000;

export const SINGLE: Expansion = {
  shape: 'single',
  by: undefined,
  copies: [{ suffix: '', key: undefined, exists: and(), symbolic: false, bindings: {} }],
};

/** Copies by a number. `name` says which count it is, for conditions without an expression of their own. */
export function byCount(count: Value, name: string): Expansion {
  const all = branches(count);
  const copies: Copy[] = [];
  const limits = all.map((branch) => ({ branch, limit: countOf(branch.value) }));
  const most = Math.max(0, ...limits.map((l) => l.limit ?? 0));
  for (let index = 0; index < Math.min(most, MAXIMUM_COPIES); index++) {
    const holding = limits.filter((l) => l.limit !== undefined && l.limit > index).map((l) => l.branch.when);
    copies.push({
      suffix: `[${index}]`,
      key: index,
      exists: inBranches(all, holding),
      symbolic: false,
      bindings: { index: known(index, count.origin) },
    });
  }
  if (most > MAXIMUM_COPIES) {
    const rest = unknown('unsupported-construct', `fewer than ${MAXIMUM_COPIES} copies`, count.origin);
    copies.push(symbolicCopy({ when: and(), value: rest }, 'count', name));
  }
  for (const { branch, limit } of limits) {
    if (limit === undefined) copies.push(symbolicCopy(branch, 'count', name));
  }
  return { shape: 'list', copies: merged(copies), by: count };
}

/** `enabled` of OpenTofu's `lifecycle`: the block stands once or not at all. */
export function byEnabled(enabled: Value, name: string): Expansion {
  const all = branches(enabled);
  const holding = all.flatMap(({ when, value }) => {
    const plain = value.kind === 'sensitive' ? (value.reveal?.() ?? value) : value;
    if (plain.kind === 'known' && String(plain.value) === 'false') return [];
    if (plain.kind === 'known' && String(plain.value) === 'true') return [when];
    const reason = plain.kind === 'unknown' ? plain.reason : 'unresolved-expression';
    const text = plain.kind === 'unknown' && plain.expression === undefined ? name : canonical(plain);
    return [
      and(when, atom(`enabled of ${text}`, deciderOf(plain, `the value of enabled of ${name}`), reason)),
    ];
  });
  const isCertain = all.every(({ when }, i) => holding[i] === when);
  const exists = isCertain ? inBranches(all, holding) : or(...holding);
  return { ...SINGLE, copies: [{ ...SINGLE.copies[0]!, exists }] };
}

/** The number that a branch of `count` certainly is. */
export function countOf(value: Value): number | undefined {
  const revealed = value.kind === 'sensitive' ? (value.reveal?.() ?? value) : value;
  if (revealed.kind !== 'known') return undefined;
  if (typeof revealed.value === 'boolean') return undefined;
  const number = revealed.value === null ? Number.NaN : Number(revealed.value);
  return Number.isInteger(number) && number >= 0 ? number : undefined;
}

/** Copies by the members of a map or a set. */
export function byEach(collection: Value, name: string): Expansion {
  const all = branches(collection);
  const byKey = new Map<string, { when: Condition; value: Value; key: Value }[]>();
  const copies: Copy[] = [];
  for (const branch of all) {
    const { members, rest } = membersOf(branch);
    for (const member of members) {
      const same = byKey.get(member.name);
      if (same === undefined) byKey.set(member.name, [member]);
      else same.push(member);
    }
    for (const open of rest) copies.push(symbolicCopy(open, 'for_each', name));
  }
  const certain: Copy[] = [];
  for (const [key, found] of byKey) {
    certain.push({
      suffix: `[${JSON.stringify(key)}]`,
      key,
      exists: inBranches(
        all,
        found.map((f) => f.when),
      ),
      symbolic: false,
      bindings: { each: { key: found[0]!.key, value: chosen(found) } },
    });
  }
  return { shape: 'map', copies: [...certain, ...merged(copies)], by: collection };
}

interface EachMember {
  readonly name: string;
  readonly when: Condition;
  readonly key: Value;
  readonly value: Value;
}

function membersOf(branch: Branch): { members: EachMember[]; rest: Branch[] } {
  const members: EachMember[] = [];
  const rest: Branch[] = [];
  const value = branch.value.kind === 'sensitive' ? (branch.value.reveal?.() ?? branch.value) : branch.value;
  if (value.kind === 'object') {
    for (const [name, member] of value.members) {
      members.push({ name, when: branch.when, key: known(name, member.origin), value: member });
    }
    if (value.open !== undefined) rest.push({ when: branch.when, value: value.open });
  } else if (value.kind === 'list') {
    for (const item of value.items) {
      for (const part of branches(item, branch.when)) {
        const text = part.value.kind === 'known' ? textOf(part.value.value) : undefined;
        if (text === undefined) rest.push(part);
        else members.push({ name: text, when: part.when, key: part.value, value: part.value });
      }
    }
    if (value.open !== undefined) rest.push({ when: branch.when, value: value.open });
  } else rest.push(branch);
  return { members, rest };
}

function textOf(value: Scalar): string | undefined {
  return value === null ? undefined : String(value);
}

/** One value out of several, by the conditions under which each holds. */
function chosen(found: readonly { readonly when: Condition; readonly value: Value }[]): Value {
  const last = found.at(-1)!;
  return found.slice(0, -1).reduceRight<Value>(
    (otherwise, f) => ({
      kind: 'choice',
      condition: f.when,
      whenTrue: f.value,
      whenFalse: otherwise,
      origin: f.value.origin,
    }),
    last.value,
  );
}

function symbolicCopy(branch: Branch, by: 'count' | 'for_each', name: string): Copy {
  const value = branch.value;
  const wrong = by === 'count' && value.kind === 'known' ? `, ${numberFor(value.value)}` : '';
  const decidedBy = deciderOf(value, `the value of ${by} of ${name}${wrong}`);
  const text = value.kind === 'unknown' && value.expression === undefined ? undefined : canonical(value);
  const expression = `${by} of ${text ?? name}`;
  const origin = value.origin;
  const reason = value.kind === 'unknown' ? value.reason : 'unresolved-expression';
  const any = (part: string): Unknown => unknown(reason, decidedBy, origin, `${part} of ${name}`);
  const isItem = by === 'for_each' && (value.kind === 'reference' || value.kind === 'composed');
  return {
    suffix: '[?]',
    key: undefined,
    exists: and(branch.when, atom(expression, decidedBy, reason)),
    symbolic: true,
    bindings:
      by === 'count'
        ? { index: any('count.index') }
        : {
            each: {
              key: isItem ? value : any('each.key'),
              value: isItem ? value : any('each.value'),
            },
          },
  };
}

/** What a `count` that is no number wants. Since 0.12 Terraform refuses what it took before. */
function numberFor(value: Scalar): string {
  const before =
    value === true || value === 'true' ? 1 : value === false || value === 'false' ? 0 : undefined;
  if (before === undefined) return 'which has to be a whole number';
  return `${before} instead of ${value}: only Terraform before 0.12 reads that as a number`;
}

/** Several symbolic copies are one: it stands for any number anyway. */
function merged(copies: readonly Copy[]): Copy[] {
  const symbolic = copies.filter((c) => c.symbolic);
  if (symbolic.length < 2) return [...copies];
  const [first, ...more] = symbolic as [Copy, ...Copy[]];
  const one: Copy = {
    ...first,
    exists: { op: 'or', of: symbolic.map((c) => c.exists) },
    bindings: more.every((c) => c.bindings.each === undefined) ? first.bindings : withoutItem(first),
  };
  return [...copies.filter((c) => !c.symbolic), one];
}

function withoutItem(copy: Copy): Bindings {
  const each = copy.bindings.each;
  if (each === undefined) return copy.bindings;
  const decidedBy = deciderOf(each.value, 'the members of for_each');
  const any = (part: string): Unknown => unknown('unresolved-expression', decidedBy, each.value.origin, part);
  return { each: { key: any('each.key'), value: any('each.value') } };
}

/** What would decide a value that is not known. */
export function deciderOf(value: Value, otherwise: string): string {
  if (value.kind === 'unknown') return value.decidedBy;
  if (value.kind === 'reference') return `the deployment (${value.to.address}.${value.to.attribute})`;
  if (value.kind === 'composed') {
    const open = value.parts.find((part) => part.kind !== 'known');
    return open === undefined ? otherwise : deciderOf(open, otherwise);
  }
  return otherwise;
}
