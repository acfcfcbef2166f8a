import { inCode } from '../../../model/origin.ts';
import { type Unknown, unknown } from '../../../model/value.ts';
import type { Place, SourceModule } from '../code/syntax/source-module.ts';
import { at } from '../practices/places.ts';

/** What a module says, or that nobody can tell where part of it cannot be read. */
export function brokenOr<T>(told: T, module: SourceModule, place: Place, what: string): T | Unknown {
  if (module.problems.length === 0) return told;
  return unknown('unresolved-expression', what, inCode(at(module, place)));
}
