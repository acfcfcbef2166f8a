import { onceFor } from '../../../../once-for.ts';
import { lastName } from '../behaviour/reach.ts';
import type { Meaning, Program } from '../names/program.ts';
import type { Call, Expression, SourceModule } from '../syntax/source-module.ts';
import { injected } from './injected.ts';
import { chainOf, type Link } from './naming-calls.ts';
import {
  CHAIN_OF_DATABASE,
  CHANGES,
  NARROWS,
  type Naming,
  namingOf,
  namingOfStatement,
  STATEMENT,
} from './uses.ts';

/** What is the same of a call whoever runs it, and whatever it is given. */
export interface ReadCall {
  /** Its last name alone; empty where it has none. */
  readonly last: string;
  /** By the packages that it comes from, or else as it is written. */
  readonly name: string;
  /** What is called: what a constructor was given where that is known. */
  readonly meaning: Meaning;
  /** The name of that. */
  readonly nameOfMeaning: string;
  readonly functions: readonly { readonly module: SourceModule; readonly function: number }[];
  /** A function that is found in a table: `ROUTES[route](…)`, `const route = ROUTES[…]; route(…)`. */
  readonly isLookedUp: boolean;
  /** The calls of a question to a database that is told in parts, the last first. */
  readonly chain: readonly Link[] | undefined;
  /** The statement that it is handed. */
  readonly statement: string | undefined;
  readonly naming: Naming | undefined;
  /** Whether what it gives is of a record that it names. */
  readonly isNaming: boolean;
  /** Whether it changes that. */
  readonly writes: boolean;
}

/** The calls of a program as they were read: each once, whichever handlers lead to it. */
export class ReadCalls {
  readonly #program: Program;
  readonly #read = new Map<Call, ReadCall>();

  constructor(program: Program) {
    this.#program = program;
  }

  of(call: Call, module: SourceModule): ReadCall {
    const before = this.#read.get(call);
    if (before !== undefined) return before;
    const made = this.#readNow(call, module);
    this.#read.set(call, made);
    return made;
  }

  #readNow(call: Call, module: SourceModule): ReadCall {
    const { callee, within } = call;
    const last = lastName(callee) ?? '';
    const path = this.#program.pathOf(module, callee, within);
    const written = this.#program.resolve(module, callee, within);
    const meaning = injected(this.#program, written);
    const name = path ?? call.path ?? last;
    const nameOfMeaning = meaning === written ? name : (this.#program.nameOf(meaning) ?? call.path ?? last);
    const chain = questionTold(call, module);
    const statement = this.#statementIn(call, module);
    const naming = namingOf(module.language, name, last);
    const ofMeaning = nameOfMeaning === name ? naming : namingOf(module.language, nameOfMeaning, last);
    return {
      last,
      name,
      meaning,
      nameOfMeaning,
      functions: this.#program.functionsOf(meaning).functions,
      isLookedUp: isLookedUp(call, module),
      chain,
      statement,
      naming,
      isNaming:
        ofMeaning !== undefined || statement !== undefined || (chain !== undefined && NARROWS.test(last)),
      writes:
        (chain?.some((one) => CHANGES.test(one.name)) ?? false) ||
        (statement !== undefined && namingOfStatement(statement).writes) ||
        ofMeaning?.writes === true,
    };
  }

  #statementIn({ arguments: given, within }: Call, module: SourceModule): string | undefined {
    for (const { value } of given) {
      const text = this.#textOf(value, module, within);
      if (text !== undefined) return text;
    }
    return undefined;
  }

  /** A text of SQL, with a question mark for what is put in. */
  #textOf(value: Expression, module: SourceModule, within: number): string | undefined {
    let text = written(value, module);
    if (text === undefined && value.kind === 'object')
      text = value.members
        .filter(({ name }) => /^(text|sql|statement|query)$/i.test(name))
        .map((one) => written(one.value, module))
        .find((one) => one !== undefined);
    if (text === undefined && value.kind === 'call') {
      // `text("SELECT …")` of SQLAlchemy.
      const [first] = module.calls[value.call]!.arguments;
      text = first === undefined ? undefined : written(first.value, module);
    }
    if (text === undefined && (value.kind === 'name' || value.kind === 'member')) {
      const meaning = this.#program.resolve(module, value, within);
      text = meaning.kind === 'value' ? written(meaning.value, meaning.module) : undefined;
    }
    return text !== undefined && STATEMENT.test(text) ? text : undefined;
  }
}

export const readCallsOf = onceFor((program: Program) => new ReadCalls(program));

/** `db.select().from(cards).where(eq(cards.id, id)).where(…)`: one question, told in parts. */
function questionTold(call: Call, module: SourceModule): readonly Link[] | undefined {
  const chain = chainOf(call, module);
  return chain.some(({ name }) => NARROWS.test(name)) &&
    chain.some(({ name }) => CHAIN_OF_DATABASE.test(name))
    ? chain
    : undefined;
}

function isLookedUp({ callee, within }: Call, module: SourceModule): boolean {
  if (callee.kind === 'index') return true;
  if (callee.kind !== 'name') return false;
  return module.bindings.some(
    ({ target, value, within: scope }) =>
      target.kind === 'name' && target.name === callee.name && scope === within && value.kind === 'index',
  );
}

/** A text, with a question mark for what is put in. */
export function written(one: Expression, from: SourceModule): string | undefined {
  if (one.kind === 'literal') return typeof one.value === 'string' ? one.value : undefined;
  if (one.kind !== 'text') return undefined;
  return from.texts[one.text]!.parts.map((part) => (typeof part === 'string' ? part : '?')).join('');
}
