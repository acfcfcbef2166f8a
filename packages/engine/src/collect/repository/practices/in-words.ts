import type { Expression, SourceModule } from '../code/syntax/source-module.ts';

/** An expression as a reader finds it again. */
export function inWords(value: Expression, module: SourceModule): string {
  switch (value.kind) {
    case 'name':
      return value.name;
    case 'member':
      return `${inWords(value.of, module)}.${value.name}`;
    case 'index':
      return `${inWords(value.of, module)}[…]`;
    case 'call':
      return `${inWords(module.calls[value.call]!.callee, module)}(…)`;
    default:
      return 'an expression';
  }
}
