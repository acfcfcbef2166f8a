import { onceFor } from '../../../once-for.ts';
import type { Program } from '../code/names/program.ts';
import type { SourceModule } from '../code/syntax/source-module.ts';
import { fact, placeIn, type RepositoryFact } from '../fact.ts';
import { importedBy } from '../joins/reached-code.ts';
import { isServed } from './served-code.ts';

const OF_SCRIPTS = /(^|\/)(?:[\w-]*[-_])?scripts\//;

/**
 * Modules in folders for scripts that code which may be served imports, each with one that does: they run with it, whoever else
 * starts them.
 */
export const importedScripts = onceFor((program: Program): ReadonlyMap<SourceModule, SourceModule> => {
  const importers = new Map<SourceModule, SourceModule>();
  const waiting = [...program.modules.values()].filter(
    (module) => isServed(program, module) && !OF_SCRIPTS.test(module.file),
  );
  for (const importer of waiting)
    for (const module of importedBy(program, importer)) {
      if (importers.has(module) || !OF_SCRIPTS.test(module.file)) continue;
      importers.set(module, importer);
      waiting.push(module);
    }
  return importers;
});

export function runningScripts(program: Program): readonly RepositoryFact[] {
  return [...importedScripts(program)].map(([{ file }, importer]) =>
    fact({
      type: 'Repository::RunningScript',
      address: `imported ${file}`,
      at: placeIn(file),
      properties: { path: file, importedBy: importer.file },
    }),
  );
}
