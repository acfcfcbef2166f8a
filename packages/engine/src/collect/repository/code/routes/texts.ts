import type { Program } from '../names/program.ts';
import type { Expression, SourceModule } from '../syntax/source-module.ts';

/** What a text is, through variables and constants; `undefined` where a part of it cannot be told. */
export function textIn(
  program: Program,
  module: SourceModule,
  value: Expression,
  within: number,
): string | undefined {
  if (value.kind === 'literal') return typeof value.value === 'string' ? value.value : undefined;
  if (value.kind === 'text') {
    const parts = module.texts[value.text]!.parts.map((part) =>
      typeof part === 'string' ? part : textIn(program, module, part, within),
    );
    return parts.every((part) => part !== undefined) ? parts.join('') : undefined;
  }
  if (value.kind !== 'name' && value.kind !== 'member') return undefined;
  const meaning = program.resolve(module, value, within);
  if (meaning.kind !== 'value' || meaning.value === value) return undefined;
  return meaning.value.kind === 'literal' || meaning.value.kind === 'text'
    ? textIn(program, meaning.module, meaning.value, meaning.within)
    : undefined;
}

/** A text with `*` for the parts that cannot be told. */
export function textWithGaps(
  program: Program,
  module: SourceModule,
  value: Expression,
  within: number,
): string {
  if (value.kind !== 'text') return textIn(program, module, value, within) ?? '*';
  return module.texts[value.text]!.parts.map((part) =>
    typeof part === 'string' ? part : (textIn(program, module, part, within) ?? '*'),
  ).join('');
}

/** The texts of a list. */
export function textsIn(
  program: Program,
  module: SourceModule,
  value: Expression,
  within: number,
): readonly string[] | undefined {
  const meaning = program.resolve(module, value, within);
  const {
    value: list,
    module: from,
    within: at,
  } = meaning.kind === 'value' ? meaning : { value, module, within };
  if (list.kind !== 'list') {
    const one = textIn(program, from, list, at);
    return one === undefined ? undefined : [one];
  }
  const items = list.items.map((item) => textIn(program, from, item, at));
  return list.open || items.includes(undefined) ? undefined : (items as string[]);
}

/** How an expression is written, in short: the name under which a guard is shown. */
export function writtenAs(module: SourceModule, value: Expression): string {
  switch (value.kind) {
    case 'name':
      return value.name;
    case 'member':
      return `${writtenAs(module, value.of)}.${value.name}`;
    case 'call':
      return `${writtenAs(module, module.calls[value.call]!.callee)}()`;
    case 'function':
      return module.functions[value.function]!.name ?? 'a function';
    case 'class':
      return module.classes[value.class]!.name ?? 'a class';
    case 'module':
      return value.module;
    default:
      return 'a value';
  }
}
