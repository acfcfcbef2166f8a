import type { Expression, SourceModule } from '../syntax/source-module.ts';
import type { Program } from './program.ts';

const FURTHEST = 8;

/** The number that an expression is, through names and products of what is written; nothing where it is no such. */
export function numberOf(
  program: Program,
  module: SourceModule,
  value: Expression,
  within: number,
  steps = 0,
): number | undefined {
  if (steps > FURTHEST) return undefined;
  if (value.kind === 'literal') return typeof value.value === 'number' ? value.value : undefined;
  if (value.kind === 'product') {
    const parts = value.of.map((one) => numberOf(program, module, one, within, steps + 1));
    return parts.reduce((all, part) => (all === undefined || part === undefined ? undefined : all * part), 1);
  }
  if (value.kind !== 'name' && value.kind !== 'member') return undefined;
  const meaning = program.resolve(module, value, within);
  return meaning.kind === 'value'
    ? numberOf(program, meaning.module, meaning.value, meaning.within, steps + 1)
    : undefined;
}
