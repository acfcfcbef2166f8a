import type { Argument, Call, CodeFunction } from '../syntax/source-module.ts';

/**
 * What a call hands to one parameter of the function that it calls: by its name, or by its place behind what a method of Python
 * is called on. It is `spread` where a list may hold it, or where the parameter takes several.
 */
export function argumentFor(
  call: Call,
  { parameters }: CodeFunction,
  parameter: number,
): Argument | undefined {
  const { name, rest } = parameters[parameter]!;
  const named = name === undefined ? undefined : call.arguments.find((one) => one.name === name);
  if (named !== undefined) return named;
  const placed = call.arguments.filter((one) => one.name === undefined);
  const place = parameter - takenBefore(call, parameters[0]?.name);
  if (place < 0) return undefined;
  const given = placed.slice(0, place + 1).find(({ spread }) => spread) ?? placed[place];
  return given !== undefined && rest ? { ...given, spread: true } : given;
}

/** The object or class that a method is called on comes first, unless it is handed over: `Jars.find(jars, name)`. */
function takenBefore({ callee }: Call, first: string | undefined): 0 | 1 {
  if (first === 'cls') return 1;
  if (first !== 'self') return 0;
  const isOfClass =
    callee.kind === 'member' && callee.of.kind === 'name' && /^[A-Z]\w*[a-z]/.test(callee.of.name);
  return isOfClass ? 0 : 1;
}
