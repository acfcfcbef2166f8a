import { folderOf } from '../../files/paths.ts';
import type { SourceModule } from '../code/syntax/source-module.ts';
import type { SourceOfFiles } from '../reader.ts';
import { member, membersOf, readStructured } from '../structured-text.ts';
import { GLOBAL_FRAMEWORKS, SCRIPT_FRAMEWORKS } from './framework-names.ts';

/** What runs a file of tests: by what it takes in, else by what the manifest above it brings. */
export function frameworkOf(module: SourceModule, global: string | undefined): string | undefined {
  if (module.language === 'python')
    return module.imports.some(({ module: from }) => /^(unittest|django\.test)(\.|$)/.test(from)) &&
      !module.imports.some(({ module: from }) => /^pytest(\.|$)/.test(from)) &&
      module.classes.length > 0
      ? 'unittest'
      : 'pytest';
  const modules = [
    ...module.imports.map(({ module: from }) => from),
    ...module.bindings.flatMap(({ value }) => {
      const from = value.kind === 'member' ? value.of : value;
      return from.kind === 'module' ? [from.module] : [];
    }),
  ];
  for (const from of modules) {
    const found = SCRIPT_FRAMEWORKS.get(from);
    if (found !== undefined) return found;
  }
  if (/(^|\/)cypress\/|\.cy\.[cm]?[jt]sx?$/.test(module.file)) return 'cypress';
  if (module.calls.some(({ path }) => path?.startsWith('cy.') ?? false)) return 'cypress';
  return global;
}

/** The framework whose functions need no import, by the nearest manifest above a file that names one. */
export async function globalFramework(source: SourceOfFiles): Promise<(file: string) => string | undefined> {
  const byFolder = new Map<string, string>();
  for (const path of source.paths) {
    if (!/(^|\/)package\.json$/.test(path) || source.kind(path) !== 'other') continue;
    const read = await source.text(path);
    if (read.kind !== 'text') continue;
    const [root] = readStructured(path, read.text).documents;
    const names = new Set(
      ['dependencies', 'devDependencies'].flatMap((part) => [...membersOf(member(root, part)).keys()]),
    );
    const found = GLOBAL_FRAMEWORKS.find(([name]) => names.has(name));
    if (found !== undefined) byFolder.set(folderOf(path), found[1]);
  }
  return (file) => {
    for (let folder = folderOf(file); ; folder = folderOf(folder)) {
      const found = byFolder.get(folder);
      if (found !== undefined || folder === '.') return found;
    }
  };
}
