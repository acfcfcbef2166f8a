import { onceFor } from '../../../once-for.ts';
import { lastName } from '../code/behaviour/reach.ts';
import type { Program } from '../code/names/program.ts';
import { givenBy } from '../code/names/scopes.ts';
import type { Call, Expression, SourceModule } from '../code/syntax/source-module.ts';

/** How statements of SQL begin. */
const BEGINS =
  /^(?:[\s(]|--[^\n]*\n|\/\*[\s\S]*?\*\/)*(select|insert|update|delete|with|create|alter|drop|truncate|replace|merge|pragma|call)\b/i;
/** Members that a statement is handed over in: `{ text: … }`, `{ Statement: … }`. */
const NAMED = /^(text|sql|query|statement)$/i;
/** What gives back the text that it is given, with something put in. */
const MADE_OF =
  /^(text|sql|raw|dedent|format|concat|replace|replaceAll|trim|trimStart|trimEnd|strip|toString|join)$/i;
const FURTHEST = 10;

/**
 * The calls of a module that may be handed a statement of SQL, in their order: those where a text that begins like one is
 * written, or stands behind a name. Most calls are handed none, and several readers look for them; what it says is theirs to tell.
 */
export const callsHandedStatements = onceFor(
  (program: Program, module: SourceModule): readonly { readonly call: Call; readonly number: number }[] =>
    module.calls.flatMap((call, number) => {
      const search = new Search(program);
      return call.arguments.some(({ value }) => search.mayBegin(module, value, call.within, 0))
        ? [{ call, number }]
        : [];
    }),
);

/** Whether a value may begin like a statement, wherever it comes from. */
class Search {
  readonly #program: Program;
  /**
   * The least steps after which something was looked at: a text that is put together of itself again and again would be as many
   * ways as there are orders of its parts.
   */
  readonly #seen = new Map<Expression | Call, number>();

  constructor(program: Program) {
    this.#program = program;
  }

  mayBegin(module: SourceModule, value: Expression, within: number, steps: number): boolean {
    if (!this.#isNew(value, steps)) return false;
    const further = (one: Expression) => this.mayBegin(module, one, within, steps + 1);
    switch (value.kind) {
      case 'literal':
        return typeof value.value === 'string' && BEGINS.test(value.value);
      case 'text': {
        const { parts } = module.texts[value.text]!;
        const [first] = parts;
        return first !== undefined && typeof first !== 'string'
          ? further(first)
          : BEGINS.test(beginningOf(parts));
      }
      case 'list':
        return value.items.slice(0, 1).some(further);
      case 'object':
        return value.members.some((member) => NAMED.test(member.name) && further(member.value));
      case 'choice':
        return value.of.some(further);
      case 'call':
        return this.#mayGive(module, value.call, steps);
      case 'name':
      case 'member': {
        const meaning = this.#program.resolve(module, value, within);
        return (meaning.kind === 'several' ? meaning.of : [meaning]).some((one) => {
          if (one.kind === 'made') return this.#mayGive(one.module, one.call, steps);
          return one.kind === 'value' && this.mayBegin(one.module, one.value, one.within, steps + 1);
        });
      }
      default:
        return false;
    }
  }

  /** `text('SELECT …')`, `'SELECT {}'.format(…)`, and what a function of the repository gives. */
  #mayGive(module: SourceModule, number: number, steps: number): boolean {
    const call = module.calls[number]!;
    if (!this.#isNew(call, steps)) return false;
    const { callee, arguments: given, within } = call;
    if (!MADE_OF.test(lastName(callee) ?? '')) {
      const { functions } = this.#program.functionsOf(this.#program.resolve(module, callee, within));
      return functions.some((one) => {
        const gives = givenBy(one.module, one.function);
        return gives !== undefined && this.mayBegin(one.module, gives, one.function, steps + 1);
      });
    }
    const values = [...(callee.kind === 'member' ? [callee.of] : []), ...given.map(({ value }) => value)];
    return values.some((one) => this.mayBegin(module, one, within, steps + 1));
  }

  #isNew(one: Expression | Call, steps: number): boolean {
    if (steps > FURTHEST || (this.#seen.get(one) ?? Number.POSITIVE_INFINITY) <= steps) return false;
    this.#seen.set(one, steps);
    return true;
  }
}

/** What stands before the first part that is put in. */
function beginningOf(parts: readonly (string | Expression)[]): string {
  let text = '';
  for (const part of parts) {
    if (typeof part !== 'string') break;
    text += part;
  }
  return text;
}
