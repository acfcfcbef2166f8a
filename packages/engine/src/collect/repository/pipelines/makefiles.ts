import { folderOf, join } from '../../files/paths.ts';
import { wildcard } from '../../files/wildcard.ts';
import type { SourceOfFiles } from '../reader.ts';
import { type Included, type Makefile, readMakefile } from './makefile.ts';

/**
 * The makefiles of a repository by path, each with the rules that it includes from others. make looks for these from the
 * folder that it runs in, which is that of the file itself. `closed` are makefiles that cannot be read; `skipped` is told of
 * others that are included.
 */
export async function readMakefiles(
  texts: ReadonlyMap<string, string>,
  closed: ReadonlySet<string>,
  source: SourceOfFiles,
  skipped: (file: string, why: string) => void,
): Promise<ReadonlyMap<string, Makefile>> {
  const known = await withIncluded(texts, closed, source, skipped);
  return new Map(
    [...texts].map(([file, text]) => [file, readMakefile(text, includedFrom(folderOf(file), file, known))]),
  );
}

const INCLUDES = /^[ ]*(?:-?include|sinclude)[ \t]+(.*)$/gm;

/** Files that are included are called as anybody likes. */
async function withIncluded(
  texts: ReadonlyMap<string, string>,
  closed: ReadonlySet<string>,
  source: SourceOfFiles,
  skipped: (file: string, why: string) => void,
): Promise<ReadonlyMap<string, string | undefined>> {
  const all = new Map<string, string | undefined>([
    ...texts,
    ...[...closed].map((file) => [file, undefined] as const),
  ]);
  // A map is walked on while it grows.
  for (const [file, text] of all)
    for (const [, written = ''] of (text ?? '').matchAll(INCLUDES))
      for (const path of written.replace(/\s#.*$/, '').split(/\s+/)) {
        const at = join(folderOf(file), path);
        if (path === '' || at === undefined || all.has(at) || !source.has(at)) continue;
        const read = await source.text(at);
        if (read.kind !== 'text') skipped(at, read.why);
        all.set(at, read.kind === 'text' ? read.text : undefined);
      }
  return all;
}

function includedFrom(
  folder: string,
  itself: string,
  known: ReadonlyMap<string, string | undefined>,
): Included {
  return (path) => {
    const at = join(folder, path);
    if (at === undefined || at === itself) return [];
    const fits = /[*?[]/.test(at) ? wildcard(at) : undefined;
    const files =
      fits === undefined ? [at].filter((file) => known.has(file)) : [...known.keys()].filter(fits).sort();
    return files.map((file) => ({ file, text: known.get(file) }));
  };
}
