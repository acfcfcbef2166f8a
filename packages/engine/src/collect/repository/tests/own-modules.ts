import { folderOf, join } from '../../files/paths.ts';
import type { ModuleFiles } from '../code/names/files.ts';
import type { SourceOfFiles } from '../reader.ts';
import { ASSERT_MODULES, type OwnModule, type TestModule } from './assertions.ts';

const ENDINGS = ['', '.ts', '.tsx', '.js', '.jsx', '.mjs', '.cjs', '.mts', '.cts'].flatMap((ending) =>
  ending === '' ? [''] : [ending, `/index${ending}`],
);

/**
 * Finds the file that a module of an import is: one of the tests, or one of the application. `named` leads from names of packages
 * of the repository, and from short names that a compiler is told, to files.
 */
export function resolver(
  source: SourceOfFiles,
  parsed: ReadonlyMap<string, TestModule>,
  named: ModuleFiles,
): (file: string, module: string) => OwnModule | undefined {
  const python = new Map<string, string[]>();
  for (const path of source.paths) {
    if (!path.endsWith('.py')) continue;
    const name = path
      .replace(/\/__init__\.py$|\.py$/, '')
      .split('/')
      .at(-1)!;
    python.set(name, [...(python.get(name) ?? []), path]);
  }
  const found = (path: string) =>
    parsed.get(path) ?? (source.kind(path) === 'test' ? 'unread' : 'application');
  const resolve = (file: string, module: string) => {
    if (file.endsWith('.py')) {
      const path = pythonPath(file, module, python);
      return path === undefined ? undefined : found(path);
    }
    if (!module.startsWith('.')) {
      const shared = named.find({ file, language: 'script' }, module);
      if (shared.kind === 'file') return found(shared.file);
      if (/^(@|~|src)\//.test(module)) return named.areNamesKnown ? 'application' : 'unread';
      const mayBeOwn = shared.kind === 'open' || !(named.areNamesKnown || isOfFrameworks(module));
      return mayBeOwn ? 'unread' : undefined;
    }
    const path = join(folderOf(file), module);
    if (path === undefined) return undefined;
    const bare = path.replace(/\.[cm]?jsx?$/, '');
    for (const start of new Set([path, bare]))
      for (const ending of ENDINGS) if (source.has(start + ending)) return found(start + ending);
    return undefined;
  };
  // The files of a folder import much the same.
  const known = new Map<string, OwnModule | undefined>();
  return (file, module) => {
    const key = `${file.endsWith('.py')} ${folderOf(file)} ${module}`;
    if (!known.has(key)) known.set(key, resolve(file, module));
    return known.get(key);
  };
}

function isOfFrameworks(module: string): boolean {
  return module.startsWith('node:') || ASSERT_MODULES.test(module);
}

/** `tests.helpers` is the file whose path ends so; the nearest one where several do. */
function pythonPath(
  file: string,
  module: string,
  python: ReadonlyMap<string, readonly string[]>,
): string | undefined {
  const steps = module.replace(/^\.+/, '').split('.');
  const last = steps.at(-1)!;
  if (last === '') return undefined;
  const end = steps.join('/');
  const fitting = (python.get(last) ?? []).filter((path) => {
    const bare = path.replace(/\/__init__\.py$|\.py$/, '');
    return bare === end || bare.endsWith(`/${end}`);
  });
  const near = (path: string) => (folderOf(path) === folderOf(file) ? 0 : 1);
  return fitting.toSorted((a, b) => near(a) - near(b) || a.length - b.length)[0];
}
