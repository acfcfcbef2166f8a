import { folderOf, join } from '../files/paths.ts';
import type { Repository } from '../files/repository.ts';
import { type FileKind, type KnownFolders, kindOfPath } from './file-kind.ts';

/** Settings for tests and what stands in for others are called so as well, and are loaded for tests alone. */
const FOR_TESTS =
  /(?:^|\/)(?:config|settings|envs?)\/|(?:conf|setting|env|mock|fake|stub|fixture|setup|seed|helper|util|tool|unit|load|perf|smoke|integration|e2e)[^/]*$/i;

/** What tests have: a runner, functions that it calls, or comparisons. */
const HAS_TESTS =
  /\b(?:def|class)\s+test|\bunittest\b|\bpytest\b|\bassert|(?<!\.)\b(?:describe|it|test|suite|expect)(?:\.\w+)*\s*[(`<]|\b(?:vitest|jest|mocha|chai|playwright|cypress|supertest|testing-library)\b|node:test/i;

/**
 * Files that are tests by their names alone, have none, and that the application itself imports: code of the application, such as
 * the route by which people try something.
 */
export async function codeNamedLikeTests(
  repository: Repository,
  kinds: ReadonlyMap<string, FileKind>,
  folders: KnownFolders,
): Promise<readonly string[]> {
  const candidates = new Map<string, string>();
  for (const [path, kind] of kinds) {
    if (kind !== 'test' || !isByName(path, folders)) continue;
    const read = await repository.text(path);
    if (read.kind === 'text' && !HAS_TESTS.test(read.text)) candidates.set(withoutEnding(path), path);
  }
  if (candidates.size === 0) return [];
  const found = new Set<string>();
  for (const [path, kind] of kinds) {
    if (kind !== 'source' || !/\.(?:py|[cm]?[jt]sx?)$/.test(path)) continue;
    const read = await repository.text(path);
    if (read.kind !== 'text') continue;
    for (const imported of path.endsWith('.py')
      ? importedByPython(path, read.text, candidates)
      : importedByScript(path, read.text)) {
      const candidate = candidates.get(imported);
      if (candidate !== undefined) found.add(candidate);
    }
  }
  return [...found];
}

/** Whether only the name of the file, and no folder, says that it is a test. */
function isByName(path: string, folders: KnownFolders): boolean {
  const [, base = '', ending = ''] = /([^/]+)\.(py|[cm]?[jt]sx?)$/.exec(path) ?? [];
  if (base === '' || FOR_TESTS.test(path)) return false;
  return kindOfPath(`${path.slice(0, -`${base}.${ending}`.length)}module.${ending}`, folders) === 'source';
}

function withoutEnding(path: string): string {
  return path.replace(/\.\w+$/, '');
}

function importedByScript(path: string, text: string): readonly string[] {
  return [
    ...text.matchAll(/(?:\bfrom|\bimport|\brequire\s*\(|\bimport\s*\()\s*['"](\.[^'"\n]{1,200})['"]/g),
  ].flatMap(([, name]) => {
    const place = join(folderOf(path), name!);
    return place === undefined ? [] : [place, place.replace(/\.[cm]?[jt]sx?$/, '')];
  });
}

/** `from .pages_test import pages`, `from . import pages_test`, `from app.pages_test import pages`, `import app.pages_test` */
function importedByPython(
  path: string,
  text: string,
  candidates: ReadonlyMap<string, string>,
): readonly string[] {
  const found: string[] = [];
  for (const [, dots = '', from = '', names = '', whole = ''] of text.matchAll(
    /^[ \t]*(?:from[ \t]+(\.*)([\w.]*)[ \t]+import[ \t]+(\([^)]{0,2000}\)|[^\n#]{1,500})|import[ \t]+([\w.]+))/gm,
  )) {
    const last = names.match(/\w+/g) ?? [];
    const modules =
      whole !== '' ? [whole] : [from, ...last.map((name) => (from === '' ? name : `${from}.${name}`))];
    for (const module of modules.filter((one) => one !== '')) {
      const below = module.replaceAll('.', '/');
      if (dots === '') {
        found.push(...[...candidates.keys()].filter((one) => one === below || one.endsWith(`/${below}`)));
        continue;
      }
      const place = join(folderOf(path), `${'../'.repeat(dots.length - 1)}${below}`);
      if (place !== undefined) found.push(place);
    }
  }
  return found;
}
