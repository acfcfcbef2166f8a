import { folderOf, join } from '../../files/paths.ts';
import { wildcard } from '../../files/wildcard.ts';
import type { SourceOfFiles } from '../reader.ts';
import { type Included, type Makefile, readMakefile } from './makefile.ts';

/**
 * The makefiles of a repository by path, each with the rules that it includes from others. make looks for these from the
 * folder that it runs in, which is that of the file itself.
 */
export async function readMakefiles(
  texts: ReadonlyMap<string, string>,
  source: SourceOfFiles,
): Promise<ReadonlyMap<string, Makefile>> {
  const known = await withIncluded(texts, source);
  return new Map(
    [...texts].map(([file, text]) => [file, readMakefile(text, includedFrom(folderOf(file), file, known))]),
  );
}

const INCLUDES = /^[ ]*(?:-?include|sinclude)[ \t]+(.*)$/gm;

/** Files that are included are called as anybody likes. */
async function withIncluded(
  texts: ReadonlyMap<string, string>,
  source: SourceOfFiles,
): Promise<ReadonlyMap<string, string>> {
  const all = new Map(texts);
  // A map is walked on while it grows.
  for (const [file, text] of all)
    for (const [, written = ''] of text.matchAll(INCLUDES))
      for (const path of written.replace(/\s#.*$/, '').split(/\s+/)) {
        const at = join(folderOf(file), path);
        if (path === '' || at === undefined || all.has(at) || !source.has(at)) continue;
        const read = await source.text(at);
        if (read.kind === 'text') all.set(at, read.text);
      }
  return all;
}

function includedFrom(folder: string, itself: string, known: ReadonlyMap<string, string>): Included {
  return (path) => {
    const at = join(folder, path);
    if (at === undefined || at === itself) return [];
    const fits = /[*?[]/.test(at) ? wildcard(at) : undefined;
    const files =
      fits === undefined ? [at].filter((file) => known.has(file)) : [...known.keys()].filter(fits).sort();
    return files.map((file) => ({ file, text: known.get(file)! }));
  };
}
