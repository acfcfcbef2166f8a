import { onceFor } from '../../../../once-for.ts';
import { partsOf, partsOfKind } from '../../joins/expressions.ts';
import type { Place, SourceModule } from '../syntax/source-module.ts';

/** A package or file that code asks for by its name. */
export interface NamedModule {
  readonly module: string;
  readonly at: Place;
}

/** What a module asks for when it runs, however it does: `import`, `export … from`, `require('x')`, `import('x')`. Types are none. */
export const modulesNamed = onceFor((module: SourceModule): readonly NamedModule[] => {
  // What is exported is no use of a thing, but the file is asked for all the same.
  const exported = module.exports.flatMap(({ value }) => (value === undefined ? [] : partsOf(value, module)));
  return [
    ...module.imports.flatMap(({ module: name, at, typeOnly }) => (typeOnly ? [] : [{ module: name, at }])),
    ...module.exports.flatMap(({ from, at }) => (from === undefined ? [] : [{ module: from.module, at }])),
    ...exported.filter((part) => part.kind === 'module'),
    ...partsOfKind(module, 'module').map(({ value }) => value),
  ];
});
