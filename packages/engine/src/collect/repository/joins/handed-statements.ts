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
    module.calls.flatMap((call, number) =>
      call.arguments.some(({ value }) => mayBegin(program, module, value, call.within, 0))
        ? [{ call, number }]
        : [],
    ),
);

function mayBegin(
  program: Program,
  module: SourceModule,
  value: Expression,
  within: number,
  steps: number,
): boolean {
  if (steps > FURTHEST) return false;
  const further = (one: Expression) => mayBegin(program, module, one, within, steps + 1);
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
      return mayGive(program, module, value.call, steps);
    case 'name':
    case 'member': {
      const meaning = program.resolve(module, value, within);
      return (meaning.kind === 'several' ? meaning.of : [meaning]).some((one) => {
        if (one.kind === 'made') return mayGive(program, one.module, one.call, steps);
        return one.kind === 'value' && mayBegin(program, one.module, one.value, one.within, steps + 1);
      });
    }
    default:
      return false;
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

/** `text('SELECT …')`, `'SELECT {}'.format(…)`, and what a function of the repository gives. */
function mayGive(program: Program, module: SourceModule, number: number, steps: number): boolean {
  const { callee, arguments: given, within } = module.calls[number]!;
  if (!MADE_OF.test(lastName(callee) ?? '')) {
    const { functions } = program.functionsOf(program.resolve(module, callee, within));
    return functions.some((one) => {
      const gives = givenBy(one.module, one.function);
      return gives !== undefined && mayBegin(program, one.module, gives, one.function, steps + 1);
    });
  }
  const values = [...(callee.kind === 'member' ? [callee.of] : []), ...given.map(({ value }) => value)];
  return values.some((one) => mayBegin(program, module, one, within, steps + 1));
}
