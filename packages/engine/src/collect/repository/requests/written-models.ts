import type { Program } from '../code/names/program.ts';
import type { ValueAt } from '../code/routes/route.ts';
import type { CodeClass } from '../code/syntax/source-module.ts';
import { partsWithArguments } from '../joins/expressions.ts';

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
function modelsIn(program: Program, { module, value, within }: ValueAt): readonly CodeClass[] {
  return partsWithArguments(value, module).flatMap((part) => {
    const makes = part.kind === 'call' ? module.calls[part.call]!.callee : part;
    const maker = makes.kind === 'member' && MAKES.test(makes.name) ? makes.of : makes;
    if (maker === part) return [];
    const found = program.resolve(module, maker, within);
    return found.kind === 'class' ? [found.module.classes[found.class]!] : [];
  });
}

function only(all: readonly (CodeClass | undefined)[]): CodeClass | undefined {
  const [first, ...others] = new Set(all);
  return others.length === 0 ? first : undefined;
}
