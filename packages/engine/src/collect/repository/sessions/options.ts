import { onceFor } from '../../../once-for.ts';
import { lastName } from '../code/behaviour/reach.ts';
import { numberOf } from '../code/names/numbers.ts';
import type { Meaning, Program } from '../code/names/program.ts';
import {
  type Call,
  type Expression,
  isBefore,
  type Member,
  type ObjectExpression,
  type SourceModule,
} from '../code/syntax/source-module.ts';

/** A yes or no as it is written, or nothing where the code does not tell. */
export type Told = boolean | 'open';

interface Written {
  readonly module: SourceModule;
  readonly value: Expression;
  readonly within: number;
}

/**
 * The members of an object in their order, those of what is spread into it too, and the names of those that something else may
 * replace: what is spread in behind them and cannot be told, and what is put in later on.
 */
function membersIn(program: Program, module: SourceModule, object: ObjectExpression, within: number) {
  const members = new Map<string, Written>();
  const replaced = new Set<string>();
  const put = (of: SourceModule, at: number, own: readonly Member[]) => {
    for (const { name, value } of own) {
      members.set(name, { module: of, value, within: at });
      replaced.delete(name);
    }
  };
  // What is spread where it is written out stands among the members that there may be.
  const spread = object.perhaps === undefined ? (object.spread ?? []) : [];
  let rest = object.members;
  for (const one of spread) {
    put(
      module,
      within,
      rest.filter(({ at }) => isBefore(at, one.at)),
    );
    rest = rest.filter(({ at }) => !isBefore(at, one.at));
    const meaning = objectOf(program, module, one, within);
    if (meaning.kind === 'value' && meaning.value.kind === 'object' && !meaning.value.open)
      put(meaning.module, meaning.within, meaning.value.members);
    else for (const name of members.keys()) replaced.add(name);
  }
  put(module, within, rest);
  for (const { target } of program.scopes(module).allAdded(object)) {
    const name = lastName(target);
    if (name !== undefined) replaced.add(name);
  }
  return { members, replaced };
}

/** The members of an object that is handed to a call, as far as they can be told. */
export class Options {
  readonly #program: Program;
  readonly #members: ReadonlyMap<string, Written>;
  /** Whether members that are not seen may follow. */
  readonly open: boolean;
  /** Members that are set only where something holds. */
  readonly #perhaps: ReadonlySet<string>;

  private constructor(program: Program, meaning: Meaning | undefined) {
    this.#program = program;
    if (meaning?.kind === 'value' && meaning.value.kind === 'object') {
      const { open, perhaps } = meaning.value;
      this.open = open && perhaps === undefined;
      const { members, replaced } = membersIn(program, meaning.module, meaning.value, meaning.within);
      this.#members = members;
      this.#perhaps = new Set([...(perhaps?.map(({ name }) => name) ?? []), ...replaced]);
    } else {
      this.open = meaning !== undefined;
      this.#perhaps = new Set();
      this.#members = new Map();
    }
  }

  /** What an expression is as an object; nothing written is an object without members. */
  static of(program: Program, module: SourceModule, value: Expression | undefined, within: number): Options {
    return new Options(program, value === undefined ? undefined : objectOf(program, module, value, within));
  }

  /** The arguments of a call in Python as if they were an object. */
  static named(program: Program, module: SourceModule, call: Call): Options {
    const members = call.arguments.flatMap(({ name, value }) =>
      name === undefined ? [] : [{ name, value, at: call.at }],
    );
    const open = call.arguments.some(({ spread }) => spread);
    return new Options(program, {
      kind: 'value',
      module,
      value: { kind: 'object', members, open, at: call.at },
      within: call.within,
    });
  }

  #mayHave(name: string): boolean {
    return this.open || this.#perhaps.has(name);
  }

  /** Whether it has a member, or may have it in some case. */
  has(name: string): boolean {
    return this.#members.has(name) || this.#perhaps.has(name);
  }

  /** The object that a member is. */
  member(name: string): Options {
    const own = this.#members.get(name);
    if (own === undefined || this.#perhaps.has(name))
      return new Options(this.#program, this.#mayHave(name) ? OPEN : undefined);
    return Options.of(this.#program, own.module, own.value, own.within);
  }

  text(name: string): string | undefined {
    const own = this.#perhaps.has(name) ? undefined : this.#members.get(name);
    if (own === undefined) return undefined;
    const meaning = this.#program.resolve(own.module, own.value, own.within);
    return meaning.kind === 'value' &&
      meaning.value.kind === 'literal' &&
      typeof meaning.value.value === 'string'
      ? meaning.value.value
      : undefined;
  }

  /** A yes or no of a member, as it is in production. */
  told(name: string, otherwise: Told): Told {
    const own = this.#members.get(name);
    if (own === undefined || this.#perhaps.has(name)) return this.#mayHave(name) ? 'open' : otherwise;
    return inProduction(this.#program, own.module, own.value, own.within);
  }

  /** A number of a member; `open` where it is no number that is written. */
  number(name: string): number | 'none' | 'open' {
    const own = this.#members.get(name);
    if (own === undefined || this.#perhaps.has(name)) return this.#mayHave(name) ? 'open' : 'none';
    const { value } = own;
    const isNothing =
      value.kind === 'literal'
        ? value.value === null
        : value.kind === 'name' && /^(undefined|None)$/.test(value.name);
    if (isNothing) return 'none';
    return numberOf(this.#program, own.module, value, own.within) ?? 'open';
  }
}

/** The object that an expression is, also where a function of the repository makes it. */
function objectOf(program: Program, module: SourceModule, value: Expression, within: number): Meaning {
  const meaning = program.resolve(module, value, within);
  if (meaning.kind !== 'made' || meaning.members.length > 0) return meaning;
  const call = meaning.module.calls[meaning.call]!;
  const callee = program.resolve(meaning.module, call.callee, call.within);
  const gives = callee.kind === 'function' ? program.given(callee.module, callee.function) : undefined;
  return gives ?? meaning;
}

/** Names by which code asks whether it runs in production. */
const IS_PRODUCTION = /^(is)?_?(in_?)?prod(uction)?(_?(env(ironment)?|mode))?$/i;
const OF_ENVIRONMENT = /(^|[._])(node_?env|environment|env|stage|app_?env|deploy_?env)$/i;
const PRODUCTION = /^(prod|production|live)$/i;
const DEVELOPMENT = /^(dev|development|local|test|testing)$/i;

/** `app.set('trust proxy', 1)`, anywhere in the repository. */
const trustsProxy = onceFor((program: Program): boolean =>
  [...program.modules.values()].some(({ calls }) =>
    calls.some(({ callee, arguments: [first, second] }) => {
      if (first?.value.kind !== 'literal' || first.value.value !== 'trust proxy') return false;
      if (lastName(callee) === 'enable') return true;
      const isNone = second?.value.kind === 'literal' && !second.value.value;
      return lastName(callee) === 'set' && second !== undefined && !isNone;
    }),
  ),
);

/** A condition as it turns out in production: `process.env.NODE_ENV === 'production'` holds there. */
export function inProduction(
  program: Program,
  module: SourceModule,
  value: Expression,
  within: number,
  steps = 0,
): Told {
  if (steps > 4) return 'open';
  const next = (one: Expression) => inProduction(program, module, one, within, steps + 1);
  if (value.kind === 'literal')
    // `secure: 'auto'` is whatever the connection is: behind a load balancer only what it is trusted to say tells of HTTPS.
    return typeof value.value === 'boolean'
      ? value.value
      : value.value === 'auto'
        ? trustsProxy(program) || 'open'
        : value.value === 1 || 'open';
  if (value.kind === 'not') {
    const of = next(value.of);
    return of === 'open' ? 'open' : !of;
  }
  if (value.kind === 'compare') return compared(value.operator, value.left, value.right);
  if (value.kind === 'both' || value.kind === 'choice') {
    const parts = new Set(value.of.map(next));
    return parts.size === 1 ? [...parts][0]! : 'open';
  }
  if (value.kind !== 'name' && value.kind !== 'member') return 'open';
  if (IS_PRODUCTION.test(value.name)) return true;
  const meaning = program.resolve(module, value, within);
  return meaning.kind === 'value' && meaning.value !== value
    ? inProduction(program, meaning.module, meaning.value, meaning.within, steps + 1)
    : 'open';
}

function compared(operator: string, left: Expression, right: Expression): Told {
  const [name, text] = right.kind === 'literal' ? [left, right] : [right, left];
  if (text.kind !== 'literal' || typeof text.value !== 'string') return 'open';
  if ((name.kind !== 'name' && name.kind !== 'member') || !OF_ENVIRONMENT.test(name.name)) return 'open';
  const isEqual = /^===?$/.test(operator) ? true : /^!==?$/.test(operator) ? false : undefined;
  if (isEqual === undefined) return 'open';
  if (PRODUCTION.test(text.value)) return isEqual;
  return DEVELOPMENT.test(text.value) ? !isEqual : 'open';
}

const OPEN: Meaning = { kind: 'open', why: 'what it is cannot be told from the code' };
