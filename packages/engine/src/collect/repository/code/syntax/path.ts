import type { Expression, Import, SourceModule } from './source-module.ts';

/**
 * A chain of names and calls as one text, its first name resolved through the imports of the file: `express.Router().get`.
 * Parameters and variables keep their names; `undefined` where it is no such chain.
 */
export function pathOf(
  value: Expression,
  module: Pick<SourceModule, 'calls'>,
  imported: ReadonlyMap<string | undefined, Import>,
): string | undefined {
  switch (value.kind) {
    case 'name': {
      const from = imported.get(value.name);
      return from === undefined ? value.name : importPath(from);
    }
    case 'module':
      return value.module;
    case 'member': {
      const of = pathOf(value.of, module, imported);
      return of === undefined ? undefined : `${of}.${value.name}`;
    }
    case 'call': {
      const call = module.calls[value.call]!;
      const of = call.path ?? pathOf(call.callee, module, imported);
      return of === undefined ? undefined : `${of}()`;
    }
    default:
      return undefined;
  }
}

/** What an import is called by its module: `express`, `express.Router`. */
export function importPath({ module, member }: Pick<Import, 'module' | 'member'>): string {
  return member === '*' || member === 'default' ? module : `${module}.${member}`;
}
