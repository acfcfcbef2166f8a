import type { Program } from '../code/names/program.ts';
import type { Expression, SourceModule } from '../code/syntax/source-module.ts';
import { HOLE } from './sql.ts';

/** The text that a name stands for, or that is handed over in a member. */
export function namedIn(
  program: Program,
  module: SourceModule,
  value: Expression,
  within: number,
): string | undefined {
  if (value.kind === 'object') {
    const text = value.members.find(({ name }) => /^(text|sql)$/.test(name));
    return text && textOf(module, text.value);
  }
  if (value.kind !== 'name') return undefined;
  const meaning = program.resolve(module, value, within);
  return meaning.kind === 'value' ? textOf(meaning.module, meaning.value) : undefined;
}

/** A text as it is written, with a hole for each part that is put in. */
export function textOf(module: SourceModule, value: Expression): string | undefined {
  if (value.kind === 'literal') return typeof value.value === 'string' ? value.value : undefined;
  if (value.kind !== 'text') return undefined;
  return module.texts[value.text]!.parts.map((part) => (typeof part === 'string' ? part : HOLE)).join('');
}
