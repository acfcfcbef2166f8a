import type { Program } from '../code/names/program.ts';
import type { Expression, SourceModule } from '../code/syntax/source-module.ts';

/** How the key of an object begins, as far as it is written. */
export interface KeyStart {
  readonly begins: string;
  readonly isWhole: boolean;
}

/** What a key begins with: through names, and functions that give one text back. */
export function keyStart(
  program: Program,
  {
    module,
    value,
    within,
  }: { readonly module: SourceModule; readonly value: Expression; readonly within: number },
): KeyStart | undefined {
  const meaning = program.resolve(module, value, within);
  if (meaning.kind === 'value') return startOf(meaning.value, meaning.module);
  if (meaning.kind !== 'made' || meaning.members.length > 0) return undefined;
  const call = meaning.module.calls[meaning.call]!;
  const callee = program.resolve(meaning.module, call.callee, call.within);
  if (callee.kind !== 'function') return undefined;
  const given = callee.module.returns.filter((one) => one.within === callee.function);
  const starts = given.map((one) =>
    one.value === undefined ? undefined : startOf(one.value, callee.module),
  );
  return starts.length === 1 ? starts[0] : undefined;
}

function startOf(value: Expression, module: SourceModule): KeyStart | undefined {
  if (value.kind === 'literal')
    return typeof value.value === 'string' ? { begins: value.value, isWhole: true } : undefined;
  if (value.kind !== 'text') return undefined;
  const [first] = module.texts[value.text]!.parts;
  // A sign of `'%s.png' % name` is put in too.
  const begins = typeof first === 'string' ? first.split('%')[0]! : '';
  return begins === '' ? undefined : { begins, isWhole: false };
}
