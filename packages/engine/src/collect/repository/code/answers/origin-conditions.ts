import { lastName } from '../behaviour/reach.ts';
import type { Meaning, Program } from '../names/program.ts';
import type { ValueAt } from '../routes/route.ts';
import { partsOf } from '../syntax/expressions.ts';
import type { Call, Expression, SourceModule } from '../syntax/source-module.ts';

/** What was asked before a value is used. */
export interface Condition {
  readonly test: Expression;
  /** Whether it holds there, or does not. */
  readonly holds: boolean;
  /** Whether the value stands in a branch of it. */
  readonly around?: boolean;
  /** Whether it is only asked where something else holds. */
  readonly perhaps?: boolean;
}

export interface Admitted {
  /** What it can only be; nothing where no condition says so. */
  readonly values: readonly ValueAt[] | undefined;
  /** Whether something is asked about it that is not understood. */
  readonly doubtful: boolean;
}

const HEADERS = /^(headers|multiValueHeaders|header|get)$/;
/** Parts of a request that have nothing to do with where its page is from. */
const ASKS_FOR_METHOD = /^(method|httpMethod|http_method|requestMethod)$/;

/** Whether a value is the origin that a request names. */
export function isAsked(program: Program, { module, value, within }: ValueAt): boolean {
  if (value.kind === 'member') return /^origin$/i.test(value.name) && HEADERS.test(lastName(value.of) ?? '');
  if (value.kind === 'call') {
    const {
      callee,
      arguments: [first],
    } = module.calls[value.call]!;
    return (
      /^(get|header|getHeader)$/.test(lastName(callee) ?? '') &&
      first?.value.kind === 'literal' &&
      /^origin$/i.test(String(first.value.value))
    );
  }
  if (value.kind !== 'name') return false;
  const [only, ...others] = program.scopes(module).lookUp(value.name, within);
  // `({ headers: { origin } }) => …`
  return (
    others.length === 0 &&
    only?.kind === 'parameter' &&
    /^origin$/i.test(only.members.at(-1) ?? '') &&
    HEADERS.test(only.members.at(-2) ?? '')
  );
}

/** What conditions leave of the values that something may have. */
export class Admission {
  readonly #program: Program;

  constructor(program: Program) {
    this.#program = program;
  }

  of(at: ValueAt, conditions: readonly Condition[]): Admitted {
    for (const { test, holds, perhaps } of conditions) {
      if (perhaps === true) continue;
      const values = this.#values(at, { ...at, value: test }, holds, 0);
      if (values !== undefined) return { values, doubtful: false };
    }
    const doubtful = conditions.some(
      ({ test, around }) =>
        !this.#isPlain(at, test) && (around === true || this.#mentions(at, { ...at, value: test }, 0)),
    );
    return { values: undefined, doubtful };
  }

  /** Whether something is put into a list after it was made, under the name that it has here or where it is made. */
  isChanged({ module, value, within }: ValueAt): boolean {
    const meaning = this.#program.resolve(module, value, within);
    return (
      isChanged(module, lastName(value)) ||
      ((meaning.kind === 'value' || meaning.kind === 'made') &&
        namesOf(meaning).some((one) => isChanged(meaning.module, one)))
    );
  }

  /** The items of a list that is written out and that nothing is put into. */
  itemsOf({ module, value, within }: ValueAt): readonly ValueAt[] | undefined {
    const meaning = this.#program.resolve(module, value, within);
    if (meaning.kind !== 'value' && meaning.kind !== 'made') return undefined;
    if (this.isChanged({ module, value, within })) return undefined;
    if (meaning.kind === 'made' && meaning.members.length === 0) {
      const call = meaning.module.calls[meaning.call]!;
      const [items] = call.arguments;
      if (!/^(Set|set|frozenset)$/.test(call.path ?? '') || items === undefined || items.spread)
        return undefined;
      return this.itemsOf({ module: meaning.module, value: items.value, within: call.within });
    }
    if (meaning.kind !== 'value' || meaning.value.kind !== 'list' || meaning.value.open) return undefined;
    const { module: from, within: scope } = meaning;
    return meaning.value.items.map((one) => ({ module: from, value: one, within: scope }));
  }

  /** What the value can only be where the test holds, or where it does not; nothing where that says nothing of it. */
  #values(at: ValueAt, test: ValueAt, holds: boolean, steps: number): readonly ValueAt[] | undefined {
    if (steps > 8) return undefined;
    const { module, value, within } = test;
    const part = (one: Expression, so = holds) => this.#values(at, { ...test, value: one }, so, steps + 1);
    switch (value.kind) {
      case 'not':
        // `!origin || …`: without an origin no page of another asks.
        if (holds && this.#isSame(at, { ...test, value: value.of })) return [];
        return part(value.of, !holds);
      case 'both':
      case 'choice': {
        const parts = value.of.map((one) => part(one));
        const isOneEnough = (value.kind === 'both') === holds;
        if (isOneEnough) return parts.find((one) => one !== undefined);
        return parts.every((one) => one !== undefined) ? parts.flat() : undefined;
      }
      case 'compare':
        return this.#compared(at, test, holds);
      case 'call':
        return holds ? this.#asked(at, module, module.calls[value.call]!) : undefined;
      case 'name': {
        const meaning = this.#program.resolve(module, value, within);
        if (meaning.kind === 'value' && meaning.value !== value)
          return this.#values(at, meaning, holds, steps + 1);
        return holds && meaning.kind === 'made' && meaning.members.length === 0
          ? this.#asked(at, meaning.module, meaning.module.calls[meaning.call]!)
          : undefined;
      }
      default:
        return undefined;
    }
  }

  /** `origin === 'https://…'`, `origin in ALLOWED`, `ALLOWED.indexOf(origin) !== -1`. */
  #compared(at: ValueAt, test: ValueAt, holds: boolean): readonly ValueAt[] | undefined {
    const { value } = test;
    if (value.kind !== 'compare') return undefined;
    const { operator, left, right } = value;
    const isSame = (one: Expression) => this.#isSame(at, { ...test, value: one });
    if (operator === 'in' || operator === 'not in')
      return (operator === 'in') === holds && isSame(left)
        ? this.itemsOf({ ...test, value: right })
        : undefined;
    if (operator === '==' || operator === '!=') {
      const other = isSame(left) ? right : isSame(right) ? left : undefined;
      if (other !== undefined) return (operator === '==') === holds ? [{ ...test, value: other }] : undefined;
    }
    if (left.kind !== 'call' || right.kind !== 'literal') return undefined;
    const call = test.module.calls[left.call]!;
    const [asked] = call.arguments;
    if (lastName(call.callee) !== 'indexOf' || call.callee.kind !== 'member') return undefined;
    if (asked === undefined || !isSame(asked.value)) return undefined;
    const isThere = FOUND.has(`${operator} ${right.value}`);
    if (isThere !== holds || !(isThere || NOT_FOUND.has(`${operator} ${right.value}`))) return undefined;
    return this.itemsOf({ ...test, value: call.callee.of });
  }

  /** `ALLOWED.includes(origin)`, `ALLOWED.has(origin)`, `ALLOWED.some((one) => one === origin)`. */
  #asked(
    at: ValueAt,
    module: SourceModule,
    { callee, arguments: given, within }: Call,
  ): readonly ValueAt[] | undefined {
    const [first] = given;
    if (callee.kind !== 'member' || first === undefined) return undefined;
    const list = { module, value: callee.of, within };
    if (/^starts_?with$/i.test(callee.name)) {
      const origin =
        first.value.kind === 'literal' ? HOST_AND_ANY_PORT.exec(String(first.value.value)) : null;
      return origin !== null && this.#isSame(at, list)
        ? [{ module, value: { kind: 'literal', value: origin[1]!, at: first.value.at }, within }]
        : undefined;
    }
    if (/^(includes|has)$/.test(callee.name))
      return this.#isSame(at, { module, value: first.value, within }) ? this.itemsOf(list) : undefined;
    if (callee.name !== 'some' || first.value.kind !== 'function') return undefined;
    const number = first.value.function;
    const { gives, parameters } = module.functions[number]!;
    if (gives?.kind !== 'compare' || gives.operator !== '==') return undefined;
    const own = parameters[0]?.name;
    const other = [gives.left, gives.right].filter((one) => !(one.kind === 'name' && one.name === own));
    const [only] = other;
    return other.length === 1 && this.#isSame(at, { module, value: only!, within: number })
      ? this.itemsOf(list)
      : undefined;
  }

  /** Whether two expressions are the same value: the same name, or both the origin of the request. */
  #isSame(a: ValueAt, b: ValueAt): boolean {
    if (
      a.value.kind === 'name' &&
      b.value.kind === 'name' &&
      a.module === b.module &&
      a.value.name === b.value.name
    ) {
      const scopes = this.#program.scopes(a.module);
      const [own, other] = [a, b].map((one) =>
        scopes.lookUp(a.value.kind === 'name' ? a.value.name : '', one.within),
      );
      return own === other && own!.length > 0 && own!.filter((one) => !isDeclaration(one)).length === 1;
    }
    return this.#leadsToAsked(a) && this.#leadsToAsked(b);
  }

  #leadsToAsked(at: ValueAt, steps = 0): boolean {
    if (isAsked(this.#program, at)) return true;
    const { module, value, within } = at;
    if (steps > 4) return false;
    if (value.kind === 'choice')
      return value.of.every(
        (one) => one.kind === 'literal' || this.#leadsToAsked({ module, value: one, within }, steps + 1),
      );
    if (value.kind !== 'name') return false;
    const found = this.#program
      .scopes(module)
      .lookUp(value.name, within)
      .filter((one) => !isDeclaration(one));
    const [only] = found;
    return (
      found.length === 1 &&
      only?.kind === 'binding' &&
      this.#leadsToAsked({ module, value: only.binding.value, within: only.binding.within }, steps + 1)
    );
  }

  /** `if (origin)`, `if (method === 'OPTIONS')`: nothing is asked about which origin it is. */
  #isPlain(at: ValueAt, test: Expression): boolean {
    const inner = test.kind === 'not' ? test.of : test;
    if (this.#isSame(at, { ...at, value: inner })) return true;
    if (inner.kind === 'compare')
      return [inner.left, inner.right].some(
        (one) => (one.kind === 'member' || one.kind === 'name') && ASKS_FOR_METHOD.test(one.name),
      );
    return false;
  }

  /** Whether something is asked about a value, itself or by a name. */
  #mentions(at: ValueAt, test: ValueAt, steps: number): boolean {
    if (steps > 5) return true;
    const { module, value, within } = test;
    if (this.#isSame(at, test) || isAsked(this.#program, test)) return true;
    const parts: Expression[] = [...partsOf(value)];
    if (value.kind === 'call') {
      const { callee, arguments: given } = module.calls[value.call]!;
      parts.push(callee, ...given.map((one) => one.value));
    }
    if (value.kind === 'name')
      for (const one of this.#program.scopes(module).lookUp(value.name, within))
        if (one.kind === 'binding') parts.push(one.binding.value);
    return parts.some((one) => this.#mentions(at, { module, value: one, within }, steps + 1));
  }
}

/** `http://localhost:`: the colon ends the name of the host, and only a port may follow it in an origin. */
const HOST_AND_ANY_PORT = /^(https?:\/\/[\w.-]+):$/;

const FOUND: ReadonlySet<string> = new Set(['!= -1', '> -1', '>= 0']);
const NOT_FOUND: ReadonlySet<string> = new Set(['== -1', '< 0', '<= -1']);

/** `let origin;` */
function isDeclaration(one: ReturnType<ReturnType<Program['scopes']>['lookUp']>[number]): boolean {
  return one.kind === 'binding' && one.binding.value.kind === 'literal' && one.binding.value.value === null;
}

/** What a list is called where it is made: a file that imports it may call it otherwise. */
function namesOf(meaning: Extract<Meaning, { kind: 'value' | 'made' }>): readonly string[] {
  return meaning.module.bindings.flatMap(({ target, value }) => {
    const isIt =
      meaning.kind === 'value'
        ? value === meaning.value
        : value.kind === 'call' && value.call === meaning.call;
    return isIt ? (lastName(target) ?? []) : [];
  });
}

/** `ALLOWED.push(…)`, `ALLOWED[1] = …`: what is put into a list is not among what is written. */
function isChanged({ calls, bindings }: SourceModule, name: string | undefined): boolean {
  if (name === undefined) return false;
  return (
    calls.some(
      ({ callee }) =>
        callee.kind === 'member' &&
        /^(push|unshift|splice|add|append|extend|insert|update)$/.test(callee.name) &&
        lastName(callee.of) === name,
    ) || bindings.some(({ target }) => target.kind === 'index' && lastName(target.of) === name)
  );
}
