import type { Location } from '../../../model/origin.ts';
import { type Place, type SourceModule, TOP } from '../code/syntax/source-module.ts';
import { placeIn } from '../fact.ts';

/** A place of a module as facts name it. */
export function at(module: SourceModule, { line, column }: Place): Location {
  return placeIn(module.file, line, column);
}

/** The function that people would say something stands in: the innermost one with a name; nothing at the top. */
export function functionAround(module: SourceModule, within: number): string | undefined {
  for (let number = within; number !== TOP; number = module.functions[number]!.within) {
    const { name } = module.functions[number]!;
    if (name !== undefined) return name;
  }
  return undefined;
}

/** `src/search.js contacts`. */
export function addressOf(module: SourceModule, within: number): string {
  const name = functionAround(module, within);
  return name === undefined ? module.file : `${module.file} ${name}`;
}
