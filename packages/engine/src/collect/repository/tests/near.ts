import { inCode } from '../../../model/origin.ts';
import { type Unknown, unknown, type Value } from '../../../model/value.ts';
import { onceFor } from '../../../once-for.ts';
import { folderOf } from '../../files/paths.ts';
import type { SourceModule } from '../code/syntax/source-module.ts';
import { placeIn, written } from '../fact.ts';
import type { TestModule } from './assertions.ts';
import { BROWSER_MODULES } from './framework-names.ts';
import { enginesOf, servicesOf } from './surroundings.ts';

/** Services that the modules around a file of tests talk to. */
export function servicesAround(modules: readonly SourceModule[]): readonly Value[] {
  return modules.flatMap((one) =>
    servicesOf(one).map(({ name, how, at }) => written({ name, how }, placeIn(one.file, at.line, at.column))),
  );
}

/** A database whose address the surroundings give: one of a file, or a real one. */
export function databaseAround(modules: readonly SourceModule[]): Unknown | undefined {
  for (const one of modules)
    for (const { name, at } of enginesOf(one))
      return unknown(
        'unresolved-expression',
        `which database ${name} of ${one.file} is given`,
        inCode(placeIn(one.file, at.line, at.column)),
      );
  return undefined;
}

/** Whether a module starts a browser, or is given one by what runs it: `sb` by SeleniumBase. */
export const drivesABrowser = onceFor(
  ({ imports, functions }: SourceModule): boolean =>
    imports.some(({ module }) => BROWSER_MODULES.test(module)) ||
    functions.some(({ parameters }) =>
      parameters.some(({ name }) => /^(page|browser|selenium|driver|sb)$/.test(name ?? '')),
    ),
);

/** A file of tests with what it takes from others, and the `conftest.py` around it. */
export function near(
  { module, resolve }: TestModule,
  parsed: ReadonlyMap<string, TestModule>,
): readonly SourceModule[] {
  const found: SourceModule[] = [module];
  for (const { module: from } of module.imports) {
    const other = resolve(from);
    if (typeof other === 'object') found.push(other.module);
  }
  if (module.language === 'python') {
    for (let folder = folderOf(module.file); ; folder = folderOf(folder)) {
      const above = parsed.get(folder === '.' ? 'conftest.py' : `${folder}/conftest.py`);
      if (above !== undefined) found.push(above.module);
      if (folder === '.') break;
    }
  }
  return found;
}
