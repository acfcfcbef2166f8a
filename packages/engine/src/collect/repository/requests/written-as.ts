import type { Expression, SourceModule } from '../code/syntax/source-module.ts';

/** An expression as a chain of names and calls: `request.body`, `documents().read()`; nothing where it is none. */
export function chainOf(value: Expression, module: SourceModule): string | undefined {
  switch (value.kind) {
    case 'name':
      return value.name;
    case 'member': {
      const of = chainOf(value.of, module);
      return of === undefined ? undefined : `${of}.${value.name}`;
    }
    case 'index': {
      const of = chainOf(value.of, module);
      return of === undefined ? undefined : `${of}[]`;
    }
    case 'call': {
      const of = chainOf(module.calls[value.call]!.callee, module);
      return of === undefined ? undefined : `${of}()`;
    }
    default:
      return undefined;
  }
}
