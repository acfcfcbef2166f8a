import type { Program } from '../code/names/program.ts';
import { type Call, type Expression, type SourceModule, TOP } from '../code/syntax/source-module.ts';
import { asked } from './loggers.ts';

/** The texts that an expression stands for; where it is a parameter, those that callers hand over. */
export function literals(
  program: Program,
  module: SourceModule,
  value: Expression,
  within: number,
): readonly string[] | undefined {
  const meaning = program.resolve(module, value, within);
  const all = meaning.kind === 'several' ? meaning.of : [meaning];
  const found = all.flatMap((one): readonly string[] => {
    if (one.kind === 'value' && one.value.kind === 'literal') return [String(one.value.value)];
    if (one.kind !== 'parameter' || one.members.length > 0) return [];
    return handedTo(program, one.module, one.function, one.parameter);
  });
  return found.length === 0 ? undefined : found;
}

/** The texts that callers hand to a function of the repository. */
function handedTo(
  program: Program,
  module: SourceModule,
  number: number,
  parameter: number,
): readonly string[] {
  const own = outermost(module, number);
  const called = module.functions[own]!.name ?? nameOfValue(module, own);
  if (called === undefined) return [];
  return (callsByName(program).get(called) ?? []).flatMap(({ call }) => {
    const value = call.arguments[parameter]?.value;
    return value?.kind === 'literal' && typeof value.value === 'string' ? [value.value] : [];
  });
}

/** What a text can be. `open` where it may be something else as well. */
export interface Told {
  readonly texts: readonly string[];
  readonly open: boolean;
}

/** The same, taken only from calls that lead to the function, and told where it may be something else. */
export function textsOf(program: Program, module: SourceModule, value: Expression, within: number): Told {
  const meaning = program.resolve(module, value, within);
  const all = (meaning.kind === 'several' ? meaning.of : [meaning]).map((one): Told => {
    if (one.kind === 'value' && one.value.kind === 'literal' && typeof one.value.value === 'string')
      return { texts: [one.value.value], open: false };
    return one.kind === 'parameter' && one.members.length === 0
      ? handedFor(program, one.module, one.function, one.parameter)
      : OPEN;
  });
  return together(all);
}

const OPEN: Told = { texts: [], open: true };

function together(all: readonly Told[]): Told {
  return {
    texts: [...new Set(all.flatMap(({ texts }) => texts))],
    open: all.length === 0 || all.some(({ open }) => open),
  };
}

function handedFor(program: Program, module: SourceModule, number: number, parameter: number): Told {
  const { name, class: own } = module.functions[number]!;
  const called = name ?? nameOfValue(module, number);
  // A method of Python counts the object itself among its parameters.
  if (called === undefined || own !== undefined) return OPEN;
  const calls = callsByName(program).get(called) ?? [];
  return together(calls.flatMap((one) => handedIn(program, one, { module, number, parameter })));
}

/** What one call hands to a function; nothing where it is another one that is called. */
function handedIn(
  program: Program,
  { call, module }: CallIn,
  to: { readonly module: SourceModule; readonly number: number; readonly parameter: number },
): readonly Told[] {
  const callee = program.resolve(module, call.callee, call.within);
  if (callee.kind === 'open') return [OPEN];
  if (callee.kind !== 'function' || callee.module !== to.module || callee.function !== to.number) return [];
  const isPlain = call.arguments.every(({ name, spread }) => name === undefined && !spread);
  const value = call.arguments[to.parameter]?.value;
  return isPlain && value?.kind === 'literal' && typeof value.value === 'string'
    ? [{ texts: [value.value], open: false }]
    : [OPEN];
}

interface CallIn {
  readonly call: Call;
  readonly module: SourceModule;
}

/** The calls of the program by the last name of what is called. */
function callsByName(program: Program): ReadonlyMap<string, readonly CallIn[]> {
  return asked(program, 'calls by name', () => {
    const found = new Map<string, CallIn[]>();
    for (const module of program.modules.values())
      for (const call of module.calls) {
        if (call.callee.kind !== 'name' && call.callee.kind !== 'member') continue;
        const before = found.get(call.callee.name);
        if (before === undefined) found.set(call.callee.name, [{ call, module }]);
        else before.push({ call, module });
      }
    return found;
  });
}

function outermost(module: SourceModule, number: number): number {
  let own = number;
  for (let at = number; at !== TOP; at = module.functions[at]!.within) own = at;
  return own;
}

function nameOfValue(module: SourceModule, number: number): string | undefined {
  for (const { target, value } of module.bindings)
    if (
      value.kind === 'function' &&
      value.function === number &&
      (target.kind === 'name' || target.kind === 'member')
    )
      return target.name;
  return undefined;
}
