import { ALWAYS, and, atom, type Condition, NEVER, not, or } from '../../model/condition.ts';
import { type Composed, known, type Value } from '../../model/value.ts';
import { canonical, decidedBy, reasonOf } from './text.ts';

/** So many values of one input are told apart as excluding each other; a world splits by few open conditions. */
const MOST_EXCLUSIVE = 3;

/**
 * Conditions about inputs without value. `Stage = prod` and `Stage = dev` cannot both hold: the second is
 * "not prod, and dev", so that no world has both. The same comparison is the same atom wherever it stands.
 */
export class Equality {
  readonly #prefix: string;
  readonly #seen = new Map<string, string[]>();
  readonly #allowed = new Map<string, readonly string[]>();

  /** `prefix` tells the inputs of one template from those of another. */
  constructor(prefix: string) {
    this.#prefix = prefix;
  }

  /** The only values that an input can have (`AllowedValues`). */
  allow(expression: string, values: readonly string[]): void {
    this.#allowed.set(expression, values);
  }

  allowed(expression: string): readonly string[] | undefined {
    return this.#allowed.get(expression);
  }

  of(left: Value, right: Value): Condition {
    if (left.kind === 'choice') return this.#either(left, (arm) => this.of(arm, right));
    if (right.kind === 'choice') return this.#either(right, (arm) => this.of(left, arm));
    const a = revealed(left);
    const b = revealed(right);
    const [first, second] = [canonical(a), canonical(b)];
    if (isWhole(a) === isWhole(b) && first === second) return ALWAYS;
    if (isWhole(a) && isWhole(b)) return NEVER;
    if (a.kind === 'known') return this.#is(b, first);
    if (b.kind === 'known') return this.#is(a, second);
    return this.#atom([first, second].sort().join(' = '), isWhole(a) ? b : a);
  }

  #either(value: Extract<Value, { kind: 'choice' }>, compare: (arm: Value) => Condition): Condition {
    return or(
      and(value.condition, compare(value.whenTrue)),
      and(not(value.condition), compare(value.whenFalse)),
    );
  }

  #is(value: Value, text: string): Condition {
    if (value.kind === 'composed') return this.#textIs(value, text);
    if (text === '' && isNeverEmpty(value)) return NEVER;
    const expression = canonical(value);
    // What comes from an outer template is the same condition as there.
    const outer = expression.startsWith('^');
    const named = (v: string) =>
      outer
        ? atom(`${expression.slice(1)} = ${v}`, decidedBy(value), reasonOf(value))
        : this.#atom(`${expression} = ${v}`, value);
    if (value.kind !== 'unknown' || value.reason === 'computed') return named(text);
    const allowed = this.#allowed.get(expression);
    if (allowed !== undefined && !allowed.includes(text)) return NEVER;
    const seen = this.#seen.get(expression) ?? [];
    this.#seen.set(expression, seen);
    if (!seen.includes(text)) seen.push(text);
    const index = seen.indexOf(text);
    const others = seen.slice(0, Math.min(index, MOST_EXCLUSIVE)).map((v) => not(named(v)));
    const isLast = allowed !== undefined && index === allowed.length - 1 && index <= MOST_EXCLUSIVE;
    return and(...others, isLast ? ALWAYS : named(text));
  }

  /** Takes away what is known at both ends: `app-${Stage}` is `app-prod` exactly where Stage is `prod`. */
  #textIs(value: Composed, text: string): Condition {
    const { parts } = value;
    let rest = text;
    let from = 0;
    let to = parts.length;
    const first = parts[0];
    if (first?.kind === 'known') {
      if (!rest.startsWith(canonical(first))) return NEVER;
      rest = rest.slice(canonical(first).length);
      from += 1;
    }
    const last = parts[to - 1];
    if (to > from && last?.kind === 'known') {
      if (!rest.endsWith(canonical(last))) return NEVER;
      rest = rest.slice(0, rest.length - canonical(last).length);
      to -= 1;
    }
    const middle = parts.slice(from, to);
    const only = middle.length === 1 ? middle[0] : undefined;
    if (only !== undefined) return this.of(only, known(rest, only.origin));
    const pattern = parts.map((p) => (p.kind === 'known' ? canonical(p) : `\${${canonical(p)}}`)).join('');
    return this.#atom(`${pattern} = ${text}`, value);
  }

  #atom(id: string, open: Value): Condition {
    return atom(this.#prefix + id, decidedBy(open), reasonOf(open));
  }
}

/** Whether AWS always gives it a text: what a resource is called, and where a stack is. */
function isNeverEmpty(value: Value): boolean {
  if (value.kind === 'reference') return value.to.attribute === 'Ref' && value.to.address !== 'dynamic';
  return value.kind === 'unknown' && NEVER_EMPTY.has(value.expression ?? '');
}

const NEVER_EMPTY: ReadonlySet<string> = new Set([
  'AWS::AccountId',
  'AWS::Partition',
  'AWS::Region',
  'AWS::StackId',
  'AWS::StackName',
  'AWS::URLSuffix',
]);

function revealed(value: Value): Value {
  return value.kind === 'sensitive' && value.reveal !== undefined ? value.reveal() : value;
}

/** Whether every part of a value is known. */
function isWhole(value: Value): boolean {
  if (value.kind === 'known' || value.kind === 'absent') return true;
  if (value.kind === 'list') return value.open === undefined && value.items.every(isWhole);
  if (value.kind === 'object') return value.open === undefined && [...value.members.values()].every(isWhole);
  return false;
}
