import type { Program } from '../code/names/program.ts';
import type { ValueAt } from '../code/routes/route.ts';
import type { CodeClass, Expression, SourceModule } from '../code/syntax/source-module.ts';
import { partsOf } from '../joins/expressions.ts';

const WRITES_OUT = /^(model_dump|dict)$/;
const MAKES = /^(model_validate|parse_obj)$/;
const FURTHEST = 6;

/** The model whose fields a value is, through functions: `Page.model_validate(query).model_dump()`. Nothing unless it is one. */
export function modelWrittenOut(program: Program, at: ValueAt, steps = 0): CodeClass | undefined {
  const { module, value, within } = at;
  if (value.kind !== 'call' || steps > FURTHEST) return undefined;
  const { callee } = module.calls[value.call]!;
  if (callee.kind === 'member' && WRITES_OUT.test(callee.name))
    return only(modelsIn(program, { module, value: callee.of, within }));
  const { functions } = program.functionsOf(program.resolve(module, callee, within));
  const given = functions.flatMap((one) =>
    one.module.returns.flatMap((back) =>
      back.within === one.function && back.value !== undefined
        ? [{ module: one.module, value: back.value, within: one.function }]
        : [],
    ),
  );
  return given.length === 0 ? undefined : only(given.map((one) => modelWrittenOut(program, one, steps + 1)));
}

/** The classes that an expression makes an object of, or hands the maker of: `parsed(Page.model_validate, query)`. */
function modelsIn(program: Program, { module, value, within }: ValueAt): readonly (CodeClass | undefined)[] {
  return insideOf(value, module).flatMap((part) => {
    const named = part.kind === 'member' && MAKES.test(part.name) ? part.of : undefined;
    const made = part.kind === 'call' ? module.calls[part.call]!.callee : undefined;
    const meaning = named ?? made;
    if (meaning === undefined) return [];
    const found = program.resolve(module, meaning, within);
    return found.kind === 'class' ? [found.module.classes[found.class]!] : [];
  });
}

function insideOf(value: Expression, module: SourceModule): readonly Expression[] {
  return partsOf(value, module).flatMap((part) =>
    part.kind === 'call'
      ? [part, ...module.calls[part.call]!.arguments.flatMap((given) => insideOf(given.value, module))]
      : [part],
  );
}

function only(all: readonly (CodeClass | undefined)[]): CodeClass | undefined {
  const [first, ...others] = new Set(all);
  return others.length === 0 ? first : undefined;
}
