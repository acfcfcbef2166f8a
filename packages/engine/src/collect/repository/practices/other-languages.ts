import { codeEnding } from '../file-kind.ts';
import type { Findings } from '../findings.ts';
import { otherCode, type TraceOf } from '../manifests/other-code.ts';
import type { SourceOfFiles } from '../reader.ts';
import type { RepositoryType } from '../types.ts';

/** Languages of pages that are not read. */
const OF_PAGES: Readonly<Record<string, string>> = { astro: 'Astro', svelte: 'Svelte', vue: 'Vue' };

/** What code can only do with packages, hosts and statements that are named somewhere. */
const NEEDS: Readonly<Partial<Record<RepositoryType, TraceOf>>> = {
  'Repository::ModelCall': 'models',
  'Repository::DatabaseConnection': 'relational',
};

/** Says what code in languages that are not read could hold: of pages only what pages have. */
export async function otherLanguages(
  source: SourceOfFiles,
  findings: Findings,
  types: readonly RepositoryType[],
  ofPages: readonly RepositoryType[] = [],
  decidedBy = 'looking at them by hand',
): Promise<void> {
  for (const code of await otherCode(source)) {
    const { language, files } = code;
    const why = `${language} is not read`;
    const open: RepositoryType[] = [];
    for (const type of types) {
      const needs = NEEDS[type];
      const trace = needs === undefined ? undefined : code.traceOf(needs);
      if (trace === undefined || trace.kind === 'open') open.push(type);
      else if (trace.kind === 'named')
        findings.unseen({
          what: trace.file,
          why: `it names ${trace.name}, and ${why}`,
          decidedBy: `looking at what becomes of ${trace.name} there`,
          holds: [type],
          file: trace.file,
          line: trace.line,
        });
    }
    if (open.length > 0)
      findings.unseen({ what: said(files, language), why, decidedBy, holds: open, file: files[0]! });
  }
  if (ofPages.length > 0) pagesIn(source, findings, ofPages);
}

function pagesIn(source: SourceOfFiles, findings: Findings, types: readonly RepositoryType[]): void {
  const byEnding = Map.groupBy(
    source.paths.filter((path) => {
      const ending = codeEnding(path);
      const kind = source.kind(path);
      return (
        ending !== undefined && Object.hasOwn(OF_PAGES, ending) && (kind === 'source' || kind === 'other')
      );
    }),
    (path) => codeEnding(path)!,
  );
  for (const [ending, paths] of byEnding)
    findings.unseen({
      what: said(paths, OF_PAGES[ending]!),
      why: `${OF_PAGES[ending]} is not read`,
      decidedBy: 'looking at them by hand',
      holds: types,
      file: paths[0]!,
    });
}

function said(files: readonly string[], language: string): string {
  return files.length === 1 ? files[0]! : `${files.length} files of ${language}`;
}
